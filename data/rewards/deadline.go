package rewards

import (
	"context"
	"slices"
	"time"

	"smartcanal/data/workdays"
)

// Awaits is what a deadline is of.
type Awaits string

// What deadlines are of: a stage to be done, the enterprise to bring what is missing, a notice that ended, an
// objection to answer, money to be given back.
const (
	AwaitsStage      Awaits = "stage"
	AwaitsEnterprise Awaits = "enterprise"
	AwaitsNoticeEnd  Awaits = "notice_end"
	AwaitsAnswer     Awaits = "answer"
	AwaitsMoney      Awaits = "money"
)

// Deadline is a day by which something about a claim is to be done.
type Deadline struct {
	ClaimID      int64
	Number       string
	Organization string
	Stage        Stage
	Awaits       Awaits
	Due          time.Time
	DaysLeft     int // working days from today to Due; below zero: overdue for so many
}

// Overdue tells whether the day has passed.
func (d Deadline) Overdue() bool { return d.DaysLeft < 0 }

// Deadlines are those of all open claims, open objections and money to be given back, the earliest first. Unknown
// gives the years among them whose holidays are not entered.
func (r *Room) Deadlines(ctx context.Context) (list []Deadline, unknown []int, err error) {
	calendar, err := r.Calendar(ctx)
	if err != nil {
		return nil, nil, err
	}
	limits, err := r.Limits(ctx)
	if err != nil {
		return nil, nil, err
	}
	finder := deadlines{today: r.store.Now(), calendar: calendar, limits: limits}
	for _, find := range []func(context.Context, *Room) error{finder.ofStages, finder.ofObjections, finder.ofMoney} {
		if err := find(ctx, r); err != nil {
			return nil, nil, err
		}
	}
	slices.SortStableFunc(finder.list, func(a, b Deadline) int { return a.Due.Compare(b.Due) })
	if n := len(finder.list); n > 0 {
		unknown = calendar.Unknown(finder.today, finder.list[n-1].Due)
	}
	return finder.list, unknown, nil
}

type deadlines struct {
	today    time.Time
	calendar workdays.Calendar
	limits   Limits
	list     []Deadline
}

func (f *deadlines) add(d Deadline) {
	d.DaysLeft = f.left(d.Due)
	f.list = append(f.list, d)
}

// left counts the working days to a day, below zero since it.
func (f *deadlines) left(due time.Time) int {
	days := f.calendar.Between(f.today, due)
	if dayOf(due) < dayOf(f.today) && days == 0 {
		return -1 // it passed on a free day
	}
	return days
}

// waitingClaim is what the deadlines of claims are made of.
type waitingClaim struct {
	ID           int64
	Number       string
	Organization string
	Step         Stage
	Since        string
	Waiting      Waiting
	LastDay      string
	PaymentDays  int
}

func (f *deadlines) ofStages(ctx context.Context, r *Room) error {
	var open []waitingClaim
	err := r.store.Read(ctx).Raw(`SELECT c.id, c.number, o.name AS organization, c.step, c.since, c.waiting, COALESCE(n.last_day, '') AS last_day, s.payment_days
		FROM claims c JOIN organizations o ON o.id = c.organization_id JOIN reward_schemes s ON s.id = c.scheme_id LEFT JOIN reward_notices n ON n.id = c.notice_id
		WHERE c.deleted_at IS NULL AND c.step IN (?) ORDER BY c.id`, Stages).Scan(&open).Error
	for _, claim := range open {
		due, limited := f.limits.due(awaited{claim.Step, claim.Since, claim.Waiting, claim.LastDay, claim.PaymentDays}, f.calendar)
		if !limited {
			continue
		}
		awaits := AwaitsStage
		switch {
		case claim.Waiting == ForEnterprise:
			awaits = AwaitsEnterprise
		case claim.Step == InNotice && claim.LastDay != "":
			awaits = AwaitsNoticeEnd
		}
		f.add(Deadline{ClaimID: claim.ID, Number: claim.Number, Organization: claim.Organization, Stage: claim.Step, Awaits: awaits, Due: due})
	}
	return err
}

// datedClaim is a claim with a day something began or ends on.
type datedClaim struct {
	ID           int64
	Number       string
	Organization string
	Step         Stage
	Day          string
}

func (f *deadlines) ofObjections(ctx context.Context, r *Room) error {
	if f.limits.Answer == 0 {
		return nil
	}
	var open []datedClaim
	err := r.store.Read(ctx).Raw(`SELECT c.id, c.number, o.name AS organization, c.step, b.received_on AS day
		FROM claim_objections b JOIN claims c ON c.id = b.claim_id JOIN organizations o ON o.id = c.organization_id
		WHERE b.deleted_at IS NULL AND b.outcome = 'open' ORDER BY b.id`).Scan(&open).Error
	for _, one := range open {
		f.add(one.deadline(AwaitsAnswer, f.calendar.Add(dayFrom(one.Day), f.limits.Answer)))
	}
	return err
}

func (f *deadlines) ofMoney(ctx context.Context, r *Room) error {
	var open []datedClaim
	err := r.store.Read(ctx).Raw(`SELECT c.id, c.number, o.name AS organization, c.step, b.due_on AS day
		FROM claim_clawbacks b JOIN claims c ON c.id = b.claim_id JOIN organizations o ON o.id = c.organization_id
		WHERE b.deleted_at IS NULL AND b.returned_fen < b.amount_fen ORDER BY b.id`).Scan(&open).Error
	for _, one := range open {
		f.add(one.deadline(AwaitsMoney, dayFrom(one.Day)))
	}
	return err
}

func (c datedClaim) deadline(awaits Awaits, due time.Time) Deadline {
	return Deadline{ClaimID: c.ID, Number: c.Number, Organization: c.Organization, Stage: c.Step, Awaits: awaits, Due: due}
}
