package rewards

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/data/workdays"
)

// Notice is a public notice (公示): who is to get what under which clause, and until when to object.
type Notice struct {
	NoticeTerms
	Measures []string // 《…奖励办法》（文号）, each once
	First    time.Time
	Last     time.Time
	Items    []NoticeItem
	asked    int // working days the measures ask for, 0 where none says
}

// NoticeTerms is what a person decides about a notice. Empty parts are filled: the title from measure and
// year, the office from the settings, as many working days from today as the measure, else the limits, say.
type NoticeTerms struct {
	Title     string
	DocNumber string // 运商公示〔2026〕3号
	Office    string
	From      time.Time
	Days      int // working days
	Contact   string
	Phone     string
	Address   string
	Place     string // where it is published: 区政府网站、公示栏
}

// NoticeItem is one line of a notice, as it is published: names and codes of single persons in part.
type NoticeItem struct {
	ClaimID      int64
	Number       string
	Organization string
	CreditCode   string
	Title        string // the rule's: 网络零售额突破奖
	Clause       string
	Amount       money.Fen // fen
}

// Total is the sum of the items, fen.
func (n Notice) Total() money.Fen {
	var total money.Fen
	for _, item := range n.Items {
		total += item.Amount
	}
	return total
}

// Notice puts claims into a notice: those given, or all that stand at 公示. Problems: rewards.nothing_to_publish,
// rewards.no_claim, rewards.not_in_notice (a claim that has not got there, or was withdrawn), rewards.trace_unreadable.
func (r *Room) Notice(ctx context.Context, terms NoticeTerms, claimIDs ...int64) (*Notice, error) {
	db := r.store.Read(ctx)
	claims, err := noticed(db, claimIDs)
	if err != nil {
		return nil, err
	}
	notice := &Notice{NoticeTerms: terms}
	for i := range claims {
		if err := notice.add(db, &claims[i]); err != nil {
			return nil, err
		}
	}
	return notice, r.complete(ctx, notice, &claims[0])
}

// noticed gives the claims of a notice by their numbers.
func noticed(db *gorm.DB, ids []int64) ([]Claim, error) {
	query := db.Order("id")
	if len(ids) > 0 {
		query = query.Where("id IN ?", ids)
	} else {
		query = query.Where("step = ?", InNotice)
	}
	var claims []Claim
	if err := query.Find(&claims).Error; err != nil {
		return nil, err
	}
	switch {
	case len(ids) > 0 && len(claims) < len(ids):
		return nil, problem.New("rewards.no_claim")
	case len(claims) == 0:
		return nil, problem.New("rewards.nothing_to_publish")
	}
	for _, claim := range claims {
		if claim.Stage.Dropped() || claim.Stage.Before(InNotice) {
			return nil, problem.New("rewards.not_in_notice", "number", claim.Number)
		}
	}
	return claims, nil
}

func (n *Notice) add(db *gorm.DB, claim *Claim) error {
	trace, err := Thaw(claim.Frozen)
	if err != nil {
		return err
	}
	organization, err := organizationOf(db, claim)
	if err != nil {
		return err
	}
	n.asked = max(n.asked, trace.Measure.NoticeDays)
	measure := trace.Measure.Name()
	if trace.Measure.DocNumber != "" {
		measure += "（" + trace.Measure.DocNumber + "）"
	}
	if !slices.Contains(n.Measures, measure) {
		n.Measures = append(n.Measures, measure)
	}
	n.Items = append(n.Items, NoticeItem{
		ClaimID: claim.ID, Number: claim.Number, Organization: publicName(organization), CreditCode: publicCode(organization),
		Title: trace.Rule().Title, Clause: trace.Rule().Clause, Amount: claim.Amount,
	})
	return nil
}

// complete fills what the person left open.
func (r *Room) complete(ctx context.Context, n *Notice, first *Claim) error {
	if n.Title == "" {
		trace, err := Thaw(first.Frozen)
		if err != nil {
			return err
		}
		n.Title = noticeTitle(trace)
	}
	if n.Office == "" {
		office, err := r.store.Setting(ctx, store.Office)
		if err != nil {
			return err
		}
		n.Office = office
	}
	limits, err := r.Limits(ctx)
	if err != nil {
		return err
	}
	if n.Days == 0 {
		n.Days = cmp.Or(n.asked, limits.Notice)
	}
	if n.From.IsZero() {
		n.From = r.store.Now()
	}
	calendar, err := r.Calendar(ctx)
	n.First, n.Last = NoticePeriod(calendar, n.From, n.Days)
	return err
}

// noticeTitle is 2026年度运河区电子商务发展奖励资金公示表 for a measure whose title ends in 奖励办法.
func noticeTitle(trace Trace) string {
	return yearText(trace.Evidence.Year) + "度" + strings.TrimSuffix(trace.Measure.Title, "办法") + "资金公示表"
}

// NoticePeriod is the first and the last of a number of working days, the first not before from.
func NoticePeriod(calendar workdays.Calendar, from time.Time, days int) (first, last time.Time) {
	first = calendar.First(from)
	return first, calendar.Add(first, days-1)
}
