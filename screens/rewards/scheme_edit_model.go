package rewards

import (
	"context"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/wording"
)

// EditModel is a draft of a measure while its clauses are edited, beside the version in force.
type EditModel struct {
	office *office
	id     int64
	Draft  rewards.Scheme
	Before *rewards.Scheme // the version in force, nil for a new measure
	Chosen int             // which rule is shown
	Year   int             // the one it is tried on
	Dirty  bool
}

// NewEditModel opens a version; Load makes a draft of one in force. rule is the one to show, 0 for the first.
func NewEditModel(o *office, id, rule int64) *EditModel {
	return &EditModel{office: o, id: id, Chosen: int(-rule)}
}

// Load reads the draft and what is in force. A version in force is copied as a new draft, or the draft there is of
// the same measure is opened. Problem: rewards.no_scheme_version.
func (m *EditModel) Load(ctx context.Context) (*EditModel, error) {
	loaded := *m
	all, err := m.office.claims.Schemes(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(s rewards.Scheme) bool { return s.ID == m.id })
	if at < 0 {
		return nil, problem.New("rewards.no_scheme_version")
	}
	family := all[at].Family
	if all[at].State != rewards.Draft {
		at = slices.IndexFunc(all, func(s rewards.Scheme) bool { return s.Family == family && s.State == rewards.Draft })
	}
	if at >= 0 {
		loaded.Draft = all[at]
	} else if loaded.Draft, err = m.office.claims.NewVersion(ctx, m.office.person, m.id); err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].Family == family && all[i].State == rewards.InForce {
			loaded.Before = &all[i]
		}
	}
	loaded.id = loaded.Draft.ID
	loaded.show(int64(-m.Chosen))
	loaded.Year = max(loaded.Draft.FromYear, min(loaded.Draft.ToYear, m.office.claims.Now().In(statement.China).Year()))
	return &loaded, nil
}

// show chooses the rule of an id, in whichever version it is named.
func (m *EditModel) show(rule int64) {
	m.Chosen = 0
	if rule <= 0 {
		return
	}
	family := int64(0)
	for _, s := range []*rewards.Scheme{&m.Draft, m.Before} {
		if s == nil {
			continue
		}
		for _, r := range s.Rules {
			if r.ID == rule {
				family = r.Family
			}
		}
	}
	m.Chosen = max(0, slices.IndexFunc(m.Draft.Rules, func(r rewards.Rule) bool { return r.Family == family && family != 0 }))
}

// Rule is the chosen rule, nil where there is none.
func (m *EditModel) Rule() *rewards.Rule {
	if m.Chosen < 0 || m.Chosen >= len(m.Draft.Rules) {
		return nil
	}
	return &m.Draft.Rules[m.Chosen]
}

// Was is the chosen rule as it is in force, nil for a new one.
func (m *EditModel) Was() *rewards.Rule {
	rule := m.Rule()
	if rule == nil || m.Before == nil {
		return nil
	}
	for i := range m.Before.Rules {
		if m.Before.Rules[i].Family == rule.Family {
			return &m.Before.Rules[i]
		}
	}
	return nil
}

// AddRule puts a new clause after the others, a crossing to be filled in.
func (m *EditModel) AddRule() {
	rule := rewards.Rule{Clause: wording.Text("rewards.edit.new_clause"), Title: wording.Text("rewards.edit.new_title")}
	rule.Says = startOf(rewards.FirstShape, rewards.Says{})
	rule.Kind = rule.Terms.Kind()
	m.Adopt(rule)
}

// Adopt puts a copy of a clause, of the library or new, after the others.
func (m *EditModel) Adopt(rule rewards.Rule) {
	rule.ID, rule.Family, rule.SchemeID = 0, 0, 0
	m.Draft.Rules = append(m.Draft.Rules, rule)
	m.Chosen, m.Dirty = len(m.Draft.Rules)-1, true
}

