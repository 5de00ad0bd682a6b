package rewards

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/wording"
)

// Tried is what the chosen clause of a draft would have paid on the register's data, beside the version in force.
type Tried struct {
	Payees  []Payee // the highest first
	Total   money.Fen
	Budget  money.Fen // of the clause, else of the measure; 0 for none
	Was     *money.Fen
	WasWho  int
	Missing int // who may be owed something once they declare what the clause asks for
	Changed []rewards.GainLoss
	Capped  []Payee // held by the cap per enterprise
	Took    time.Duration
	Wrong   *problem.Problem // why there is nothing to try
}

// Payee is an enterprise and what the clause pays it.
type Payee struct {
	ID       int64
	Name     string
	Verified money.Fen
	Amount   money.Fen
	Deducted money.Fen // by the cap per enterprise
}

// Try computes the draft, and the version in force, over the register. A draft that is not sound is tried for the
// chosen clause alone; where that is not sound either, Wrong says why.
func (m *EditModel) Try(ctx context.Context) (Tried, error) {
	began := time.Now()
	rule := m.Rule()
	if rule == nil {
		return Tried{}, nil
	}
	draft, place := m.Draft, m.Chosen
	if draft.Check() != nil {
		draft.Rules, draft.Exclusions, place = []rewards.Rule{*rule}, nil, 0
	}
	if err := draft.Check(); err != nil {
		return Tried{Wrong: problem.Of(err)}, nil
	}
	is, err := m.office.claims.Project(ctx, draft, m.Year)
	if err != nil {
		return Tried{}, err
	}
	tried := Tried{Missing: is.Rules[place].Missing}
	if err := tried.payees(is, place); err != nil {
		return tried, err
	}
	if budget := cmp.Or(rule.Budget, draft.Budget); budget != nil {
		tried.Budget = budget.Amount.Fen() * money.Fen(len(budget.Per.Parts()))
	}
	if err := m.compare(ctx, &tried, is); err != nil {
		return tried, err
	}
	tried.Took = time.Since(began)
	return tried, nil
}

// payees sums up who gets what of a rule and whom the cap per enterprise held.
func (t *Tried) payees(batch *rewards.Projection, place int) error {
	byOwner := map[int64]*Payee{}
	for i := range batch.Rulings {
		o := &batch.Rulings[i]
		if o.Rule != place || o.Missing != nil {
			continue
		}
		id := o.Evidence.OrganizationID
		if byOwner[id] == nil {
			byOwner[id] = &Payee{ID: id, Name: batch.Organizations[id], Verified: o.Evidence.Verified()}
		}
		byOwner[id].Amount += o.Amount
		t.Total += o.Amount
		deducted, err := capDeducts(o, batch.Scheme)
		if err != nil {
			return err
		}
		byOwner[id].Deducted += deducted
	}
	for _, payee := range byOwner {
		t.Payees = append(t.Payees, *payee)
	}
	slices.SortFunc(t.Payees, func(a, b Payee) int {
		return cmp.Or(cmp.Compare(b.Amount+b.Deducted, a.Amount+a.Deducted), cmp.Compare(b.Verified, a.Verified), strings.Compare(a.Name, b.Name))
	})
	for _, payee := range t.Payees {
		if payee.Deducted > 0 {
			t.Capped = append(t.Capped, payee)
		}
	}
	return nil
}

// capDeducts is what the measure's cap per enterprise takes off an ruling.
func capDeducts(o *rewards.Ruling, scheme rewards.Scheme) (money.Fen, error) {
	if scheme.YearlyCap == 0 || len(o.Evidence.Granted) == 0 {
		return 0, nil
	}
	trace, err := o.Trace(scheme)
	for _, step := range trace.Steps {
		if step.Code == "yearly_cap" && step.Result == rewards.Deducts {
			return step.Fen, err
		}
	}
	return 0, err
}

func (m *EditModel) compare(ctx context.Context, tried *Tried, is *rewards.Projection) error {
	rule, old := m.Rule(), m.Was()
	if old == nil || m.Before == nil || m.Before.Check() != nil || m.Year < m.Before.FromYear || m.Year > m.Before.ToYear {
		return nil
	}
	was, err := m.office.claims.Project(ctx, *m.Before, m.Year)
	if err != nil {
		return err
	}
	for i := range was.Scheme.Rules {
		if was.Scheme.Rules[i].Family == rule.Family {
			tried.Was, tried.WasWho = &was.Rules[i].Total, was.Rules[i].Enterprises
		}
	}
	tried.Changed = rewards.WhatIf(was, is, rule.Family)
	return nil
}

// Finding is a line of the checks of a clause.
type Finding struct {
	Text, Note string
	Bad        *problem.Problem
	Warns      bool
}

// checks are the lines of the checks and which problems they stand for.
var checks = []struct {
	key   string
	codes []string
}{
	{"tiers", []string{"no_tiers", "tiers_uneven", "tier_not_positive", "tiers_not_ascending", "tiers_gap", "tiers_overlap"}},
	{"amounts", []string{"amounts_not_ascending", "amount_missing", "rate_out_of_range", "steps_not_positive", "units_open", "promise_open", "money_asked"}},
	{"caps", []string{"cap_below_tier", "cap_missing", "cap_negative", "cap_below_step", "yearly_cap_below_rule", "yearly_cap_negative", "budget_open", "rank_open", "rank_tiers"}},
	{"gates", []string{"gate_open", "gate_not_positive", "reading_not_chosen", "measure_unnamed", "measure_parts", "measure_unknown", "measure_months", "unit_figure", "first_of"}},
	{"exclusions", []string{"exclusion_open", "exclusion_rule", "exclusion_twice", "exclusion_circular"}},
}

// Findings checks the chosen clause and what it has to do with the others. The first thing that is wrong is
// said; sound tells that the draft could be put in force.
func (m *EditModel) Findings() (findings []Finding, sound bool) {
	rule := m.Rule()
	wrong := problem.Of(m.Draft.Check())
	if own := rule.Check(); own != nil {
		wrong = problem.Of(own)
	}
	placed := wrong == nil
	for _, check := range checks {
		finding := Finding{Text: wording.Text("rewards.check." + check.key), Note: m.checkNote(check.key)}
		if wrong != nil && slices.Contains(check.codes, strings.TrimPrefix(wrong.Code, "rewards.")) {
			finding.Bad, placed = wrong, true
		}
		findings = append(findings, finding)
	}
	if !placed {
		findings = append(findings, Finding{Text: wording.Text("rewards.check.rest"), Bad: wrong})
	}
	return findings, wrong == nil
}

func (m *EditModel) checkNote(key string) string {
	rule := m.Rule()
	switch key {
	case "tiers":
		if tiers, is := rule.Terms.(*rewards.Tiers); is {
			return wording.Text("rewards.check.tiers_note", "thresholds", len(tiers.Thresholds), "amounts", len(tiers.Amounts))
		}
	case "caps":
		if most := rule.Most(); most > 0 && m.Draft.YearlyCap > 0 {
			return wording.Text("rewards.check.caps_note", "cap", wholeWan(m.Draft.YearlyCap), "most", wholeWan(most))
		}
	case "exclusions":
		_, others := m.Excluded()
		return strings.Join(others, wording.Text("rewards.says.list"))
	}
	return ""
}
