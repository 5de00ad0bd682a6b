package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// menu is what a right click offers besides copying: the task's page and what can be done with all that is marked.
func (v *TasksView) menu(at grid.Place) []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("council.do.open"), func() { v.open(at.Row) }),
		fyne.NewMenuItem(wording.Text("council.remind.open"), v.remind),
		fyne.NewMenuItem(wording.Text("council.more.approve"), v.approveSelected),
	}
}

// approveSelected approves and closes all marked tasks that wait to be reviewed, in one question.
func (v *TasksView) approveSelected() {
	ids := v.selected()
	var loader kit.Loader[[]council.TaskRow]
	loader.Load(func(ctx context.Context) ([]council.TaskRow, error) { return v.desk.reviewing(ctx, ids) }, func(rows []council.TaskRow, p *problem.Problem) {
		if p == nil && len(rows) == 0 {
			p = problem.New("council.nothing_to_review")
		}
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.askApproval(rows)
	})
}

func (d *desk) reviewing(ctx context.Context, ids []int32) ([]council.TaskRow, error) {
	rows, err := d.room.Tasks(ctx, ids)
	var waiting []council.TaskRow
	for _, row := range rows {
		if row.Step == council.Reviewing {
			waiting = append(waiting, row)
		}
	}
	return waiting, err
}

func (v *TasksView) askApproval(rows []council.TaskRow) {
	v.desk.signing(v.context, func(signer signature) { v.askApprovalAs(rows, signer) })
}

func (v *TasksView) askApprovalAs(rows []council.TaskRow, signer signature) {
	field, opinion := form.Lines(wording.Text("council.act.approve.text"), "", 3)
	form.Question{
		Title: wording.Text("council.bulk.approve", "n", len(rows)), Verb: wording.Text("council.act.approve.verb"), Form: form.New(field, signer.field), First: opinion,
		Work: func(ctx context.Context) error {
			held := make([]council.Held, len(rows))
			for i, row := range rows {
				held[i] = council.Held{ID: row.ID, Version: row.Version}
			}
			return v.desk.room.ApproveAll(ctx, signer.actor(), opinion.Text, held...)
		},
		Done: func() {
			v.context.Changed()
			v.load()
		},
	}.Ask(v.context.Window().Canvas())
}