// RemoveRule takes the chosen clause out, and out of the exclusions it is in.
func (m *EditModel) RemoveRule() {
	rule := m.Rule()
	if rule == nil {
		return
	}
	m.Exclude(rewards.Keep(""), nil)
	m.Draft.Rules = slices.Delete(m.Draft.Rules, m.Chosen, m.Chosen+1)
	m.Chosen, m.Dirty = max(0, m.Chosen-1), true
}

// Move puts the chosen clause one place up or down.
func (m *EditModel) Move(by int) {
	to := m.Chosen + by
	if m.Rule() == nil || to < 0 || to >= len(m.Draft.Rules) {
		return
	}
	m.Draft.Rules[m.Chosen], m.Draft.Rules[to] = m.Draft.Rules[to], m.Draft.Rules[m.Chosen]
	m.Chosen, m.Dirty = to, true
}

// SetShape gives the chosen clause another kind of terms, its gates and limits stay.
func (m *EditModel) SetShape(shape rewards.Shape) {
	rule := m.Rule()
	rule.Says = startOf(shape, rule.Says)
	rule.Kind, m.Dirty = rule.Terms.Kind(), true
}

// Excluded says what keeps one of the chosen clause and others: "" where they are paid together.
func (m *EditModel) Excluded() (keep rewards.Keep, others []string) {
	rule := m.Rule()
	for _, e := range m.Draft.Exclusions {
		if at := slices.IndexFunc(e.Rules, rule.Named); at >= 0 {
			return e.Keep, slices.Delete(slices.Clone(e.Rules), at, at+1)
		}
	}
	return "", nil
}

// Exclude puts the chosen clause and others, by title, into one exclusion; without a keep it leaves those it is in.
func (m *EditModel) Exclude(keep rewards.Keep, others []string) {
	rule := m.Rule()
	var kept []rewards.Exclusion
	for _, e := range m.Draft.Exclusions {
		e.Rules = slices.DeleteFunc(slices.Clone(e.Rules), func(name string) bool { return rule.Named(name) || keep != "" && slices.Contains(others, name) })
		if len(e.Rules) > 1 {
			kept = append(kept, e)
		}
	}
	if keep != "" && len(others) > 0 {
		kept = append(kept, rewards.Exclusion{Keep: keep, Rules: append(slices.Clone(others), rule.Title)})
	}
	m.Draft.Exclusions, m.Dirty = kept, true
}

// Rename gives the chosen clause another title, in the exclusions too.
func (m *EditModel) Rename(title string) {
	rule := m.Rule()
	for i := range m.Draft.Exclusions {
		for j, name := range m.Draft.Exclusions[i].Rules {
			if rule.Named(name) {
				m.Draft.Exclusions[i].Rules[j] = title
			}
		}
	}
	rule.Title, m.Dirty = title, true
}

// Save keeps the draft, sound or not.
func (m *EditModel) Save(ctx context.Context) (rewards.Scheme, error) {
	draft, err := m.Draft.Clone()
	if err != nil {
		return draft, err
	}
	if err := m.office.claims.SaveDraft(ctx, m.office.person, &draft); err != nil {
		return draft, err
	}
	return m.office.claims.Scheme(ctx, draft.ID)
}

// Enact keeps the draft and puts it in force. Problems: those of Scheme.Check.
func (m *EditModel) Enact(ctx context.Context) (rewards.Scheme, error) {
	if err := m.Draft.Check(); err != nil {
		return m.Draft, err
	}
	kept, err := m.Save(ctx)
	if err != nil {
		return kept, err
	}
	return m.office.claims.Enact(ctx, m.office.person, rewards.HeldScheme{ID: kept.ID, Version: kept.Version})
}

// Drop removes the draft.
func (m *EditModel) Drop(ctx context.Context) error {
	return m.office.claims.DropDraft(ctx, m.office.person, rewards.HeldScheme{ID: m.Draft.ID, Version: m.Draft.Version})
}

// editionName is 2026-2 of the second version of a measure from 2026 on.
func editionName(s rewards.Scheme) string {
	return wording.Text("rewards.edit.edition", "year", s.FromYear, "n", s.Edition)
}
