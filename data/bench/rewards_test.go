//go:build bench

package bench

import (
	"fmt"
	"path/filepath"
	"runtime"
	"testing"

	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// enterprises is how many organisations the measure is computed for.
const enterprises = 2_000

// TestRewardsRow measures the row of rewards alone.
func TestRewardsRow(t *testing.T) {
	row := rewardsRow(t, t.TempDir())
	t.Logf("%+v", row)
}

// rewardsRow computes all clauses of the library, as one measure, for 2,000 organisations with a million lines, and
// lets SQLite sum the same lines by organisation and month.
func rewardsRow(t *testing.T, dir string) Row {
	path := filepath.Join(dir, "rewards.db")
	st, err := store.Create(t.Context(), path)
	must(t, err)
	defer st.Close()
	fillTrade(t, st)
	room := rewards.New(st, sales.New(st))
	scheme := everyClause(t)
	settle(t)
	conn := openSQL(t, path)
	defer conn.Close()
	var mine, theirs []float64
	for range 5 {
		theirs = append(theirs, clock(func() {
			drain(t, conn, `SELECT a.organization_id, strftime('%Y%m', t.at + 28800, 'unixepoch') AS month, SUM(t.order_fen - t.refund_order_fen)
				FROM transactions t JOIN payment_accounts a ON a.id = t.account_id GROUP BY 1, 2`)
		}))
		mine = append(mine, clock(func() {
			batch, err := room.Project(t.Context(), scheme, 2026)
			must(t, err)
			if batch.Total == 0 || len(batch.Rules) < 25 {
				t.Fatalf("%d rules come to %s", len(batch.Rules), batch.Total)
			}
		}))
	}
	return AtMost(fmt.Sprintf("%d clauses for 2,000 organisations over 1,000,000 lines", len(scheme.Rules)), median(mine), median(theirs), "s", 1.5)
}

// TestTraceRow measures the row of a trace's figure alone.
func TestTraceRow(t *testing.T) {
	dir := t.TempDir()
	rewardsRow(t, dir)
	t.Logf("%+v", traceRow(t, dir))
}

// traceRow opens the lines behind figures of traces, of one organisation after the other: found, in order, and the first
// hundred of them read. SQLite sorts and reads the same lines. The file is that of rewardsRow.
func traceRow(t *testing.T, dir string) Row {
	path := filepath.Join(dir, "rewards.db")
	st, err := store.Open(t.Context(), path)
	must(t, err)
	defer st.Close()
	lines := sales.New(st)
	room := rewards.New(st, lines)
	scheme := everyClause(t)
	must(t, room.AddScheme(t.Context(), "bench", &scheme))
	conn := openSQL(t, path)
	defer conn.Close()
	var mine, theirs []float64
	for id := int64(1); id <= enterprises; id += 5 {
		trace, err := room.Trial(t.Context(), rewards.Application{OrganizationID: id, RuleID: scheme.Rules[0].ID, Year: 2026})
		must(t, err)
		behind := trace.Steps[0].Lines
		if behind == nil {
			t.Fatalf("no lines behind %+v", trace.Steps[0])
		}
		filter := sales.LineFilter{OrganizationID: behind.OrganizationID, From: behind.From, To: behind.To, Channel: statement.Online}
		runtime.GC() // what the computation leaves to be collected is not the opening's
		mine = append(mine, 1000*clock(func() {
			ids, err := lines.LineIDs(t.Context(), filter, nil)
			must(t, err)
			page, err := lines.Lines(t.Context(), ids[:min(100, len(ids))])
			must(t, err)
			if len(page) < 100 {
				t.Fatalf("%d lines of organisation %d", len(page), id)
			}
		}))
		theirs = append(theirs, 1000*clock(func() {
			drain(t, conn, `SELECT t.* FROM transactions t JOIN payment_accounts a ON a.id = t.account_id
				WHERE a.organization_id = ? AND strftime('%Y', t.at + 28800, 'unixepoch') = '2026' AND t.channel = 1 ORDER BY t.at DESC LIMIT 100`, id)
		}))
	}
	return Under("a trace's figure opens its lines out of 1,000,000, p99", percentile(mine, 99), percentile(theirs, 99), "ms", 3)
}

// everyClause puts the rules of the library together.
func everyClause(t *testing.T) rewards.Scheme {
	all, err := rewards.Library()
	must(t, err)
	whole := rewards.Scheme{Title: "全部条款", FromYear: 2025, ToYear: 2029, YearlyCap: 0}
	for i, scheme := range all {
		for _, rule := range scheme.Rules {
			rule.Title = fmt.Sprintf("%d %s", i, rule.Title)
			whole.Rules = append(whole.Rules, rule)
		}
	}
	return whole
}

// fillTrade makes organisations with an account each and a million lines over two years.
func fillTrade(t *testing.T, st *store.Store) {
	must(t, st.Write(t.Context(), "bench", "bench", func(tx *store.Tx) error {
		for _, text := range []string{
			fmt.Sprintf(`INSERT INTO organizations (id, created_at, updated_at, kind, name, founded_on, above_quota)
				WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < %d)
				SELECT x, '2026-01-01', '2026-01-01', 'enterprise', '企业' || x, '2020-01-01', CASE WHEN x %% 7 = 0 THEN '零售 2026' ELSE '' END FROM n`, enterprises),
			`INSERT INTO payment_accounts (id, created_at, updated_at, organization_id, platform, number)
				SELECT id, created_at, updated_at, id, CASE id % 3 WHEN 0 THEN 'wechat' WHEN 1 THEN 'jd' ELSE 'douyin' END, id FROM organizations`,
			fmt.Sprintf(`INSERT INTO transactions (identity, account_id, file_id, line, at, channel, sides, order_fen, settled_fen, refund_order_fen,
				refund_settled_fen, freshness, order_no, merchant_no, trade_type, status, product)
				WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < %d)
				SELECT x, 1 + x %% %d, 1, x, 1735700000 + (x * 7919) %% 63000000, 1 + (x %% 9 = 0), 1, 1000 + (x * 31) %% 900000, 1000, 0, 0, 0,
					'4200' || x, 'M' || x, 'JSAPI', 'SUCCESS', CASE x %% 5 WHEN 0 THEN '沧州金丝小枣礼盒' WHEN 1 THEN '办公用品' ELSE '日用百货 ' || x END FROM n`, lines, enterprises),
			`INSERT INTO sales_totals (month, account_id, channel, payments, order_fen, settled_fen, refunds, refund_order_fen, refund_settled_fen)
				SELECT CAST(strftime('%Y%m', at + 28800, 'unixepoch') AS INTEGER), account_id, channel, COUNT(*), SUM(order_fen), SUM(settled_fen), 0, 0, 0
				FROM transactions GROUP BY 1, 2, 3`,
		} {
			if err := tx.Exec(text).Error; err != nil {
				return err
			}
		}
		return nil
	}))
}
