package rewards

import (
	"context"
	"errors"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Bulk is what became of several claims acted on at once: each was checked by itself, and those refused hold up
// nobody.
type Bulk struct {
	Done     []int64
	Refused  []Refusal
	Warnings []Refusal // done in spite of a rule, which is on their record
}

// Refusal is a claim on which something was not done, or done with a warning, and why.
type Refusal struct {
	ClaimID int64
	Number  string
	Problem *problem.Problem
}

// AdvanceAll passes the stage each claim is at with the same opinion, in one write. Who may not, or what is not fit,
// is told in the answer and the others go on; an error is of the file, and nothing was written.
func (r *Room) AdvanceAll(ctx context.Context, actor store.Actor, held []Held, opinion string) (Bulk, error) {
	return r.each(ctx, actor, "rewards.advance_all", held, func(tx *store.Tx, claim *Claim) (*problem.Problem, error) {
		return r.advance(ctx, tx, claim, opinion)
	})
}

// each does the same with several claims in one write.
func (r *Room) each(ctx context.Context, actor store.Actor, reason string, held []Held, do func(*store.Tx, *Claim) (*problem.Problem, error)) (Bulk, error) {
	var bulk Bulk
	err := r.store.Write(ctx, actor, reason, func(tx *store.Tx) error {
		bulk = Bulk{}
		for _, one := range held {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := bulk.take(tx, one, do); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Bulk{}, err
	}
	return bulk, nil
}

// take does one claim apart from the others.
func (b *Bulk) take(tx *store.Tx, held Held, do func(*store.Tx, *Claim) (*problem.Problem, error)) error {
	number := ""
	var warning *problem.Problem
	refused, err := apart(tx, func() error {
		claim, err := openHeld(tx, held)
		if claim != nil {
			number = claim.Number
		}
		if err == nil {
			warning, err = do(tx, claim)
		}
		return err
	})
	switch {
	case err != nil:
		return err
	case refused != nil:
		b.Refused = append(b.Refused, Refusal{held.ID, number, refused})
		return nil
	}
	b.Done = append(b.Done, held.ID)
	if warning != nil {
		b.Warnings = append(b.Warnings, Refusal{held.ID, number, warning})
	}
	return nil
}

// apart does something within a savepoint: where a problem refuses it, what it wrote before that goes and the write
// goes on.
func apart(tx *store.Tx, do func() error) (refused *problem.Problem, err error) {
	if err := tx.Exec("SAVEPOINT one_claim").Error; err != nil {
		return nil, err
	}
	err = do()
	if errors.As(err, &refused) {
		err = tx.Exec("ROLLBACK TO one_claim").Error
	}
	if err != nil {
		return nil, err
	}
	return refused, tx.Exec("RELEASE one_claim").Error
}
