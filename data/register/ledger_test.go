package register

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
	"smartcanal/data/store"
)

func ledger(t testing.TB, content string) sheet.Table {
	t.Helper()
	path := filepath.Join(t.TempDir(), "企业台账.csv")
	must(t, os.WriteFile(path, []byte(content), 0o600))
	file, err := sheet.Open(t.Context(), path)
	must(t, err)
	t.Cleanup(func() { file.Close() })
	return file.Tables[0]
}

func previewed(t testing.TB, room *Room, content string) *LedgerPlan {
	t.Helper()
	plan, err := room.PreviewLedger(t.Context(), ledger(t, content))
	must(t, err)
	return plan
}

func counts(plan *LedgerPlan) [4]int {
	return [4]int{plan.Count(Added), plan.Count(Changed), plan.Count(Unchanged), plan.Count(Refused)}
}

const firstLedger = `运河区电商企业台账,,,,,,,,,,,
序号,企业名称（全称）,统一社会信用代码,类型,成立日期,所属街道,地址,联系人,联系电话,店铺名称,所在平台,商户号,是否限上
1,运河老号食品有限公司,91330100799655058b,有限责任公司,2009年4月16日,市场街道,新华西路 118 号,张三,138 0317 6021,运河老号食品旗舰店,京东,1623308841,是
2,运河老号食品有限公司,91330100799655058B,,,,,,,运河老号商城,微信小程序,1623310904,
3,沧州清河电子商务有限公司,9144030071526726XG,,39919,运河区,,李四,0317-3021234,,,,否
4,红枣农民专业合作社,,合作社,2015/3/1,南陈屯镇,,,,,,,
5,错码商贸,91330100799655058C,,,,,,,,,,
6,,,,,,某路 1 号,,,,,,
合计,合计,,,,,,,,,,,
`

func TestLedgerGoesInOnceAndThenChangesOnlyWhatChanged(t *testing.T) {
	room := newRoom(t)
	plan := previewed(t, room, firstLedger)
	if counts(plan) != [4]int{3, 0, 0, 2} || plan.HeaderRow != 2 || !slices.Equal(plan.Ignored, []string{"序号"}) {
		t.Fatalf("%v, header %d, ignored %v", counts(plan), plan.HeaderRow, plan.Ignored)
	}
	if ids := list(t, room, Filter{}); len(ids) != 0 {
		t.Fatal("a preview has written")
	}
	wrong := plan.Entries[3].Problem
	if !errors.Is(wrong, problem.New("identity.credit_code_check")) || wrong.Where.Row != 7 || wrong.Where.Column != "统一社会信用代码" || wrong.Where.File != "企业台账.csv" {
		t.Errorf("%v", wrong)
	}
	if nameless := plan.Entries[4].Problem; !errors.Is(nameless, problem.New("register.name_missing")) || nameless.Where.Row != 8 || nameless.Where.Column != "企业名称（全称）" {
		t.Errorf("%v", nameless)
	}
	must(t, room.ApplyLedger(t.Context(), clerk, plan))
	o, err := room.FindByCreditCode(t.Context(), "91330100799655058B")
	must(t, err)
	card, err := room.Card(t.Context(), o.ID)
	must(t, err)
	if o.FoundedOn != "2009-04-16" || o.RegionCode != "130903004" || o.AboveQuota != "限上" || o.LegalForm != "有限责任公司" {
		t.Errorf("%+v", o)
	}
	if len(card.People) != 1 || card.People[0].Phone != "13803176021" || len(card.Shops) != 2 || len(card.Accounts) != 2 ||
		card.Accounts[0].Platform != "jd" || card.Accounts[1].Platform != "wechat" {
		t.Errorf("%+v", card)
	}

	if again := previewed(t, room, firstLedger); counts(again) != [4]int{0, 0, 3, 2} {
		t.Errorf("the same ledger again: %v %+v", counts(again), again.Entries)
	}

	second := `企业名称,信用代码,联系人,电话,地址,行业
运河老号食品集团有限公司,91330100799655058B,王五,13803176021,,食品制造业
红枣农民专业合作社,,,,桥头村,
`
	plan = previewed(t, room, second)
	if counts(plan) != [4]int{0, 2, 0, 0} {
		t.Fatalf("%v", counts(plan))
	}
	want := []FieldChange{
		{FieldName, "运河老号食品有限公司", "运河老号食品集团有限公司"},
		{FieldIndustry, "", "食品制造业"},
		{FieldPerson, "联系人 张三 138****6021", "联系人 王五 138****6021"},
	}
	if !slices.Equal(plan.Entries[0].Changes, want) {
		t.Errorf("%+v", plan.Entries[0].Changes)
	}
	must(t, room.ApplyLedger(t.Context(), clerk, plan))
	o, err = room.Find(t.Context(), o.ID)
	must(t, err)
	if o.Name != "运河老号食品集团有限公司" || o.Address != "新华西路 118 号" || o.Industry != "食品制造业" {
		t.Errorf("%+v", o)
	}
	if err := room.ApplyLedger(t.Context(), clerk, plan); !errors.Is(err, problem.New("record.changed")) {
		t.Errorf("a stale plan: %v", err)
	}
}

