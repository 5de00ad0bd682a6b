package rewards

import (
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

func comparison(platforms ...string) rewards.Comparison {
	c := rewards.Comparison{Platforms: platforms, Tolerance: 500, Declared: 200 * money.Yuan}
	april := rewards.ComparedMonth{Month: 202604, IsDeclared: true, Declared: 200 * money.Yuan, Deviation: rewards.Deviation{Fen: -100, Rate: -1423, Known: true, Beyond: true}}
	may := rewards.ComparedMonth{Month: 202605}
	for range platforms {
		april.ByPlatform, may.ByPlatform = append(april.ByPlatform, 50*money.Yuan), append(may.ByPlatform, money.Yuan)
		april.Verified, may.Verified = april.Verified+50*money.Yuan, may.Verified+money.Yuan
	}
	c.Months = []rewards.ComparedMonth{april, may}
	return c
}

func TestEvidenceShowsAndSums(t *testing.T) {
	m := NewEvidenceModel(comparison("wechat", "jd"), 42)
	rows, err := m.Page(t.Context(), 0, 100)
	if err != nil || len(rows) != 2 || len(rows[0].Cells) != len(m.Columns()) {
		t.Fatalf("%+v, %v", rows, err)
	}
	april := rows[0].Cells
	if april[0].Text != "4月" || april[4].Text != "100.00" || april[4].Tone != kit.RedText || april[5].Text != "！-14.23%" {
		t.Errorf("april %+v", april)
	}
	if rows[1].Cells[1].Text != "未申报" || rows[1].Cells[5].Text != "—" {
		t.Errorf("may %+v", rows[1].Cells)
	}
	if totals := m.Totals(); totals[1].Text != "200.00" || totals[2].Text != "51.00" || totals[4].Text != "102.00" {
		t.Errorf("totals %+v", totals)
	}
}

func TestEvidenceOpensItsLines(t *testing.T) {
	for _, c := range []struct {
		platforms []string
		at        grid.Place
		want      rewards.Lines
	}{
		{[]string{"wechat", "jd"}, grid.Place{Row: 0, Column: 3}, rewards.Lines{OrganizationID: 42, From: 202604, To: 202604, Platform: "jd"}},
		{[]string{"wechat", "jd"}, grid.Place{Row: 1, Column: 4}, rewards.Lines{OrganizationID: 42, From: 202605, To: 202605}},
		{[]string{"wechat", "alipay", "taobao", "jd"}, grid.Place{Row: 0, Column: 4}, rewards.Lines{OrganizationID: 42, From: 202604, To: 202604, Platform: "wechat"}},
		{[]string{"wechat", "alipay", "taobao", "jd"}, grid.Place{Row: 0, Column: 2}, rewards.Lines{OrganizationID: 42, From: 202604, To: 202604}},
	} {
		if link := NewEvidenceModel(comparison(c.platforms...), 42).Link(c.at); link != c.want.Link() {
			t.Errorf("%v at %v opens %q", c.platforms, c.at, link)
		}
	}
	if link := NewEvidenceModel(comparison("wechat"), 42).Link(grid.Place{Row: -1}); link != "" {
		t.Errorf("no cell opens %q", link)
	}
}

func TestManyPlatformsStandBehindTheSum(t *testing.T) {
	columns := NewEvidenceModel(comparison("wechat", "alipay", "taobao", "jd"), 42).Columns()
	if columns[2].ID != "verified" || columns[3].ID != "deviation" || columns[4].ID != "wechat" || columns[7].ID != "jd" {
		t.Errorf("%+v", columns)
	}
}
