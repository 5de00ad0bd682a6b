package rewards

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// PaymentBatch is one list of payments for the bank.
type PaymentBatch struct {
	store.Record
	Number string // 2026-F01
	Title  string
}

// TableName is the table of migration 0013.
func (PaymentBatch) TableName() string { return "payment_batches" }

// PaymentState is how far a payment has come.
type PaymentState string

// The states of a payment: 待拨付, 已到账, 银行退回.
const (
	ToBePaid PaymentState = "listed"
	Arrived  PaymentState = "paid"
	SentBack PaymentState = "bounced"
)

// Payment is one payment of one claim. Payee and amount are as they stood when it was listed; days are yyyy-mm-dd.
type Payment struct {
	store.Record
	BatchID int64
	ClaimID int64
	Amount  money.Fen `gorm:"column:amount_fen"`
	Payee
	State     PaymentState
	PaidOn    string
	Receipt   string // 回单号
	BouncedOn string
	Reason    string // why the bank returned it
}

// TableName is the table of migration 0013.
func (Payment) TableName() string { return "claim_payments" }

// ListPayments makes a batch of claims that are approved and not paid. It makes none unless all fit.
// Problems: rewards.nothing_to_pay_out, rewards.no_claim, record.changed, rewards.claim_ended, those of waits, and with the
// number rewards.not_approved, rewards.payee_missing, rewards.listed_already (batch).
func (r *Room) ListPayments(ctx context.Context, actor store.Actor, title string, held ...Held) (*PaymentBatch, error) {
	if len(held) == 0 {
		return nil, problem.New("rewards.nothing_to_pay_out")
	}
	batch := &PaymentBatch{Title: strings.TrimSpace(title)}
	err := r.store.Write(ctx, actor, "rewards.list_payments", func(tx *store.Tx) error {
		var err error
		if batch.Number, err = nextBatch(tx); err != nil {
			return err
		}
		if batch.Title == "" {
			batch.Title = batch.Number
		}
		if err := tx.Create(batch).Error; err != nil {
			return err
		}
		for _, one := range held {
			if err := batch.list(tx, one); err != nil {
				return err
			}
		}
		return nil
	})
	return batch, err
}

// nextBatch counts within the year.
func nextBatch(tx *store.Tx) (string, error) {
	prefix := dayOf(tx.Now)[:4] + "-F"
	var count int64
	err := tx.Unscoped().Model(&PaymentBatch{}).Where("number LIKE ?", prefix+"%").Count(&count).Error
	return fmt.Sprintf("%s%02d", prefix, count+1), err
}

func (b *PaymentBatch) list(tx *store.Tx, held Held) error {
	claim, err := openHeld(tx, held)
	if err != nil {
		return err
	}
	if err := waits(claim); err != nil {
		return err
	}
	if claim.Stage != Paying {
		return problem.New("rewards.not_approved", "number", claim.Number)
	}
	if !claim.Payee.Known() {
		return problem.New("rewards.payee_missing", "number", claim.Number)
	}
	before, err := paymentsOf(tx.DB, "claim_id = ?", claim.ID)
	if err != nil {
		return err
	}
	for _, payment := range before {
		if payment.State != SentBack {
			return problem.New("rewards.listed_already", "number", claim.Number)
		}
	}
	payment := Payment{BatchID: b.ID, ClaimID: claim.ID, Amount: claim.Amount, Payee: claim.Payee, State: ToBePaid}
	if err := tx.Create(&payment).Error; err != nil {
		return err
	}
	return move(tx, claim, Act{Stage: claim.Stage, Action: Listed, Opinion: b.Number})
}

// Transfer is what the bank's receipt says of a payment.
type Transfer struct {
	ID, Version int64
	Day         string // yyyy-mm-dd
	Receipt     string // 回单号
	Reason      string // of a return
}

// MarkPaid keeps that payments arrived: their claims go on to the archive. Problems: rewards.no_payment, record.changed,
// rewards.payment_done, rewards.date_unreadable (text).
func (r *Room) MarkPaid(ctx context.Context, actor store.Actor, transfers ...Transfer) error {
	return r.onPayments(ctx, actor, "rewards.mark_paid", transfers, func(tx *store.Tx, payment *Payment, claim *Claim, t Transfer) error {
		if payment.State != ToBePaid {
			return problem.New("rewards.payment_done", "number", claim.Number)
		}
		payment.State, payment.PaidOn, payment.Receipt = Arrived, t.Day, strings.TrimSpace(t.Receipt)
		act := Act{Stage: Paying, Action: PaidOut, Opinion: joined("，", t.Day, amountOf(payment), t.Receipt)}
		claim.enter(Archiving, tx.Now)
		return errors.Join(store.Update(tx, payment), move(tx, claim, act))
	})
}

// MarkBounced keeps that the bank returned payments, before or after they seemed to have arrived: their claims wait to
// be paid again. Problems: those of MarkPaid, rewards.opinion_missing without a reason.
func (r *Room) MarkBounced(ctx context.Context, actor store.Actor, transfers ...Transfer) error {
	return r.onPayments(ctx, actor, "rewards.mark_bounced", transfers, func(tx *store.Tx, payment *Payment, claim *Claim, t Transfer) error {
		if payment.State == SentBack {
			return problem.New("rewards.payment_done", "number", claim.Number)
		}
		if blank(t.Reason) {
			return problem.New("rewards.opinion_missing")
		}
		payment.State, payment.BouncedOn, payment.Reason = SentBack, t.Day, strings.TrimSpace(t.Reason)
		act := Act{Stage: claim.Stage, Action: Bounced, Opinion: joined("，", t.Day, payment.Reason)}
		claim.enter(Paying, tx.Now)
		return errors.Join(store.Update(tx, payment), move(tx, claim, act))
	})
}

func (r *Room) onPayments(ctx context.Context, actor store.Actor, reason string, transfers []Transfer, do func(*store.Tx, *Payment, *Claim, Transfer) error) error {
	return r.store.Write(ctx, actor, reason, func(tx *store.Tx) error {
		for _, t := range transfers {
			if _, err := time.Parse(time.DateOnly, t.Day); err != nil {
				return problem.New("rewards.date_unreadable", "text", t.Day)
			}
			found, err := paymentsOf(tx.DB, "id = ?", t.ID)
			if err != nil {
				return err
			}
			if len(found) == 0 {
				return problem.New("rewards.no_payment")
			}
			claim, err := claimByID(tx.DB, found[0].ClaimID)
			if err != nil {
				return err
			}
			found[0].Version = t.Version
			if err := do(tx, &found[0], claim, t); err != nil {
				return err
			}
		}
		return nil
	})
}

func amountOf(p *Payment) string { return p.Amount.String() + " 元" }

// joined puts the parts that say something one after the other.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, blank), between)
}

func paymentsOf(db *gorm.DB, where string, args ...any) ([]Payment, error) {
	var payments []Payment
	err := db.Where(where, args...).Order("id").Find(&payments).Error
	return payments, err
}
