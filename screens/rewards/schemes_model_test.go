package rewards

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

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

func TestARuleAsATable(t *testing.T) {
	measure := rewards.Measure{Of: rewards.OfSales}
	crossing := rewards.Rule{Says: rewards.Says{Terms: &rewards.Tiers{Of: measure, First: true,
		Thresholds: []rewards.Threshold{{At: 500_0000_00}, {At: 1000_0000_00, Strict: true}}, Amounts: []rewards.Quantity{5_0000_00, 10_0000_00}}}}
	want := []Tier{{"达到 500 万元", "5 万元"}, {"超过 1,000 万元", "10 万元"}}
	if rows := Rows(crossing); !slices.Equal(rows, want) {
		t.Errorf("%+v", rows)
	}
	share := rewards.Rule{Says: rewards.Says{Terms: &rewards.Share{Of: measure, Rate: 1_50}, Cap: 100_0000_00,
		Gates: []rewards.Gate{{Measure: measure, At: &rewards.Threshold{At: 500_0000_00, Strict: true}}}}}
	if rows := Rows(share); rows[0] != (Tier{"当年线上核实网络零售额超过 500 万元", "1.5%，至多 100 万元"}) {
		t.Errorf("%+v", rows)
	}
}
