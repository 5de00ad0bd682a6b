package sales

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"smartcanal/data/sales/statement"
)

// sample finds a real statement file, or says that the test was skipped: a stranger's clone has none.
func sample(t *testing.T, name string) Source {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "samples", filepath.FromSlash(name))
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		t.Skip("skipped: the real sample files are not beside this clone")
	}
	return Source{Path: path}
}

func TestRealBillsGiveTheirFigures(t *testing.T) {
	for _, c := range []struct {
		name           string
		paid, refunded int64
		lines          int
		summary        string
	}{
		{"binarywang_WxJava/pay_bill_result_all_content.csv", 600, 0, 1, statement.SummaryDiffers},
		{"binarywang_WxJava/pay_bill_result_all_content_1.csv", 2, 0, 2, statement.SummaryAgrees},
		{"binarywang_WxJava/pay_bill_result_success_content.csv", 1, 0, 1, statement.SummaryDiffers},
		{"binarywang_WxJava/pay_bill_result_refund_content.csv", 0, 1, 1, statement.SummaryDiffers},
	} {
		room := newRoom(t)
		file := take(t, room, sample(t, c.name)).Files[0]
		total := sum(t, room, Query{})
		if int64(total.Paid) != c.paid || int64(total.Refunded) != c.refunded || file.Added != c.lines || file.Summary != c.summary {
			t.Errorf("%s: %+v, %+v", c.name, total, file.StatementFile)
		}
	}
}

func TestRealPersonalExportsAreSummedAndNotCounted(t *testing.T) {
	wechat := [6]int64{5, 2849, 11, 290453, 11, 2610089}
	for name, want := range map[string][6]int64{
		"deb-sig_double-entry-generator/example-wechat-records.csv":  wechat,
		"deb-sig_double-entry-generator/example-wechat-records.xlsx": wechat,
		"deb-sig_double-entry-generator/example-alipay-records.csv":  {1, 22222850, 5, 21164, 4, 24737},
		"deb-sig_double-entry-generator/example-mt-records.csv":      {6, 20973, 23, 122380, 0, 0},
	} {
		room := newRoom(t)
		report := take(t, room, sample(t, name))
		f := report.Files[0].Figures
		got := [6]int64{int64(f.In.Count), int64(f.In.Amount), int64(f.Out.Count), int64(f.Out.Amount), int64(f.Neutral.Count), int64(f.Neutral.Amount)}
		if got != want || len(report.Files) != 1 || report.Files[0].Added != 0 {
			t.Errorf("%s: %v of %d tables, want %v", name, got, len(report.Files), want)
		}
		if total := sum(t, room, Query{}); total != (Total{}) {
			t.Errorf("%s was counted: %+v", name, total)
		}
	}
}
