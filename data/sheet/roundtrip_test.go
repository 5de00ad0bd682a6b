package sheet

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// cell makes what stands in cells, nothing in it that is cleaned on purpose.
func cell() *rapid.Generator[string] {
	letters := []rune("运河区电商大米酥饼￥¥·（），：abcXYZ019 ,\"'`.-=+\t\n€é")
	return rapid.Custom(func(t *rapid.T) string {
		return rapid.StringOfN(rapid.RuneFrom(letters), 0, 12, -1).Draw(t, "cell")
	})
}

// table makes a head and rows of one width that are not blank.
func table(cells *rapid.Generator[string]) *rapid.Generator[[][]string] {
	return rapid.Custom(func(t *rapid.T) [][]string {
		width := rapid.IntRange(2, 8).Draw(t, "width")
		rows := [][]string{append([]string{"交易时间", "订单号"}, slices.Repeat([]string{"列,一"}, width-1)...)}
		for n := rapid.IntRange(0, 30).Draw(t, "rows"); n > 0; n-- {
			row := rapid.SliceOfN(cells, width, width).Draw(t, "row")
			rows = append(rows, append([]string{"x"}, row...))
		}
		return rows
	})
}

// csvText writes as strict programs do.
func csvText(rows [][]string, end string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, text := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quote(text))
		}
		b.WriteString(end)
	}
	return b.String()
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	containers := map[string]func(content []byte) []byte{
		"bare":      func(content []byte) []byte { return content },
		"gz":        func(content []byte) []byte { return gzipped(t, content) },
		"zip":       func(content []byte) []byte { return zipped(t, member{name: "账单.csv", content: content, gbk: true}) },
		"gz in zip": func(content []byte) []byte { return zipped(t, member{name: "a.gz", content: gzipped(t, content)}) },
	}
	for _, encoding := range []string{UTF8, UTF8BOM, GB18030, UTF16LE, UTF16BE, "unmarked"} {
		for name, pack := range containers {
			t.Run(encoding+" "+name, rapid.MakeCheck(func(rt *rapid.T) {
				rows := table(cell()).Draw(rt, "table")
				text := csvText(rows, rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(rt, "end"))
				f := mustOpen(t, "a.csv", pack(inEncoding(t, encoding, text)))
				defer f.Close()
				if got := cellsOf(t, f.Tables[0]); !reflect.DeepEqual(got, rows) {
					rt.Fatalf("%s: wrote %q, read %q", f.Tables[0].Encoding, rows, got)
				}
			}))
		}
	}
}

func inEncoding(t testing.TB, name, text string) []byte {
	if name == "unmarked" {
		return encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text)
	}
	return encoded(t, codec(name), text)
}

func TestBillsAreReadAsTheyAre(t *testing.T) {
	letters := []rune("运河区酥饼abc019 ,\"'.-¥")
	name := rapid.StringOfN(rapid.RuneFrom(letters), 0, 12, -1)
	rapid.Check(t, func(rt *rapid.T) {
		cells := rapid.SliceOfN(name, 1, 27).Draw(rt, "cells")
		cells = append(cells, "0.60%")
		f := mustOpen(t, "bill.csv", []byte("交易时间,商户号\n`"+strings.Join(cells, ",`")+"\n"))
		defer f.Close()
		if strings.Contains(strings.Join(cells, ",`"), ",\"`") {
			rt.Skip("looks like a bill saved by Excel")
		}
		if got := cellsOf(t, f.Tables[0]); !slices.Equal(got[1], cells) {
			rt.Fatalf("%q, read %q", cells, got[1])
		}
	})
}

func TestWorksheetsAreReadAsTheyAre(t *testing.T) {
	letters := []rune("运河区酥饼￥abc019 ,\"'`.-=<&>\t\n")
	rapid.Check(t, func(rt *rapid.T) {
		rows := table(rapid.StringOfN(rapid.RuneFrom(letters), 0, 12, -1)).Draw(rt, "table")
		content := workbookOf(t, func(f *excelize.File) {
			for i, row := range rows {
				place, _ := excelize.CoordinatesToCellName(1, i+1)
				if err := f.SetSheetRow("Sheet1", place, &row); err != nil {
					rt.Fatal(err)
				}
			}
		})
		f := mustOpen(t, "a.xlsx", content)
		defer f.Close()
		got := cellsOf(t, f.Tables[0])
		if len(got) != len(rows) {
			rt.Fatalf("%d rows, want %d", len(got), len(rows))
		}
		for i, row := range rows {
			if want := withoutTail(row); !slices.Equal(got[i], want) {
				rt.Fatalf("row %d: %q, want %q", i+1, got[i], want)
			}
		}
	})
}

// withoutTail drops empty cells at the end, which worksheets do not keep.
func withoutTail(row []string) []string {
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row
}

func TestWriteCSVIsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	for _, encoding := range []string{"", UTF8, GB18030, UTF16LE} {
		rapid.Check(t, func(rt *rapid.T) {
			rows := table(cell()).Draw(rt, "table")
			columns := make([]Column, len(rows[0]))
			for i, head := range rows[0] {
				columns[i].Head = head
			}
			if err := WriteCSV(path, encoding, columns, sound(anyRows(rows[1:]))); err != nil {
				rt.Fatal(err)
			}
			content, err := os.ReadFile(path)
			if err != nil {
				rt.Fatal(err)
			}
			f := mustOpen(t, "b.csv", content)
			defer f.Close()
			got := cellsOf(t, f.Tables[0])
			for i := range got {
				for j := range got[i] {
					if clean(got[i][j]) != clean(rows[i][j]) {
						rt.Fatalf("wrote %q, read %q", rows[i][j], got[i][j])
					}
				}
			}
		})
	}
}

func clean(text string) string { return strings.Trim(text, "\t") }

// sound are rows that come without an error.
func sound(rows func(func([]any) bool)) func(func([]any, error) bool) {
	return func(yield func([]any, error) bool) {
		rows(func(row []any) bool { return yield(row, nil) })
	}
}

func TestCSVIsWrittenWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	stopped := errors.New("stopped")
	err := WriteCSV(path, "", []Column{{Head: "编码"}}, func(yield func([]any, error) bool) {
		_ = yield([]any{"1"}, nil) && yield(nil, stopped)
	})
	if !errors.Is(err, stopped) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v: half a file is left", err)
	}
}

func anyRows(rows [][]string) func(func([]any) bool) {
	return func(yield func([]any) bool) {
		for _, row := range rows {
			values := make([]any, len(row))
			for i, text := range row {
				values[i] = text
			}
			if !yield(values) {
				return
			}
		}
	}
}
