package register

import (
	"errors"
	"strings"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/register"
)

const ledger = `企业名称,统一社会信用代码,联系人,电话,地址,平台,店铺名称,商户号
运河老号食品有限公司,,王五,13803176021,新华西路 120 号,京东,老号京东店,
新开电子商务有限公司,,李四,0317-3021234,,微信,新开小程序,1900099999
错码商贸有限公司,91330100799655058C,,,,,,
`

func looked(t *testing.T, m *LedgerModel) *Looked {
	t.Helper()
	l, err := m.Look(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m.Take(l)
	return l
}

func TestALedgerIsSeenBeforeItIsWritten(t *testing.T) {
	o := newOffice(t)
	m := newLedgerModel(o.rooms)
	m.Choose(o.file("台账.csv", ledger))
	looked(t, m)
	if !m.Any() || len(m.Entries()) != 3 {
		t.Fatalf("%+v", m.Plan)
	}
	m.Only = register.Refused
	rows, err := m.Entries().Page(t.Context(), 0, 10)
	o.must(err)
	if len(rows) != 1 || rows[0].Cells[0].Text != "4" || !strings.Contains(rows[0].Cells[4].Text, "校验不通过") {
		t.Errorf("%+v", rows)
	}
	o.must(m.Apply(t.Context()))
	m.Only = ""
	looked(t, m)
	if m.Any() || m.Plan.Count(register.Unchanged) != 2 {
		t.Errorf("the same ledger again: %+v", m.Plan)
	}
}

func TestATableThatIsNoLedgerSaysSo(t *testing.T) {
	o := newOffice(t)
	m := newLedgerModel(o.rooms)
	m.Choose(o.file("通讯录.csv", "姓名,电话\n张三,1\n"))
	if _, err := m.Look(t.Context()); !errors.Is(err, problem.New("register.ledger_no_names")) {
		t.Errorf("%v", err)
	}
	m.Choose(o.file("没有", ""))
	if _, err := m.Look(t.Context()); err == nil {
		t.Error("an empty file is no ledger")
	}
}

func TestChangesAreWorded(t *testing.T) {
	for _, c := range []struct{ field, value, want string }{
		{register.FieldShop, "jd 老号京东店", "京东 老号京东店"},
		{register.FieldAccount, "wechat 1623 mixed", "微信支付 1623 混合"},
		{register.FieldKind, "farm", "家庭农场"}, {register.FieldRegion, "130903004", "市场街道"}, {register.FieldAddress, "", "—"},
	} {
		if got := changeValue(c.field, c.value); got != c.want {
			t.Errorf("%s %q: %q", c.field, c.value, got)
		}
	}
}

func TestTheBetterOfTwoIsProposed(t *testing.T) {
	o := newOffice(t).trading()
	other := register.Organization{Name: "老号食品"}
	o.must(o.room.Create(t.Context(), clerk, &other))
	c, err := compare(t.Context(), o.rooms, other.ID, o.main.ID)
	o.must(err)
	if c.Better() != 1 || !c.Mergeable() || c.Moving(0) != 5 || c.Sides[1].Sales != 11100000 {
		t.Errorf("better %d, moving %d, sales %d", c.Better(), c.Moving(0), c.Sides[1].Sales)
	}
	c.Sides[0].Card.Organization.CreditCode = "91330100799655058C"
	if c.Mergeable() {
		t.Error("two codes are two organisations")
	}
	o.must(merge(t.Context(), o.rooms, o.main.ID, other.ID))
	gone := newOrganizationModel(o.rooms, other.ID)
	page, err := gone.Load(t.Context())
	if err != nil || page.Kept == nil || page.Kept.ID != o.main.ID {
		t.Errorf("%+v, %v", page, err)
	}
}
