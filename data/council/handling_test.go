package council

import (
	"context"
	"slices"
	"testing"

	"smartcanal/data/people"
	"smartcanal/data/store"
)

func TestATaskGoesFromFilingToItsEnd(t *testing.T) {
	o := newOffice(t)
	id := o.reviewing()
	must(t, o.Return(t.Context(), leader, o.held(id), "缺质检报告"))
	o.on("2026-11-20")
	must(t, o.Report(t.Context(), clerk, o.held(id), Report{Progress: 100, Text: "补齐质检报告", Submit: true}))
	must(t, o.Approve(t.Context(), leader, o.held(id), "同意办结"))
	must(t, o.Close(t.Context(), clerk, o.held(id), ""))
	page, err := o.Page(t.Context(), id)
	must(t, err)
	if page.Task.Step != Closed || page.Task.ClosedOn != "2026-11-20" || page.Row.Lamp != NoLamp || page.Task.Number != "2026-001" {
		t.Errorf("%+v", page.Task)
	}
	var did []Action
	for _, act := range page.Acts {
		did = append(did, act.Action)
	}
	if want := []Action{ClosedOff, Approved, Submitted, Returned, Submitted, Undertaken, Assigned, Filed}; !slices.Equal(did, want) {
		t.Errorf("%v, want %v", did, want)
	}
	refused(t, o.Report(t.Context(), clerk, o.held(id), Report{Progress: 50, Text: "再办"}), "council.task_closed")
}

// TestNoTaskIsClosedUnapproved tries every way in, at every step before the approval.
func TestNoTaskIsClosedUnapproved(t *testing.T) {
	closing := map[string]func(ctx context.Context, o *office, id int64) error{
		"the room's own door": func(ctx context.Context, o *office, id int64) error {
			return o.Close(ctx, leader, o.held(id), "")
		},
		"a record saved": func(ctx context.Context, o *office, id int64) error {
			task := o.task(id)
			task.Step, task.ClosedOn = Closed, "2026-11-01"
			return o.store.Write(ctx, leader, "test", func(tx *store.Tx) error { return store.Update(tx, &task) })
		},
		"plain SQL": func(ctx context.Context, o *office, id int64) error {
			return o.store.Write(ctx, leader, "test", func(tx *store.Tx) error {
				return tx.Exec(`UPDATE supervised_tasks SET step = 'closed', closed_on = '2026-11-01' WHERE id = ?`, id).Error
			})
		},
		"plain SQL of the day alone": func(ctx context.Context, o *office, id int64) error {
			return o.store.Write(ctx, leader, "test", func(tx *store.Tx) error {
				return tx.Exec(`UPDATE supervised_tasks SET closed_on = '2026-11-01' WHERE id = ?`, id).Error
			})
		},
		"plain SQL to the step before": func(ctx context.Context, o *office, id int64) error {
			return o.store.Write(ctx, leader, "test", func(tx *store.Tx) error {
				return tx.Exec(`UPDATE supervised_tasks SET step = 'archiving' WHERE id = ?`, id).Error
			})
		},
		"a new task that is closed already": func(ctx context.Context, o *office, id int64) error {
			task := o.task(id)
			task.ID, task.Number, task.Step, task.ClosedOn = 0, "2026-999", Closed, "2026-11-01"
			return o.store.Write(ctx, leader, "test", func(tx *store.Tx) error { return tx.Create(&task).Error })
		},
		"a forged approval by somebody else": func(ctx context.Context, o *office, id int64) error {
			return o.store.Write(ctx, clerk, "test", func(tx *store.Tx) error {
				return tx.Create(&Act{TaskID: id, At: tx.Now, Actor: tx.Actor, Step: Reviewing, Action: Approved, Target: Archiving}).Error
			})
		},
	}
	steps := map[Step]func(o *office) int64{
		Assigning: func(o *office) int64 { return o.filed().ID },
		Undertaking: func(o *office) int64 {
			id := o.filed()
			must(o.t, o.Assign(o.t.Context(), clerk, id, ""))
			return id.ID
		},
		Reporting: (*office).reporting,
		Reviewing: (*office).reviewing,
	}
	for step, reach := range steps {
		for way, do := range closing {
			t.Run(string(step)+" "+way, func(t *testing.T) {
				o := newOffice(t)
				id := reach(o)
				refused(t, do(t.Context(), o, id), "council.not_approved")
				if task := o.task(id); task.Step != step {
					t.Errorf("at %s", task.Step)
				}
			})
		}
	}
}

