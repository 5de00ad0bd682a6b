package council

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/store"
)

// lastEntry is the latest of the journal.
func (o *office) lastEntry() (id int64) {
	must(o.t, o.store.Read(o.t.Context()).Raw(`SELECT COALESCE(MAX(id), 0) FROM journal`).Scan(&id).Error)
	return id
}

// courses are the history of a task's lamp as it is kept.
func (o *office) courses(id int64) []courseFrom {
	var courses []courseFrom
	must(o.t, o.store.Read(o.t.Context()).Raw(`SELECT from_on, soon_on, yellow_on, red_on, overdue_on FROM task_courses WHERE task_id = ? ORDER BY id`, id).Scan(&courses).Error)
	return courses
}

// steps are what may be done with a task; those its step does not allow are refused.
func (o *office) steps(id int64, t *rapid.T) []func() error {
	ctx := o.t.Context()
	percent, days := rapid.IntRange(0, 100).Draw(t, "percent"), rapid.IntRange(1, 40).Draw(t, "days")
	held := o.held(id)
	return []func() error{
		func() error { return o.Assign(ctx, clerk, held, "") },
		func() error { return o.Undertake(ctx, clerk, held, "张三", "") },
		func() error { return o.Report(ctx, clerk, held, Report{Progress: percent, Text: "进展"}) },
		func() error { return o.Report(ctx, clerk, held, Report{Progress: 100, Text: "办完", Submit: true}) },
		func() error { return o.Return(ctx, leader, held, "补材料") },
		func() error { return o.Approve(ctx, leader, held, "") },
		func() error { return o.Close(ctx, clerk, held, "") },
		func() error { return o.Extend(ctx, clerk, held, after(o.task(id).DueOn, days), "排期延后") },
		func() error { return o.Grant(ctx, leader, held, after(o.task(id).DueOn, days), "") },
		func() error { return o.Refuse(ctx, leader, held, "抓紧") },
		func() error {
			task := o.task(id)
			task.Priority, task.BeginOn = rapid.SampledFrom(Priorities).Draw(t, "priority"), after(task.FiledOn, min(days, 20))
			return o.Revise(ctx, clerk, Filing{Task: task, Supports: []int64{o.town}})
		},
	}
}

// TestAStepTakenBackLeavesNoColour: whatever was done with a task before, lamp and history of colours after its last step
// was taken back, at once or days later, are those without the step.
func TestAStepTakenBackLeavesNoColour(t *testing.T) {
	o := newOffice(t)
	rapid.Check(t, func(rt *rapid.T) {
		o.on("2026-10-29")
		id := o.filed().ID
		day := o.Today()
		for range rapid.IntRange(0, 8).Draw(rt, "before") {
			day = after(day, rapid.IntRange(0, 6).Draw(rt, "later"))
			o.on(day)
			_ = rapid.SampledFrom(o.steps(id, rt)).Draw(rt, "step")() // or refused
		}
		was, kept := o.task(id), o.courses(id)
		from := o.lastEntry()
		for tries := 0; o.lastEntry() == from; tries++ {
			if tries == 20 {
				rt.Skip("nothing can be done any more")
			}
			_ = rapid.SampledFrom(o.steps(id, rt)).Draw(rt, "last")()
		}
		done := store.Entries{First: from + 1, Last: o.lastEntry()}
		day = after(day, rapid.IntRange(0, 9).Draw(rt, "noticed"))
		o.on(day)
		if _, err := o.store.TakeBack(t.Context(), leader, "test.take_back", done); err != nil {
			rt.Fatal(err)
		}
		is := o.task(id)
		if is.Course != was.Course || is.Step != was.Step || is.DueOn != was.DueOn || is.Progress != was.Progress {
			rt.Fatalf("%+v\nwas %+v", is, was)
		}
		if got, want := coloursOf(o.courses(id), day), coloursOf(kept, day); !slices.Equal(got, want) {
			rt.Fatalf("%+v\nwant %+v", got, want)
		}
		acts, err := o.Acts(t.Context(), id)
		must(t, err)
		if acts[0].Action != TakenBack || acts[0].Actor != string(leader) {
			rt.Fatalf("the record ends in %+v", acts[0])
		}
	})
}

// TestAnApprovalTakenBackClosesNothing: it has to be given again, whatever way a write comes.
func TestAnApprovalTakenBackClosesNothing(t *testing.T) {
	o := newOffice(t)
	id := o.reviewing()
	from := o.lastEntry()
	must(t, o.Approve(t.Context(), leader, o.held(id), "同意"))
	_, err := o.store.TakeBack(t.Context(), leader, "test.take_back", store.Entries{First: from + 1, Last: o.lastEntry()})
	must(t, err)
	refused(t, o.Close(t.Context(), clerk, o.held(id), ""), "council.not_approved")
	err = o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		return tx.Exec(`UPDATE supervised_tasks SET step = 'closed', closed_on = '2026-11-20' WHERE id = ?`, id).Error
	})
	refused(t, err, "council.not_approved")
	must(t, o.Approve(t.Context(), leader, o.held(id), "再次同意"))
	must(t, o.Close(t.Context(), clerk, o.held(id), ""))
}
