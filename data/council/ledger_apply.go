package council

import (
	"context"

	"smartcanal/data/chinese"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// ApplyLedger writes what a preview showed, all of it or, where something fails, nothing. Refused entries stay out. A
// task the ledger calls done waits to be reviewed: no import closes a task.
//
// Problems: those of File and AddMember, with the row, where somebody changed things since the preview.
func (r *Room) ApplyLedger(ctx context.Context, actor store.Actor, plan *LedgerPlan) error {
	return r.write(ctx, actor, "import_ledger", func(tx *store.Tx) error { return applyLedger(tx, plan) })
}

func applyLedger(tx *store.Tx, plan *LedgerPlan) error {
	ids, err := ledgerDepartments(tx, plan)
	if err != nil {
		return err
	}
	for i := range plan.Entries {
		if err := plan.Entries[i].apply(tx, ids); err != nil {
			p := problem.Of(err)
			return p.At(plan.Entries[i].Row, p.Where.Column).In(plan.Table)
		}
	}
	return tx.Note(string(plan.Kind), map[string]any{
		"table": plan.Table, "added": plan.Count(Added), "unchanged": plan.Count(Unchanged), "refused": plan.Count(Rejected),
	})
}

// ledgerDepartments adds the departments nobody knew and gives all of them by name.
func ledgerDepartments(tx *store.Tx, plan *LedgerPlan) (map[string]int64, error) {
	for _, name := range plan.Departments {
		if err := register.Add(tx, &register.Organization{Kind: register.Department, Name: name}); err != nil {
			return nil, err
		}
	}
	known, err := newDirectory(tx.DB, dayOf(tx.Now))
	if err != nil {
		return nil, err
	}
	ids := map[string]int64{}
	for _, one := range known.all {
		ids[one.Name] = one.ID
	}
	return ids, nil
}

func (e *LedgerEntry) apply(tx *store.Tx, ids map[string]int64) error {
	switch {
	case e.Outcome != Added:
		return nil
	case e.member != nil:
		member := e.member.member // a copy: a plan whose write failed can be applied again
		member.OrganizationID = ids[e.member.name]
		return addMember(tx, &member)
	}
	filing := Filing{Task: e.task.task}
	filing.Task.OrganizationID = ids[e.task.lead]
	for _, name := range e.task.supports {
		filing.Supports = append(filing.Supports, ids[name])
	}
	if filing.Task.Step == Reviewing {
		filing.Task.SubmittedOn = min(dayOf(tx.Now), filing.Task.DueOn)
	}
	if filing.Task.Step != Undertaking {
		filing.Task.BegunOn, filing.Task.ReportedOn = filing.Task.FiledOn, dayOf(tx.Now)
	}
	text := e.task.report
	if e.task.saysItIsClosed {
		text = chinese.Text("council.imported_closed", "text", text)
	}
	return file(tx, &filing, Imported, text)
}
