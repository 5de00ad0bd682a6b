//go:build e2e

package e2e

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/sheet"
	"smartcanal/data/store"
)

// noticeHolds reads the workbook that was saved: who gets what under which clause, in figures and in words.
func noticeHolds(t *testing.T, path string) {
	t.Helper()
	file, err := sheet.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var rows []string
	for row, err := range file.Tables[0].Rows(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, strings.Trim(strings.Join(row.Cells, "|"), "|"))
	}
	for _, want := range []string{
		"2026年度运河区电子商务发展奖励资金公示表",
		"运商公示〔2026〕3号",
		"依据：《运河区电子商务发展奖励办法》",
		"1|2026-001|" + enterprise + "|" + creditCode + "|网络零售额突破奖|第六条|50000",
		"合计金额人民币（大写）：伍万元整",
		"沧州市运河区商务局",
	} {
		if !slices.Contains(rows, want) {
			t.Errorf("the notice has no row %q; it has\n%s", want, strings.Join(rows, "\n"))
		}
	}
	if stray := strings.TrimSuffix(path, ".xlsx"); exists(stray) {
		t.Errorf("%s, the name as it was typed, is left behind", stray)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// figuresHold looks into the file of data beside the window: the sales as they were verified, and the file
// itself with its journal.
func figuresHold(t *testing.T) {
	t.Helper()
	st, err := store.OpenReadOnly(t.Context(), program.data)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	room := sales.New(st)
	for _, c := range []struct {
		name string
		of   sales.Query
		net  money.Fen
	}{
		{"everything", sales.Query{}, 5_400_887_98},
		{"online by WeChat", sales.Query{Platform: statement.WeChat, Channel: statement.Online}, 5_299_268_50},
		{"over the counter", sales.Query{Platform: statement.WeChat, Channel: statement.InPerson}, 88_888_88},
		{"Tmall", sales.Query{Platform: statement.Taobao}, 12_644_60},
		{"unmatched", sales.Query{Unmatched: true}, 354_50},
	} {
		total, err := room.Sum(t.Context(), c.of)
		if err != nil || total.Net() != c.net {
			t.Errorf("%s: %s, want %s (%v)", c.name, total.Net(), c.net, err)
		}
	}
	verifiedIs(t, room, 5_311_644_60)
	for _, check := range []func(context.Context) ([]*problem.Problem, error){st.Check, room.Check} {
		if wrong, err := check(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("the file of data: %v %v", wrong, err)
		}
	}
}

// verifiedIs compares the enterprise's verified online sales.
func verifiedIs(t *testing.T, room *sales.Room, want money.Fen) {
	t.Helper()
	totals, err := room.Totals(t.Context(), sales.Query{By: []sales.Dimension{sales.ByOrganization}, Channel: statement.Online})
	if err != nil {
		t.Fatal(err)
	}
	for _, total := range totals {
		if total.Organization == enterprise && total.Net() == want {
			return
		}
	}
	t.Errorf("verified online sales of %s are not %s: %+v", enterprise, want, totals)
}