func TestLedgerRefuses(t *testing.T) {
	room := newRoom(t)
	o := added(t, room, Organization{Name: "甲商贸", CreditCode: code("MA0000011")})
	must(t, room.SaveAccount(t.Context(), clerk, &PaymentAccount{OrganizationID: &o.ID, Platform: "wechat", Number: "111"}))
	added(t, room, Organization{Name: "双名商贸"})
	added(t, room, Organization{Name: "双名商贸"})
	for _, c := range []struct{ rows, code, column string }{
		{"甲商贸," + code("MA0000022") + ",,,,,,", "register.ledger_other_code", "信用代码"},
		{"双名商贸,,,,,,,", "register.ledger_ambiguous", "企业名称"},
		{"丙商贸,,,111,,,,", "register.account_taken", "商户号"},
		{"丙商贸,,,222,,,,\n丁商贸,,,222,,,,", "register.account_taken", "商户号"},
		{"丙商贸,,丙的店,,,,,", "register.ledger_no_platform", "店铺"},
		{"丙商贸,,,,12345,,,", "identity.phone", "电话"},
		{"丙商贸,,,,,好像在营,,", "register.not_a_choice", "状态"},
		{"丙商贸,,,,,,2020-13-01,", "register.not_a_date", "成立日期"},
		{"丙商贸,,,,,,,火星", "register.unknown_place", "街道"},
		{"丙商贸," + code("MA0000033") + ",,,,,,\n丙商贸二," + code("MA0000033") + ",,,,,,", "register.ledger_contradicts", "企业名称"},
	} {
		plan := previewed(t, room, "企业名称,信用代码,店铺,商户号,电话,状态,成立日期,街道\n"+c.rows+"\n")
		last := plan.Entries[len(plan.Entries)-1]
		if last.Outcome != Refused || !errors.Is(last.Problem, problem.New(c.code)) || last.Problem.Where.Column != c.column {
			t.Errorf("%s: %s %v", c.rows, last.Outcome, last.Problem)
		}
	}
	for content, code := range map[string]string{
		"订单号,金额\n1,2\n": "register.ledger_no_names", "企业名称,信用代码\n": "register.ledger_empty",
	} {
		if _, err := room.PreviewLedger(t.Context(), ledger(t, content)); !errors.Is(err, problem.New(code)) {
			t.Errorf("%q: %v", content, err)
		}
	}
}

func TestLedgerTakesUnmatchedAccounts(t *testing.T) {
	room := newRoom(t)
	met := meet(t, room, PaymentAccount{Platform: "wechat", Number: "1623308841", ChannelMode: Mixed})
	plan := previewed(t, room, "企业名称,微信商户号,线上线下\n甲商贸,1623308841、1623308842,线上\n")
	must(t, room.ApplyLedger(t.Context(), clerk, plan))
	o := list(t, room, Filter{Text: "1623308841"})
	if len(o) != 1 {
		t.Fatal(o)
	}
	card, err := room.Card(t.Context(), int64(o[0]))
	must(t, err)
	if len(card.Accounts) != 2 || card.Accounts[0].ID != met.ID || card.Accounts[0].ChannelMode != Online || card.Accounts[1].ChannelMode != Online {
		t.Errorf("%+v", card.Accounts)
	}
}

