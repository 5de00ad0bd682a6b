package rewards

import (
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit/grid"
)

func TestListFiltersSortsAndSums(t *testing.T) {
	d := newDesk(t).withMeasure()
	small, big := d.enterprise("运河老号食品有限公司", 100, 500, 30), d.enterprise("大运商贸有限公司", 100, 900, 200)
	d.pass(d.claim(small), "受理员", "初审员")
	d.claim(big)
	m := NewListModel(d.office)
	l := d.listed(m)
	if l.Total != 2 || len(l.IDs) != 2 || l.Open() != (rewards.StageSum{Claims: 2, Amount: 15 * money.Wan}) {
		t.Errorf("%+v", l)
	}
	if len(l.Years) != 1 || l.Years[0] != 2026 || len(l.Rules) != 2 || l.Schemes != 1 {
		t.Errorf("choices %+v", l)
	}
	m.SetStage(string(rewards.SecondReview))
	if l = d.listed(m); len(l.IDs) != 1 || l.Standing().Claims != 2 {
		t.Errorf("by stage %+v: the sums do not follow the stage", l)
	}
	m.SetStage(openStages)
	m.SetYear("2025")
	if l = d.listed(m); len(l.IDs) != 0 || l.Total != 2 || !m.Filtered() || m.Stage() != openStages {
		t.Errorf("by year %+v", l)
	}
	m.SetYear("")
	m.SetRule(numberIn(d.scheme.Rules[0].ID))
	m.SetSort([]grid.SortKey{{Column: string(rewards.ByAmount), Descending: true}})
	l = d.listed(m)
	rows, err := m.Rows(l).Page(t.Context(), 0, 2)
	d.must(err)
	if rows[0].Cells[6].Text != "100,000.00" || rows[1].Cells[6].Text != "50,000.00" {
		t.Errorf("sorted by amount: %+v", rows)
	}
	if first := rows[1].Cells; first[0].Text != "2026-001" || first[4].Text != "5,000,000.00" || first[5].Text != "5,300,000.00" || first[7].Text != "复核中" || first[8].Text != "剩 3 天" || first[9].Text != "0/5" {
		t.Errorf("row %+v", first)
	}
}

func (d *desk) listed(m *ListModel) Listing {
	d.t.Helper()
	l, err := m.Load(d.t.Context())
	d.must(err)
	return l
}

func TestFindByNumberAndEnterprise(t *testing.T) {
	d := newDesk(t).withMeasure()
	d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30))
	for _, text := range []string{"2026-001", "老号", "yhlh"} {
		found, err := d.find(t.Context(), text, 5)
		d.must(err)
		if len(found) != 1 || found[0].Key != "smartcanal://claim/1" || found[0].Label != "2026-001 运河老号食品有限公司" {
			t.Errorf("%s finds %+v", text, found)
		}
	}
	count, err := d.count(t.Context())
	d.must(err)
	if count.Number != 1 || !count.Urgent {
		t.Errorf("waiting %+v", count)
	}
}