// TestAnApprovalIsOfOneReview: what was sent back needs another approval.
func TestAnApprovalIsOfOneReview(t *testing.T) {
	o := newOffice(t)
	id := o.reviewing()
	must(t, o.Approve(t.Context(), leader, o.held(id), ""))
	err := o.store.Write(t.Context(), leader, "test", func(tx *store.Tx) error {
		if err := tx.Exec(`UPDATE supervised_tasks SET step = 'reporting' WHERE id = ?`, id).Error; err != nil {
			return err
		}
		if err := tx.Create(&Act{TaskID: id, At: tx.Now, Actor: tx.Actor, Step: Archiving, Action: Returned, Target: Reporting}).Error; err != nil {
			return err
		}
		return tx.Exec(`UPDATE supervised_tasks SET step = 'closed', closed_on = '2026-11-01' WHERE id = ?`, id).Error
	})
	refused(t, err, "council.not_approved")
}

func TestWhatWasDoneIsKept(t *testing.T) {
	o := newOffice(t)
	id := o.reporting()
	for _, statement := range []string{`UPDATE task_acts SET actor = '别人' WHERE task_id = ?`, `DELETE FROM task_acts WHERE task_id = ?`} {
		err := o.store.Write(t.Context(), leader, "test", func(tx *store.Tx) error { return tx.Exec(statement, id).Error })
		refused(t, err, "council.act_kept")
	}
	err := o.store.Write(t.Context(), leader, "test", func(tx *store.Tx) error {
		return tx.Exec(`UPDATE supervised_tasks SET number = '2026-777' WHERE id = ?`, id).Error
	})
	refused(t, err, "council.number_kept")
}

func TestWhoMayApprove(t *testing.T) {
	o := newOffice(t)
	id := o.reviewing()
	refused(t, o.Approve(t.Context(), other, o.held(id), ""), "people.may_not")
	refused(t, o.Return(t.Context(), clerk, o.held(id), "不行"), "people.may_not")
	must(t, people.New(o.store).Save(t.Context(), leader, &people.Person{Name: "兼任者", Roles: []people.Role{people.Clerk, people.Approver}}))
	must(t, o.Return(t.Context(), leader, o.held(id), "缺报告"))
	must(t, o.Report(t.Context(), "兼任者", o.held(id), Report{Progress: 100, Text: "办完", Submit: true}))
	refused(t, o.Approve(t.Context(), "兼任者", o.held(id), ""), "council.same_person")
	must(t, o.Approve(t.Context(), leader, o.held(id), ""))

	alone := emptyOffice(t)
	id = alone.reviewing()
	must(t, alone.Approve(t.Context(), clerk, alone.held(id), "一人办公"))
	must(t, alone.Close(t.Context(), clerk, alone.held(id), ""))
}

func TestStepsThatAreNotThere(t *testing.T) {
	o := newOffice(t)
	id := o.reporting()
	ctx := t.Context()
	refused(t, o.Assign(ctx, clerk, o.held(id), ""), "council.wrong_step")
	refused(t, o.Approve(ctx, leader, o.held(id), ""), "council.wrong_step")
	refused(t, o.Report(ctx, clerk, o.held(id), Report{Progress: 10}), "council.report_empty")
	refused(t, o.Report(ctx, clerk, o.held(id), Report{Progress: 101, Text: "x"}), "council.progress_range")
	refused(t, o.Report(ctx, clerk, o.held(id), Report{Progress: 99, Text: "x", Submit: true}), "council.submit_unfinished")
	refused(t, o.Return(ctx, leader, o.held(o.reviewing()), " "), "council.reason_missing")
	refused(t, o.Withdraw(ctx, clerk, o.held(id)), "council.assigned_already")
	refused(t, o.Assign(ctx, clerk, Held{999, 1}, ""), "council.no_task")
	held := o.held(id)
	must(t, o.Report(ctx, other, held, Report{Progress: 20, Text: "先到一步"}))
	refused(t, o.Report(ctx, clerk, held, Report{Progress: 10, Text: "晚到"}), "record.changed")
}

