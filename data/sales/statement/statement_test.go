package statement

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// got is what came out of one table.
type got struct {
	*Statement
	Result
	lines  []Line
	doubts []Doubt

	nothingNew bool // was told before it was read
}

// read takes a file's bytes apart, table by table.
func read(t testing.TB, name string, content []byte, mapping *Mapping) []got {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return readFile(t, path, mapping)
}

func readFile(t testing.TB, path string, mapping *Mapping) []got {
	t.Helper()
	file, err := sheet.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []got
	met := map[uint64]bool{}
	for _, table := range file.Tables {
		found, err := Detect(t.Context(), table, asked(mapping))
		if err != nil {
			continue
		}
		found.Met = met
		one := got{Statement: found, nothingNew: found.AddsNothing(t.Context())}
		one.Result, err = found.Read(t.Context(),
			func(line Line) error { one.lines = append(one.lines, line); return nil },
			func(doubt Doubt) error { one.doubts = append(one.doubts, doubt); return nil })
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

func asked(mapping *Mapping) func([]string) (Mapping, bool) {
	if mapping == nil {
		return nil
	}
	return func([]string) (Mapping, bool) { return *mapping, true }
}

// one reads a text that holds one statement.
func one(t testing.TB, name, content string) got {
	t.Helper()
	all := read(t, name, []byte(content), nil)
	if len(all) != 1 {
		t.Fatalf("%d statements, want 1", len(all))
	}
	return all[0]
}

// is fails where a part of the outcome is not what it should be.
func is[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// codes are the doubts' codes in order.
func (g got) codes() string {
	var all []string
	for _, doubt := range g.doubts {
		code := doubt.Code
		if doubt.Unreadable {
			code = "!" + code
		}
		all = append(all, code)
	}
	return strings.Join(all, " ")
}

// workbook makes a workbook with the rows on each of the named sheets.
func workbook(t testing.TB, rows [][]any, sheets ...string) []byte {
	t.Helper()
	book := excelize.NewFile()
	for i, name := range sheets {
		if i == 0 {
			book.SetSheetName("Sheet1", name)
		} else if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, n+1)
			if err := book.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unknownCode(t *testing.T, name, content string) *problem.Problem {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := sheet.Open(context.Background(), path)
	if err != nil {
		return problem.Of(err)
	}
	defer file.Close()
	_, err = Detect(t.Context(), file.Tables[0], nil)
	return problem.Of(err)
}

func moneyOf(fen int64) money.Fen { return money.Fen(fen) }
