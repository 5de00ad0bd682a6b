package rewards

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Clawback is money of a claim that must be given back (追回). Days are yyyy-mm-dd.
type Clawback struct {
	store.Record
	ClaimID     int64
	Amount      money.Fen `gorm:"column:amount_fen"`
	Reason      string
	FoundOn     string
	DueOn       string
	LockedUntil string    // the enterprise's claims are refused before this day; "" for no lock
	Returned    money.Fen `gorm:"column:returned_fen"`
	ReturnedOn  string
}

// TableName is the table of migration 0013.
func (Clawback) TableName() string { return "claim_clawbacks" }

// Demand is what a person decides about a clawback.
type Demand struct {
	Amount  money.Fen // 0: all that was paid
	Reason  string
	FoundOn string // yyyy-mm-dd, "" for today
	Days    int    // working days to give it back; 0: 30
	Lock    int    // years for which the enterprise may not claim, 0 for none
}

// daysToGiveBack is how long an enterprise has unless the office says otherwise.
const daysToGiveBack = 30

// ClawBack demands money of a paid claim back and locks the enterprise out of claiming. Problems: rewards.no_claim,
// record.changed, people.may_not (it is the approver's), rewards.opinion_missing, rewards.not_paid, rewards.clawback_amount
// (paid), rewards.date_unreadable (text).
func (r *Room) ClawBack(ctx context.Context, actor store.Actor, held Held, demand Demand) (*Clawback, error) {
	var made *Clawback
	err := r.store.Write(ctx, actor, "rewards.claw_back", func(tx *store.Tx) error {
		claim, err := claimHeld(tx, held.ID, held.Version)
		if err != nil {
			return err
		}
		if err := people.Require(tx, people.Approver); err != nil {
			return err
		}
		if made, err = demand.clawback(tx, claim); err != nil {
			return err
		}
		if err := tx.Create(made).Error; err != nil {
			return err
		}
		return move(tx, claim, Act{Stage: claim.Stage, Action: ClawedBack, Opinion: joined("：", made.Amount.String()+" 元", made.Reason)})
	})
	return made, err
}

func (d Demand) clawback(tx *store.Tx, claim *Claim) (*Clawback, error) {
	if blank(d.Reason) {
		return nil, problem.New("rewards.opinion_missing")
	}
	paid, err := paidOf(tx.DB, claim)
	if err != nil {
		return nil, err
	}
	if paid == 0 {
		return nil, problem.New("rewards.not_paid", "number", claim.Number)
	}
	if d.Amount == 0 {
		d.Amount = paid
	}
	if d.Amount < 0 || d.Amount > paid {
		return nil, problem.New("rewards.clawback_amount", "amount", d.Amount, "paid", paid)
	}
	if d.FoundOn == "" {
		d.FoundOn = dayOf(tx.Now)
	}
	found, err := time.Parse(time.DateOnly, d.FoundOn)
	if err != nil {
		return nil, problem.New("rewards.date_unreadable", "text", d.FoundOn)
	}
	calendar, err := calendarOf(tx.DB)
	if err != nil {
		return nil, err
	}
	if d.Days == 0 {
		d.Days = daysToGiveBack
	}
	made := &Clawback{ClaimID: claim.ID, Amount: d.Amount, Reason: strings.TrimSpace(d.Reason), FoundOn: d.FoundOn, DueOn: dayOf(calendar.Add(tx.Now, d.Days))}
	if d.Lock > 0 {
		made.LockedUntil = found.AddDate(d.Lock, 0, 0).Format(time.DateOnly)
	}
	return made, nil
}

// paidOf is what of a claim arrived and is not yet demanded back; of a claim completed before payments were kept, all.
func paidOf(db *gorm.DB, claim *Claim) (money.Fen, error) {
	payments, err := paymentsOf(db, "claim_id = ?", claim.ID)
	if err != nil {
		return 0, err
	}
	var paid money.Fen
	for _, payment := range payments {
		if payment.State == Arrived {
			paid += payment.Amount
		}
	}
	if len(payments) == 0 && claim.Stage == Completed {
		paid = claim.Amount
	}
	demanded, err := clawbacksOf(db, claim.ID)
	for _, clawback := range demanded {
		paid -= clawback.Amount
	}
	return max(0, paid), err
}

