package sheet

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

var noticeColumns = []Column{
	{Head: "序号", Kind: Integer, Width: 6},
	{Head: "企业", Width: 30},
	{Head: "核实日期", Kind: Date},
	{Head: "增长", Kind: Percent},
	{Head: "金额（元）", Kind: Money, Sum: true},
	{Head: "笔数", Kind: Integer, Sum: true},
}

// notice saves a paper with two sheets and opens it with the library.
func notice(t *testing.T) (*excelize.File, string) {
	t.Helper()
	day := time.Date(2025, 11, 16, 0, 0, 0, 0, china)
	b := NewBook()
	b.Sheet("公示表").Title("电子商务奖励公示表", "单位：元").Columns(noticeColumns).
		AddRow(1, "运河酥饼有限公司", day, 0.125, money.Fen(123456789), 45).
		AddRow(2, "=1+1", time.Time{}, nil, money.Fen(-1), int64(5)).
		Totals("合计").Note("合计大写：壹佰贰拾叁万肆仟伍佰陆拾柒元捌角捌分").PrintSetup(Portrait)
	b.Sheet("公示表").Columns([]Column{{Head: "编码"}}).Rows(anyRows([][]string{{"0012345678901234567890"}})).Totals("无")
	path := filepath.Join(t.TempDir(), "公示表.xlsx")
	if err := b.Save(path); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, path
}

func TestBookIsReadBack(t *testing.T) {
	_, path := notice(t)
	f, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := [][]string{
		{"电子商务奖励公示表"}, {"单位：元"},
		{"序号", "企业", "核实日期", "增长", "金额（元）", "笔数"},
		{"1", "运河酥饼有限公司", "45977", "0.125", "1234567.89", "45"},
		{"2", "=1+1", "", "", "-0.01", "5"},
		{"合计", "", "", "", "1234567.88", "50"},
		{"合计大写：壹佰贰拾叁万肆仟伍佰陆拾柒元捌角捌分"},
	}
	if got := cellsOf(t, f.Tables[0]); !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	if got := cellsOf(t, f.Tables[1]); !reflect.DeepEqual(got, [][]string{{"编码"}, {"0012345678901234567890"}, {"无"}}) {
		t.Errorf("%q", got)
	}
	if !slices.Equal(names(f), []string{"公示表.xlsx › 公示表", "公示表.xlsx › 公示表 (2)"}) {
		t.Errorf("%q", names(f))
	}
}

func TestBookShows(t *testing.T) {
	f, _ := notice(t)
	for place, want := range map[string]string{"C4": "2025-11-16", "D4": "12.50%", "E4": "1,234,567.89", "E6": "1,234,567.88", "F6": "50"} {
		if got, err := f.GetCellValue("公示表", place); err != nil || got != want {
			t.Errorf("%s: %q %v, want %q", place, got, err, want)
		}
	}
	for place, want := range map[string]string{"E6": "SUM(E4:E5)", "F6": "SUM(F4:F5)", "A6": "", "B5": ""} {
		if got, err := f.GetCellFormula("公示表", place); err != nil || got != want {
			t.Errorf("%s: formula %q %v", place, got, err)
		}
	}
	if got, err := f.CalcCellValue("公示表", "E6"); err != nil || got != "1,234,567.88" {
		t.Errorf("calculated %q %v", got, err)
	}
}

func TestBookPrints(t *testing.T) {
	f, _ := notice(t)
	for name, want := range map[string]string{"公示表": "portrait", "公示表 (2)": "landscape"} {
		layout, err := f.GetPageLayout(name)
		if err != nil || *layout.Size != a4 || *layout.Orientation != want || *layout.FitToWidth != 1 || layout.FitToHeight != nil && *layout.FitToHeight != 0 {
			t.Errorf("%s: %+v %v", name, layout, err)
		}
		props, err := f.GetSheetProps(name)
		if err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s: %+v %v", name, props, err)
		}
	}
	panes, err := f.GetPanes("公示表")
	if err != nil || !panes.Freeze || panes.YSplit != 3 {
		t.Errorf("%+v %v", panes, err)
	}
	var repeated []string
	for _, name := range f.GetDefinedName() {
		repeated = append(repeated, name.RefersTo)
	}
	if !slices.Equal(repeated, []string{"'公示表'!$3:$3", "'公示表 (2)'!$1:$1"}) {
		t.Errorf("%q", repeated)
	}
	footing, err := f.GetHeaderFooter("公示表")
	if err != nil || footing.OddFooter != footer {
		t.Errorf("%+v %v", footing, err)
	}
	if width, err := f.GetColWidth("公示表", "B"); err != nil || width != 30 {
		t.Errorf("width %v %v", width, err)
	}
}

