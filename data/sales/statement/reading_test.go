package statement

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// opened detects the one statement in a file that stays open during the test.
func opened(t *testing.T, name string, content []byte) *Statement {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := sheet.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	found, err := Detect(t.Context(), file.Tables[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func passLine(Line) error   { return nil }
func passDoubt(Doubt) error { return nil }

func TestAnErrorOfTheCallerEndsReading(t *testing.T) {
	stop := errors.New("enough")
	found := opened(t, "bill.csv", []byte(billHead+paidRow+counterRow+strings.Replace(paidRow, "`95.00", "`x", 1)))
	result, err := found.Read(t.Context(), func(Line) error { return stop }, passDoubt)
	is(t, "line", err, stop)
	is(t, "lines", result.Lines, 1)
	_, err = found.Read(t.Context(), passLine, func(Doubt) error { return stop })
	is(t, "doubt", err, stop)
}

func TestACancelledReadSaysSo(t *testing.T) {
	found := opened(t, "bill.csv", []byte(billHead+paidRow))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := found.Read(ctx, passLine, passDoubt); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestATableThatBreaksOff has half a gzip: its good lines are given before its problem.
func TestATableThatBreaksOff(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	var text strings.Builder
	text.WriteString(jdHead)
	for i := range 20_000 {
		text.WriteString(jdRow("28"+strings.Repeat("0", 5)+string(rune('a'+i%26))+strings.Repeat("1", i%7), "1", "在线支付", "1.00", "", "完成", "2026-10-01 08:05:00", ""))
	}
	if _, err := w.Write([]byte(text.String())); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	found := opened(t, "jd.csv.gz", b.Bytes()[:b.Len()*3/4])
	lines := 0
	result, err := found.Read(t.Context(), func(Line) error { lines++; return nil }, passDoubt)
	is(t, "problem", problem.Of(err).Code, "file.truncated")
	is(t, "orders kept until the end are given", lines > 0 && lines == result.Lines, true)
}

func TestReadingTwiceGivesTheSame(t *testing.T) {
	found := opened(t, "bill.csv", []byte(billHead+paidRow+refundRow+billSum+"`2,`95.00,`19.00,`1.00,`0.46000,`100.00,`20.00\n"))
	first, _ := found.Read(t.Context(), passLine, passDoubt)
	second, _ := found.Read(t.Context(), passLine, passDoubt)
	is(t, "paid", first.Paid, second.Paid)
	is(t, "summary", second.Summary, SummaryAgrees)
	is(t, "stated once", second.Items[0], first.Items[0])
}
