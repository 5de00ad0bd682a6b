package sales

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
)

// keys words a text by its key, so that a test sees what was asked for.
func keys(key string, _ ...any) string { return key }

func filledRoom(t *testing.T) *Room {
	t.Helper()
	room := newRoom(t)
	take(t, room, write(t, "1900_20261001_ALL.csv", wechatHead+
		paid("2026-10-01 08:00:00", "1623", "4200001", "JSAPI", "100.00", "95.00")+
		paid("2026-10-02 08:00:00", "1624", "4200002", "MICROPAY", "50.00", "50.00")))
	take(t, room, write(t, "1900_20261101_ALL.csv", wechatHead+
		paid("2026-10-01 08:00:00", "1623", "4200001", "JSAPI", "100.00", "95.00")+
		refunded("2026-11-03 08:00:00", "1623", "4200001", "JSAPI", "20.00", "19.00")))
	return room
}

func opened(t *testing.T, path string) *excelize.File {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func TestLinesGoOutAsAWorkbookWithItsSums(t *testing.T) {
	room := filledRoom(t)
	path := filepath.Join(t.TempDir(), "out.xlsx")
	var told int
	n, err := room.ExportLines(t.Context(), path, LineExport{Filter: LineFilter{AccountID: 1}, Words: keys, Progress: func(done, _ int) { told = done }})
	if err != nil || n != 2 || told != 2 {
		t.Fatalf("%d lines, told %d: %v", n, told, err)
	}
	book := opened(t, path)
	rows, _ := book.GetRows("sales.export.lines")
	if len(rows) != 4 || rows[1][0] != "2026-11-03 08:00:00" || rows[1][4] != "W4200001" || rows[3][0] != "sales.export.total" {
		t.Errorf("got %q", rows)
	}
	if formula, _ := book.GetCellFormula("sales.export.lines", "L4"); formula != "SUM(L2:L3)" {
		t.Errorf("net is summed by %q", formula)
	}
	if net, _ := book.GetCellValue("sales.export.lines", "L4", excelize.Options{RawCellValue: true}); net != "80" {
		t.Errorf("net %q, want 80", net)
	}
}

func TestAnExportThatIsCancelledOrEmptyLeavesNoFile(t *testing.T) {
	room := filledRoom(t)
	path := filepath.Join(t.TempDir(), "out.xlsx")
	_, err := room.ExportLines(t.Context(), path, LineExport{Filter: LineFilter{Number: "no such"}, Words: keys})
	if !errors.Is(err, problem.New("sales.nothing_to_export")) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = room.ExportLines(ctx, path, LineExport{Words: func(key string, _ ...any) string { cancel(); return key }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was left")
	}
}

func TestTotalsGoOutAsTheyWereAsked(t *testing.T) {
	room := filledRoom(t)
	path := filepath.Join(t.TempDir(), "out.xlsx")
	n, err := room.ExportTotals(t.Context(), path, Query{By: []Dimension{ByMonth}, Basis: SettledBasis, From: 202610}, keys)
	if err != nil || n != 2 {
		t.Fatalf("%d groups: %v", n, err)
	}
	rows, _ := opened(t, path).GetRows("sales.export.totals")
	if got := strings.Join(rows[3], "|"); !strings.HasPrefix(got, "2026-10|2|145") {
		t.Errorf("got %q", rows)
	}
}

func TestALineTellsWhatOtherFilesSayOfIt(t *testing.T) {
	room := filledRoom(t)
	found, err := room.FindLines(t.Context(), "4200001", 5)
	if err != nil || len(found) != 2 {
		t.Fatalf("%d lines: %v", len(found), err)
	}
	for _, line := range found {
		states, err := room.OtherStates(t.Context(), line.ID)
		if err != nil {
			t.Fatal(err)
		}
		want := 1
		if line.Sides == statement.Refunded {
			want = 0
		}
		if len(states) != want {
			t.Errorf("line %d has %d other states, want %d", line.ID, len(states), want)
		}
	}
	if _, err := room.Line(t.Context(), 99); !errors.Is(err, problem.New("sales.line_gone")) {
		t.Errorf("got %v", err)
	}
	if files, err := room.FindFile(t.Context(), "_202611", 5); err != nil || len(files) != 1 {
		t.Errorf("found %v: %v", files, err)
	}
	if n, _ := room.LineCount(t.Context()); n != 3 {
		t.Errorf("%d lines, want 3", n)
	}
}

func TestATableNobodyKnowsShowsItsBeginning(t *testing.T) {
	room := newRoom(t)
	source := write(t, "万家.csv", "十月网店销售\n日期,单号,实付\n2026-10-01,A1,3.00\n2026-10-02,A2,4.00\n2026-10-03,A3,5.00\n")
	sample, err := room.SampleOf(t.Context(), source.Path, "", 2)
	if err != nil || len(sample.Rows) != 2 || sample.HeaderRow != 2 || sample.Header[2] != "实付" {
		t.Errorf("%+v: %v", sample, err)
	}
}
