package rewards

import (
	"context"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Appropriation is money given to the office for a year's rewards, by a document.
type Appropriation struct {
	store.Record
	Year       int
	DocNumber  string    // 运财〔2026〕12号
	ReceivedOn string    // yyyy-mm-dd
	Amount     money.Fen `gorm:"column:amount_fen"`
	Note       string
}

// TableName is the table of migration 0013.
func (Appropriation) TableName() string { return "reward_appropriations" }

// SaveAppropriation writes a new or a changed appropriation; an amount below zero takes some back. Problems:
// rewards.appropriation_year, rewards.appropriation_zero, rewards.date_unreadable (text), record.changed.
func (r *Room) SaveAppropriation(ctx context.Context, actor store.Actor, a *Appropriation) error {
	if a.Year < 2000 || a.Year > 2999 {
		return problem.New("rewards.appropriation_year", "year", a.Year)
	}
	if a.Amount == 0 {
		return problem.New("rewards.appropriation_zero")
	}
	if _, err := time.Parse(time.DateOnly, a.ReceivedOn); err != nil {
		return problem.New("rewards.date_unreadable", "text", a.ReceivedOn)
	}
	return r.store.Write(ctx, actor, "rewards.save_appropriation", func(tx *store.Tx) error {
		if a.ID == 0 {
			return tx.Create(a).Error
		}
		return store.Update(tx, a)
	})
}

// Appropriations are those of a year, in their order.
func (r *Room) Appropriations(ctx context.Context, year int) ([]Appropriation, error) {
	var all []Appropriation
	err := r.store.Read(ctx).Where("year = ?", year).Order("received_on, id").Find(&all).Error
	return all, err
}

// YearBudget is where a year's money is, fen. Every claim that was not dropped is counted once.
type YearBudget struct {
	Year         int
	Appropriated money.Fen
	InReview     money.Fen // accepted up to the meeting: may still change
	InNotice     money.Fen
	Committed    money.Fen // past its notice or approved, not yet paid
	Paid         money.Fen
	ClawedBack   money.Fen // demanded back
	GivenBack    money.Fen // of it, come back
}

// Left is what is neither paid nor promised: what came back may be given out again.
func (b YearBudget) Left() money.Fen {
	return b.Appropriated + b.GivenBack - b.Paid - b.Committed - b.InNotice
}

// Short tells how much is missing if everything in review is granted as computed, 0 for nothing.
func (b YearBudget) Short() money.Fen { return max(0, b.InReview-b.Left()) }

// Budget adds up a year.
func (r *Room) Budget(ctx context.Context, year int) (YearBudget, error) {
	budget := YearBudget{Year: year}
	sums, err := r.SumByStage(ctx, ClaimFilter{Year: year})
	if err != nil {
		return budget, err
	}
	for stage, sum := range sums {
		budget.add(stage, sum.Amount)
	}
	given, err := r.Appropriations(ctx, year)
	if err != nil {
		return budget, err
	}
	for _, a := range given {
		budget.Appropriated += a.Amount
	}
	var back struct{ Demanded, Returned money.Fen }
	err = r.store.Read(ctx).Raw(`SELECT COALESCE(SUM(b.amount_fen), 0) AS demanded, COALESCE(SUM(b.returned_fen), 0) AS returned
		FROM claim_clawbacks b JOIN claims c ON c.id = b.claim_id
		WHERE b.deleted_at IS NULL AND c.deleted_at IS NULL AND c.year = ?`, year).Scan(&back).Error
	budget.ClawedBack, budget.GivenBack = back.Demanded, back.Returned
	return budget, err
}

func (b *YearBudget) add(stage Stage, amount money.Fen) {
	switch {
	case stage.Dropped():
	case stage == Archiving || stage == Completed:
		b.Paid += amount
	case stage == InNotice:
		b.InNotice += amount
	case stage == Approving || stage == Paying:
		b.Committed += amount
	default:
		b.InReview += amount
	}
}
