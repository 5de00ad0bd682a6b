package council

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// ExtensionState is how far a request for more time is.
type ExtensionState string

// The states of a request.
const (
	Asked   ExtensionState = "asked"
	Granted ExtensionState = "granted"
	Refused ExtensionState = "refused"
)

// Extension is a request for more time (延期) and what became of it.
type Extension struct {
	store.Record
	TaskID    int64
	AskedBy   string
	Reason    string
	FromOn    string // due when it was asked
	UntilOn   string // the day asked for; once granted, the day granted
	State     ExtensionState
	DecidedBy string
	Opinion   string
}

// TableName is the table of migration 0009.
func (Extension) TableName() string { return "task_extensions" }

// Extend asks for more time, before the day has passed. Problems besides those of every step: council.reason_missing,
// council.not_a_day, council.extension_late (due), council.extension_earlier (due), council.extension_asked.
func (r *Room) Extend(ctx context.Context, actor store.Actor, held Held, untilOn, reason string) error {
	return r.act(ctx, actor, "ask_extension", held, []Step{Undertaking, Reporting}, func(tx *store.Tx, t *SupervisedTask) error {
		if blank(reason) {
			return problem.New("council.reason_missing").At(0, "text")
		}
		if err := checkDay(&untilOn, "until_on", true); err != nil {
			return err
		}
		if dayOf(tx.Now) > t.DueOn {
			return problem.New("council.extension_late", "number", t.Number, "due", t.DueOn)
		}
		if untilOn <= t.DueOn {
			return problem.New("council.extension_earlier", "due", t.DueOn).At(0, "until_on")
		}
		if open, err := askedOf(tx, t.ID); err != nil || open != nil {
			return errors.Join(err, waiting(open))
		}
		asked := &Extension{TaskID: t.ID, AskedBy: tx.Actor, Reason: reason, FromOn: t.DueOn, UntilOn: untilOn, State: Asked}
		if err := tx.Create(asked).Error; err != nil {
			return err
		}
		return move(tx, t, t.Step, ExtensionAsked, reason)
	})
}

func waiting(open *Extension) error {
	if open == nil {
		return nil
	}
	return problem.New("council.extension_asked", "until", open.UntilOn)
}

// askedOf gives the request of a task that waits to be decided, nil for none.
func askedOf(tx *store.Tx, taskID int64) (*Extension, error) {
	var e Extension
	err := tx.Where("task_id = ? AND state = ?", taskID, Asked).First(&e).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return &e, err
}

// Grant gives more time until a day the approver names. Problems besides those of every step: people.may_not,
// council.same_person (actor), council.no_extension, council.not_a_day, council.extension_earlier (due).
func (r *Room) Grant(ctx context.Context, actor store.Actor, held Held, untilOn, opinion string) error {
	return r.decideExtension(ctx, actor, "grant_extension", held, func(tx *store.Tx, t *SupervisedTask, e *Extension) error {
		if err := checkDay(&untilOn, "until_on", true); err != nil {
			return err
		}
		if untilOn <= t.DueOn {
			return problem.New("council.extension_earlier", "due", t.DueOn).At(0, "until_on")
		}
		e.State, e.UntilOn, e.Opinion, t.DueOn = Granted, untilOn, opinion, untilOn
		return move(tx, t, t.Step, ExtensionGranted, opinion)
	})
}

// Refuse leaves the day as it is, with the reason. Problems: those of Grant, council.reason_missing.
func (r *Room) Refuse(ctx context.Context, actor store.Actor, held Held, reason string) error {
	return r.decideExtension(ctx, actor, "refuse_extension", held, func(tx *store.Tx, t *SupervisedTask, e *Extension) error {
		if blank(reason) {
			return problem.New("council.reason_missing").At(0, "text")
		}
		e.State, e.Opinion = Refused, reason
		return move(tx, t, t.Step, ExtensionRefused, reason)
	})
}

func (r *Room) decideExtension(ctx context.Context, actor store.Actor, reason string, held Held, do func(*store.Tx, *SupervisedTask, *Extension) error) error {
	return r.act(ctx, actor, reason, held, []Step{Undertaking, Reporting}, func(tx *store.Tx, t *SupervisedTask) error {
		e, err := askedOf(tx, t.ID)
		if err != nil {
			return err
		}
		if e == nil {
			return problem.New("council.no_extension", "number", t.Number)
		}
		if err := mayDecide(tx, e); err != nil {
			return err
		}
		if err := do(tx, t, e); err != nil {
			return err
		}
		e.DecidedBy = tx.Actor
		return store.Update(tx, e)
	})
}

// mayDecide asks for the approver's role, and for another person than the one who asked.
func mayDecide(tx *store.Tx, e *Extension) error {
	if err := people.Require(tx, people.Approver); err != nil {
		return err
	}
	alone, err := onePerson(tx)
	if err == nil && !alone && e.AskedBy == tx.Actor {
		err = problem.New("council.same_person", "actor", tx.Actor)
	}
	return err
}

// Extensions gives the requests of a task, the oldest first.
func (r *Room) Extensions(ctx context.Context, taskID int64) ([]Extension, error) {
	var all []Extension
	err := r.store.Read(ctx).Where("task_id = ?", taskID).Order("id").Find(&all).Error
	return all, err
}
