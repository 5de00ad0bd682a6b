package rewards

import (
	"context"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// enter puts a claim at a stage, whose limit begins to count.
func (c *Claim) enter(stage Stage, now time.Time) {
	c.Stage, c.Waiting, c.UsedDays, c.Since = stage, "", 0, dayOf(now)
}

// dayOf is a moment's day in China, as records keep days.
func dayOf(moment time.Time) string { return moment.In(statement.China).Format(time.DateOnly) }

// dayFrom reads what dayOf wrote; the zero time for "".
func dayFrom(text string) time.Time {
	day, _ := time.ParseInLocation(time.DateOnly, text, statement.China)
	return day
}

// waits refuses to go on with a claim that waits. Problems: rewards.enterprise_awaited, rewards.suspended.
func waits(claim *Claim) error {
	switch claim.Waiting {
	case ForEnterprise:
		return problem.New("rewards.enterprise_awaited", "number", claim.Number)
	case Suspended:
		return problem.New("rewards.suspended", "number", claim.Number)
	}
	return nil
}

// Supplement notes that the enterprise brought what was missing: the claim goes on, its limit anew. Problems:
// rewards.no_claim, record.changed, rewards.claim_ended, rewards.not_waiting.
func (r *Room) Supplement(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.act(ctx, actor, "rewards.supplement", held, func(tx *store.Tx, claim *Claim) error {
		if claim.Waiting != ForEnterprise {
			return problem.New("rewards.not_waiting", "number", claim.Number)
		}
		claim.enter(claim.Stage, tx.Now)
		return move(tx, claim, Act{Stage: claim.Stage, Action: Supplemented, Opinion: opinion})
	})
}

// Suspend stops a claim and its clock (中止) for a reason given. Problems: rewards.no_claim, record.changed,
// rewards.claim_ended, rewards.opinion_missing, those of waits.
func (r *Room) Suspend(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.act(ctx, actor, "rewards.suspend", held, func(tx *store.Tx, claim *Claim) error {
		if blank(opinion) {
			return problem.New("rewards.opinion_missing")
		}
		if err := waits(claim); err != nil {
			return err
		}
		calendar, err := calendarOf(tx.DB)
		if err != nil {
			return err
		}
		claim.UsedDays = max(0, calendar.Between(dayFrom(claim.Since), tx.Now))
		claim.Waiting, claim.Since = Suspended, dayOf(tx.Now)
		return move(tx, claim, Act{Stage: claim.Stage, Action: Interrupted, Opinion: opinion})
	})
}

// Resume goes on with a suspended claim: of its limit remains what remained. Problems: rewards.no_claim,
// record.changed, rewards.claim_ended, rewards.not_waiting.
func (r *Room) Resume(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.act(ctx, actor, "rewards.resume", held, func(tx *store.Tx, claim *Claim) error {
		if claim.Waiting != Suspended {
			return problem.New("rewards.not_waiting", "number", claim.Number)
		}
		calendar, err := calendarOf(tx.DB)
		if err != nil {
			return err
		}
		used := claim.UsedDays
		claim.enter(claim.Stage, calendar.Add(tx.Now, -used))
		return move(tx, claim, Act{Stage: claim.Stage, Action: Resumed, Opinion: opinion})
	})
}

// SetPayee sets where a claim's money goes. Problems: rewards.no_claim, record.changed, rewards.claim_ended.
func (r *Room) SetPayee(ctx context.Context, actor store.Actor, held Held, payee Payee) error {
	return r.act(ctx, actor, "rewards.set_payee", held, func(tx *store.Tx, claim *Claim) error {
		claim.Payee = payee.trimmed()
		return store.Update(tx, claim)
	})
}

// trimmed drops the blanks people type into account numbers.
func (p Payee) trimmed() Payee {
	return Payee{Name: strings.TrimSpace(p.Name), Bank: strings.TrimSpace(p.Bank), Account: strings.Join(strings.Fields(p.Account), "")}
}

// Known tells whether the money can be sent there.
func (p Payee) Known() bool { return p.Name != "" && p.Bank != "" && p.Account != "" }
