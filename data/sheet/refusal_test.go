package sheet

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/problem"
)

func TestRefusals(t *testing.T) {
	junk := make([]byte, 100_000)
	_, _ = rand.Read(junk)
	book := workbookOf(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", strings.Repeat("运河", 1000)) })
	archive := zipped(t, member{name: "a.csv", content: junk})
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"nothing":           {nil, "file.empty"},
		"only a mark":       {[]byte(utf8Mark), "file.empty"},
		"only blanks":       {[]byte(" \r\n\t\r\n"), "file.empty"},
		"zip of nothing":    {zipped(t), "file.empty"},
		"gz of nothing":     {gzipped(t, nil), "file.empty"},
		"junk":              {junk, "file.not_a_table"},
		"picture":           {[]byte("\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR\x00\x00"), "file.not_a_table"},
		"answer in xml":     {[]byte("<xml><return_code><![CDATA[FAIL]]></return_code></xml>"), "file.not_a_table"},
		"answer in json":    {[]byte(`{"code":"NO_STATEMENT_EXIST","message":"请求的账单文件不存在"}`), "file.not_a_table"},
		"page.csv":          {[]byte("\r\n<!DOCTYPE html>\n<html><head><title>登录</title>"), "file.html"},
		"page in gbk.csv":   {[]byte("<HTML><BODY>\xB5\xC7\xC2\xBC</BODY>"), "file.html"},
		"table of html.xls": {[]byte("<table><tr><td>订单</td></tr></table>"), "file.html"},
		"book in xml.xls":   {[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`), "file.old_excel"},
		"half a book":       {book[:len(book)/2], "file.truncated"},
		"half a zip":        {archive[:len(archive)/2], "file.truncated"},
		"rar":               {[]byte("Rar!\x1A\x07\x01\x00abcdefgh"), "file.packed"},
		"7z":                {[]byte("7z\xBC\xAF\x27\x1C\x00\x04"), "file.packed"},
		"zip with password": {zipped(t, member{name: "a.csv", content: []byte(orders), flags: encryptedFlag}), "file.password"},
		"binary workbook":   {zipped(t, member{name: "[Content_Types].xml"}, member{name: "xl/workbook.bin"}), "file.old_excel"},
		"open document":     {zipped(t, member{name: "mimetype"}, member{name: "content.xml"}), "file.old_excel"},
		"word document":     {zipped(t, member{name: "[Content_Types].xml"}, member{name: "word/document.xml"}), "file.not_a_table"},
		"book with no xml":  {zipped(t, member{name: "[Content_Types].xml"}, member{name: "xl/workbook.xml"}), "file.damaged"},
		"too many wrappers": {gzipped(t, gzipped(t, gzipped(t, gzipped(t, gzipped(t, []byte(orders)))))), "file.packed"},
	} {
		p := refused(t, "文件.csv", c.content)
		if p.Code != c.code {
			t.Errorf("%s: %v, want %s", name, p, c.code)
		}
		if !strings.HasPrefix(p.Where.File, "文件.csv") {
			t.Errorf("%s: file %q", name, p.Where.File)
		}
	}
}

func TestPasswordOfAWorkbook(t *testing.T) {
	f := excelize.NewFile()
	set(t, f, "Sheet1", "A1", "机密")
	path := filepath.Join(t.TempDir(), "密.xlsx")
	if err := f.SaveAs(path, excelize.Options{Password: "130903"}); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), path)
	if p := problem.Of(err); p == nil || p.Code != "file.password" {
		t.Errorf("%v", err)
	}
}

func TestOldWorkbook(t *testing.T) {
	if p := refused(t, "旧.xls", oleWith(t, "Workbook")); p.Code != "file.old_excel" {
		t.Error(p)
	}
	if p := refused(t, "信.doc", oleWith(t, "WordDocument")); p.Code != "file.not_a_table" {
		t.Error(p)
	}
	if p := refused(t, "断.xls", oleMark); p.Code != "file.damaged" {
		t.Error(p)
	}
}

// oleWith makes the smallest compound file with one stream: header, allocation table, directory, data.
func oleWith(t testing.TB, stream string) []byte {
	t.Helper()
	file := make([]byte, 512*11)
	copy(file, oleMark)
	put := func(at int, values ...byte) { copy(file[at:], values) }
	put(24, 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0)
	put(44, 1, 0, 0, 0, 1, 0, 0, 0) // one table sector; the directory begins in sector 1
	put(56, 0, 0x10, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF)
	for i := 76; i < 1024; i++ {
		file[i] = 0xFF
	}
	put(76, 0, 0, 0, 0)
	put(512, 0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF)
	for sector := 2; sector < 10; sector++ {
		next := []byte{byte(sector + 1), 0, 0, 0}
		if sector == 9 {
			next = []byte{0xFE, 0xFF, 0xFF, 0xFF}
		}
		put(512+4*sector, next...)
	}
	entry := func(n int, name string, kind byte, child byte, start byte, length int) {
		at := 1024 + 128*n
		for i, r := range name {
			file[at+2*i] = byte(r)
		}
		put(at+64, byte(2*len(name)+2), 0, kind, 1)
		put(at+68, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, child, 0xFF, 0xFF, 0xFF)
		put(at+116, start, 0, 0, 0, byte(length), byte(length>>8))
	}
	entry(0, "Root Entry", 5, 1, 0xFE, 0)
	put(1024+76, 1, 0, 0, 0)
	put(1024+116, 0xFE, 0xFF, 0xFF, 0xFF)
	entry(1, stream, 2, 0xFF, 2, 4096)
	return file
}

func TestNoFile(t *testing.T) {
	folder := t.TempDir()
	locked := save(t, "locked.csv", []byte(orders))
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	for path, code := range map[string]string{
		filepath.Join(folder, "none.csv"): "file.missing",
		folder:                            "file.folder",
		locked:                            "file.no_access",
	} {
		f, err := Open(context.Background(), path)
		if err == nil && path == locked {
			_ = f.Close()
			continue // the superuser reads everything
		}
		if p := problem.Of(err); p == nil || p.Code != code {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	path := save(t, "large.csv", []byte(orders))
	if err := os.Truncate(path, defaultLimits.file+1); err != nil {
		t.Skip("no sparse files here:", err)
	}
	_, err := Open(context.Background(), path)
	if p := problem.Of(err); p == nil || p.Code != "file.too_large" || p.Args["limit"] != "2 GB" {
		t.Errorf("%v", err)
	}
}

func TestBombs(t *testing.T) {
	zeros := make([]byte, 100<<20)
	for name, content := range map[string][]byte{
		"gz":   gzipped(t, zeros),
		"zip":  zipped(t, member{name: "a.csv", content: zeros}),
		"xlsx": zipped(t, member{name: "[Content_Types].xml"}, member{name: "xl/workbook.xml"}, member{name: "xl/worksheets/sheet1.xml", content: zeros}),
		"many": zipped(t, make([]member, defaultLimits.members+1)...),
	} {
		if p := refused(t, "a", content); p.Code != "file.bomb" {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func TestBombThatLies(t *testing.T) {
	content := gzipped(t, bytes.Repeat([]byte("1,2,3\n"), 20<<20))
	copy(content[len(content)-4:], "\x01\x00\x00\x00") // its length, it says, is one byte
	f := mustOpen(t, "a.zip", zipped(t, member{name: "a.gz", content: content}))
	if p := lastProblem(f.Tables[0]); p == nil || p.Code != "file.bomb" {
		t.Errorf("%v", p)
	}
}

// lastProblem reads a table to its end.
func lastProblem(table Table) *problem.Problem {
	var last error
	for _, err := range table.Rows(context.Background()) {
		last = err
	}
	return problem.Of(last)
}

func TestHalfAGzipKeepsItsGoodLines(t *testing.T) {
	var b bytes.Buffer
	for range 2000 {
		line := make([]byte, 20)
		_, _ = rand.Read(line)
		b.WriteString("订单,金额,")
		for _, c := range line {
			b.WriteByte('a' + c%26)
		}
		b.WriteByte('\n')
	}
	content := gzipped(t, b.Bytes())
	for _, part := range []int{2, 3, 4} {
		f := mustOpen(t, "a.csv.gz", content[:len(content)*(part-1)/part])
		rows := 0
		for row, err := range f.Tables[0].Rows(context.Background()) {
			if err != nil {
				if p := problem.Of(err); p.Code != "file.truncated" || p.Where.Row != rows || p.Where.File != "a.csv.gz" {
					t.Errorf("%v after %d", p, rows)
				}
				continue
			}
			if rows++; len(row.Cells) != 3 || len(row.Cells[2]) != 20 {
				t.Errorf("half a line: %q", row.Cells)
			}
		}
		if rows < 500 || rows >= 2000 {
			t.Errorf("%d rows", rows)
		}
	}
}

func TestDamagedGzip(t *testing.T) {
	content := gzipped(t, []byte(orders))
	content[len(content)-6] ^= 0xFF // of the checksum
	f := mustOpen(t, "a.gz", content)
	if p := lastProblem(f.Tables[0]); p == nil || p.Code != "file.damaged" {
		t.Errorf("%v", p)
	}
}

func TestChangedFile(t *testing.T) {
	path := save(t, "a.csv", []byte(orders))
	f, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := os.WriteFile(path, []byte(orders+"1003,x,1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if p := lastProblem(f.Tables[0]); p == nil || p.Code != "file.changed" {
		t.Errorf("%v", p)
	}
}

func TestOpenStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, save(t, "a.csv", []byte(orders))); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
