package console

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/demo"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

const bill = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n" +
	"`2026-10-01 08:00:00,`wx,`1900,`1623,`,`W1,`M1,`u,`JSAPI,`SUCCESS,`OTHERS,`CNY,`95.00,`5.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.57000,`0.60%,`100.00,`0.00,`\n" +
	"`2026-11-01 08:00:00,`wx,`1900,`1623,`,`W2,`M2,`u,`MICROPAY,`SUCCESS,`OTHERS,`CNY,`8O.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`80.00,`0.00,`\n" +
	"`2026-11-03 08:00:00,`wx,`1900,`1623,`,`W1,`M1,`u,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`R1,`r1,`19.00,`0.00,`ORIGINAL,`SUCCESS,`枣,`,`-0.11000,`0.60%,`0.00,`20.00,`\n" +
	"总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n" +
	"`3,`175.00,`19.00,`0.00,`0.46000,`180.00,`20.00\n"

// run runs a command and gives what it printed and its exit code.
func run(t *testing.T, args ...string) (out, errOut string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(t.Context(), args, &o, &e, "1.2.3")
	return o.String(), e.String(), code
}

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func decode[T any](t *testing.T, text string) T {
	t.Helper()
	var value T
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return value
}

type group struct {
	Account      *string `json:"account"`
	Organization *string `json:"organization"`
	Month        string  `json:"month"`
	Payments     int     `json:"payments"`
	PaymentsFen  int64   `json:"payments_fen"`
	RefundsFen   int64   `json:"refunds_fen"`
	NetFen       int64   `json:"net_fen"`
}

func TestImportAndSalesInJSON(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	path := file(t, "bill.csv", bill)
	out, _, code := run(t, "import", path, "--db", db, "--json")
	report := decode[struct {
		Files []struct {
			Path, Format, Summary                      string
			Lines, New, Updated, Duplicate, Unreadable int
			Problems                                   []struct {
				Row          int
				Column, What string
			}
		}
	}](t, out)
	if code != ExitDone || len(report.Files) != 1 {
		t.Fatalf("exit %d, %s", code, out)
	}
	f := report.Files[0]
	if f.Path != path || f.Format != "wechat_all" || f.Lines != 3 || f.New != 2 || f.Unreadable != 1 || f.Summary != "differs" {
		t.Errorf("got %+v", f)
	}
	if len(f.Problems) != 1 || f.Problems[0].Row != 3 || f.Problems[0].Column != "应结订单金额" || !strings.Contains(f.Problems[0].What, "8O.00") {
		t.Errorf("got %+v", f.Problems)
	}

	out, _, _ = run(t, "sales", "--db", db, "--by", "account,organization,month", "--json")
	groups := decode[[]group](t, out)
	if len(groups) != 2 || *groups[0].Account != "1623" || groups[0].Organization != nil || groups[0].Month != "2026-10" || groups[0].NetFen != 10000 || groups[1].NetFen != -2000 {
		t.Errorf("got %s", out)
	}
	if strings.Contains(out, "platform") {
		t.Errorf("a key nobody asked for: %s", out)
	}
	out, _, _ = run(t, "sales", "--db", db, "--by", "account", "--basis", "settled", "--channel", "online", "--from", "2026-10", "--to", "2026-10", "--json")
	if groups := decode[[]group](t, out); len(groups) != 1 || groups[0].NetFen != 9500 {
		t.Errorf("got %s", out)
	}
	out, _, _ = run(t, "import", path, "--db", db, "--json")
	if !strings.Contains(out, `"duplicate": 2`) || !strings.Contains(out, `"new": 0`) {
		t.Errorf("again: %s", out)
	}
}

