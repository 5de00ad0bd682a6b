package rewards

import (
	"context"
	"slices"
	"strings"
	"time"

	"smartcanal/data/grams"
	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/search"
)

// ClaimFilter says which claims a list shows. Zero values ask for all.
type ClaimFilter struct {
	Text           string // part of number, organisation, credit code or clause's title, or pinyin initials; all words must be found
	Year           int
	Stage          Stage
	Open           bool // not ended
	Overdue        bool
	Waiting        Waiting
	Department     string // in joint review, and not answered by this department
	RuleID         int64
	OrganizationID int64
}

// ClaimColumn is what a list of claims can be sorted by.
type ClaimColumn string

// The columns of the list.
const (
	ByNumber       ClaimColumn = "number"
	ByOrganization ClaimColumn = "organization"
	ByRule         ClaimColumn = "rule"
	ByYear         ClaimColumn = "year"
	ByStage        ClaimColumn = "stage"
	ByAmount       ClaimColumn = "amount"
	ByUpdated      ClaimColumn = "updated"
)

// ClaimOrder is one step of an order.
type ClaimOrder struct {
	Column     ClaimColumn
	Descending bool
}

// ClaimRow is a claim as a list shows it. Amounts are in fen.
type ClaimRow struct {
	ID             int64
	Version        int64
	Number         string
	OrganizationID int64
	Organization   string
	CreditCode     string
	RuleID         int64
	Clause         string
	Title          string
	Year           int
	Stage          Stage
	Waiting        Waiting
	Payee                    // where the money goes
	Since          string    // yyyy-mm-dd, from when the limit of the stage counts
	NoticeEnds     string    // last day of the notice it is in, or ""
	PaymentDays    int       // within which the measure has it paid, 0 where that says nothing
	Due            time.Time // of the stage, zero without a limit
	DaysLeft       int       // working days to Due; below zero: overdue for so many
	Declared       money.Fen // sum of the declared months
	Verified       money.Fen // of the year, as frozen with the claim
	Amount         money.Fen
	Materials      int // asked for
	Checked        int // of them checked
	UpdatedAt      time.Time
	Frozen         string
}

const claimsFrom = ` FROM claims c JOIN organizations o ON o.id = c.organization_id JOIN reward_rules r ON r.id = c.rule_id
	WHERE c.deleted_at IS NULL`

// ClaimIDs gives the ids of the claims a filter lets through, in the order asked for; without one the newest first.
// columns are what a person asked of single columns besides; problems: those of listing.Fields.Where.
func (r *Room) ClaimIDs(ctx context.Context, filter ClaimFilter, order []ClaimOrder, columns ...listing.Filter) ([]int32, error) {
	where, args, err := r.where(ctx, filter, columns)
	if err != nil {
		return nil, err
	}
	var ids []int32
	err = r.store.Read(ctx).Raw(`SELECT c.id`+claimsFrom+where+` ORDER BY `+claimOrder(order), args...).Scan(&ids).Error
	return ids, err
}

// Claims fetches the rows of a page by their ids, in the order of the ids.
func (r *Room) Claims(ctx context.Context, ids []int32) ([]ClaimRow, error) {
	var rows []ClaimRow
	err := r.store.Read(ctx).Raw(`SELECT c.id, c.version, c.number, c.organization_id, o.name AS organization, o.credit_code,
		c.rule_id, r.clause, r.title, c.year, c.step AS stage, c.amount_fen AS amount, c.updated_at, c.trace AS frozen,
		c.waiting, c.payee, c.bank, c.bank_account, c.since, COALESCE((SELECT n.last_day FROM reward_notices n WHERE n.id = c.notice_id), '') AS notice_ends,
		(SELECT s.payment_days FROM reward_schemes s WHERE s.id = c.scheme_id) AS payment_days,
		(SELECT COALESCE(SUM(d.amount_fen), 0) FROM claim_declarations d WHERE d.claim_id = c.id AND d.deleted_at IS NULL) AS declared,
		(SELECT COUNT(*) FROM claim_materials m WHERE m.claim_id = c.id AND m.deleted_at IS NULL) AS materials,
		(SELECT COUNT(*) FROM claim_materials m WHERE m.claim_id = c.id AND m.deleted_at IS NULL AND m.state = 'checked') AS checked`+
		claimsFrom+` AND c.id IN (?)`, ids).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	for i := range rows {
		trace, err := Thaw(rows[i].Frozen)
		if err != nil {
			return nil, err
		}
		rows[i].Verified, rows[i].Frozen = trace.Evidence.Verified(), ""
	}
	if err := r.dated(ctx, rows); err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b ClaimRow) int {
		return slices.Index(ids, int32(a.ID)) - slices.Index(ids, int32(b.ID))
	})
	return rows, nil
}

