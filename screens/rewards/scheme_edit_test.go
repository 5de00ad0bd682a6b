package rewards

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

const tenWan = rewards.Quantity(10_0000_00)

// editing opens the draft of the desk's measure.
func (d *desk) editing() *EditModel {
	d.t.Helper()
	m, err := NewEditModel(d.office, d.scheme.ID, d.scheme.Rules[0].ID).Load(d.t.Context())
	d.must(err)
	return m
}

func TestAMeasureInForceIsEditedAsADraft(t *testing.T) {
	d := newDesk(t).withMeasure()
	d.enterprise("甲", 100, 500, 100)
	d.enterprise("乙", 100, 5000, 30)
	m := d.editing()
	if m.Draft.State != rewards.Draft || m.Draft.Edition != 2 || m.Before.ID != d.scheme.ID || m.Rule().Title != "网络零售额突破奖" || m.Year != 2026 {
		t.Fatalf("%+v", m)
	}
	if again := d.editing(); again.Draft.ID != m.Draft.ID {
		t.Error("the draft there is is opened again")
	}
	m.Rule().Terms.(*rewards.Tiers).Amounts[0] = 4_0000_00
	tried, err := m.Try(t.Context())
	d.must(err)
	if len(tried.Payees) != 2 || tried.Payees[0].Name != "乙" || tried.Total != 24_0000_00 || *tried.Was != 25_0000_00 || tried.WasWho != 2 || len(tried.Changed) != 1 || tried.Changed[0].Organization != "甲" {
		t.Errorf("%+v", tried)
	}
	kept, err := m.Save(t.Context())
	d.must(err)
	m.Draft = kept
	_, err = m.Enact(t.Context())
	d.must(err)
	of, err := d.claims.SchemeOfYear(t.Context(), 2026)
	if err != nil || of.Edition != 2 || of.Rules[0].Terms.(*rewards.Tiers).Amounts[0] != 4_0000_00 {
		t.Errorf("%+v, %v", of, err)
	}
	_, err = NewEditModel(d.office, 4711, 0).Load(t.Context())
	d.refused(err, "rewards.no_scheme_version")
}

func TestClausesAreAddedMovedExcludedAndRemoved(t *testing.T) {
	d := newDesk(t).withMeasure()
	m := d.editing()
	m.AddRule()
	if _, sound := m.Findings(); sound || m.Chosen != 2 {
		t.Error("a new clause has no numbers yet")
	}
	m.SetShape(rewards.FixedShape)
	m.Rule().Terms.(*rewards.Fixed).Amount = tenWan
	m.Rename("固定奖")
	m.Exclude(rewards.KeepHighest, []string{"网络零售额突破奖"})
	if keep, others := m.Excluded(); keep != rewards.KeepHighest || !slices.Equal(others, []string{"网络零售额突破奖"}) {
		t.Errorf("%s %v", keep, others)
	}
	m.Rename("落户奖")
	if findings, sound := m.Findings(); !sound {
		t.Errorf("%+v", findings)
	}
	m.Move(-1)
	if m.Draft.Rules[1].Title != "落户奖" || m.Chosen != 1 || !m.Dirty {
		t.Errorf("%+v", m.Draft.Rules)
	}
	m.RemoveRule()
	if len(m.Draft.Rules) != 2 || len(m.Draft.Exclusions) != 0 || m.Chosen != 0 {
		t.Errorf("%+v", m.Draft)
	}
	kept, err := m.Save(t.Context())
	if err != nil || len(kept.Rules) != 2 || kept.Rules[1].Family != d.scheme.Rules[1].Family {
		t.Errorf("%+v, %v", kept, err)
	}
}

// TestEveryKindCanBeBegun: each kind a person can choose is begun without a fault, is not sound until it is filled, and
// says the line of the checks where it is not.
func TestEveryKindCanBeBegun(t *testing.T) {
	d := newDesk(t).withMeasure()
	for _, shape := range shapes {
		m := d.editing()
		m.SetShape(shape)
		if got := editedShape(&m.Rule().Says); got != shape {
			t.Errorf("%s shows as %s", shape, got)
		}
		findings, sound := m.Findings()
		if fills := shape != rewards.FirstShape && shape != rewards.LevelShape && shape != rewards.IncreaseShape; sound == fills {
			t.Errorf("%s: sound %t, %+v", shape, sound, findings)
		}
		_, err := m.Try(t.Context())
		d.must(err)
	}
}

func TestFindingsNameTheLine(t *testing.T) {
	d := newDesk(t).withMeasure()
	for _, c := range []struct {
		line   int
		code   string
		change func(*EditModel)
	}{
		{0, "rewards.tiers_not_ascending", func(m *EditModel) { m.Rule().Terms.(*rewards.Tiers).Thresholds[1].At = 1 }},
		{1, "rewards.amounts_not_ascending", func(m *EditModel) { m.Rule().Terms.(*rewards.Tiers).Amounts[1] = 1 }},
		{2, "rewards.yearly_cap_below_rule", func(m *EditModel) { m.Draft.YearlyCap = 1 }},
		{3, "rewards.gate_open", func(m *EditModel) {
			m.Rule().Gates = []rewards.Gate{{Measure: rewards.Measure{Of: rewards.OfSales}}}
		}},
		{4, "rewards.exclusion_rule", func(m *EditModel) {
			m.Draft.Exclusions = []rewards.Exclusion{{Keep: rewards.KeepHighest, Rules: []string{"网络零售额突破奖", "没有这条"}}}
		}},
		{5, "rewards.rule_untitled", func(m *EditModel) { m.Rule().Title = "" }},
	} {
		m := d.editing()
		c.change(m)
		findings, sound := m.Findings()
		if sound || c.line >= len(findings) || findings[c.line].Bad == nil || findings[c.line].Bad.Code != c.code {
			t.Errorf("%s: %+v", c.code, findings)
		}
	}
}

