package rewards

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
	"smartcanal/screens/kit/grid"
)

// CandidatesModel is the page of whoever qualifies without having asked (免申即享): which measure and year, what is
// shown of it, and what is ticked to be handed in.
type CandidatesModel struct {
	office *office
	Scheme int64 // 0: the newest in force
	Year   int   // 0: the latest the measure has up to now
	// What is shown; zero values show all.
	Footing rewards.Footing
	RuleID  int64
	Part    rewards.Part
	Text    string
	Order   []grid.SortKey

	ticked map[candidate]bool
}

// candidate names one apart from when it was computed.
type candidate struct {
	rule, organization int64
	part               rewards.Part
}

func candidateOf(c *rewards.Candidate) candidate {
	return candidate{c.RuleID, c.OrganizationID, c.Part}
}

// NewCandidatesModel begins with what can be handed in under the newest measure in force.
func NewCandidatesModel(o *office) *CandidatesModel {
	return &CandidatesModel{office: o, Footing: rewards.Qualifies, ticked: map[candidate]bool{}}
}

// Proposed is what the page shows.
type Proposed struct {
	Schemes             []rewards.Scheme // in force
	*rewards.Candidates                  // nil where no measure is in force
	Money               rewards.YearBudget
	Took                time.Duration
}

// Load computes the measure over the register. Call it off the UI goroutine with a copy of the model.
func (m CandidatesModel) Load(ctx context.Context, progress func(done, total int)) (Proposed, error) {
	var p Proposed
	began := time.Now()
	all, err := m.office.claims.Schemes(ctx)
	if err != nil {
		return p, err
	}
	p.Schemes = slices.DeleteFunc(all, func(s rewards.Scheme) bool { return s.State != rewards.InForce || len(s.Rules) == 0 })
	if len(p.Schemes) == 0 {
		return p, nil
	}
	scheme := p.Schemes[max(0, slices.IndexFunc(p.Schemes, func(s rewards.Scheme) bool { return s.ID == m.Scheme }))]
	if p.Candidates, err = m.candidates(ctx, scheme, progress); err != nil {
		return p, err
	}
	p.Money, err = m.office.claims.Budget(ctx, p.Year)
	p.Took = time.Since(began)
	return p, err
}

// candidates are those of the year asked for; where none was, of the latest with something sold in it.
func (m CandidatesModel) candidates(ctx context.Context, scheme rewards.Scheme, progress func(done, total int)) (*rewards.Candidates, error) {
	year, last := m.Year, m.lastYear(scheme)
	asked := year >= scheme.FromYear && year <= last
	if !asked {
		year = last
	}
	for ; ; year-- {
		found, err := m.office.claims.Candidates(ctx, scheme.ID, year, progress)
		sold := found != nil && slices.ContainsFunc(found.List, func(c rewards.Candidate) bool { return c.Verified > 0 })
		if err != nil || asked || sold || year <= scheme.FromYear {
			return found, err
		}
	}
}

// lastYear is the latest year of a measure that has begun.
func (m CandidatesModel) lastYear(s rewards.Scheme) int {
	return max(s.FromYear, min(s.ToYear, m.office.claims.Now().In(statement.China).Year()))
}

// Years are those of the measure shown that have begun, the latest first.
func (m CandidatesModel) Years(p Proposed) []int {
	var years []int
	for year := m.lastYear(p.Scheme); year >= p.Scheme.FromYear; year-- {
		years = append(years, year)
	}
	return years
}

