package rewards

import (
	"context"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// Projection is a whole measure computed over the register: who would get what of it in a year.
type Projection struct {
	Scheme        Scheme
	Year          int
	Rulings       []Ruling         // those owed something, and those for whom a declared figure is missing
	Rules         []RuleSum        // as the scheme's rules
	Total         money.Fen        // of all rulings
	Organizations map[int64]string // shown names of those in Rulings
}

// RuleSum is what one rule comes to.
type RuleSum struct {
	Enterprises int       // owed something
	Total       money.Fen // what they are owed
	Missing     int       // may be owed something, once they declare what the rule asks for
	last        int64     // the organisation counted last
}

// Project computes a measure, such as a draft, for all organisations in business, as if every one that
// qualifies had claimed and nobody had before. Problems: those of Scheme.Check, rewards.year_outside.
func (r *Room) Project(ctx context.Context, scheme Scheme, year int) (*Projection, error) {
	if err := scheme.Check(); err != nil {
		return nil, err
	}
	register, err := r.wholeRegister(ctx, &scheme, year, nil)
	if err != nil {
		return nil, err
	}
	rulings, err := newSettlement(&scheme, register.cases(&scheme)).settle()
	if err != nil {
		return nil, err
	}
	return register.projection(&scheme, rulings), nil
}

// Propose is Project for whoever has not claimed yet (免申即享): what an enterprise claimed already is not
// proposed again and counts against caps, exclusions, ranks and what is given once in several years; whoever is
// locked out is left out. Problems: those of Project, rewards.no_scheme_version.
func (r *Room) Propose(ctx context.Context, schemeID int64, year int) (*Projection, error) {
	p, err := r.propose(ctx, schemeID, year, nil)
	if err != nil {
		return nil, err
	}
	return p.register.projection(&p.scheme, p.rulings), nil
}

// registered is the register with its sales of a year and before, as evidence is made of it.
type registered struct {
	year      int
	on        string
	evidences []Evidence // of each organisation, for all rules alike
	names     []string
}

// wholeRegister reads every organisation in business with everything the rules of a scheme look at; tell, which may
// be nil, is told how many of the readings are done.
func (r *Room) wholeRegister(ctx context.Context, scheme *Scheme, year int, tell func(done, total int)) (*registered, error) {
	if err := scheme.covers(&scheme.Rules[0], year, scheme.Rules[0].Cycle.Parts()[0]); err != nil {
		return nil, err
	}
	all := &registered{year: year, on: r.store.Now().In(statement.China).Format("2006-01-02")}
	subjects, err := r.subjects(ctx)
	if err != nil {
		return nil, err
	}
	place := make(map[int64]int, len(subjects))
	for i := range subjects {
		o := &subjects[i].organization
		place[o.ID] = i
		all.names = append(all.names, o.ShownName())
		all.evidences = append(all.evidences, Evidence{OrganizationID: o.ID, Year: year, On: all.on, Facts: subjects[i].factsOf(scheme, year, all.on)})
	}
	selections := scheme.selections()
	done := 0
	read := func() {
		if done++; tell != nil {
			tell(done, len(selections)+readingsBesides)
		}
	}
	read()
	if err := r.plainOf(ctx, all, place); err != nil {
		return nil, err
	}
	read()
	for _, selection := range selections {
		figures, err := r.sales.Figures(ctx, selection.query(0))
		if err != nil {
			return nil, err
		}
		all.spread(selection, figures, place)
		read()
	}
	return all, nil
}

// readingsBesides are the readings that every measure takes: of the register, and of the plain sales.
const readingsBesides = 2

// subjects are the organisations that may be owed something, by their ids, with their shops.
func (r *Room) subjects(ctx context.Context) ([]subject, error) {
	db := r.store.Read(ctx)
	var organizations []register.Organization
	err := db.Where("status = ? AND kind NOT IN ?", register.Active, []register.Kind{register.Department, register.Platform}).Order("id").Find(&organizations).Error
	if err != nil {
		return nil, err
	}
	var shops []register.Shop
	if err := db.Find(&shops).Error; err != nil {
		return nil, err
	}
	district, err := r.store.Setting(ctx, store.District)
	if err != nil {
		return nil, err
	}
	byOwner := map[int64][]register.Shop{}
	for _, shop := range shops {
		byOwner[shop.OrganizationID] = append(byOwner[shop.OrganizationID], shop)
	}
	subjects := make([]subject, len(organizations))
	for i, o := range organizations {
		subjects[i] = subject{organization: o, shops: byOwner[o.ID], district: district}
	}
	return subjects, nil
}

// factsOf are the facts all rules of a scheme ask for.
func (s subject) factsOf(scheme *Scheme, year int, on string) map[string]Quantity {
	var all map[string]Quantity
	for i := range scheme.Rules {
		for key, value := range s.facts(&scheme.Rules[i].Says, year, on) {
			if all == nil {
				all = map[string]Quantity{}
			}
			all[key] = value
		}
	}
	return all
}

// plainOf reads the verified online sales of all organisations: of the year by month and platform, of the years before.
func (r *Room) plainOf(ctx context.Context, all *registered, place map[int64]int) error {
	figures, err := r.sales.Figures(ctx, Selection{}.query(0))
	if err != nil {
		return err
	}
	for _, figure := range figures { // in the order of organisation, month, platform
		at, known := place[figure.OrganizationID]
		if !known || figure.Month/100 > all.year {
			continue
		}
		e := &all.evidences[at]
		if figure.Month/100 == all.year {
			e.Months = append(e.Months, MonthSales{figure.Month, figure.Platform, figure.Fen})
			continue
		}
		if n := len(e.Earlier); n == 0 || e.Earlier[n-1].Year != figure.Month/100 {
			e.Earlier = append(e.Earlier, YearFigure{Year: figure.Month / 100})
		}
		e.Earlier[len(e.Earlier)-1].Fen += figure.Fen
	}
	return nil
}

// selections are those the rules look at besides plain sales, each once.
func (s *Scheme) selections() []Selection {
	var all []Selection
	for i := range s.Rules {
		for _, selection := range s.Rules[i].selections() {
			if !slices.ContainsFunc(all, selection.same) {
				all = append(all, selection)
			}
		}
	}
	return all
}

func (all *registered) spread(selection Selection, figures []sales.Figure, place map[int64]int) {
	for first := 0; first < len(figures); {
		last := first + 1
		for last < len(figures) && figures[last].OrganizationID == figures[first].OrganizationID {
			last++
		}
		if at, known := place[figures[first].OrganizationID]; known {
			e := &all.evidences[at]
			e.Series = append(e.Series, Series{Selection: selection, Months: monthsOf(figures[first:last], all.year)})
		}
		first = last
	}
	for i := range all.evidences { // nothing is evidence too
		if e := &all.evidences[i]; e.series(selection) == nil {
			e.Series = append(e.Series, Series{Selection: selection})
		}
	}
}

// cases are every organisation under every rule, for every part of the year the rule is claimed for.
func (all *registered) cases(scheme *Scheme) []Case {
	cases := make([]Case, 0, len(all.evidences)*len(scheme.Rules))
	for i := range all.evidences {
		for place := range scheme.Rules {
			for _, part := range scheme.Rules[place].Cycle.Parts() {
				e := all.evidences[i]
				e.Part = part
				cases = append(cases, Case{Rule: place, Evidence: e})
			}
		}
	}
	return cases
}

// byID are the shown names by organisation.
func (all *registered) byID() map[int64]string {
	names := make(map[int64]string, len(all.names))
	for i := range all.evidences {
		names[all.evidences[i].OrganizationID] = all.names[i]
	}
	return names
}

// projection keeps the rulings that come to something. Their evidence is in order: it was read so.
func (all *registered) projection(scheme *Scheme, rulings []Ruling) *Projection {
	names := all.byID()
	projection := &Projection{Scheme: *scheme, Year: all.year, Rules: make([]RuleSum, len(scheme.Rules)), Organizations: map[int64]string{}}
	for _, o := range rulings {
		if o.Missing != nil || o.Amount > 0 {
			projection.add(o)
			projection.Organizations[o.Evidence.OrganizationID] = names[o.Evidence.OrganizationID]
		}
	}
	return projection
}

// add counts a ruling; those of one organisation come after each other.
func (p *Projection) add(o Ruling) {
	p.Rulings = append(p.Rulings, o)
	sum := &p.Rules[o.Rule]
	if o.Missing != nil {
		sum.Missing++
		return
	}
	if sum.last != o.Evidence.OrganizationID {
		sum.last = o.Evidence.OrganizationID
		sum.Enterprises++
	}
	sum.Total += o.Amount
	p.Total += o.Amount
}

// Applications are the claims a projection proposes, of all rules or of those at some places: whoever qualifies
// and needs to declare nothing (免申即享). Create takes them in.
func (p *Projection) Applications(rules ...int) []Application {
	var all []Application
	for i := range p.Rulings {
		o := &p.Rulings[i]
		if o.Amount > 0 && (len(rules) == 0 || slices.Contains(rules, o.Rule)) {
			all = append(all, Application{RuleID: p.Scheme.Rules[o.Rule].ID, OrganizationID: o.Evidence.OrganizationID, Year: p.Year, Part: o.Evidence.Part})
		}
	}
	return all
}
