package statement

import (
	"os"
	"path/filepath"
	"testing"
)

const samples = "../../../../shared/samples/"

// sample reads a real file; it is not part of the repository.
func sample(t *testing.T, name string) got {
	t.Helper()
	path := filepath.FromSlash(samples + name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the sample %s is not here", name)
	}
	all := readFile(t, path, nil)
	for _, again := range all[1:] {
		if !again.nothingNew || again.Lines != 0 || again.Repeated != all[0].Lines {
			t.Errorf("%s: a sheet with the same data gave %d lines more", again.Table.Name, again.Lines)
		}
	}
	return all[0]
}

func TestRealBillsOfWeChat(t *testing.T) {
	for _, c := range []struct {
		file, format       string
		payments, refunds  int
		paid, back         int64
		summary, firstName string
	}{
		{"pay_bill_result_all_content.csv", "wechat_all", 1, 0, 600, 0, "differs", "总交易单数"},
		{"pay_bill_result_all_content_1.csv", "wechat_all", 2, 0, 2, 0, "agrees", "总交易单数"},
		{"pay_bill_result_success_content.csv", "wechat_success", 1, 0, 1, 0, "differs", "总交易单数"},
		{"pay_bill_result_refund_content.csv", "wechat_refund", 0, 1, 0, 1, "differs", "总交易单数"},
	} {
		t.Run(c.file, func(t *testing.T) {
			g := sample(t, "binarywang_WxJava/"+c.file)
			is(t, "format", g.Format, c.format)
			is(t, "evidence", g.Evidence, Counted)
			is(t, "payments", g.Payments, c.payments)
			is(t, "refunds", g.Refunds, c.refunds)
			is(t, "paid", int64(g.Paid.Order), c.paid)
			is(t, "settled", int64(g.Paid.Settled), c.paid)
			is(t, "refunded", int64(g.Refunded.Order), c.back)
			is(t, "summary", g.Summary, c.summary)
			is(t, "first item", g.Items[0].Name, c.firstName)
			is(t, "doubts", g.codes(), "")
		})
	}
}

func TestRealPersonalExports(t *testing.T) {
	for _, c := range []struct {
		file, format          string
		lines                 int
		in, out, neutral      int
		inFen, outFen, neuFen int64
	}{
		{"example-jd-records.csv", "jd_personal", 26, 0, 16, 10, 0, 164843, 113320},
		{"example-wechat-records.csv", "wechat_personal", 27, 5, 11, 11, 2849, 290453, 2610089},
		{"example-wechat-records.xlsx", "wechat_personal", 27, 5, 11, 11, 2849, 290453, 2610089},
		{"example-alipay-records.csv", "alipay_personal", 10, 1, 5, 4, 22222850, 21164, 24737},
		{"example-mt-records.csv", "meituan_personal", 29, 6, 23, 0, 20973, 122380, 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			g := sample(t, "deb-sig_double-entry-generator/"+c.file)
			is(t, "format", g.Format, c.format)
			is(t, "evidence", g.Evidence, Personal)
			is(t, "lines", g.Lines, c.lines)
			is(t, "in", g.In, Flow{c.in, moneyOf(c.inFen)})
			is(t, "out", g.Out, Flow{c.out, moneyOf(c.outFen)})
			is(t, "neutral", g.Neutral, Flow{c.neutral, moneyOf(c.neuFen)})
			is(t, "counted as sales", g.Payments+g.Refunds, 0)
			is(t, "doubts", g.codes(), "")
		})
	}
}
