package rewards

import (
	"context"
	"os"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/rewards"
	"smartcanal/screens/wording"
)

// SchemesModel is the measures and which rule of which one is shown.
type SchemesModel struct {
	office *office
	rule   int64 // the rule a link named, 0 for none
	scheme int
}

// NewSchemesModel begins at a rule; 0 is the first one of the newest measure.
func NewSchemesModel(o *office, rule int64) *SchemesModel {
	return &SchemesModel{office: o, rule: rule}
}

// Measures is what the page shows.
type Measures struct {
	Schemes   []rewards.Scheme
	Tolerance money.BasisPoints
	Single    bool // one person may hold several duties
}

// Load reads the measures and the office's own settings.
func (m *SchemesModel) Load(ctx context.Context) (Measures, error) {
	var all Measures
	var err error
	if all.Schemes, err = m.office.claims.Schemes(ctx); err != nil {
		return all, err
	}
	if all.Tolerance, err = m.office.claims.Tolerance(ctx); err != nil {
		return all, err
	}
	all.Single, err = m.office.claims.SinglePerson(ctx)
	return all, err
}

// Chosen is the scheme and the rule to show; a rule a link named is looked for in all of them.
func (m *SchemesModel) Chosen(all Measures) (scheme, rule int) {
	for i, s := range all.Schemes {
		for j, r := range s.Rules {
			if r.ID == m.rule && m.rule != 0 {
				return i, j
			}
		}
	}
	return min(m.scheme, max(0, len(all.Schemes)-1)), 0
}

// Choose shows a rule of a scheme from now on.
func (m *SchemesModel) Choose(scheme int, rule rewards.Rule) { m.scheme, m.rule = scheme, rule.ID }

// ChooseScheme shows a scheme from its first rule.
func (m *SchemesModel) ChooseScheme(scheme int) { m.scheme, m.rule = scheme, 0 }

// AddDefault adds the measure a file begins with, under the district's name.
func (m *SchemesModel) AddDefault(ctx context.Context) error {
	code, err := m.office.organisations.District(ctx)
	if err != nil {
		return err
	}
	place, _ := region.Find(code)
	_, err = m.office.claims.Seed(ctx, m.office.person, place.Name)
	return err
}

// Import adds the measure of a file.
func (m *SchemesModel) Import(ctx context.Context, path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return problem.New("file.no_access").In(path).Because(err)
	}
	scheme, err := rewards.ReadScheme(text)
	if err != nil {
		return problem.Of(err).In(path)
	}
	return m.office.claims.AddScheme(ctx, m.office.person, &scheme)
}

// Export writes a measure as a file Import reads.
func (m *SchemesModel) Export(scheme rewards.Scheme, path string) error {
	return saveScheme(scheme, path)
}

func saveScheme(scheme rewards.Scheme, path string) error {
	text, err := rewards.WriteScheme(scheme)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		return problem.New("file.no_access").In(path).Because(err)
	}
	return nil
}

// Begin makes a draft of one clause of the library, under the district's name, and gives its id.
func (m *SchemesModel) Begin(ctx context.Context, rule rewards.Rule) (int64, error) {
	draft, err := rewards.DefaultScheme("")
	if err != nil {
		return 0, err
	}
	code, err := m.office.organisations.District(ctx)
	if err != nil {
		return 0, err
	}
	place, _ := region.Find(code)
	draft.Title = place.Name + draft.Title
	draft.Rules = []rewards.Rule{rule}
	err = m.office.claims.AddDraft(ctx, m.office.person, &draft)
	return draft.ID, err
}

// SetTolerance takes a rate as typed, in percent.
func (m *SchemesModel) SetTolerance(ctx context.Context, text string) error {
	rate, err := money.ParseBasisPoints(text)
	if err != nil {
		return err
	}
	return m.office.claims.SetTolerance(ctx, m.office.person, rate)
}

// SetSingle lets one person hold several duties, or not.
func (m *SchemesModel) SetSingle(ctx context.Context, single bool) error {
	return m.office.claims.SetSinglePerson(ctx, m.office.person, single)
}

// Tier is a line of a rule's table: the condition and what it pays.
type Tier struct{ Condition, Pays string }

// Rows are the numbers of a rule as a table: its tiers, or its conditions and what it pays.
func Rows(rule rewards.Rule) []Tier {
	if terms, is := rule.Terms.(*rewards.Tiers); is {
		tiers := make([]Tier, len(terms.Thresholds))
		for i, threshold := range terms.Thresholds {
			tiers[i] = Tier{threshold.In(wording.Language(), terms.Of), terms.Amounts[i].Yuan(wording.Language())}
		}
		return tiers
	}
	rows := []Tier{}
	for i := range rule.Gates {
		rows = append(rows, Tier{Condition: rule.Gates[i].In(wording.Language())})
	}
	if len(rows) == 0 {
		rows = append(rows, Tier{Condition: wording.Text("rewards.schemes.always")})
	}
	rows[len(rows)-1].Pays = rule.BriefIn(wording.Language())
	return rows
}

// BaseOf says what a rule is computed from.
func BaseOf(rule rewards.Rule) string {
	var names []string
	for _, m := range rule.Terms.Measures() {
		names = append(names, m.In(wording.Language()))
	}
	return strings.Join(names, wording.Text("rewards.says.list"))
}
