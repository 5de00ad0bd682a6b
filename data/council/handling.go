package council

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// openTask reads a task that is not closed as it was seen. Problems: council.no_task, record.changed, council.task_closed (number).
func openTask(tx *store.Tx, held Held) (*SupervisedTask, error) {
	var t SupervisedTask
	if err := found(tx.DB, &t, held, "council.no_task"); err != nil {
		return nil, err
	}
	if t.Step == Closed {
		return nil, problem.New("council.task_closed", "number", t.Number)
	}
	return &t, nil
}

// act does something with a task that stands at one of some steps. Problems: those of openTask, council.wrong_step (number).
func (r *Room) act(ctx context.Context, actor store.Actor, reason string, held Held, at []Step, do func(tx *store.Tx, t *SupervisedTask) error) error {
	return r.write(ctx, actor, reason, func(tx *store.Tx) error { return actOn(tx, held, at, do) })
}

func actOn(tx *store.Tx, held Held, at []Step, do func(tx *store.Tx, t *SupervisedTask) error) error {
	t, err := openTask(tx, held)
	if err != nil {
		return err
	}
	if !slices.Contains(at, t.Step) {
		return problem.New("council.wrong_step", "number", t.Number)
	}
	return do(tx, t)
}

// move writes a task that came from a step with what was done to it; its lamp follows.
func move(tx *store.Tx, t *SupervisedTask, from Step, action Action, text string) error {
	if err := rewrite(tx, t); err != nil {
		return err
	}
	return note(tx, t, from, action, text)
}

// rewrite writes a task with its lamp.
func rewrite(tx *store.Tx, t *SupervisedTask) error {
	s, err := settingsIn(tx)
	if err != nil {
		return err
	}
	recoursed := recourse(t, s)
	if err := store.Update(tx, t); err != nil || !recoursed {
		return err
	}
	return keepCourse(tx, t)
}

// Assign hands a task to its lead department (交办).
func (r *Room) Assign(ctx context.Context, actor store.Actor, held Held, text string) error {
	return r.act(ctx, actor, "assign", held, []Step{Assigning}, func(tx *store.Tx, t *SupervisedTask) error {
		t.Step = Undertaking
		return move(tx, t, Assigning, Assigned, text)
	})
}

// Undertake says that the department has taken the task up and who is responsible there (承办); "" keeps who was named.
// Problem besides those of every step: council.two_responsible (names).
func (r *Room) Undertake(ctx context.Context, actor store.Actor, held Held, responsible, text string) error {
	return r.act(ctx, actor, "undertake", held, []Step{Undertaking}, func(tx *store.Tx, t *SupervisedTask) error {
		if !blank(responsible) {
			t.Responsible = responsible
		}
		if err := t.check(); err != nil {
			return err
		}
		t.Step, t.BegunOn = Reporting, dayOf(tx.Now)
		return move(tx, t, Undertaking, Undertaken, text)
	})
}

// Report is what the lead department tells of a task (反馈).
type Report struct {
	Progress int    // percent
	Text     string // what was done
	Trouble  string
	NextStep string
	Submit   bool // done: give it to review
}

// Report takes a report in; a task that is still with the department begins with it. Problems besides those of every
// step: council.report_empty, council.progress_range, council.submit_unfinished (progress).
func (r *Room) Report(ctx context.Context, actor store.Actor, held Held, report Report) error {
	return r.act(ctx, actor, "report", held, []Step{Undertaking, Reporting}, func(tx *store.Tx, t *SupervisedTask) error {
		if blank(report.Text) {
			return problem.New("council.report_empty").At(0, "text")
		}
		from, today := t.Step, dayOf(tx.Now)
		t.Progress, t.Trouble, t.NextStep, t.ReportedOn = report.Progress, strings.TrimSpace(report.Trouble), strings.TrimSpace(report.NextStep), today
		if err := t.check(); err != nil {
			return err
		}
		if report.Submit && t.Progress < 100 {
			return problem.New("council.submit_unfinished", "progress", t.Progress).At(0, "progress")
		}
		if t.BegunOn == "" {
			t.BegunOn = today
		}
		t.Step = Reporting
		if !report.Submit {
			return move(tx, t, from, Reported, report.Text)
		}
		t.Step, t.SubmittedOn = Reviewing, today
		return move(tx, t, from, Submitted, report.Text)
	})
}