func TestNumbersAreTypedInTheirUnit(t *testing.T) {
	for _, c := range []struct {
		unit  rewards.Unit
		typed string
		want  rewards.Quantity
		shown string
	}{
		{rewards.Yuan, "500", 500_0000_00, "500"}, {rewards.Yuan, "1,000", 1000_0000_00, "1,000"}, {rewards.Yuan, "0.2", 2000_00, "0.2"},
		{rewards.Yuan, "0.0001", 1_00, "0.0001"}, {rewards.Yuan, "1.234567", 1234567, "1.234567"}, {rewards.Yuan, "五", 0, ""}, {rewards.Yuan, "", 0, ""},
		{rewards.Percent, "1.5", 1_50, "1.5"}, {rewards.Points, "4.7", 4_70, "4.7"}, {rewards.Count, "6000", 6000_00, "6,000"}, {rewards.Count, "x", 0, ""},
	} {
		q := readQuantity(c.unit, c.typed)
		if shown := typedQuantity(c.unit, q); q != c.want || shown != c.shown {
			t.Errorf("%s %q: %d shown as %q, want %d as %q", c.unit, c.typed, q, shown, c.want, c.shown)
		}
	}
}

// entryWith finds the entry that shows a text.
func entryWith(t *testing.T, over fyne.Window, text string) *kit.Entry {
	t.Helper()
	for _, o := range test.LaidOutObjects(over.Content()) {
		if entry, is := o.(*kit.Entry); is && entry.Text == text {
			return entry
		}
	}
	t.Fatalf("no entry shows %q", text)
	return nil
}

// buttonNamed finds a button by its words, in the dialog on top where there is one.
func buttonNamed(t *testing.T, over fyne.Window, label string) *kit.Button {
	t.Helper()
	root := over.Content()
	if top := over.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	for _, o := range test.LaidOutObjects(root) {
		if button, is := o.(*kit.Button); is && button.Label() == label {
			return button
		}
	}
	t.Fatalf("no button says %q", label)
	return nil
}

func TestTypingReadsTheClauseBackAndTriesIt(t *testing.T) {
	d := newDesk(t).withMeasure()
	d.enterprise("甲", 100, 600, 100)
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewEditView(c, NewEditModel(d.office, d.scheme.ID, 0)) })
	v := page.(*EditView)
	entry := entryWith(t, w.over, "500")
	w.over.Canvas().Focus(entry)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	entry.TypedRune('0') // 5,000 is no longer below the second tier
	if _, sound := v.model.Findings(); sound || v.tried.Wrong == nil || !strings.Contains(v.reading.Content, "首次达到 5,000 万元的，奖励 5 万元") {
		t.Errorf("%s, %+v", v.reading.Content, v.tried)
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if v.tried.Total != 5_0000_00 || len(v.tried.Payees) != 1 {
		t.Errorf("%+v", v.tried)
	}
	if v.MayLeave(func() {}) {
		t.Error("what was changed is asked for before it is left")
	}
	kit.CloseTop()
	test.Tap(buttonNamed(t, w.over, "保存草稿"))
	if v.model.Dirty || w.trouble != nil || !v.MayLeave(func() {}) {
		t.Errorf("saved, and nothing is left open: %v", w.trouble)
	}
	test.Tap(buttonNamed(t, w.over, "＋ 加一档"))
	if len(v.model.Rule().Terms.(*rewards.Tiers).Thresholds) != 4 {
		t.Error("another tier")
	}
	test.Tap(buttonNamed(t, w.over, "生效…"))
	if w.trouble == nil || w.trouble.Code != "rewards.tier_not_positive" {
		t.Errorf("a draft that is not sound is not put in force: %v", w.trouble)
	}
}

func TestAClauseOfTheLibraryBeginsAMeasure(t *testing.T) {
	d := newDesk(t)
	w, _ := onWindow(t, func(c kit.Context) kit.Page { return NewSchemesView(c, NewSchemesModel(d.office, 0)) })
	test.Tap(buttonNamed(t, w.over, "条款库…"))
	test.Tap(buttonNamed(t, w.over, "加入草稿"))
	if len(w.opened) != 1 || w.opened[0] != editLink(1, 0) || w.trouble != nil {
		t.Fatalf("%v, %v", w.opened, w.trouble)
	}
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewEditView(c, NewEditModel(d.office, 1, 0)) })
	v := page.(*EditView)
	if v.model.Draft.Title != "运河区电子商务发展奖励办法" || len(v.model.Draft.Rules) != 1 || v.model.Before != nil {
		t.Errorf("%+v", v.model.Draft)
	}
	test.Tap(buttonNamed(t, w.over, "生效…"))
	test.Tap(buttonNamed(t, w.over, "生效"))
	if of, err := d.claims.SchemeOfYear(t.Context(), 2026); err != nil || of.Rules[0].Title != "网络零售额奖" || w.opened[0] != schemesLink {
		t.Errorf("%+v, %v, %v", of, err, w.opened)
	}
	if err := saveScheme(v.model.Draft, filepath.Join(t.TempDir(), "办法.json")); err != nil {
		t.Error(err)
	}
}