func TestExitCodes(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	good, page := file(t, "good.csv", bill), file(t, "page.csv", "<!DOCTYPE html><html></html>")
	for _, c := range []struct {
		name string
		args []string
		want int
	}{
		{"a file that cannot be used", []string{"import", page, good, "--db", db}, ExitUnusable},
		{"no database named", []string{"import", good}, ExitUsage},
		{"no file named", []string{"import", "--db", db}, ExitUsage},
		{"an unknown flag", []string{"sales", "--db", db, "--colour"}, ExitUsage},
		{"an unknown dimension", []string{"sales", "--db", db, "--by", "weather"}, ExitUsage},
		{"an unknown basis", []string{"sales", "--db", db, "--basis", "cash"}, ExitUsage},
		{"no month", []string{"sales", "--db", db, "--from", "2026-13"}, ExitUsage},
		{"an unknown command", []string{"sell"}, ExitUsage},
		{"a database that is not there", []string{"sales", "--db", db + "x"}, ExitUnusable},
		{"sales", []string{"sales", "--db", db}, ExitDone},
		{"check", []string{"check", "--db", db}, ExitDone},
		{"version", []string{"version"}, ExitDone},
	} {
		out, errOut, code := run(t, c.args...)
		if code != c.want {
			t.Errorf("%s: exit %d, want %d\n%s%s", c.name, code, c.want, out, errOut)
		}
	}
	out, _, _ := run(t, "sales", "--db", db, "--by", "account", "--json")
	if groups := decode[[]group](t, out); len(groups) != 1 || groups[0].Payments != 1 {
		t.Errorf("the good file beside the bad one: %s", out)
	}
}

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	db, copied := filepath.Join(dir, "office.db"), filepath.Join(dir, "copy.db")
	run(t, "import", file(t, "bill.csv", bill), "--db", db)
	if _, errOut, code := run(t, "backup", copied, "--db", db); code != ExitDone {
		t.Fatal(errOut)
	}
	if err := os.Remove(db); err != nil {
		t.Fatal(err)
	}
	if _, errOut, code := run(t, "restore", copied, "--db", db); code != ExitDone {
		t.Fatal(errOut)
	}
	out, _, _ := run(t, "sales", "--db", db, "--by", "account", "--json")
	if groups := decode[[]group](t, out); len(groups) != 1 || groups[0].NetFen != 8000 {
		t.Errorf("got %s", out)
	}
}

func TestTheSearchIndexIsMadeAndMadeAnew(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	page := file(t, "bill.csv", bill)
	run(t, "import", page, "--db", db, "--later")
	waiting := func() int {
		t.Helper()
		st, err := store.Open(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		defer st.Close()
		n, err := search.New(st).Waiting(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if waiting() == 0 {
		t.Error("nothing waits after import --later")
	}
	if _, errOut, code := run(t, "rebuild", "--db", db); code != ExitDone {
		t.Fatal(errOut)
	}
	if n := waiting(); n != 0 {
		t.Errorf("%d lines wait after rebuild", n)
	}
	if out, _, code := run(t, "check", "--db", db); code != ExitDone {
		t.Error(out)
	}
}

// conferenceDB is a file with the demo's conference on the demo's own day.
func conferenceDB(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "office.db")
	st, err := store.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for _, fill := range []func(context.Context, *store.Store) error{demo.FillCouncil, demo.FillChronicle} {
		if err := fill(t.Context(), st); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestTasksThatAreDue(t *testing.T) {
	db := conferenceDB(t)
	out, _, code := run(t, "tasks", "--due", "--db", db, "--json")
	due := decode[[]struct {
		Kind, Number, Title, On string
		Days                    int
	}](t, out)
	kinds := map[string]int{}
	for _, d := range due {
		kinds[d.Kind]++
		if d.Kind == "overdue" && d.Days >= 0 {
			t.Errorf("%+v", d)
		}
	}
	if code != ExitDone || kinds["review"] != 1 || kinds["extension"] != 1 || kinds["overdue"] != 3 || kinds["meeting"] != 1 {
		t.Errorf("exit %d, %v", code, kinds)
	}
	out, _, _ = run(t, "tasks", "--db", db, "--json")
	tasks := decode[[]struct {
		Number, Lamp, Step string
		Progress, Planned  int
	}](t, out)
	if len(tasks) != 20 || tasks[0].Lamp != "overdue" || tasks[0].Planned != 100 {
		t.Errorf("%d tasks, first %+v", len(tasks), tasks[0])
	}
	if out, _, _ := run(t, "tasks", "--due", "--db", db); !strings.Contains(out, "村级服务站宽带提速") || !strings.Contains(out, "逾期") {
		t.Error(out)
	}
}

func TestTheChronicleIsExported(t *testing.T) {
	db := conferenceDB(t)
	path := filepath.Join(t.TempDir(), "大事记.docx")
	out, _, code := run(t, "chronicle", "export", "--year", "2015", "--db", db, "-o", path, "--json")
	entries := decode[[]struct{ On, Title string }](t, out)
	if code != ExitDone || len(entries) != 5 || entries[4].On != "2015-11-16" {
		t.Errorf("exit %d, %+v", code, entries)
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Error(err)
	}
	if out, _, _ = run(t, "chronicle", "export", "--year", "2015", "--public", "--db", db, "--json"); len(decode[[]struct{}](t, out)) != 4 {
		t.Error(out)
	}
	if _, errOut, code := run(t, "chronicle", "export", "--year", "1999", "--db", db, "-o", path); code != ExitUnusable || !strings.Contains(errOut, "没有可导出的记事") {
		t.Errorf("exit %d, %s", code, errOut)
	}
	if _, _, code := run(t, "chronicle", "export", "--db", db); code != ExitUsage {
		t.Errorf("exit %d without a target", code)
	}
}