// Approver tells whether the office has entered its people, who then approve under the name they work with, and what
// stands against a person's approving, as people.Room.Signs does.
func (r *Room) Approver(ctx context.Context, actor store.Actor) (entered bool, against *problem.Problem, err error) {
	return people.New(r.store).Signs(ctx, actor, people.Approver)
}

// Approve says that a task is done well enough (审核). Problems besides those of every step: people.may_not,
// council.same_person (actor): who gave it to review does not approve it, unless the office is one person.
func (r *Room) Approve(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.ApproveAll(ctx, actor, opinion, held)
}

// ApproveAll approves several tasks with one opinion: all, or none where one cannot be. Problems: those of Approve.
func (r *Room) ApproveAll(ctx context.Context, actor store.Actor, opinion string, held ...Held) error {
	return r.write(ctx, actor, "approve", func(tx *store.Tx) error {
		for _, one := range held {
			err := actOn(tx, one, []Step{Reviewing}, func(tx *store.Tx, t *SupervisedTask) error { return approve(tx, t, opinion) })
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func approve(tx *store.Tx, t *SupervisedTask, opinion string) error {
	if err := mayApprove(tx, t); err != nil {
		return err
	}
	// The act goes first: the trigger lets the task on only where it stands. The act's target is where the task goes.
	t.Step = Archiving
	if err := note(tx, t, Reviewing, Approved, opinion); err != nil {
		return err
	}
	return rewrite(tx, t)
}

// mayApprove asks for the approver's role and for another person than the one who gave the task to review.
func mayApprove(tx *store.Tx, t *SupervisedTask) error {
	if err := people.Require(tx, people.Approver); err != nil {
		return err
	}
	alone, err := onePerson(tx)
	if err != nil || alone {
		return err
	}
	acts, err := actsOf(tx.DB, t.ID)
	if err != nil {
		return err
	}
	for i := len(acts) - 1; i >= 0; i-- {
		if acts[i].Action == Submitted || acts[i].Action == Imported {
			if acts[i].Actor == tx.Actor {
				return problem.New("council.same_person", "actor", tx.Actor)
			}
			return nil
		}
	}
	return nil
}

// onePerson tells whether the office is one person, or has entered nobody.
func onePerson(tx *store.Tx) (bool, error) {
	var working int64
	err := tx.Model(&people.Person{}).Where("NOT gone").Count(&working).Error
	return working <= 1, err
}

// Return sends a task under review back to be done better, with the reason. Problems besides those of every step:
// people.may_not, council.reason_missing.
func (r *Room) Return(ctx context.Context, actor store.Actor, held Held, reason string) error {
	return r.act(ctx, actor, "return", held, []Step{Reviewing}, func(tx *store.Tx, t *SupervisedTask) error {
		if blank(reason) {
			return problem.New("council.reason_missing").At(0, "text")
		}
		if err := people.Require(tx, people.Approver); err != nil {
			return err
		}
		t.Step = Reporting
		return move(tx, t, Reviewing, Returned, reason)
	})
}

// Close strikes an approved task off the list (销号); its papers count as archived. Problem besides those of every step:
// council.not_approved (number).
func (r *Room) Close(ctx context.Context, actor store.Actor, held Held, text string) error {
	return r.act(ctx, actor, "close", held, Steps[:len(Steps)-1], func(tx *store.Tx, t *SupervisedTask) error {
		if t.Step != Archiving {
			return problem.New("council.not_approved", "number", t.Number)
		}
		t.Step, t.ClosedOn = Closed, dayOf(tx.Now)
		return move(tx, t, Archiving, ClosedOff, text)
	})
}
