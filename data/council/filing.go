package council

import (
	"context"
	"fmt"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Filing is a task as it is filed (立项): the task itself and the departments that support the lead.
type Filing struct {
	Task     SupervisedTask
	Supports []int64
	// Seen are the supports a revision began with: those others added or took off meanwhile stay so. nil takes Supports
	// as they are.
	Seen []int64
}

// supports are those of a revision, with what others changed of them since they were seen.
func (f *Filing) supports(tx *store.Tx) ([]int64, error) {
	if f.Seen == nil {
		return f.Supports, nil
	}
	var present []int64
	err := tx.Model(&Support{}).Where("task_id = ?", f.Task.ID).Order("position").Pluck("organization_id", &present).Error
	kept := slices.DeleteFunc(slices.Clone(f.Supports), func(id int64) bool {
		return slices.Contains(f.Seen, id) && !slices.Contains(present, id)
	})
	for _, id := range present {
		if !slices.Contains(f.Seen, id) && !slices.Contains(kept, id) {
			kept = append(kept, id)
		}
	}
	return kept, err
}

// File files a task: it gets the next number of its year. Where no day is named it is due after the limit of its
// priority, where none of filing is, it is filed today. A department that was merged stands for the one it became.
//
// Problems, at the field: council.task_untitled, council.two_responsible (names), council.not_a_day, council.due_before_filed,
// council.begins_after_due, council.unknown_priority, council.lead_missing, those of departments.
func (r *Room) File(ctx context.Context, actor store.Actor, filing *Filing) error {
	return r.write(ctx, actor, "file_task", func(tx *store.Tx) error { return file(tx, filing, Filed, "") })
}

func file(tx *store.Tx, filing *Filing, how Action, text string) error {
	t := &filing.Task
	s, err := settingsIn(tx)
	if err != nil {
		return err
	}
	if err := ready(tx, t, s); err != nil {
		return err
	}
	if t.Number, err = nextNumber(tx, t.FiledOn[:4]); err != nil {
		return err
	}
	recourse(t, s)
	if err := tx.Create(t).Error; err != nil {
		return err
	}
	if err := keepCourse(tx, t); err != nil {
		return err
	}
	if err := support(tx, t, filing.Supports); err != nil {
		return err
	}
	return note(tx, t, t.Step, how, text)
}

// ready fills in what a new task begins with and checks it.
func ready(tx *store.Tx, t *SupervisedTask, s Settings) error {
	if t.Priority == "" {
		t.Priority = Normal
	}
	if t.FiledOn == "" {
		t.FiledOn = dayOf(tx.Now)
	}
	if t.DueOn == "" && parsed(t.FiledOn).Year() > 1 {
		t.DueOn = after(t.FiledOn, s.limit(t.Priority))
	}
	if t.Step == "" {
		t.Step = Assigning
	}
	t.ID, t.FirstDueOn = 0, t.DueOn
	if err := t.check(); err != nil {
		return err
	}
	if t.OrganizationID == 0 {
		return problem.New("council.lead_missing").At(0, "lead")
	}
	lead, err := living(tx, t.OrganizationID)
	if err != nil {
		return problem.Of(err).At(0, "lead")
	}
	t.OrganizationID = lead.ID
	return nil
}

// nextNumber counts by year, over tasks in the bin too: a number is given once.
func nextNumber(tx *store.Tx, year string) (string, error) {
	var last int
	err := tx.Raw(`SELECT COALESCE(MAX(CAST(substr(number, 6) AS INTEGER)), 0) FROM supervised_tasks WHERE number >= ? AND number < ?`,
		year+"-", year+".").Scan(&last).Error // "." stands right behind "-"
	return fmt.Sprintf("%s-%03d", year, last+1), err
}

// support writes which departments support a task, in the order given, and takes off those left out.
func support(tx *store.Tx, t *SupervisedTask, organizations []int64) error {
	wanted, err := supporting(tx, t, organizations)
	if err != nil {
		return err
	}
	var there []Support
	if err := tx.Where("task_id = ?", t.ID).Find(&there).Error; err != nil {
		return err
	}
	for i := range there {
		place := slices.Index(wanted, there[i].OrganizationID)
		switch {
		case place < 0:
			err = tx.Remove(&there[i])
		case there[i].Position != place+1:
			there[i].Position = place + 1
			err = store.Update(tx, &there[i])
		}
		if err != nil {
			return err
		}
		if place >= 0 {
			wanted[place] = 0
		}
	}
	for i, id := range wanted {
		if id == 0 {
			continue
		}
		if err := tx.Create(&Support{TaskID: t.ID, OrganizationID: id, Position: i + 1}).Error; err != nil {
			return err
		}
	}
	return nil
}

// supporting gives the living departments, each once, without the lead.
func supporting(tx *store.Tx, t *SupervisedTask, organizations []int64) ([]int64, error) {
	var ids []int64
	for _, id := range organizations {
		o, err := living(tx, id)
		if err != nil {
			return nil, problem.Of(err).At(0, "supports")
		}
		if o.ID != t.OrganizationID && !slices.Contains(ids, o.ID) {
			ids = append(ids, o.ID)
		}
	}
	return ids, nil
}

// Revise writes changed words, departments and begin of an open task; number, step, progress and the day it is due have
// ways of their own and stay. Where the task is still to be assigned its days may be corrected too.
//
// Problems: those of File, council.no_task, council.task_closed (number), record.changed.
func (r *Room) Revise(ctx context.Context, actor store.Actor, filing Filing) error {
	return r.write(ctx, actor, "revise_task", func(tx *store.Tx) error {
		given := &filing.Task
		t, err := openTask(tx, Held{given.ID, given.Version})
		if err != nil {
			return err
		}
		t.Title, t.Content, t.Expected, t.Responsible = given.Title, given.Content, given.Expected, given.Responsible
		t.Priority, t.BeginOn, t.DecisionID = given.Priority, given.BeginOn, given.DecisionID
		if t.Step == Assigning {
			t.FiledOn, t.DueOn, t.FirstDueOn = given.FiledOn, given.DueOn, given.DueOn
		}
		if err := t.check(); err != nil {
			return err
		}
		lead, err := living(tx, given.OrganizationID)
		if err != nil {
			return problem.Of(err).At(0, "lead")
		}
		t.OrganizationID = lead.ID
		supports, err := filing.supports(tx)
		if err != nil {
			return err
		}
		if err := support(tx, t, supports); err != nil {
			return err
		}
		return move(tx, t, t.Step, Changed, "")
	})
}

// Withdraw puts a task into the bin that was filed by mistake and not yet assigned; its number is not given again.
// Problems: council.no_task, council.assigned_already (number), record.changed.
func (r *Room) Withdraw(ctx context.Context, actor store.Actor, held Held) error {
	return r.write(ctx, actor, "withdraw_task", func(tx *store.Tx) error {
		t, err := openTask(tx, held)
		if err != nil {
			return err
		}
		if t.Step != Assigning {
			return problem.New("council.assigned_already", "number", t.Number)
		}
		return tx.Remove(t)
	})
}