func TestLedgerWords(t *testing.T) {
	for text, want := range map[string]string{
		"2009-04-16": "2009-04-16", "2009/4/6": "2009-04-06", "2009.4.16": "2009-04-16", "2009年4月16日": "2009-04-16", "20090416": "2009-04-16",
		"2009-04-16 00:00:00": "2009-04-16", "2009-04-16T08:00:00": "2009-04-16", "39919": "2009-04-16", "39919.5": "2009-04-16",
	} {
		if got, err := dayOf(text); got != want || err != nil {
			t.Errorf("%s: %s %v", text, got, err)
		}
	}
	for _, text := range []string{"去年", "2009", "2009-13-01", "2009-02-30", "1", "2009-04-16-01"} {
		if got, err := dayOf(text); err == nil {
			t.Errorf("%s: %s", text, got)
		}
	}
	known, err := newRoom(t).knownRecords(t.Context())
	must(t, err)
	for text, want := range map[string]string{
		"运河区": "130903", "河北省沧州市运河区": "130903", "沧州市 运河区": "130903", "市场街道": "130903004", "市场": "130903004",
		"运河区 市场街道": "130903004", "河北省沧州市运河区市场街道": "130903004", "130903101": "130903101", "南陈屯": "130903101",
	} {
		if got, err := known.place(text); err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s %v", text, got, err)
		}
	}
}

// TestAnAppliedLedgerChangesNothingAgain draws ledgers of any rows and repetition.
func TestAnAppliedLedgerChangesNothingAgain(t *testing.T) {
	room, run := roomAnywhere(t), 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		var b strings.Builder
		b.WriteString("企业名称,信用代码,联系人,电话,店铺,平台,商户号,状态\n")
		for range rapid.IntRange(1, 8).Draw(rt, "rows") {
			n := rapid.IntRange(0, 4).Draw(rt, "which")
			creditCode := ""
			if rapid.Bool().Draw(rt, "coded") {
				creditCode = code(fmt.Sprintf("MA%06d%d", run, n))
			}
			fmt.Fprintf(&b, "企业%d-%d,%s,%s,%s,%s,%s,%s,%s\n", run, n, creditCode,
				rapid.SampledFrom([]string{"", "张三", "李四"}).Draw(rt, "contact"), rapid.SampledFrom([]string{"", "13803176021", "123"}).Draw(rt, "phone"),
				rapid.SampledFrom([]string{"", "甲店", "乙店、丙店"}).Draw(rt, "shop"), rapid.SampledFrom([]string{"", "京东", "微信"}).Draw(rt, "platform"),
				account(run, rapid.IntRange(0, 3).Draw(rt, "account")), rapid.SampledFrom([]string{"", "存续", "注销"}).Draw(rt, "status"))
		}
		plan := previewed(t, room, b.String())
		must(t, room.ApplyLedger(t.Context(), clerk, plan))
		again := previewed(t, room, b.String())
		if again.Count(Added) > 0 {
			rt.Fatalf("added again: %+v\n%s", again.Entries, b.String())
		}
	})
}

func account(run, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d%d", run, n)
}

func FuzzLedger(f *testing.F) {
	f.Add("企业名称,信用代码,电话\n甲,91330100799655058B,13803176021\n")
	f.Add(firstLedger)
	f.Add("名称\t法人\t平台\t商户号\n甲\t乙\t微信\t1、2、3\n合计\n")
	room := newRoom(f)
	f.Fuzz(func(t *testing.T, content string) {
		known, err := room.knownRecords(t.Context())
		must(t, err)
		reading := newLedgerReading("fuzz.csv", known)
		rows := csv.NewReader(bytes.NewReader([]byte(content)))
		rows.FieldsPerRecord, rows.LazyQuotes = -1, true
		for n := 1; ; n++ {
			cells, err := rows.Read()
			if err != nil {
				break
			}
			reading.take(n, cells)
		}
		plan, err := reading.plan()
		if err != nil {
			return
		}
		for _, entry := range plan.Entries {
			if len(entry.Rows) == 0 || (entry.Problem != nil) != (entry.Outcome == Refused) || entry.Outcome == Added && entry.Name == "" {
				t.Fatalf("%+v", entry)
			}
		}
		err = room.store.Write(t.Context(), clerk, "fuzz", func(tx *store.Tx) error {
			for i := range plan.Entries {
				if err := plan.Entries[i].apply(tx); err != nil {
					t.Fatal(err)
				}
			}
			return errors.New("only looking")
		})
		if problem.Of(err).Code != "unexpected" {
			t.Fatal(err)
		}
	})
}
