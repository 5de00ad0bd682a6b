package grid

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// exported writes what is seen to a file, as the dialog does once a person chose where.
func (s shown) exported(format Format, chosen bool) string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "a."+format.Extension())
	s.exporter.save(s.exporter.export(format, chosen), path)
	return path
}

func exportable(t *testing.T, rows int) (shown, *[]string) {
	s := show(t, kit.Light, &sales{rows: rows})
	said := &[]string{}
	s.OnProblem = func(p *problem.Problem) { t.Error(p) }
	s.Exportable(s.window, "交易数据", func(text string) { *said = append(*said, text) })
	return s, said
}

func TestAWorkbookHoldsWhatIsSeen(t *testing.T) {
	s, said := exportable(t, 2500)
	s.MoveColumn(5, 0)
	s.HideColumn("platform")
	book, err := excelize.OpenFile(s.exported(Workbook, false))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("交易数据", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) != 1+2500+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if !slices.Equal(rows[0][:3], []string{"金额(元)", "交易时间", "主体"}) || slices.Contains(rows[0], "平台") {
		t.Errorf("%v: columns as they are seen", rows[0])
	}
	if rows[1][3] != number(0) || rows[2500][3] != number(2499) {
		t.Errorf("%q … %q: a long number keeps its digits", rows[1][3], rows[2500][3])
	}
	var sum money.Fen
	for _, row := range rows[1:2501] {
		fen, err := money.Parse(row[0])
		if err != nil {
			t.Fatal(err)
		}
		sum += fen
	}
	formula, _ := book.GetCellFormula("交易数据", "A2502")
	if formula != "SUM(A2:A2501)" {
		t.Errorf("%q", formula)
	}
	if total, _ := money.Parse(rows[2501][0]); total != sum {
		t.Errorf("%s, want %s", rows[2501][0], sum)
	}
	if kind, _ := book.GetCellType("交易数据", "B2"); kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		t.Error("a time is text")
	}
	if len(*said) != 1 || !strings.Contains((*said)[0], "2,500 行") {
		t.Errorf("%q", *said)
	}
}

func TestCSVInBothEncodings(t *testing.T) {
	s, _ := exportable(t, 30)
	utf8, err := os.ReadFile(s.exported(UTF8, false))
	if err != nil || !strings.HasPrefix(string(utf8), "\ufeff交易时间,主体") || strings.Count(string(utf8), "\r\n") != 31 {
		t.Errorf("%.60q %v", utf8, err)
	}
	gbk, err := os.ReadFile(s.exported(GBK, false))
	if err != nil || !strings.HasPrefix(string(gbk), "\xbd\xbb\xd2\xd7") { // 交易
		t.Errorf("%.60q %v", gbk, err)
	}
}

func TestTheSelectionAloneIsExported(t *testing.T) {
	s, _ := exportable(t, 500)
	s.drag(s.cellAt(3, 1), s.cellAt(6, 2))
	text, err := os.ReadFile(s.exported(UTF8, true))
	lines := strings.Split(strings.TrimSpace(string(text)), "\r\n")
	if err != nil || len(lines) != 5 || !strings.Contains(lines[1], number(3)) || !strings.Contains(lines[4], number(6)) {
		t.Errorf("%d lines: %.200q %v", len(lines), text, err)
	}
}

// refusing is a list that fails in the middle, or is cancelled there.
type refusing struct {
	*sales
	at   int
	with error
}

func (m refusing) Page(ctx context.Context, first, count int) ([]Row, error) {
	if first >= m.at {
		return nil, m.with
	}
	return m.sales.Page(ctx, first, count)
}

func TestAnExportThatFailsLeavesNoFile(t *testing.T) {
	for _, fault := range []error{errors.New("disk"), context.Canceled} {
		for _, format := range []Format{Workbook, UTF8} {
			e := export{model: refusing{&sales{rows: 5000}, 3000, fault}, columns: defined(), spans: []Span{{0, 4999}}, title: "a", format: format}
			path := filepath.Join(t.TempDir(), "a")
			if err := e.write(t.Context(), path, func(int64, int64, string) {}); !errors.Is(err, fault) {
				t.Errorf("%v", err)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 0 {
				t.Errorf("%v is left", left)
			}
		}
	}
}

func defined() []Column {
	columns := saleColumns()
	for i := range columns {
		columns[i].cell = i
	}
	return columns
}

func TestCellsBecomeWhatTheyAre(t *testing.T) {
	for _, c := range []struct {
		text string
		kind Kind
		want string
	}{
		{"1,234.50", Number, "money.Fen 1,234.50"}, {"−20.00", Number, "money.Fen -20.00"}, {"1,286", Number, "int64 1286"},
		{"—", Number, "string —"}, {"", Number, "<nil> <nil>"}, {"0012", Code, "string 0012"},
		{"2026-11-16", Moment, "time.Time 2026-11-16 00:00:00 +0800 UTC+8"}, {"2026-11-16 10:31:05", Moment, "time.Time 2026-11-16 10:31:05 +0800 UTC+8"},
	} {
		e := export{model: Ready{{Cells: Words(c.text)}}, columns: []Column{{Kind: c.kind}}, spans: []Span{{0, 0}}}
		columns, err := e.typed(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		value := valueOf(Word(c.text), columns[0].Kind)
		if got := fmt.Sprintf("%T %v", value, value); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTheDialogOpensByItsKeys(t *testing.T) {
	s, _ := exportable(t, 30)
	s.window.Canvas().Focus(s.Grid)
	s.control(fyne.KeyE, fyne.KeyModifierShift)
	if s.window.Canvas().Overlays().Top() == nil {
		t.Fatal("Ctrl+Shift+E opens nothing")
	}
	for kit.CloseTop() {
	}
}
