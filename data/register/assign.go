package register

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// SaveAccount adds a payment account (id 0) or writes a changed one. A new one whose number a statement has
// brought already, and that nobody owns, is taken over instead.
//
// Problems: those of PaymentAccount.Check, register.account_taken (name), record.changed.
func (r *Room) SaveAccount(ctx context.Context, actor store.Actor, a *PaymentAccount) error {
	return r.store.Write(ctx, actor, "register.save_account", func(tx *store.Tx) error { return saveAccount(tx, a) })
}

func saveAccount(tx *store.Tx, a *PaymentAccount) error {
	if a.ChannelMode == "" {
		a.ChannelMode = Mixed
	}
	if err := first(a.Check()); err != nil {
		return err
	}
	known, err := FindAccount(tx.DB, a.Platform, a.Number)
	if err != nil {
		return err
	}
	if known != nil && known.ID != a.ID {
		if a.ID != 0 || known.OrganizationID != nil {
			return taken(tx, known)
		}
		a.Record = known.Record
	}
	return save(tx, a, a.ID)
}

// taken says whose a number is.
func taken(tx *store.Tx, a *PaymentAccount) error {
	name := ""
	if a.OrganizationID != nil {
		owner, err := find(tx.DB, *a.OrganizationID)
		if err != nil {
			return err
		}
		name = owner.Name
	}
	return problem.New("register.account_taken", "number", a.Number, "name", name).At(0, FieldAccount)
}

// AssignAccounts gives payment accounts to an organisation, and with them all their lines, past and to come.
// Organisation 0 puts them back among the unmatched.
//
// Problem: register.not_found, also where the organisation lies in the bin.
func (r *Room) AssignAccounts(ctx context.Context, actor store.Actor, accountIDs []int64, organizationID int64) error {
	return r.store.Write(ctx, actor, "register.assign_accounts", func(tx *store.Tx) error {
		return assign(tx, accountIDs, organizationID)
	})
}

// AssignToNew creates an organisation and gives it the accounts, in one write.
//
// Problems: those of Create.
func (r *Room) AssignToNew(ctx context.Context, actor store.Actor, accountIDs []int64, o *Organization) error {
	return r.store.Write(ctx, actor, "register.assign_accounts", func(tx *store.Tx) error {
		if err := create(tx, o); err != nil {
			return err
		}
		return assign(tx, accountIDs, o.ID)
	})
}

func assign(tx *store.Tx, accountIDs []int64, organizationID int64) error {
	var owner *int64
	if organizationID != 0 {
		o, err := find(tx.DB, organizationID)
		if err != nil {
			return err
		}
		if o.DeletedAt.Valid {
			return problem.New("register.not_found")
		}
		owner = &o.ID
	}
	var found []PaymentAccount
	err := ofAll(tx, accountIDs).Find(&found).Error
	for i := 0; err == nil && i < len(found); i++ {
		found[i].OrganizationID = owner
		err = store.Update(tx, &found[i])
	}
	return err
}
