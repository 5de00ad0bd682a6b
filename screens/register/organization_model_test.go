package register

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/sheet"
)

func TestThePageTellsTheSalesOfTwoYears(t *testing.T) {
	model := newOffice(t).trading().page()
	f := model.Page.Figures
	if f.Year != 2026 || f.Sums != [2]money.Fen{1500000, 9600000} || f.Months[1][10] != 7100000 || f.Offline != 300000 {
		t.Errorf("%+v", f)
	}
	if f.Compared != 10 || f.ByMonths != [2]money.Fen{1000000, 2500000} {
		t.Errorf("the month that is not over must not be compared: %+v", f)
	}
	if growth, known := f.Growth(); !known || growth != 1.5 {
		t.Errorf("growth %v, %v", growth, known)
	}
	if f.Until.Day() != 21 || len(f.Platforms) != 1 || f.Platforms[0].Fen != 9600000 || model.Page.AccountName(f.Counters[0].AccountID) != "解放路门店" {
		t.Errorf("%+v", f)
	}
}

func TestMonthsAreComparedOnlyWhereTheyAreWhole(t *testing.T) {
	for _, c := range []struct{ last, want int }{{0, 0}, {202511, 0}, {202601, 1}, {202610, 10}, {202611, 10}, {202701, 12}} {
		f := Figures{Year: 2026}
		f.compare(c.last, today)
		if f.Compared != c.want {
			t.Errorf("last month %d: %d months, want %d", c.last, f.Compared, c.want)
		}
	}
}

func TestShopsAndAccountsTellTheirLastStatement(t *testing.T) {
	page := newOffice(t).trading().page().Page
	if last := lastStatement(page.Shops[0], page.Accounts, page.Uses); last != 202611 {
		t.Errorf("the shop with the account's number: %d", last)
	}
	if last := lastStatement(page.Shops[1], page.Accounts, page.Uses); last != 0 {
		t.Errorf("a shop without statements: %d", last)
	}
	if use := page.Uses[page.Accounts[0].ID]; use.Lines != 3 || use.Last != 202611 {
		t.Errorf("%+v", use)
	}
}

func TestDealingsTellWhatHappened(t *testing.T) {
	o := newOffice(t).trading()
	changed := o.main
	changed.Address, changed.AboveQuota = "新华西路 118 号", ""
	o.must(o.room.Update(t.Context(), clerk, &changed))
	card, err := o.room.Card(t.Context(), o.main.ID)
	o.must(err)
	o.must(o.room.RemovePerson(t.Context(), clerk, card.People[0].ID))
	model := o.page()
	all := ""
	for _, dealing := range model.Page.Dealings {
		all += dealing.Kind + " " + dealing.Text + "\n"
	}
	for _, want := range []string{
		"import 微信服务商账单 ALL 2025-03-05 至 2026-11-21，归入本主体 6 笔", "change 限上清空（原为 零售）；地址：新华西路 118 号", "change 登记入名录",
		"新增网店 京东 老号京东店", "change 新增收款账户 微信支付 小程序 1623", "change 删除联系人 电商负责人 张三",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("missing %q in\n%s", want, all)
		}
	}
	if strings.Contains(all, "13803176021") {
		t.Error("a telephone stands unmasked in the dealings")
	}
	model.Kind = DealingImport
	if shown := model.Shown(); len(shown) != 1 || model.Count("") != len(model.Page.Dealings) || model.Years()[0] != 2026 {
		t.Errorf("%+v", shown)
	}
}

func TestWhatWasRemovedComesBack(t *testing.T) {
	o := newOffice(t).trading()
	model := o.page()
	o.must(model.RemoveShop(t.Context(), model.Page.Shops[0].ID))
	o.must(model.ReleaseAccount(t.Context(), model.Page.Accounts[0].ID))
	model = o.page()
	if len(model.Page.Shops) != 1 || len(model.Page.Accounts) != 1 || model.Page.Figures.Sums[1] != 0 {
		t.Errorf("%+v", model.Page.Card)
	}
	for _, dealing := range model.Page.Dealings {
		if dealing.Removed != nil {
			o.must(model.RestoreRemoved(t.Context(), *dealing.Removed))
		}
	}
	if shops := o.page().Page.Shops; len(shops) != 2 {
		t.Errorf("%+v", shops)
	}
}

func TestPhonesAreMaskedUntilAsked(t *testing.T) {
	model := newOffice(t).trading().page()
	if got := model.Phone("13803176021"); got != "138****6021" {
		t.Error(got)
	}
	model.Phones = true
	if got := model.Phone("13803176021"); got != "13803176021" {
		t.Error(got)
	}
}

func TestCodeStateAndPlace(t *testing.T) {
	page := newOffice(t).page().Page
	if text, good := page.CodeState(); !good || text != "信用代码校验通过" || page.Place != "市场街道 · 顺河社区" {
		t.Errorf("%q %v %q", text, good, page.Place)
	}
	page.Organization.CreditCode = ""
	if _, good := page.CodeState(); good {
		t.Error("no code is not a good one")
	}
	if (&Dossier{Card: &register.Card{}}).LastChange() != nil || !today.After(time.Time{}) {
		t.Error("no change has no last one")
	}
}

func TestTheDossierHoldsWhatThePageKnows(t *testing.T) {
	model := newOffice(t).trading().page()
	path := filepath.Join(t.TempDir(), model.DossierName())
	if err := model.SaveDossier(path, nil); err != nil {
		t.Fatal(err)
	}
	file, err := sheet.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all := ""
	for _, table := range file.Tables {
		for row, err := range table.Rows(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			all += strings.Join(row.Cells, "|") + "\n"
		}
	}
	for _, want := range []string{"地区|市场街道 · 顺河社区", "电商负责人|张三 138****6021", "网店|微信支付|老号商城|1623|营业", "11月|5000|71000", "导入|微信服务商账单"} {
		if !strings.Contains(all, want) {
			t.Errorf("missing %q in\n%s", want, all)
		}
	}
	if len(file.Tables) != 4 || strings.Contains(all, "13803176021") {
		t.Errorf("%d sheets\n%s", len(file.Tables), all)
	}
}