func TestSheetNames(t *testing.T) {
	b := NewBook()
	defer b.Discard()
	long := strings.Repeat("很长的名字", 10)
	var got []string
	for _, name := range []string{"2025/11: [a]", "", long, long, "sheet"} {
		got = append(got, b.Sheet(name).name)
	}
	want := []string{"2025／11： ［a］", "Sheet", cut(long, 31), cut(long, 27) + " (2)", "sheet (2)"}
	if !slices.Equal(got, want) || b.err != nil {
		t.Errorf("%q %v", got, b.err)
	}
}

func TestSaveKeepsWhatWasThere(t *testing.T) {
	path := save(t, "a.xlsx", []byte("old"))
	b := NewBook()
	s := b.Sheet("a").Columns(noticeColumns)
	s.row = excelize.TotalRows
	s.AddRow(1)
	if p := problem.Of(b.Save(path)); p == nil || p.Code != "file.too_many_rows" || p.Where.File != "a.xlsx" {
		t.Errorf("%v", p)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "old" {
		t.Errorf("%q %v", content, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestSaveIntoAFolderThatIsNotThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "a.csv")
	if p := problem.Of(WriteCSV(path, "", noticeColumns, sound(anyRows(nil)))); p == nil || p.Code != "file.missing" {
		t.Errorf("%v", p)
	}
}

func TestWriteCSV(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	columns := []Column{{Head: "订单号"}, {Head: "金额", Kind: Money}, {Head: "时间", Kind: Moment}, {Head: "日期", Kind: Date}, {Head: "增长", Kind: Percent}, {Head: "备注"}}
	at := time.Date(2025, 11, 15, 17, 30, 0, 0, time.UTC)
	rows := func(yield func([]any) bool) {
		yield([]any{"4200000000000000000000000001", money.Fen(123450), at, at, 0.05, "a,\"b\""})
	}
	if err := WriteCSV(path, "", columns, sound(rows)); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	want := utf8Mark + "订单号,金额,时间,日期,增长,备注\r\n4200000000000000000000000001\t,1234.50,2025-11-16 01:30:00,2025-11-16,5.00%,\"a,\"\"b\"\"\"\r\n"
	if err != nil || string(got) != want {
		t.Errorf("%q %v", got, err)
	}
	if err := WriteCSV(path, GB18030, columns, sound(anyRows([][]string{{"1", "", "", "", "", "=HYPERLINK(1)"}}))); err != nil {
		t.Fatal(err)
	}
	got, err = os.ReadFile(path)
	if err != nil || !bytes.HasSuffix(got, []byte("1,,,,,\t=HYPERLINK(1)\r\n")) || encodingOf(got) != GB18030 {
		t.Errorf("%q %v", got, err)
	}
}

func TestSerialTime(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1900-01-01 00:00:00", "59": "1900-02-28 00:00:00", "61": "1900-03-01 00:00:00",
		"45910.333333333336": "2025-09-10 08:00:00", "45910.99999999": "2025-09-11 00:00:00", "46022": "2025-12-31 00:00:00",
	} {
		if got, ok := SerialTime(text); !ok || got.Format(momentLayout) != want {
			t.Errorf("%s: %v %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "0", "-1", "NaN", "Inf", "2025-09-10", "20250910", "1e9"} {
		if got, ok := SerialTime(text); ok {
			t.Errorf("%q: %v", text, got)
		}
	}
}