func TestMoreTime(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	id := o.reporting()
	o.on("2026-11-20")
	refused(t, o.Extend(ctx, clerk, o.held(id), "2026-11-28", "排期"), "council.extension_earlier")
	refused(t, o.Extend(ctx, clerk, o.held(id), "2026-12-15", " "), "council.reason_missing")
	refused(t, o.Extend(ctx, clerk, o.held(id), "十二月", "排期"), "council.not_a_day")
	refused(t, o.Grant(ctx, leader, o.held(id), "2026-12-15", ""), "council.no_extension")
	must(t, o.Extend(ctx, clerk, o.held(id), "2026-12-20", "平台审核排期延后"))
	refused(t, o.Extend(ctx, clerk, o.held(id), "2026-12-25", "再延"), "council.extension_asked")
	refused(t, o.Grant(ctx, clerk, o.held(id), "2026-12-15", ""), "people.may_not")
	must(t, o.Grant(ctx, leader, o.held(id), "2026-12-15", "同意延至12月15日"))
	task := o.task(id)
	if task.DueOn != "2026-12-15" || task.FirstDueOn != "2026-11-28" || task.OverdueOn != "2026-12-16" {
		t.Errorf("%+v", task)
	}
	must(t, o.Extend(ctx, clerk, o.held(id), "2026-12-31", "再延"))
	refused(t, o.Refuse(ctx, leader, o.held(id), ""), "council.reason_missing")
	must(t, o.Refuse(ctx, leader, o.held(id), "不再延期"))
	o.on("2026-12-16")
	refused(t, o.Extend(ctx, clerk, o.held(id), "2026-12-31", "来不及"), "council.extension_late")
	all, err := o.Extensions(ctx, id)
	must(t, err)
	if len(all) != 2 || all[0].State != Granted || all[0].DecidedBy != string(leader) || all[1].State != Refused {
		t.Errorf("%+v", all)
	}
}

// TestNoWayInGrantsMoreTime: an extension is granted by an approver, also where a write passes the rooms by.
func TestNoWayInGrantsMoreTime(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	id := o.reporting()
	must(t, o.Extend(ctx, clerk, o.held(id), "2026-12-20", "排期"))
	refused(t, o.Grant(ctx, other, o.held(id), "2026-12-20", ""), "people.may_not")
	for _, statement := range []string{
		`UPDATE task_extensions SET state = 'granted' WHERE task_id = ?`, `UPDATE task_extensions SET state = 'granted', decided_by = '经办员' WHERE task_id = ?`,
		`INSERT INTO task_extensions (task_id, created_at, updated_at, asked_by, reason, from_on, until_on, state, decided_by) VALUES (?, '', '', '经办员', 'x', '2026-11-28', '2026-12-20', 'granted', '分管领导')`,
	} {
		err := o.store.Write(ctx, clerk, "test", func(tx *store.Tx) error { return tx.Exec(statement, id).Error })
		refused(t, err, "council.extension_not_approved")
	}
	must(t, o.Grant(ctx, leader, o.held(id), "2026-12-20", ""))
}

// TestSeveralAreApprovedOrNone: where one of them may not be, none is.
func TestSeveralAreApprovedOrNone(t *testing.T) {
	o := newOffice(t)
	first, second, under := o.reviewing(), o.reviewing(), o.reporting()
	refused(t, o.ApproveAll(t.Context(), leader, "同意", o.held(first), o.held(under)), "council.wrong_step")
	if o.task(first).Step != Reviewing {
		t.Fatal("one was approved")
	}
	must(t, o.ApproveAll(t.Context(), leader, "同意", o.held(first), o.held(second)))
	if o.task(first).Step != Archiving || o.task(second).Step != Archiving {
		t.Error("not all are approved")
	}
}
