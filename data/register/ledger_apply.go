package register

import (
	"context"

	"smartcanal/data/store"
)

// ApplyLedger writes what a preview showed, all of it or, where something fails, nothing. Refused entries stay
// out.
//
// Problems: record.changed and register.credit_code_taken, where somebody changed the register since the
// preview: preview again.
func (r *Room) ApplyLedger(ctx context.Context, actor store.Actor, plan *LedgerPlan) error {
	return r.store.Write(ctx, actor, "register.import_ledger", func(tx *store.Tx) error {
		for i := range plan.Entries {
			if err := plan.Entries[i].apply(tx); err != nil {
				return err
			}
		}
		return tx.Note("organizations", map[string]any{
			"table": plan.Table, "added": plan.Count(Added), "changed": plan.Count(Changed),
			"unchanged": plan.Count(Unchanged), "refused": plan.Count(Refused),
		})
	})
}

// apply writes an entry from copies, so that a plan whose write failed can be applied again.
func (e *LedgerEntry) apply(tx *store.Tx) error {
	if e.Outcome != Added && e.Outcome != Changed {
		return nil
	}
	o := *e.records.organization
	if err := writeOrganization(tx, &o, e.records.write); err != nil {
		return err
	}
	for _, planned := range e.records.people {
		person := *planned
		person.OrganizationID = o.ID
		if err := savePerson(tx, &person); err != nil {
			return err
		}
	}
	// Accounts go before shops: a shop claims the account of its number where nobody has it.
	for _, planned := range e.records.accounts {
		account := *planned
		account.OrganizationID = &o.ID
		if err := saveAccount(tx, &account); err != nil {
			return err
		}
	}
	for _, planned := range e.records.shops {
		shop := *planned
		shop.OrganizationID = o.ID
		if err := saveShop(tx, &shop); err != nil {
			return err
		}
	}
	return nil
}

func writeOrganization(tx *store.Tx, o *Organization, changed bool) error {
	switch {
	case o.ID == 0:
		return create(tx, o)
	case changed:
		return update(tx, o)
	}
	return nil
}