// ClaimSum is what claims come to.
type ClaimSum struct{ Declared, Verified, Amount money.Fen }

// SumClaims adds up claims by their ids.
func (r *Room) SumClaims(ctx context.Context, ids []int32) (ClaimSum, error) {
	var sum ClaimSum
	for some := range slices.Chunk(ids, 500) {
		rows, err := r.Claims(ctx, some)
		if err != nil {
			return ClaimSum{}, err
		}
		for _, row := range rows {
			sum.Declared += row.Declared
			sum.Verified += row.Verified
			sum.Amount += row.Amount
		}
	}
	return sum, nil
}

// CountByStage counts the claims a filter lets through, by stage; stages without claims are left out.
func (r *Room) CountByStage(ctx context.Context, filter ClaimFilter) (map[Stage]int, error) {
	where, args, err := r.where(ctx, filter, nil)
	if err != nil {
		return nil, err
	}
	var counted []struct {
		Stage Stage
		Count int
	}
	err = r.store.Read(ctx).Raw(`SELECT c.step AS stage, COUNT(*) AS count`+claimsFrom+where+` GROUP BY c.step`, args...).Scan(&counted).Error
	counts := map[Stage]int{}
	for _, c := range counted {
		counts[c.Stage] = c.Count
	}
	return counts, err
}

func (f ClaimFilter) where() (string, []any) {
	var b strings.Builder
	var args []any
	need := func(is bool, condition string, values ...any) {
		if is {
			b.WriteString(" AND " + condition)
			args = append(args, values...)
		}
	}
	need(f.Year != 0, "c.year = ?", f.Year)
	need(f.Stage != "", "c.step = ?", f.Stage)
	need(f.Open, "c.step NOT IN (?)", []Stage{Completed, Withdrawn, Rejected})
	need(f.Waiting != "", "c.waiting = ?", f.Waiting)
	need(f.Department != "", `c.step = 'joint_review' AND c.id IN (SELECT p.claim_id FROM claim_opinions p
		WHERE p.deleted_at IS NULL AND p.department = ? AND p.verdict = 'awaited')`, f.Department)
	need(f.RuleID != 0, "c.rule_id = ?", f.RuleID)
	need(f.OrganizationID != 0, "c.organization_id = ?", f.OrganizationID)
	for _, word := range grams.Words(f.Text) {
		claim, values := search.Holding(search.Claim, []string{word})
		organization, more := search.Holding(search.Organization, []string{word})
		rule, most := search.Holding(search.Rule, []string{word})
		need(true, "(c.id IN "+claim+" OR c.organization_id IN "+organization+" OR c.rule_id IN "+rule+")", slices.Concat(values, more, most)...)
	}
	return b.String(), args
}

func claimOrder(order []ClaimOrder) string {
	keys := map[ClaimColumn]string{
		ByNumber: "c.id", ByOrganization: "o.initials, o.name", ByRule: "r.position", ByYear: "c.year",
		ByStage: listing.Places("c.step", Stages), ByAmount: "c.amount_fen", ByUpdated: "c.updated_at",
	}
	var steps []string
	for _, step := range order {
		key, known := keys[step.Column]
		if !known {
			continue
		}
		if step.Descending {
			key = strings.ReplaceAll(key, ", ", " DESC, ") + " DESC"
		}
		steps = append(steps, key)
	}
	return strings.Join(append(steps, "c.id DESC"), ", ")
}
