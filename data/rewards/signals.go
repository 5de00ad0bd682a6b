package rewards

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// Signal is something about a claim's evidence worth a look. It explains and never judges: a wholesaler's sums are round,
// and a festival makes a busy day.
type Signal struct {
	Code string            // worded by rewards.signal.<code>
	Args map[string]string // for the wording
	Link string            // what opens behind it, or ""
}

// Key names the wording.
func (s Signal) Key() string { return "rewards.signal." + s.Code }

// Pairs are names and values for the wording.
func (s Signal) Pairs() []any {
	var pairs []any
	for name, value := range s.Args {
		pairs = append(pairs, name, value)
	}
	return pairs
}

// Text is the signal in Chinese, for papers.
func (s Signal) Text() string { return chinese(s.Key(), s.Pairs()...) }

func signal(code, link string, pairs ...any) Signal {
	s := Signal{Code: code, Link: link, Args: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		s.Args[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	return s
}

// When a pattern is worth a look. A few lines have any pattern, so that each needs a number of lines first.
const (
	fewLines     = 30
	roundShare   = 50 // of a hundred lines, whole hundreds of yuan
	sameShare    = 30 // of a hundred lines, one and the same amount
	busyDayShare = 20 // of a hundred yuan of the year, on one day
	roundSum     = 100 * money.Yuan
)

// Signals looks through the evidence of a claim: accounts nobody is known for that look like the enterprise's,
// files with damage, lines that another enterprise's claim has too, round sums, one sum again and again, one day
// with much of the year, shops nobody looked at in person. It reads the year's lines; call it off the UI goroutine.
func (r *Room) Signals(ctx context.Context, id int64) ([]Signal, error) {
	db := r.store.Read(ctx)
	claim, err := claimByID(db, id)
	if err != nil {
		return nil, err
	}
	organization, err := organizationOf(db, claim)
	if err != nil {
		return nil, err
	}
	look := looker{db: db, claim: claim, organization: organization}
	for _, at := range []func() error{look.unmatched, look.damage, look.repeats, look.amounts, look.busyDay, look.visits} {
		if err := at(); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return look.found, nil
}

// looker collects what it finds about one claim.
type looker struct {
	db           *gorm.DB
	claim        *Claim
	organization register.Organization
	found        []Signal
}

// ofClaim is the condition of SQL for the online payments of the claim's year: t the lines, a their accounts.
const ofClaim = ` FROM transactions t JOIN payment_accounts a ON a.id = t.account_id AND a.deleted_at IS NULL
	WHERE a.organization_id = @organization AND t.at >= @from AND t.at < @to`

// paidOnline keeps to lines that carry an online payment.
const paidOnline = ` AND t.channel = 1 AND t.sides IN (1, 3)`

func (l *looker) args() map[string]any {
	from := dayFrom(strconv.Itoa(l.claim.Year) + "-01-01")
	return map[string]any{"organization": l.claim.OrganizationID, "from": from.Unix(), "to": from.AddDate(1, 0, 0).Unix(),
		"claim": l.claim.ID, "year": l.claim.Year, "dropped": dropped, "unit": int64(roundSum)}
}

// lines opens the year's lines of the enterprise.
func (l *looker) lines() string {
	return Lines{OrganizationID: l.claim.OrganizationID, From: l.claim.Year*100 + 1, To: l.claim.Year*100 + 12}.Link()
}

// unmatched looks for accounts of nobody whose shop is called like the enterprise or one of its shops.
func (l *looker) unmatched() error {
	var names []string
	if err := l.db.Model(&register.Shop{}).Where("organization_id = ?", l.claim.OrganizationID).Pluck("name", &names).Error; err != nil {
		return err
	}
	names = append(names, l.organization.Name, l.organization.ShortName)
	var free []struct {
		Name  string
		Lines int
		Net   money.Fen
	}
	err := l.db.Raw(`SELECT a.name, SUM(t.payments + t.refunds) AS lines, SUM(t.order_fen - t.refund_order_fen) AS net
		FROM payment_accounts a JOIN sales_totals t ON t.account_id = a.id
		WHERE a.organization_id IS NULL AND a.deleted_at IS NULL AND a.name <> '' AND t.month BETWEEN @year * 100 + 1 AND @year * 100 + 12
		GROUP BY a.id, a.name ORDER BY net DESC`, l.args()).Scan(&free).Error
	for _, account := range free {
		if slices.ContainsFunc(names, func(name string) bool { return alike(account.Name, name) }) {
			l.found = append(l.found, signal("unmatched", "smartcanal://sales/unmatched", "name", account.Name, "lines", account.Lines, "amount", account.Net))
		}
	}
	return err
}

// alike tells whether one name stands in the other; a character or two stand in anything.
func alike(a, b string) bool {
	return len([]rune(a)) > 2 && len([]rune(b)) > 2 && (strings.Contains(a, b) || strings.Contains(b, a))
}

// damage looks at the files the year's lines came from.
func (l *looker) damage() error {
	var files []struct {
		Name       string
		Unreadable int
		Summary    string
	}
	err := l.db.Raw(`SELECT f.name, f.unreadable, f.summary FROM statement_files f
		WHERE (f.unreadable > 0 OR f.summary = 'differs') AND f.id IN (SELECT t.file_id`+ofClaim+`) ORDER BY f.name`, l.args()).Scan(&files).Error
	for _, file := range files {
		if file.Unreadable > 0 {
			l.found = append(l.found, signal("unreadable", "", "file", file.Name, "lines", file.Unreadable))
		}
		if file.Summary == "differs" {
			l.found = append(l.found, signal("differs", "", "file", file.Name))
		}
	}
	return err
}

// repeats looks for the same order in the lines of another enterprise that claims for the year.
func (l *looker) repeats() error {
	var same []struct {
		Number, Organization string
		Lines                int
		Amount               money.Fen
	}
	err := l.db.Raw(`SELECT c.number, o.name AS organization, COUNT(*) AS lines, SUM(u.order_fen) AS amount
		FROM claims c JOIN organizations o ON o.id = c.organization_id
		JOIN payment_accounts b ON b.organization_id = c.organization_id AND b.deleted_at IS NULL
		JOIN transactions u ON u.account_id = b.id AND u.at >= @from AND u.at < @to AND u.channel = 1 AND u.sides IN (1, 3) AND u.order_no <> ''
		WHERE c.deleted_at IS NULL AND c.year = @year AND c.organization_id <> @organization AND c.step NOT IN @dropped
			AND u.order_no IN (SELECT t.order_no`+ofClaim+paidOnline+`)
		GROUP BY c.id, c.number, o.name ORDER BY c.id`, l.args()).Scan(&same).Error
	for _, other := range same {
		l.found = append(l.found, signal("repeats", "", "number", other.Number, "organization", other.Organization, "lines", other.Lines, "amount", other.Amount))
	}
	return err
}

// amounts looks for round sums and for one sum again and again.
func (l *looker) amounts() error {
	var all struct{ Lines, Round int }
	err := l.db.Raw(`SELECT COUNT(*) AS lines, COALESCE(SUM(CASE WHEN t.order_fen % @unit = 0 THEN 1 ELSE 0 END), 0) AS round`+ofClaim+paidOnline, l.args()).Scan(&all).Error
	if err != nil || all.Lines < fewLines {
		return err
	}
	if share := all.Round * 100 / all.Lines; share >= roundShare {
		l.found = append(l.found, signal("round", l.lines(), "share", share, "lines", all.Round))
	}
	var same struct {
		Amount money.Fen
		Lines  int
	}
	err = l.db.Raw(`SELECT t.order_fen AS amount, COUNT(*) AS lines`+ofClaim+paidOnline+` GROUP BY t.order_fen ORDER BY 2 DESC, 1 LIMIT 1`, l.args()).Scan(&same).Error
	if share := same.Lines * 100 / all.Lines; err == nil && share >= sameShare {
		l.found = append(l.found, signal("same_amount", l.lines(), "share", share, "lines", same.Lines, "amount", same.Amount))
	}
	return err
}

// busyDay looks for one day with much of the year's sales.
func (l *looker) busyDay() error {
	var days []struct {
		Day    int64
		Lines  int
		Amount money.Fen
	}
	err := l.db.Raw(`SELECT (t.at + 28800) / 86400 AS day, COUNT(*) AS lines, SUM(t.order_fen) AS amount`+ofClaim+paidOnline+` GROUP BY 1 ORDER BY 3 DESC`, l.args()).Scan(&days).Error
	if err != nil || len(days) == 0 {
		return err
	}
	var lines int
	var sum money.Fen
	for _, day := range days {
		lines += day.Lines
		sum += day.Amount
	}
	if lines < fewLines || sum <= 0 || days[0].Amount*100/sum < busyDayShare {
		return nil
	}
	day := dayFrom("1970-01-01").In(statement.China).AddDate(0, 0, int(days[0].Day))
	l.found = append(l.found, signal("busy_day", l.lines(), "day", dayOf(day), "share", int64(days[0].Amount*100/sum), "lines", days[0].Lines, "amount", days[0].Amount))
	return nil
}

// visits asks whether somebody looked at the shops on the platform in person.
func (l *looker) visits() error {
	var visited int64
	err := l.db.Model(&Act{}).Where("claim_id = ? AND action = ?", l.claim.ID, Visited).Count(&visited).Error
	if err == nil && visited == 0 {
		l.found = append(l.found, signal("not_visited", ""))
	}
	return err
}

// Visit notes that somebody signed in to the shop on its platform with the enterprise and looked (现场登录核对). Problems:
// rewards.no_claim, record.changed, rewards.claim_ended, rewards.opinion_missing.
func (r *Room) Visit(ctx context.Context, actor store.Actor, held Held, finding string) error {
	return r.act(ctx, actor, "rewards.visit", held, func(tx *store.Tx, claim *Claim) error {
		if blank(finding) {
			return problem.New("rewards.opinion_missing")
		}
		return move(tx, claim, Act{Stage: claim.Stage, Action: Visited, Opinion: finding})
	})
}
