package rewards

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// compute gathers what a claim is computed from, as it stands now, and computes it.
func (r *Room) compute(ctx context.Context, db *gorm.DB, claim *Claim) (Trace, error) {
	scheme, place, err := schemeOfRule(db, claim.RuleID)
	if err != nil {
		return Trace{}, err
	}
	evidence, err := r.gather(ctx, db, claim, &scheme, place)
	if err != nil {
		return Trace{}, err
	}
	return Compute(scheme, scheme.Rules[place], evidence)
}

// gather collects the evidence of a claim: its sales, what the register knows, what it declares, and what other
// claims have to do with it.
func (r *Room) gather(ctx context.Context, db *gorm.DB, claim *Claim, scheme *Scheme, place int) (Evidence, error) {
	rule := &scheme.Rules[place]
	e := Evidence{
		OrganizationID: claim.OrganizationID, Year: claim.Year, Part: claim.Part, On: r.handedIn(claim), Base: claim.Base, EarlierHighest: claim.EarlierHighest,
		Declared: claim.Figures.Declared, Units: claim.Figures.Units, Decided: claim.Figures.Decided,
	}
	if claim.Figures.Cut != nil {
		e.Cuts = []Cut{*claim.Figures.Cut}
	}
	err := r.gatherSales(ctx, &e, rule)
	if err != nil {
		return e, err
	}
	if err := gatherFacts(db, &e, rule); err != nil {
		return e, err
	}
	if e.Breaches, err = breachesOf(db, claim, e.On); err != nil {
		return e, err
	}
	return e, gatherBeside(db, &e, claim, scheme, place)
}

// handedIn is the day of a claim; of one that is only tried, today.
func (r *Room) handedIn(claim *Claim) string {
	at := claim.CreatedAt
	if at.IsZero() {
		at = r.store.Now()
	}
	return at.In(statement.China).Format("2006-01-02")
}

func (r *Room) gatherSales(ctx context.Context, e *Evidence, rule *Rule) error {
	months, err := r.sales.VerifiedByMonth(ctx, e.OrganizationID, e.Year)
	if err != nil {
		return err
	}
	for _, month := range months {
		e.Months = append(e.Months, MonthSales{Month: month.Month, Platform: month.Platform, Fen: month.Fen})
	}
	years, err := r.sales.VerifiedByYear(ctx, e.OrganizationID)
	if err != nil {
		return err
	}
	for year, fen := range years {
		if year < e.Year {
			e.Earlier = append(e.Earlier, YearFigure{Year: year, Fen: fen})
		}
	}
	for _, selection := range rule.selections() {
		figures, err := r.sales.Figures(ctx, selection.query(e.OrganizationID))
		if err != nil {
			return err
		}
		e.Series = append(e.Series, Series{Selection: selection, Months: monthsOf(figures, e.Year)})
	}
	return nil
}

// selections are those a rule needs series of, each once.
func (s *Says) selections() []Selection {
	var all []Selection
	for _, m := range s.Measures() {
		if m.needsSeries(s.Cycle) && !slices.ContainsFunc(all, m.Selection.same) {
			all = append(all, m.Selection)
		}
	}
	return all
}

// monthsOf adds the platforms of each month up, to the end of a year; figures come month after month.
func monthsOf(figures []sales.Figure, year int) []MonthFigure {
	var months []MonthFigure
	for _, figure := range figures {
		if figure.Month/100 > year {
			break
		}
		if len(months) == 0 || months[len(months)-1].Month != figure.Month {
			months = append(months, MonthFigure{Month: figure.Month})
		}
		months[len(months)-1].Fen += figure.Fen
		months[len(months)-1].Orders += figure.Orders
	}
	return months
}

// gatherFacts reads from the register what a rule asks of it.
func gatherFacts(db *gorm.DB, e *Evidence, rule *Rule) error {
	if !slices.ContainsFunc(rule.Measures(), func(m *Measure) bool { return m.Of == OfRegister }) {
		return nil
	}
	var s subject
	if err := db.Unscoped().First(&s.organization, e.OrganizationID).Error; err != nil {
		return err
	}
	if err := db.Where("organization_id = ?", e.OrganizationID).Find(&s.shops).Error; err != nil {
		return err
	}
	var err error
	if s.district, err = store.SettingIn(db, store.District); err != nil {
		return err
	}
	e.Facts = s.facts(&rule.Says, e.Year, e.On)
	return nil
}

// facts are those a rule asks for, by Measure.factKey; what the register does not tell is left out.
func (s subject) facts(rule *Says, year int, on string) map[string]Quantity {
	var facts map[string]Quantity
	for _, m := range rule.Measures() {
		if m.Of != OfRegister {
			continue
		}
		if value, known := s.fact(*m, year, on); known {
			if facts == nil {
				facts = map[string]Quantity{}
			}
			facts[m.factKey()] = value
		}
	}
	return facts
}

// keep freezes a trace with its claim, without writing it yet.
func (c *Claim) keep(tx *store.Tx, trace Trace) error {
	var err error
	c.Frozen, err = trace.Freeze()
	c.Amount, c.ComputedAt = trace.Amount, tx.Now
	return err
}

// declare takes the parts of a declaration that the claim itself keeps. What the office decided and cut stays.
func (c *Claim) declare(d Declaration) {
	had := c.Figures
	c.Base, c.EarlierHighest, c.Figures = d.Base, d.EarlierHighest, d.Figures
	c.Figures.Cut = had.Cut
	if c.Figures.Decided == nil {
		c.Figures.Decided = had.Decided
	}
}
