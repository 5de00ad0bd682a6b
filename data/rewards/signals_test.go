package rewards

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// account is a payment account of an organisation, of nobody for 0.
func (o *office) account(t testing.TB, organization int64, name string) int64 {
	t.Helper()
	a := register.PaymentAccount{Platform: "wechat", Number: name, Name: name, ChannelMode: register.Online}
	if organization != 0 {
		a.BelongTo(organization)
	}
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.Create(&a).Error }))
	return a.ID
}

// lines adds online payments to an account, one for each amount, all on one day of 2026 or a day apart.
func (o *office) lines(t testing.TB, account, file int64, day string, apart bool, orders string, amounts ...money.Fen) {
	t.Helper()
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		for i, amount := range amounts {
			at := dayFrom(day)
			if apart {
				at = at.AddDate(0, 0, i)
			}
			err := tx.Exec(`INSERT INTO transactions (identity, account_id, file_id, line, at, channel, sides, order_fen, settled_fen, refund_order_fen,
				refund_settled_fen, freshness, order_no, merchant_no, trade_type, status, product)
				VALUES ((SELECT COALESCE(MAX(identity), 0) + 1 FROM transactions), ?, ?, ?, ?, 1, 1, ?, ?, 0, 0, 0, ?, '', '', '', '')`,
				account, file, i+1, at.Unix()+3600, amount, amount, fmt.Sprintf("%s%d", orders, i)).Error
			if err != nil {
				return err
			}
		}
		return nil
	}))
}

func (o *office) file(t testing.TB, id int64, unreadable int, summary string) {
	t.Helper()
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		if err := tx.Exec(`INSERT INTO import_batches (id, created_at, updated_at, actor) VALUES (?, ?, ?, '王经办')`, id, tx.Now, tx.Now).Error; err != nil {
			return err
		}
		return tx.Exec(`INSERT INTO statement_files (id, batch_id, name, sha256, bytes, format, platform, evidence, exported_at, first_at, last_at, lines, added, updated,
			repeated, unreadable, summary, figures) VALUES (?, ?, ?, ?, 1, 'wechat_all', 'wechat', 'counted', 0, 0, 0, 0, 0, 0, 0, ?, ?, '{}')`,
			id, id, fmt.Sprintf("账单%d.csv", id), fmt.Sprint(id), unreadable, summary).Error
	}))
}

func (o *office) signals(t testing.TB, id int64) map[string]Signal {
	t.Helper()
	found, err := o.Signals(t.Context(), id)
	must(t, err)
	byCode := map[string]Signal{}
	for _, s := range found {
		byCode[s.Code] = s
		if text := s.Text(); text == "" || strings.Contains(text, "{") {
			t.Errorf("%s is worded %q", s.Code, text)
		}
	}
	return byCode
}

// odd are so many amounts that are neither round nor alike.
func odd(n int) []money.Fen {
	amounts := make([]money.Fen, n)
	for i := range amounts {
		amounts[i] = money.Fen(10_037 + 113*i)
	}
	return amounts
}

func TestUsualEvidenceSaysNothing(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.file(t, 1, 0, "agrees")
	o.lines(t, o.account(t, o.organization.ID, "店一"), 1, "2026-03-01", true, "A", odd(60)...)
	if found := o.signals(t, id); len(found) != 1 || found["not_visited"].Code == "" {
		t.Errorf("%+v", found)
	}
	refused(t, o.Visit(t.Context(), clerk, o.held(t, id), ""), "rewards.opinion_missing")
	must(t, o.Visit(t.Context(), clerk, o.held(t, id), "登录微信商户后台，交易总额与账单一致"))
	if found := o.signals(t, id); len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

func TestPatternsAreExplained(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.file(t, 1, 3, "differs")
	own := o.account(t, o.organization.ID, "店一")
	o.lines(t, own, 1, "2026-03-01", true, "A", odd(30)...)
	o.lines(t, own, 1, "2026-06-18", false, "B", slices.Repeat([]money.Fen{500 * money.Yuan}, 40)...)
	o.lines(t, own, 1, "2025-06-18", false, "C", slices.Repeat([]money.Fen{100 * money.Yuan}, 400)...) // another year's
	other := o.another(t, "大运商贸有限公司", 600*wan)
	o.lines(t, o.account(t, other.OrganizationID, "店二"), 1, "2026-03-05", true, "A", odd(2)...)
	free, strange := o.account(t, 0, "运河老号旗舰店"), o.account(t, 0, "别家旗舰店")
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		return tx.Exec(`INSERT INTO sales_totals VALUES (202603, ?, 1, 7, 70000, 70000, 0, 0, 0), (202603, ?, 1, 9, 1, 1, 0, 0, 0)`, free, strange).Error
	}))
	found := o.signals(t, id)
	for code, args := range map[string]map[string]string{
		"unreadable":  {"file": "账单1.csv", "lines": "3"},
		"differs":     {"file": "账单1.csv"},
		"repeats":     {"number": other.Number, "organization": "大运商贸有限公司", "lines": "2", "amount": "201.87"},
		"round":       {"share": "57", "lines": "40"},
		"same_amount": {"share": "57", "lines": "40", "amount": "500.00"},
		"busy_day":    {"day": "2026-06-18", "lines": "40", "amount": "20,000.00", "share": "85"},
		"unmatched":   {"name": "运河老号旗舰店", "lines": "7", "amount": "700.00"},
	} {
		for name, want := range args {
			if got := found[code].Args[name]; got != want {
				t.Errorf("%s: %s is %q, want %q", code, name, got, want)
			}
		}
	}
	must2(t)(o.Reject(t.Context(), clerk, o.held(t, other.ID), "重复"))
	if _, still := o.signals(t, id)["repeats"]; still {
		t.Error("a rejected claim repeats nothing")
	}
}

func TestEvidenceTakenBackIsFoundInPaidClaimsToo(t *testing.T) {
	o := newOffice(t)
	paid := o.claim(t).ID
	o.paid(t, paid)
	open := o.another(t, "大运商贸有限公司", 600*wan).ID
	if found, err := o.Outdated(t.Context(), nil); err != nil || len(found) != 0 {
		t.Errorf("%+v, %v", found, err)
	}
	delete(o.sales[o.organization.ID], 202610)
	delete(o.sales, 2)
	counted := 0
	found, err := o.Outdated(t.Context(), func(int, int) { counted++ })
	must(t, err)
	if len(found) != 2 || !found[0].Granted || found[0].Was != 10*wan || found[0].Is != 0 || found[1].ClaimID != open || found[1].Granted || counted != 2 {
		t.Errorf("%+v", found)
	}
}
