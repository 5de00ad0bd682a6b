package council

import (
	"context"
	"strconv"
	"strings"

	"smartcanal/data/chinese"
	"smartcanal/data/problem"
	"smartcanal/data/sheet"
	"smartcanal/data/store"
)

// PolicyLine is a line of a document's breakdown (任务分解表) and the task it is.
type PolicyLine struct {
	store.Record
	PolicyID int64
	Position int
	TaskID   int64
}

// TableName is the table of migration 0016.
func (PolicyLine) TableName() string { return "policy_lines" }

// ApplyBreakdown files the tasks of a ledger as the breakdown of a document: lines whose task is there already are linked
// to it. Problems: those of ApplyLedger, council.no_policy, council.breakdown_members: the ledger lists members.
func (r *Room) ApplyBreakdown(ctx context.Context, actor store.Actor, policyID int64, plan *LedgerPlan) error {
	if plan.Kind != TaskLedger {
		return problem.New("council.breakdown_members").In(plan.Table)
	}
	return r.write(ctx, actor, "import_breakdown", func(tx *store.Tx) error {
		var p PolicyDocument
		if err := tx.First(&p, policyID).Error; err != nil {
			return problem.New("council.no_policy").Because(err)
		}
		if err := applyLedger(tx, plan); err != nil {
			return err
		}
		for i := range plan.Entries {
			if err := plan.Entries[i].link(tx, policyID); err != nil {
				return err
			}
		}
		return nil
	})
}

// link makes a line of the task an entry is about, unless there is one.
func (e *LedgerEntry) link(tx *store.Tx, policyID int64) error {
	if e.Outcome == Rejected {
		return nil
	}
	var id int64
	err := tx.Raw(`SELECT t.id FROM supervised_tasks t JOIN organizations o ON o.id = t.organization_id
		WHERE t.title = ? AND o.name = ? AND t.deleted_at IS NULL ORDER BY t.id DESC LIMIT 1`, e.task.task.Title, e.task.lead).Scan(&id).Error
	if err != nil || id == 0 {
		return err
	}
	return linkTask(tx, policyID, id)
}

func linkTask(tx *store.Tx, policyID, taskID int64) error {
	var there, last int64
	if err := tx.Model(&PolicyLine{}).Where("policy_id = ? AND task_id = ?", policyID, taskID).Count(&there).Error; err != nil || there > 0 {
		return err
	}
	if err := tx.Raw(`SELECT COALESCE(MAX(position), 0) FROM policy_lines WHERE policy_id = ? AND deleted_at IS NULL`, policyID).Scan(&last).Error; err != nil {
		return err
	}
	return tx.Create(&PolicyLine{PolicyID: policyID, Position: int(last) + 1, TaskID: taskID}).Error
}

// Breakdown gives the tasks of a document in the order of its lines.
func (r *Room) Breakdown(ctx context.Context, policyID int64) ([]TaskRow, error) {
	var ids []int32
	err := r.store.Read(ctx).Raw(`SELECT task_id FROM policy_lines WHERE policy_id = ? AND deleted_at IS NULL ORDER BY position, id`, policyID).Scan(&ids).Error
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return r.Tasks(ctx, ids)
}

// breakdownColumns are the columns of the table as offices know it; an import knows them again.
var breakdownColumns = []struct {
	key   string
	width float64
}{{"n", 6}, {"task", 34}, {"goal", 24}, {"lead", 16}, {"supports", 22}, {"responsible", 12}, {"due", 12}, {"progress", 8}, {"report", 34}, {"trouble", 22}, {"next", 22}, {"lamp", 8}}

// ExportBreakdown writes the breakdown of a document with how far it is as a workbook. Problems: council.no_policy,
// council.no_breakdown, those of saving.
func (r *Room) ExportBreakdown(ctx context.Context, policyID int64, path string) error {
	page, err := r.Policy(ctx, policyID)
	if err != nil {
		return err
	}
	if len(page.Breakdown) == 0 {
		return problem.New("council.no_breakdown")
	}
	columns := make([]sheet.Column, len(breakdownColumns))
	for i, c := range breakdownColumns {
		columns[i] = sheet.Column{Head: chinese.Text("council.breakdown." + c.key), Width: c.width}
	}
	book := sheet.NewBook()
	defer book.Discard()
	table := book.Sheet(chinese.Text("council.breakdown.sheet")).Title(chinese.Text("council.breakdown.title", "title", page.Title)).Columns(columns).PrintSetup(sheet.Landscape)
	for i := range page.Breakdown {
		cells, err := r.breakdownCells(ctx, i+1, &page.Breakdown[i])
		if err != nil {
			return err
		}
		table.AddRow(cells...)
	}
	return book.Save(path)
}

func (r *Room) breakdownCells(ctx context.Context, n int, row *TaskRow) ([]any, error) {
	page, err := r.Page(ctx, row.ID)
	if err != nil {
		return nil, err
	}
	report := ""
	for _, act := range page.Acts {
		if act.Action == Reported || act.Action == Submitted {
			report = act.Text
			break
		}
	}
	lamp := chinese.Text("council.step.closed")
	if row.Step != Closed {
		lamp = chinese.Text("council.lamp_name." + string(row.Lamp))
	}
	t := page.Task
	return []any{strconv.Itoa(n), t.Title, t.Expected, row.Lead, strings.Join(row.Supports, "、"), t.Responsible, t.DueOn, strconv.Itoa(t.Progress) + "%", report, t.Trouble, t.NextStep, lamp}, nil
}

// LinkTasks puts tasks that are there already into a document's breakdown, behind its lines. Problems: council.no_policy,
// council.no_task.
func (r *Room) LinkTasks(ctx context.Context, actor store.Actor, policyID int64, taskIDs ...int64) error {
	return r.write(ctx, actor, "link_tasks", func(tx *store.Tx) error {
		var p PolicyDocument
		if err := tx.First(&p, policyID).Error; err != nil {
			return problem.New("council.no_policy").Because(err)
		}
		for _, id := range taskIDs {
			var t SupervisedTask
			if err := tx.First(&t, id).Error; err != nil {
				return problem.New("council.no_task").Because(err)
			}
			if err := linkTask(tx, p.ID, t.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
