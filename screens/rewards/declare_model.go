package rewards

import (
	"context"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// DeclareModel is a claim being handed in, or the corrected declaration of one that was sent back.
type DeclareModel struct {
	office *office
	// given are what the link that opened the page named; 0 for none.
	organization, claim int64

	Organization *register.Organization
	Schemes      []rewards.Scheme
	RuleID       int64
	Year         int // 0 before Load: the present one
	// Base and Earlier are typed amounts: what a percentage is taken of, and the best year before the statements.
	Base, Earlier string
	Note          string
	Part          rewards.Part // of the year
	Units         string       // listed units as typed, one a line
	figures       map[string]string

	months [12]string
	held   rewards.Held // of the claim to correct
	number string
}

// NewDeclareModel begins a claim; organization may be 0.
func NewDeclareModel(o *office, organization int64) *DeclareModel {
	return &DeclareModel{office: o, organization: organization}
}

// NewCorrectModel corrects the declaration of a claim.
func NewCorrectModel(o *office, claim int64) *DeclareModel {
	return &DeclareModel{office: o, claim: claim}
}

// Correcting tells whether a claim is corrected, and its number.
func (m *DeclareModel) Correcting() (number string, is bool) { return m.number, m.claim != 0 }

// Load reads the measures and what the link named. It gives a filled copy, made off the UI goroutine.
func (m *DeclareModel) Load(ctx context.Context) (*DeclareModel, error) {
	loaded := *m
	var err error
	if loaded.Schemes, err = m.office.claims.Schemes(ctx); err != nil {
		return nil, err
	}
	if m.claim != 0 {
		return &loaded, loaded.take(ctx)
	}
	if loaded.Year == 0 {
		loaded.Year = m.office.thisYear()
	}
	if loaded.RuleID == 0 {
		loaded.SetYear(loaded.Year)
	}
	if m.organization != 0 && loaded.Organization == nil {
		loaded.Organization, err = m.office.organisations.Find(ctx, m.organization)
	}
	return &loaded, err
}

// take fills the page with the claim to correct.
func (m *DeclareModel) take(ctx context.Context) error {
	page, err := m.office.claims.Page(ctx, m.claim)
	if err != nil {
		return err
	}
	if page.Claim.Stage != rewards.Accepting {
		return problem.New("rewards.not_returned", "number", page.Claim.Number)
	}
	m.Organization, m.RuleID, m.Year = &page.Organization, page.Claim.RuleID, page.Claim.Year
	m.held, m.number = rewards.Held{ID: page.Claim.ID, Version: page.Claim.Version}, page.Claim.Number
	m.Base, m.Earlier = typed(page.Claim.Base), typed(page.Claim.EarlierHighest)
	m.takeFigures(page.Claim)
	for _, month := range page.Comparison.Months {
		if month.IsDeclared {
			m.months[month.Month%100-1] = month.Declared.Plain()
		}
	}
	return nil
}

func typed(f money.Fen) string {
	if f == 0 {
		return ""
	}
	return f.Plain()
}

// SetYear asks for another year; a rule of a measure that is not in force then gives way to one that is.
func (m *DeclareModel) SetYear(year int) {
	m.Year = year
	rules := m.Rules()
	for _, rule := range rules {
		if rule.ID == m.RuleID {
			return
		}
	}
	m.RuleID = 0
	if len(rules) > 0 {
		m.RuleID = rules[0].ID
	}
}

// Rules are those of the newest measure in force in the year.
func (m *DeclareModel) Rules() []rewards.Rule {
	for _, scheme := range m.Schemes {
		if scheme.State == rewards.InForce && scheme.FromYear <= m.Year && m.Year <= scheme.ToYear {
			return scheme.Rules
		}
	}
	return nil
}

// Years are those some measure is in force in, up to the present one, the latest first.
func (m *DeclareModel) Years() []int {
	var years []int
	for year := max(m.Year, m.office.thisYear()); year >= 2000; year-- {
		for _, scheme := range m.Schemes {
			if scheme.State == rewards.InForce && scheme.FromYear <= year && year <= scheme.ToYear {
				years = append(years, year)
				break
			}
		}
	}
	return years
}

// Rule is the chosen rule and the measure it is of, false without one.
func (m *DeclareModel) Rule() (rewards.Scheme, rewards.Rule, bool) {
	for _, scheme := range m.Schemes {
		for _, rule := range scheme.Rules {
			if rule.ID == m.RuleID {
				return scheme, rule, true
			}
		}
	}
	return rewards.Scheme{}, rewards.Rule{}, false
}

// BaseName is what the chosen rule takes a percentage of, "" where it asks for no amount.
func (m *DeclareModel) BaseName() string {
	if _, rule, ok := m.Rule(); ok {
		return rule.DeclaredBase()
	}
	return ""
}

// AsksEarlier tells whether years before the statements count for the chosen rule.
func (m *DeclareModel) AsksEarlier() bool {
	_, rule, ok := m.Rule()
	return ok && rule.AsksEarlier()
}

// Ready tells whether there is enough to compute: an enterprise and a rule, and nothing typed that is no amount.
func (m *DeclareModel) Ready() bool {
	return m.Organization != nil && m.RuleID != 0 && m.Wrong() == nil
}

// Application is what was typed. Call it where Wrong is nil.
func (m *DeclareModel) Application() rewards.Application {
	a := rewards.Application{RuleID: m.RuleID, Year: m.Year, Part: m.part(), Note: m.Note, Declaration: m.declaration()}
	if m.Organization != nil {
		a.OrganizationID = m.Organization.ID
	}
	return a
}

// Trial is what would come of saving.
type Trial struct {
	Trace      rewards.Trace
	Comparison rewards.Comparison
	// Twice is the claim the enterprise has under the same rule for the same year already, nil if none: it
	// has to be withdrawn first.
	Twice *rewards.ClaimRow
}

// Trial computes without keeping anything.
func (m *DeclareModel) Trial(ctx context.Context) (Trial, error) {
	application, trial := m.Application(), Trial{}
	var err error
	if m.claim != 0 {
		trial.Trace, err = m.office.claims.Retrial(ctx, m.claim, application.Declaration)
	} else {
		trial.Trace, err = m.office.claims.Trial(ctx, application)
	}
	if err != nil {
		return trial, err
	}
	if trial.Comparison, err = m.office.claims.Beside(ctx, application, trial.Trace); err != nil {
		return trial, err
	}
	trial.Twice, err = m.twice(ctx)
	return trial, err
}

// Late is the warning that goes on the record of a claim handed in outside the measure's time for claims, nil for none.
func (m *DeclareModel) Late(trial Trial) *problem.Problem {
	if m.claim != 0 {
		return nil
	}
	return m.office.claims.Late(m.Application(), &trial.Trace.Measure)
}

// twice finds another claim that stands in the way of this one. Of rules that are claimed more than once in a year the
// file itself tells.
func (m *DeclareModel) twice(ctx context.Context) (*rewards.ClaimRow, error) {
	if _, rule, ok := m.Rule(); ok && (rule.Several || rule.Cycle != rewards.Yearly) {
		return nil, nil
	}
	ids, err := m.office.claims.ClaimIDs(ctx, rewards.ClaimFilter{RuleID: m.RuleID, OrganizationID: m.Organization.ID, Year: m.Year}, nil)
	if err != nil {
		return nil, err
	}
	rows, err := m.office.claims.Claims(ctx, ids)
	for i := range rows {
		if rows[i].Stage != rewards.Withdrawn && rows[i].ID != m.claim {
			return &rows[i], err
		}
	}
	return nil, err
}

// Save hands the claim in, or takes the correction, and gives the claim's id.
func (m *DeclareModel) Save(ctx context.Context, person string) (int64, error) {
	actor := store.Actor(strings.TrimSpace(person))
	if m.claim != 0 {
		_, err := m.office.claims.Redeclare(ctx, actor, m.held, m.declaration(), m.Note)
		return m.claim, err
	}
	claim, err := m.office.claims.Create(ctx, actor, m.Application())
	if err != nil {
		return 0, err
	}
	return claim.ID, nil
}
