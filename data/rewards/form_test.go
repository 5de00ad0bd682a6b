package rewards

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

const code = "91130903MA07K3C23X"

// withCode gives the office's enterprise its credit code.
func (o *office) withCode(t testing.TB) *office {
	t.Helper()
	o.organization.CreditCode = code
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return store.Update(tx, o.organization) }))
	return o
}

// sentBack is the form of the first clause as an enterprise sends it back: what it writes by the names of the lines.
func (o *office) sentBack(t testing.TB, typed map[string]string, change func(*excelize.File)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "申报表.xlsx")
	must(t, o.SaveForm(t.Context(), path, o.scheme.Rules[0].ID, 2026, o.organization.ID))
	book := openedBook(t, path)
	rows, err := book.GetRows(formSheetName)
	must(t, err)
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		if text, is := typed[row[0]]; is {
			cell, _ := excelize.CoordinatesToCellName(2, i+1)
			must(t, book.SetCellStr(formSheetName, cell, text))
		}
	}
	if change != nil {
		change(book)
	}
	must(t, book.Save())
	return path
}

func openedBook(t testing.TB, path string) *excelize.File {
	t.Helper()
	book, err := excelize.OpenFile(path)
	must(t, err)
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func filled() map[string]string {
	return map[string]string{lineMonth(1): "812000", lineMonth(4): "1,150,000.00", lineTotal: "1962000", lineBank: "沧州银行运河支行",
		lineAccount: "6222 0804 0800 1234 567", linePromise: "是"}
}

func TestAFormComesBackAsAClaim(t *testing.T) {
	o := newOffice(t).withCode(t)
	form, err := o.ReadForm(t.Context(), o.sentBack(t, filled(), nil))
	must(t, err)
	if !form.Sound() || len(form.Doubts) > 0 {
		t.Fatalf("%v %v", form.Wrong, form.Doubts)
	}
	entered, err := o.CreateAll(t.Context(), clerk, []Application{form.Application, form.Application}, nil)
	must(t, err)
	if len(entered.Claims) != 1 || len(entered.Refused) != 1 || entered.Refused[0].Problem.Code != "rewards.claim_twice" {
		t.Fatalf("%+v", entered)
	}
	page := o.page(t, entered.Claims[0].ID)
	if page.Comparison.Declared != 1962_00000 || page.Claim.Payee != (Payee{o.organization.Name, "沧州银行运河支行", "6222080408001234567"}) {
		t.Errorf("%+v %+v", page.Comparison, page.Claim.Payee)
	}
}

func TestWhatIsWrongInAFormIsToldCellByCell(t *testing.T) {
	o := newOffice(t).withCode(t)
	for name, c := range map[string]struct {
		typed  map[string]string
		change func(*excelize.File)
		wrong  []string
		row    int
		column string
	}{
		"no number":         {typed: map[string]string{lineMonth(2): "八万"}, wrong: []string{"money.not_a_number"}, row: 8, column: lineMonth(2)},
		"below zero":        {typed: map[string]string{lineMonth(2): "-5"}, wrong: []string{"rewards.amount_negative"}, row: 8, column: lineMonth(2)},
		"the sum":           {typed: map[string]string{lineTotal: "1"}, wrong: []string{"rewards.form_total"}, row: 19, column: lineTotal},
		"months to come":    {typed: map[string]string{lineMonth(12): "5", lineTotal: ""}, wrong: []string{"rewards.form_future"}, row: 18, column: lineMonth(12)},
		"the code":          {typed: map[string]string{lineCode: "91130903MA07K3C23Y"}, wrong: []string{"identity.credit_code_check"}, row: 6, column: lineCode},
		"nobody's code":     {typed: map[string]string{lineCode: "91330100799655058B"}, wrong: []string{"rewards.form_unknown"}, row: 6, column: lineCode},
		"empty":             {typed: map[string]string{lineBank: " "}, wrong: []string{"rewards.form_empty"}, row: 22, column: lineBank},
		"an account as sum": {typed: map[string]string{lineAccount: "6.22208E+18"}, wrong: []string{"rewards.form_account"}, row: 23, column: lineAccount},
		"no promise":        {typed: map[string]string{linePromise: "否"}, wrong: []string{"rewards.form_not_promised"}, row: 24, column: linePromise},
		"nothing":           {typed: map[string]string{lineMonth(1): "", lineMonth(4): "", lineTotal: ""}, wrong: []string{"rewards.form_nothing_declared"}, row: 7, column: lineMonth(1)},
		"another rule": {change: func(b *excelize.File) {
			_ = b.SetCellStr(formSheetName, "A2", formMark+"    年度：2026    条款编号：99")
		}, wrong: []string{"rewards.no_rule"}},
		"a line gone":     {change: func(b *excelize.File) { _ = b.RemoveRow(formSheetName, 23) }, wrong: []string{"rewards.form_line_missing"}, column: lineAccount},
		"a line twice":    {change: func(b *excelize.File) { _ = b.DuplicateRow(formSheetName, 23) }, wrong: []string{"rewards.form_line_twice"}, row: 24, column: lineAccount},
		"two at once":     {typed: map[string]string{lineMonth(2): "?", linePromise: ""}, wrong: []string{"money.not_a_number", "rewards.form_not_promised"}, row: 8, column: lineMonth(2)},
		"a line inserted": {change: func(b *excelize.File) { _ = b.InsertRows(formSheetName, 8, 2) }},
	} {
		typed := filled()
		for line, text := range c.typed {
			typed[line] = text
		}
		form, err := o.ReadForm(t.Context(), o.sentBack(t, typed, c.change))
		must(t, err)
		var codes []string
		for _, p := range form.Wrong {
			codes = append(codes, p.Code)
		}
		if !slices.Equal(codes, c.wrong) {
			t.Errorf("%s: %v, want %v", name, form.Wrong, c.wrong)
			continue
		}
		if len(c.wrong) > 0 && (form.Wrong[0].Where.Row != c.row || form.Wrong[0].Where.Column != c.column || form.Wrong[0].Where.File != "申报表.xlsx") {
			t.Errorf("%s: %+v", name, form.Wrong[0].Where)
		}
	}
	doubtful, err := o.ReadForm(t.Context(), o.sentBack(t, map[string]string{lineName: "运河老号公司", linePayee: "张三", lineMonth(1): "1", lineBank: "某行", lineAccount: "12345678", linePromise: "是"}, nil))
	must(t, err)
	if !doubtful.Sound() || len(doubtful.Doubts) != 2 {
		t.Errorf("%v %v", doubtful.Wrong, doubtful.Doubts)
	}
	other := filepath.Join(t.TempDir(), "别的表.csv")
	must(t, os.WriteFile(other, []byte("项目,填写内容\n企业名称,甲\n"), 0o600))
	_, err = o.ReadForm(t.Context(), other)
	refused(t, err, "rewards.form_not_ours")
	refused(t, o.SaveForm(t.Context(), other, 99, 2026, 0), "rewards.no_rule")
	refused(t, o.SaveForm(t.Context(), other, 1, 2026, 99), "rewards.no_organization")
}

// fuzzedRule asks for an expense of the agency that runs a shop.
func fuzzedRule(t testing.TB) *Says {
	t.Helper()
	scheme, err := DefaultScheme("运河区")
	must(t, err)
	return &scheme.Rules[1].Says
}

func TestAFormAsksForWhatItsRuleNeeds(t *testing.T) {
	o := newOffice(t).withCode(t)
	path := filepath.Join(t.TempDir(), "申报表.xlsx")
	must(t, o.SaveForm(t.Context(), path, o.scheme.Rules[1].ID, 2026, o.organization.ID))
	book := openedBook(t, path)
	rows, err := book.GetRows(formSheetName)
	must(t, err)
	for i, row := range rows {
		typed := map[string]string{"代运营服务费（元）": "182000", lineBank: "沧州银行", lineAccount: "6222080408001234567", linePromise: "是"}
		if len(row) > 0 && typed[row[0]] != "" {
			must(t, book.SetCellStr(formSheetName, fmt.Sprintf("B%d", i+1), typed[row[0]]))
		}
	}
	must(t, book.Save())
	form, err := o.ReadForm(t.Context(), path)
	must(t, err)
	if !form.Sound() || form.Application.Base != 182000_00 || form.Application.EarlierHighest != 0 {
		t.Errorf("%v %+v", form.Wrong, form.Application)
	}
}

func TestFiguresOfAnyUnitAreRead(t *testing.T) {
	for _, c := range []struct {
		unit  Unit
		text  string
		value Quantity
		code  string
	}{
		{Yuan, "12.5", 1250, ""}, {Count, "63", 6300, ""}, {YesNo, "是", One, ""}, {YesNo, "否", 0, ""},
		{YesNo, "有", 0, "rewards.form_yes_no"}, {Count, "-1", 0, "rewards.amount_negative"}, {Count, "很多", 0, "rewards.quantity"},
	} {
		value, err := figureOf(Measure{Of: OfDeclared, Name: "数", Unit: c.unit}, c.text)
		if c.code != "" {
			refused(t, err, c.code)
		} else if err != nil || value != c.value {
			t.Errorf("%s %s: %s, %v", c.unit, c.text, value, err)
		}
	}
	for _, c := range []struct {
		m    Measure
		line string
	}{{Measure{Of: OfDeclared, Name: "代运营服务费"}, "代运营服务费（元）"}, {Measure{Of: OfDeclared, Name: "新增就业", Unit: Count, Counter: "人"}, "新增就业（人）"},
		{Measure{Of: OfDeclared, Name: "已纳统", Unit: YesNo}, "已纳统（是、否）"}} {
		if got := lineFigure(c.m); got != c.line {
			t.Errorf("%s, want %s", got, c.line)
		}
	}
}

// FuzzForm: whatever stands in the cells, a form says what is wrong and makes no claim of nonsense.
func FuzzForm(f *testing.F) {
	for _, text := range []string{"812000", "", "是", "-1", "6.2E+18", "91130903MA07K3C23X", "九万", "1e999", "０１"} {
		f.Add(text, text, text, uint8(3))
	}
	f.Fuzz(func(t *testing.T, name, amount, account string, month uint8) {
		cells := formCells{mark: []string{"2026", "1"}, lines: map[string]formCell{}}
		rule := fuzzedRule(t)
		for i, line := range formLines(register.Organization{}, rule) {
			cells.lines[line[0]] = formCell{line[0], "", i + 1}
		}
		for line, text := range map[string]string{lineName: name, lineMonth(int(month)%14 + 1): amount, "代运营服务费（元）": amount, lineAccount: account, linePromise: "是"} {
			cells.lines[line] = formCell{line, text, cells.lines[line].row}
		}
		form := &Form{File: "f", cells: cells}
		form.Application.Year = 2026
		form.take(rule, 202611)
		for key, declared := range form.Application.Months {
			if declared < 0 || key/100 != 2026 || key > 202611 {
				t.Errorf("%d: %d", key, declared)
			}
		}
		if form.Sound() && (form.Application.Base < money.Fen(0) || form.Application.Payee.Name == "") {
			t.Errorf("%+v", form)
		}
		for _, p := range form.Wrong {
			if p.Where.File != "f" || p.Where.Column == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
