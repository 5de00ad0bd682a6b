package sheet

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// small limits, so that fuzzing finds what breaks and not what is slow.
var small = limits{file: 1 << 20, memory: 1 << 20, unpacked: 4 << 20, ratio: 300, measured: 1 << 20, members: 20}

func FuzzOpen(f *testing.F) {
	book := workbookOf(f, func(book *excelize.File) { set(f, book, "Sheet1", "B2", "运河") })
	gbk := encoded(f, simplifiedchinese.GBK, orders)
	for _, content := range [][]byte{
		[]byte(orders), []byte(utf8Mark + orders), gbk, []byte("`a,`b\n"), book, oleWith(f, "Workbook"),
		gzipped(f, gbk), zipped(f, member{name: "账单.csv", content: gbk, gbk: true}, member{name: "b.gz", content: gzipped(f, gbk)}),
		append([]byte(utf16LEMark), "a\x00,\x00b\x00"...), []byte("<html>"), []byte("a,\"b\nc\",d"),
	} {
		f.Add(content)
		f.Add(content[:len(content)*2/3])
	}
	path := filepath.Join(f.TempDir(), "fuzz")
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := open(context.Background(), path, small)
		if err != nil {
			if _, ok := asProblem(err); !ok {
				t.Fatalf("no problem: %v", err)
			}
			return
		}
		defer file.Close()
		if len(file.Tables) == 0 || len(file.SHA256) != 64 {
			t.Fatalf("opened with %d tables, %q", len(file.Tables), file.SHA256)
		}
		for _, table := range file.Tables {
			proper(t, table)
		}
	})
}

// proper reads a table twice and checks what its readers rely on.
func proper(t *testing.T, table Table) {
	var first []string
	last := 0
	for row, err := range table.Rows(context.Background()) {
		if err != nil {
			if _, ok := asProblem(err); !ok {
				t.Fatalf("no problem: %v", err)
			}
			continue
		}
		if row.Number <= last || len(row.Cells) == 0 {
			t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
		}
		last = row.Number
		if table.Kind == CSV && !utf8.ValidString(row.Raw) {
			t.Fatalf("row %d is not UTF-8: %q", row.Number, row.Raw)
		}
		if len(first) < 1000 {
			first = append(first, row.Raw)
		}
	}
	var again []string
	for row, err := range table.Rows(context.Background()) {
		if err == nil && len(again) < len(first) {
			again = append(again, row.Raw)
		}
		if len(again) == len(first) {
			break
		}
	}
	if !slices.Equal(first, again) {
		t.Fatalf("read %q, then %q", first, again)
	}
}

func FuzzCSV(f *testing.F) {
	for _, text := range []string{orders, "a,\"b\nc\",d\n", "`a,\"`b\",`c", "\"a\"\"b\",\"c\nd\n\"e\",f", "a\t\"b\t\"\"\n"} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, content string, tab bool) {
		delimiter := byte(',')
		if tab {
			delimiter = '\t'
		}
		reader := &textReader{lines: newLines(strings.NewReader(content)), delimiter: delimiter}
		lines := 0
		err := reader.walk(context.Background(), func(row Row, err error) bool {
			lines += strings.Count(row.Raw, "\n") + 1
			kept(t, content, row, delimiter)
			return true
		})
		if p, ok := asProblem(err); err != nil && (!ok || p.Code != "file.not_a_table") {
			t.Fatal(err)
		}
		if most := strings.Count(content, "\n") + 1; lines > most {
			t.Fatalf("%d lines out of %d", lines, most)
		}
	})
}

// kept checks that no letter of a row is lost or made up.
func kept(t *testing.T, content string, row Row, delimiter byte) {
	if utf8.ValidString(content) && !strings.Contains(content, row.Raw) {
		t.Fatalf("%q is not in %q", row.Raw, content)
	}
	marks := "\"`" + string(delimiter)
	if got, want := without(strings.Join(row.Cells, ""), marks), without(row.Raw, marks); got != want {
		t.Fatalf("cells %q of %q", row.Cells, row.Raw)
	}
}

func without(text, marks string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(marks, r) {
			return -1
		}
		return r
	}, text)
}

func FuzzWorksheet(f *testing.F) {
	book := workbookOf(f, func(book *excelize.File) { set(f, book, "Sheet1", "B2", "运河") })
	for _, rows := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<row><c t="inlineStr"><is><t>a</t></is></c></row>`,
		`<row r="3"><c r="C3"><f>1+1</f><v>2</v></c></row><row r="2"><c r="A2" t="b"><v>1</v></c></row>`,
		`<row r="9"><c r="A9" t="s"><v>-7</v></c><c r="A1"><v>1e400</v></c></row>`, "<row><c><v>\x01</v></c></row>",
	} {
		f.Add(rows)
	}
	path := filepath.Join(f.TempDir(), "fuzz.xlsx")
	f.Fuzz(func(t *testing.T, rows string) {
		content := rewritten(t, book, "xl/worksheets/sheet1.xml", func(string) string {
			return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
		})
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := open(context.Background(), path, small)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		proper(t, file.Tables[0])
	})
}
