package sheet

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"smartcanal/data/problem"
)

// save writes content under a name into a folder of the test's own.
func save(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func mustOpen(t testing.TB, name string, content []byte) *File {
	t.Helper()
	f, err := Open(context.Background(), save(t, name, content))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// cellsOf reads a table whole.
func cellsOf(t testing.TB, table Table) [][]string {
	t.Helper()
	var all [][]string
	for row, err := range table.Rows(context.Background()) {
		if err != nil {
			t.Fatalf("%s row %d: %v", table.Name, row.Number, err)
		}
		all = append(all, slices.Clone(row.Cells))
	}
	return all
}

// refused opens content that must not open and gives the problem.
func refused(t testing.TB, name string, content []byte) *problem.Problem {
	t.Helper()
	f, err := Open(context.Background(), save(t, name, content))
	if err == nil {
		_ = f.Close()
		t.Fatalf("%s opened", name)
	}
	return problem.Of(err)
}

func encoded(t testing.TB, codec encoding.Encoding, text string) []byte {
	t.Helper()
	content, err := codec.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func gzipped(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const orders = "订单号,商品,金额\r\n1001,大运河酥饼,12.50\r\n1002,青县羊角脆,8.00\r\n"

var orderCells = [][]string{{"订单号", "商品", "金额"}, {"1001", "大运河酥饼", "12.50"}, {"1002", "青县羊角脆", "8.00"}}

func TestEncodings(t *testing.T) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		encoding string
		content  []byte
	}{
		{UTF8, []byte(orders)},
		{UTF8BOM, []byte(utf8Mark + orders)},
		{GB18030, encoded(t, simplifiedchinese.GBK, orders)},
		{GB18030, encoded(t, simplifiedchinese.GB18030, orders)},
		{UTF16LE, append([]byte(utf16LEMark), encoded(t, little, orders)...)},
		{UTF16BE, append([]byte(utf16BEMark), encoded(t, big, orders)...)},
		{UTF16LE, encoded(t, little, orders)},
		{UTF16BE, encoded(t, big, orders)},
	} {
		f := mustOpen(t, "订单.csv", c.content)
		if len(f.Tables) != 1 || f.Tables[0].Encoding != c.encoding || f.Tables[0].Name != "订单.csv" || f.Tables[0].Kind != CSV {
			t.Errorf("%s: tables %+v", c.encoding, f.Tables)
			continue
		}
		if got := cellsOf(t, f.Tables[0]); !reflect.DeepEqual(got, orderCells) {
			t.Errorf("%s: %q", c.encoding, got)
		}
		if again := cellsOf(t, f.Tables[0]); !reflect.DeepEqual(again, orderCells) {
			t.Errorf("%s the second time: %q", c.encoding, again)
		}
	}
}

func TestSampleCutWithinACharacter(t *testing.T) {
	for _, codec := range []encoding.Encoding{encoding.Nop, simplifiedchinese.GB18030} {
		for shift := range 4 {
			text := "abcd"[:shift] + string(bytes.Repeat([]byte("运河区,"), sampleSize/6))
			content := encoded(t, codec, text)[:sampleSize]
			want := UTF8
			if codec != encoding.Nop {
				want = GB18030
			}
			if got := encodingOf(content); got != want {
				t.Errorf("shift %d: %s, want %s", shift, got, want)
			}
		}
	}
}

func TestEncodingToldLate(t *testing.T) {
	ascii := bytes.Repeat([]byte("1,2,3\n"), sampleSize/4)
	for shift := range 6 {
		content := slices.Concat(ascii, bytes.Repeat([]byte("x"), shift), encoded(t, simplifiedchinese.GBK, "交易时间,金额\n"))
		if f := mustOpen(t, "late.csv", content); f.Tables[0].Encoding != GB18030 {
			t.Errorf("shift %d: %s", shift, f.Tables[0].Encoding)
		}
	}
}

func TestACharacterCutInTheMiddle(t *testing.T) {
	f := mustOpen(t, "cut.csv", []byte(orders+"1003,酥\xE9\xA5,1.00\n"))
	got := cellsOf(t, f.Tables[0])
	if f.Tables[0].Encoding != UTF8 || got[3][1] != "酥\uFFFD" || got[3][2] != "1.00" {
		t.Errorf("%s %q", f.Tables[0].Encoding, got)
	}
}

func TestFileFacts(t *testing.T) {
	f := mustOpen(t, "abc.csv", []byte("abc"))
	if f.SHA256 != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" || f.Size != 3 || f.Name != "abc.csv" {
		t.Errorf("%+v", f)
	}
	if time.Since(f.ModTime) > time.Hour || !f.Tables[0].ModTime.Equal(f.ModTime) {
		t.Errorf("times %v %v", f.ModTime, f.Tables[0].ModTime)
	}
}

func TestRowsStopsWithItsContext(t *testing.T) {
	f := mustOpen(t, "a.csv", bytes.Repeat([]byte("1,2\n"), 10000))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	rows := 0
	for _, err := range f.Tables[0].Rows(ctx) {
		if rows++; rows == 10 {
			cancel()
		}
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	if rows > 10+rowsPerCheck {
		t.Errorf("%d rows", rows)
	}
}
