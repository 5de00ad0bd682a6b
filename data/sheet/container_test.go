package sheet

import (
	"archive/zip"
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
	"golang.org/x/text/encoding/simplifiedchinese"
)

// member is a file of a zip to be made.
type member struct {
	name    string
	content []byte
	gbk     bool
	flags   uint16
}

func zipped(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		header := &zip.FileHeader{Name: m.name, Method: zip.Deflate, Flags: m.flags}
		//nolint:staticcheck // old archivers write these two and no zone
		header.ModifiedDate, header.ModifiedTime = 11<<9|1<<5|2, 9<<11|30<<5
		if m.gbk {
			header.Name, header.NonUTF8 = string(encoded(t, simplifiedchinese.GBK, m.name)), true
		}
		part, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(m.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func names(f *File) []string {
	var all []string
	for _, table := range f.Tables {
		all = append(all, table.Name)
	}
	return all
}

func TestGzip(t *testing.T) {
	f := mustOpen(t, "订单.csv.gz", gzipped(t, []byte(orders)))
	if got := cellsOf(t, f.Tables[0]); !reflect.DeepEqual(got, orderCells) || f.Tables[0].Name != "订单.csv.gz" {
		t.Errorf("%q %q", names(f), got)
	}
}

func TestZip(t *testing.T) {
	gbk := encoded(t, simplifiedchinese.GBK, orders)
	f := mustOpen(t, "a.zip", zipped(t,
		member{name: "账单/业务明细.csv", content: gbk, gbk: true},
		member{name: "账单/业务明细(汇总).csv", content: []byte(orders)},
		member{name: "inner.csv.gz", content: gzipped(t, gbk)},
		member{name: "nested.zip", content: zipped(t, member{name: "深.csv", content: gbk, gbk: true})},
		member{name: "说明.pdf", content: []byte("%PDF-1.7\x00\x01\x02\x03")},
		member{name: "__MACOSX/._a.csv", content: []byte("x")},
		member{name: "~$账单.xlsx", content: []byte("x")},
	))
	want := []string{"a.zip › 业务明细.csv", "a.zip › 业务明细(汇总).csv", "a.zip › inner.csv.gz", "a.zip › nested.zip › 深.csv"}
	if !slices.Equal(names(f), want) {
		t.Errorf("%q", names(f))
	}
	for _, table := range f.Tables {
		if got := cellsOf(t, table); !reflect.DeepEqual(got, orderCells) {
			t.Errorf("%s: %q", table.Name, got)
		}
	}
	if len(f.Problems) != 1 || f.Problems[0].Code != "file.not_a_table" || f.Problems[0].Where.File != "a.zip › 说明.pdf" {
		t.Errorf("problems %v", f.Problems)
	}
}

func TestTimesInAZipAreChinas(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	part, err := w.CreateRaw(&zip.FileHeader{
		Name: "a.csv", CRC32: 0xA8A7AA55, CompressedSize64: 3, UncompressedSize64: 3,
		//nolint:staticcheck // old archivers write these two and no zone
		ModifiedDate: 45<<9 | 11<<5 | 16, ModifiedTime: 9<<11 | 30<<5,
	})
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte("a,b"))
	_ = w.Close()
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	got := modTime(archive.File[0], time.Time{})
	if want := time.Date(2025, 11, 16, 9, 30, 0, 0, china); !got.Equal(want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// workbookOf makes a workbook with the library alone.
func workbookOf(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	return b.Bytes()
}

func set(t testing.TB, f *excelize.File, sheet, cell string, value any) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbook(t *testing.T) {
	content := workbookOf(t, func(f *excelize.File) {
		set(t, f, "Sheet1", "A1", "交易明细")
		_ = f.MergeCell("Sheet1", "A1", "C1")
		set(t, f, "Sheet1", "A3", "时间")
		set(t, f, "Sheet1", "C3", "金额")
		set(t, f, "Sheet1", "A4", time.Date(2025, 9, 10, 8, 0, 0, 0, time.UTC))
		_ = f.SetCellDefault("Sheet1", "C4", "548.58000000000004")
		_, _ = f.NewSheet("副本")
		_ = f.SetSheetVisible("副本", false)
		set(t, f, "副本", "A1", "同样的数")
	})
	f := mustOpen(t, "账.xlsx", content)
	if !slices.Equal(names(f), []string{"账.xlsx › Sheet1", "账.xlsx › 副本"}) || f.Tables[0].Hidden || !f.Tables[1].Hidden || f.Tables[0].Kind != XLSX {
		t.Errorf("%+v", f.Tables)
	}
	got := cellsOf(t, f.Tables[0])
	want := [][]string{{"交易明细"}, {"时间", "", "金额"}, {"45910.333333333336", "", "548.58000000000004"}}
	if !sameButNoise(got, want) {
		t.Errorf("%q", got)
	}
	at, ok := SerialTime(got[2][0])
	if !ok || !at.Equal(time.Date(2025, 9, 10, 8, 0, 0, 0, china)) {
		t.Errorf("%v %v", at, ok)
	}
}

// sameButNoise lets the serial of a date differ in its last digits.
func sameButNoise(got, want [][]string) bool {
	return len(got) == len(want) && reflect.DeepEqual(got[:2], want[:2]) &&
		strings.HasPrefix(got[2][0], "45910.33333333") && got[2][2] == want[2][2]
}

func TestWorkbookInAZip(t *testing.T) {
	content := workbookOf(t, func(f *excelize.File) { set(t, f, "Sheet1", "B2", "值") })
	f := mustOpen(t, "a.zip", zipped(t, member{name: "表.xlsx", content: content}))
	if got := cellsOf(t, f.Tables[0]); f.Tables[0].Name != "a.zip › 表.xlsx" || !reflect.DeepEqual(got, [][]string{{"", "值"}}) {
		t.Errorf("%q %q", names(f), got)
	}
}

func TestForbiddenCharacterInAWorksheet(t *testing.T) {
	content := workbookOf(t, func(f *excelize.File) {
		for i := range 5 {
			set(t, f, "Sheet1", "A"+string(rune('1'+i)), "商品#")
		}
	})
	content = rewritten(t, content, "xl/worksheets/sheet1.xml", func(part string) string {
		return strings.Replace(part, `<c r="A3" t="s"><v>0</v>`, "<c r=\"A3\" t=\"inlineStr\"><is><t>\x01</t></is>", 1)
	})
	f := mustOpen(t, "a.xlsx", content)
	rows, failure := 0, ""
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if p, ok := asProblem(err); ok {
			failure = p.Code
			if p.Where.Row == 0 {
				t.Errorf("no row in %v", p)
			}
			continue
		}
		rows = row.Number
	}
	if failure != "file.damaged" || rows < 2 {
		t.Errorf("%q after %d rows", failure, rows)
	}
}

// rewritten changes one part of an archive.
func rewritten(t testing.TB, content []byte, name string, change func(string) string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var members []member
	for _, entry := range archive.File {
		opened, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		_, _ = b.ReadFrom(opened)
		if entry.Name == name {
			changed := change(b.String())
			if changed == b.String() {
				t.Fatalf("nothing to change in %s", changed)
			}
			b.Reset()
			b.WriteString(changed)
		}
		members = append(members, member{name: entry.Name, content: b.Bytes()})
	}
	return zipped(t, members...)
}

func TestFind(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.csv", "a.XLSX", "~$a.XLSX", "深/c.zip", ".git/d.csv", "报告.docx"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		_ = os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	single := filepath.Join(folder, "报告.docx")
	got, problems, err := Find(context.Background(), folder, single)
	want := []string{filepath.Join(folder, "a.XLSX"), filepath.Join(folder, "b.csv"), filepath.Join(folder, "深", "c.zip"), single}
	if err != nil || len(problems) > 0 || !slices.Equal(got, want) {
		t.Errorf("%q %v %v", got, problems, err)
	}
}
