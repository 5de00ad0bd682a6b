package rewards

import (
	"context"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/data/workdays"
)

// Limits are how many working days things may take; 0 sets no limit.
type Limits struct {
	Stages     map[Stage]int `json:"stages"`
	Supplement int           `json:"supplement"` // for the enterprise to bring what is missing
	Answer     int           `json:"answer"`     // for an objection to be answered
	Notice     int           `json:"notice"`     // how long a public notice stands, at least 1
}

// defaultLimits are those of an office that has set none: measures name the notice's 5 or 7 days, the 3 between first
// and second review and 60 calendar days for the money (some 40 working days); the rest is usual.
func defaultLimits() Limits {
	return Limits{
		Stages: map[Stage]int{Accepting: 5, FirstReview: 10, SecondReview: 3, JointReview: 10, Deciding: 10, InNotice: 5,
			Approving: 5, Paying: 40, Archiving: 20},
		Supplement: 10, Answer: 10, Notice: 5,
	}
}

const limitsSetting = "rewards.limits"

// Limits are those in force.
func (r *Room) Limits(ctx context.Context) (Limits, error) {
	limits := defaultLimits()
	text, err := r.store.Setting(ctx, limitsSetting)
	if err != nil || text == "" {
		return limits, err
	}
	err = json.Unmarshal([]byte(text), &limits)
	return limits, err
}

// SetLimits sets them; open claims follow at once. Problem: rewards.limit_out_of_range (days).
func (r *Room) SetLimits(ctx context.Context, actor store.Actor, limits Limits) error {
	all := []int{limits.Supplement, limits.Answer, limits.Notice, limits.Notice - 1}
	for _, days := range limits.Stages {
		all = append(all, days)
	}
	for _, days := range all {
		if days < 0 || days > longestLimit {
			return problem.New("rewards.limit_out_of_range", "days", days, "most", longestLimit)
		}
	}
	text, err := json.Marshal(limits)
	if err != nil {
		return err
	}
	return r.store.Write(ctx, actor, "rewards.set_limits", func(tx *store.Tx) error {
		return tx.SetSetting(limitsSetting, string(text))
	})
}

// longestLimit is a year of working days: more is a mistyped number.
const longestLimit = 250

// Calendar is the one working days are counted by.
func (r *Room) Calendar(ctx context.Context) (workdays.Calendar, error) {
	return calendarOf(r.store.Read(ctx))
}

// TakeHolidays makes a year's working days from the State Council's notice. Problems: those of workdays.TakeNotice.
func (r *Room) TakeHolidays(ctx context.Context, actor store.Actor, year int, source, text string) error {
	return workdays.New(r.store).TakeNotice(ctx, actor, year, source, text)
}

func calendarOf(db *gorm.DB) (workdays.Calendar, error) { return workdays.Load(db) }

// awaited is what a limit of a claim depends on.
type awaited struct {
	Stage       Stage
	Since       string // yyyy-mm-dd
	Waiting     Waiting
	NoticeEnds  string // last day of the notice it is in, "" for none: the day after it the claim is to go on
	PaymentDays int    // of its measure, 0 where that says nothing
}

// due is the last day for what a claim waits for, false where nothing limits it.
func (l Limits) due(claim awaited, calendar workdays.Calendar) (day time.Time, limited bool) {
	days := l.Stages[claim.Stage]
	switch {
	case claim.Stage.Ended() || claim.Waiting == Suspended:
		return day, false
	case claim.Waiting == ForEnterprise:
		days = l.Supplement
	case claim.Stage == InNotice && claim.NoticeEnds != "":
		return calendar.Add(dayFrom(claim.NoticeEnds), 1), true
	case claim.Stage == Paying && claim.PaymentDays > 0:
		return dayFrom(claim.Since).AddDate(0, 0, claim.PaymentDays), true
	}
	if days == 0 {
		return day, false
	}
	return calendar.Add(dayFrom(claim.Since), days), true
}

// dates lists the days such that exactly what began before them is overdue today, by what is waited for: a limit of n
// days is over when n working days have passed before today.
type dates struct {
	stages     map[Stage]string
	supplement string // "" without a limit
	notice     string
	payment    map[int]string // by the days measures give for the money
}

func (l Limits) dates(today time.Time, calendar workdays.Calendar, payment []int) dates {
	before := func(days int) string {
		if days == 0 {
			return ""
		}
		return calendar.Add(today, -days).Format(time.DateOnly)
	}
	d := dates{stages: map[Stage]string{}, supplement: before(l.Supplement), notice: before(1), payment: map[int]string{}}
	for stage, days := range l.Stages {
		d.stages[stage] = before(days)
	}
	for _, days := range payment {
		d.payment[days] = dayOf(today.AddDate(0, 0, -days))
	}
	return d
}

// paymentDays are the limits for the money that measures name.
func paymentDays(db *gorm.DB) ([]int, error) {
	var days []int
	err := db.Raw(`SELECT DISTINCT payment_days FROM reward_schemes WHERE payment_days > 0 ORDER BY payment_days`).Scan(&days).Error
	return days, err
}

// overdue is the condition of SQL that a claim c is overdue. Days are compared as text.
func (d dates) overdue() (condition string, args []any) {
	condition = `(c.waiting = 'enterprise' AND c.since < ? OR c.waiting = '' AND (c.step = 'public_notice'
		AND c.notice_id IN (SELECT id FROM reward_notices WHERE last_day < ?)`
	args = []any{d.supplement, d.notice}
	for _, stage := range Stages {
		condition += ` OR c.step = ? AND c.since < ?`
		args = append(args, stage, d.stages[stage])
		switch stage {
		case InNotice:
			condition += ` AND c.notice_id IS NULL`
		case Paying:
			condition += ` AND c.scheme_id IN (SELECT id FROM reward_schemes WHERE payment_days = 0)`
		}
	}
	for days, day := range d.payment {
		condition += ` OR c.step = ? AND c.since < ? AND c.scheme_id IN (SELECT id FROM reward_schemes WHERE payment_days = ?)`
		args = append(args, Paying, day, days)
	}
	return condition + "))", args
}