// Parts are the parts of a year some clause is claimed for; none where all are claimed once a year.
func (p Proposed) Parts() []rewards.Part {
	var parts []rewards.Part
	for _, rule := range p.Scheme.Rules {
		for _, part := range rule.Cycle.Parts() {
			if part != rewards.WholeYear && !slices.Contains(parts, part) {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// Rows are the places in the list of those the filters let through, in the order asked for.
func (m CandidatesModel) Rows(p Proposed) []int {
	var rows []int
	text := strings.TrimSpace(m.Text)
	for i := range p.List {
		one := &p.List[i]
		if (m.Footing == "" || one.Footing == m.Footing) && (m.RuleID == 0 || one.RuleID == m.RuleID) && (m.Part == rewards.WholeYear || one.Part == m.Part) &&
			strings.Contains(one.Organization, text) {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int { return m.compare(&p.List[a], &p.List[b]) })
	return rows
}

func (m CandidatesModel) compare(a, b *rewards.Candidate) int {
	for _, key := range m.Order {
		c := 0
		switch key.Column {
		case columnName:
			c = strings.Compare(a.Organization, b.Organization)
		case columnClause:
			c = cmp.Compare(a.Place, b.Place)
		case columnVerified:
			c = cmp.Compare(a.Verified, b.Verified)
		case columnAmount:
			c = cmp.Compare(a.Amount, b.Amount)
		}
		if key.Descending {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// Sum counts the candidates of some footings and adds up their amounts.
func (p Proposed) Sum(footings ...rewards.Footing) (sum rewards.StageSum) {
	for i := range p.List {
		if slices.Contains(footings, p.List[i].Footing) {
			sum.Claims++
			sum.Amount += p.List[i].Amount
		}
	}
	return sum
}

// Ticked tells whether a candidate is to be handed in; only what qualifies can be.
func (m CandidatesModel) Ticked(c *rewards.Candidate) bool {
	return c.Footing == rewards.Qualifies && m.ticked[candidateOf(c)]
}

// Tick marks a candidate to be handed in, or not.
func (m *CandidatesModel) Tick(c *rewards.Candidate, in bool) {
	if c.Footing == rewards.Qualifies {
		m.ticked[candidateOf(c)] = in
	}
}

// Chosen are the candidates ticked, and what they come to.
func (m CandidatesModel) Chosen(p Proposed) (chosen []*rewards.Candidate, sum money.Fen) {
	if p.Candidates == nil {
		return nil, 0
	}
	for i := range p.List {
		if one := &p.List[i]; m.Ticked(one) {
			chosen = append(chosen, one)
			sum += one.Amount
		}
	}
	return chosen, sum
}

// Against puts what is chosen beside the money there is: the measure's own budget of the year, else what was
// appropriated; Budget is 0 where neither is known.
type Against struct {
	OfScheme            bool
	Budget, Taken, More money.Fen // what there is, what claims on their way and paid take, what is chosen
}

// Left is what remains, below zero where it does not reach.
func (a Against) Left() money.Fen { return a.Budget - a.Taken - a.More }

// Against tells how far the money reaches.
func (m CandidatesModel) Against(p Proposed) Against {
	a := Against{Budget: p.Money.Appropriated, Taken: p.Money.Paid + p.Money.Committed + p.Money.InNotice + p.Money.InReview}
	if b := p.Scheme.Budget; b != nil {
		a.OfScheme, a.Budget = true, b.Amount.Fen()*money.Fen(len(b.Per.Parts()))
	}
	_, a.More = m.Chosen(p)
	return a
}

// HandedIn is what became of the candidates chosen.
type HandedIn struct {
	rewards.Entered
	Expected, Amount money.Fen // of those that became claims: as shown before, and as computed
	Names            []string  // of those refused
}

// Held names the claims as they were made.
func (h HandedIn) Held() []rewards.Held {
	held := make([]rewards.Held, len(h.Claims))
	for i, claim := range h.Claims {
		held[i] = rewards.Held{ID: claim.ID, Version: claim.Version}
	}
	return held
}

// HandIn makes claims of the candidates chosen, each by itself.
func (m CandidatesModel) HandIn(ctx context.Context, p Proposed, person, note string, progress func(done, total int)) (HandedIn, error) {
	chosen, _ := m.Chosen(p)
	applications := make([]rewards.Application, len(chosen))
	for i, one := range chosen {
		applications[i] = one.Application
		applications[i].Note = note
	}
	var made HandedIn
	var err error
	if made.Entered, err = m.office.claims.CreateAll(ctx, store.Actor(person), applications, progress); err != nil {
		return made, err
	}
	refused := map[int]*problem.Problem{}
	for _, r := range made.Refused {
		refused[r.At] = r.Problem
		made.Names = append(made.Names, chosen[r.At].Organization)
	}
	for i, one := range chosen {
		if refused[i] == nil {
			made.Expected += one.Amount
		}
	}
	for _, claim := range made.Claims {
		made.Amount += claim.Amount
	}
	return made, nil
}

// TakeBack takes the claims back that were just made.
func (m CandidatesModel) TakeBack(ctx context.Context, made HandedIn, person string) error {
	return m.office.claims.TakeBackEntered(ctx, store.Actor(person), made.Held()...)
}

// SetYear asks for another year.
func (m *CandidatesModel) SetYear(value string) { m.Year, _ = strconv.Atoi(value) }

// SetScheme asks for another measure.
func (m *CandidatesModel) SetScheme(value string) {
	m.Scheme, _ = strconv.ParseInt(value, 10, 64)
	m.RuleID, m.Part = 0, rewards.WholeYear
}

// SetRule shows one clause; "" shows all.
func (m *CandidatesModel) SetRule(value string) { m.RuleID, _ = strconv.ParseInt(value, 10, 64) }