func clawbacksOf(db *gorm.DB, claimID int64) ([]Clawback, error) {
	var all []Clawback
	err := db.Where("claim_id = ?", claimID).Order("id").Find(&all).Error
	return all, err
}

// GiveBack keeps what came back of a clawback. Problems: rewards.no_clawback, record.changed, rewards.clawback_amount
// (paid: what is still owed), rewards.date_unreadable (text).
func (r *Room) GiveBack(ctx context.Context, actor store.Actor, id, version int64, amount money.Fen, day string) error {
	return r.store.Write(ctx, actor, "rewards.give_back", func(tx *store.Tx) error {
		var clawback Clawback
		err := tx.First(&clawback, id).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return problem.New("rewards.no_clawback")
		}
		if err != nil {
			return err
		}
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return problem.New("rewards.date_unreadable", "text", day)
		}
		if owed := clawback.Amount - clawback.Returned; amount <= 0 || amount > owed {
			return problem.New("rewards.clawback_amount", "amount", amount, "paid", owed)
		}
		claim, err := claimByID(tx.DB, clawback.ClaimID)
		if err != nil {
			return err
		}
		clawback.Version = version
		clawback.Returned += amount
		clawback.ReturnedOn = day
		act := Act{Stage: claim.Stage, Action: GivenBack, Opinion: joined("，", day, amount.String()+" 元")}
		return errors.Join(store.Update(tx, &clawback), note(tx, claim, act))
	})
}

// breachesOf are those for which money of the enterprise's other claims was clawed back before a claim was handed in,
// on a day yyyy-mm-dd: what was found later changes no claim handed in before.
func breachesOf(db *gorm.DB, claim *Claim, on string) ([]Breach, error) {
	all, err := breachesBy(db, on, "AND c.organization_id = ? AND c.id <> ?", claim.OrganizationID, claim.ID)
	return all[claim.OrganizationID], err
}

// breachesBy are those found until a day, by organisation; and narrows them down.
func breachesBy(db *gorm.DB, on, and string, args ...any) (map[int64][]Breach, error) {
	var found []struct {
		Breach
		OrganizationID int64
	}
	err := db.Raw(`SELECT c.organization_id, c.id AS claim_id, c.number, b.found_on AS "on" FROM claim_clawbacks b JOIN claims c ON c.id = b.claim_id
		WHERE b.deleted_at IS NULL AND b.locked_until <> '' AND b.found_on <= ? `+and+` ORDER BY b.found_on, b.id`, append([]any{on}, args...)...).Scan(&found).Error
	of := map[int64][]Breach{}
	for _, one := range found {
		of[one.OrganizationID] = append(of[one.OrganizationID], one.Breach)
	}
	return of, err
}

// lock is until when, yyyy-mm-dd, an enterprise may not claim, and the claim whose money it had to give back.
type lock struct {
	OrganizationID int64
	ClaimID        int64
	Number         string
	LockedUntil    string
}

// locksBy are the locks that still hold on a day, the longest of each organisation; and narrows them down.
func locksBy(db *gorm.DB, on, and string, args ...any) (map[int64]lock, error) {
	var all []lock
	err := db.Raw(`SELECT c.organization_id, c.id AS claim_id, c.number, b.locked_until FROM claim_clawbacks b JOIN claims c ON c.id = b.claim_id
		WHERE b.deleted_at IS NULL AND b.locked_until > ? `+and+` ORDER BY b.locked_until, b.id`, append([]any{on}, args...)...).Scan(&all).Error
	locks := map[int64]lock{}
	for _, one := range all {
		locks[one.OrganizationID] = one
	}
	return locks, err
}

// unlocked refuses a claim of an enterprise whose money was clawed back, until its lock is over.
func unlocked(tx *store.Tx, claim *Claim) error {
	locks, err := locksBy(tx.DB, dayOf(tx.Now), "AND c.organization_id = ?", claim.OrganizationID)
	if lock, is := locks[claim.OrganizationID]; err == nil && is {
		err = problem.New("rewards.locked", "number", lock.Number, "until", lock.LockedUntil)
	}
	return err
}
