package rewards

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
)

func TestMeasureIsAdoptedExportedAndImported(t *testing.T) {
	d := newDesk(t).withMeasure()
	if d.scheme.Title != "运河区电子商务发展奖励办法" {
		t.Errorf("adopted %q", d.scheme.Title)
	}
	m := NewSchemesModel(d.office, d.scheme.Rules[1].ID)
	path := filepath.Join(t.TempDir(), "办法.json")
	d.must(m.Export(d.scheme, path))
	d.must(m.Import(t.Context(), path))
	all, err := m.Load(t.Context())
	d.must(err)
	if len(all.Schemes) != 2 || all.Tolerance != 500 || all.Single {
		t.Fatalf("%+v", all)
	}
	if scheme, rule := m.Chosen(all); scheme != 1 || rule != 1 {
		t.Errorf("the link's rule is shown, not %d/%d", scheme, rule)
	}
	m.ChooseScheme(0)
	if scheme, rule := m.Chosen(all); scheme != 0 || rule != 0 {
		t.Errorf("chosen %d/%d", scheme, rule)
	}
	d.must(os.WriteFile(path, []byte("{"), 0o600))
	d.refused(m.Import(t.Context(), path), "rewards.scheme_unreadable")
	d.refused(m.Import(t.Context(), path+".none"), "file.no_access")
}

func TestToleranceIsTypedInPercent(t *testing.T) {
	d := newDesk(t)
	m := NewSchemesModel(d.office, 0)
	d.must(m.SetTolerance(t.Context(), "2.5%"))
	if all, err := m.Load(t.Context()); err != nil || all.Tolerance != 250 {
		t.Errorf("%+v, %v", all, err)
	}
	d.refused(m.SetTolerance(t.Context(), "101"), "rewards.tolerance_out_of_range")
	d.refused(m.SetTolerance(t.Context(), "五"), "money.not_a_number")
}

func TestTiersAsATable(t *testing.T) {
	crossing := rewards.Rule{Terms: &rewards.FirstCrossing{
		Thresholds: []rewards.Threshold{{Fen: 500 * money.Wan}, {Fen: 1000 * money.Wan, Strict: true}}, Amounts: []money.Fen{5 * money.Wan, 10 * money.Wan}}}
	want := []Tier{{"首次达到（≥）500 万元", "5"}, {"首次超过（>）1,000 万元", "10"}}
	if tiers := Tiers(crossing); !slices.Equal(tiers, want) {
		t.Errorf("%+v", tiers)
	}
	share := rewards.Rule{Terms: &rewards.Percentage{Of: rewards.OfVerified, Rate: 150, Cap: 100 * money.Wan, Gate: &rewards.Threshold{Fen: 500 * money.Wan, Strict: true}}}
	if tiers := Tiers(share); tiers[0] != (Tier{"零售额超过（>）500 万元", "1.5%，至多 100"}) {
		t.Errorf("%+v", tiers)
	}
}
