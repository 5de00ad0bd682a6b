package register

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Find gives an organisation by its id, also one in the bin or merged away.
//
// Problem: register.not_found.
func (r *Room) Find(ctx context.Context, id int64) (*Organization, error) {
	return find(r.store.Read(ctx), id)
}

func find(db *gorm.DB, id int64) (*Organization, error) {
	var o Organization
	err := db.Unscoped().First(&o, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, problem.New("register.not_found")
	}
	return &o, err
}

// FindByCreditCode gives the living organisation with a credit code in its plain form, nil if there is none.
func (r *Room) FindByCreditCode(ctx context.Context, code string) (*Organization, error) {
	return byCreditCode(r.store.Read(ctx), code)
}

func byCreditCode(db *gorm.DB, code string) (*Organization, error) {
	var o Organization
	err := db.Where("credit_code = ?", code).First(&o).Error
	if errors.Is(err, gorm.ErrRecordNotFound) || code == "" {
		return nil, nil
	}
	return &o, err
}

// Create checks an organisation and adds it; its id is set. An empty kind is an enterprise, an empty status
// active.
//
// Problems: those of Organization.Check, register.credit_code_taken (name).
func (r *Room) Create(ctx context.Context, actor store.Actor, o *Organization) error {
	return r.store.Write(ctx, actor, "register.create", func(tx *store.Tx) error { return create(tx, o) })
}

func create(tx *store.Tx, o *Organization) error {
	if o.Kind == "" {
		o.Kind = Enterprise
	}
	if o.Status == "" {
		o.Status = Active
	}
	if err := ready(tx, o); err != nil {
		return err
	}
	return tx.Create(o).Error
}

// Update writes a changed organisation.
//
// Problems: those of Create, record.changed where somebody else changed it since it was read.
func (r *Room) Update(ctx context.Context, actor store.Actor, o *Organization) error {
	return r.store.Write(ctx, actor, "register.update", func(tx *store.Tx) error { return update(tx, o) })
}

func update(tx *store.Tx, o *Organization) error {
	if err := ready(tx, o); err != nil {
		return err
	}
	return store.Update(tx, o)
}

// ready checks what only the whole register can tell, too.
func ready(tx *store.Tx, o *Organization) error {
	if err := first(o.Check(localDay(tx.Now))); err != nil {
		return err
	}
	o.spell()
	return freeCode(tx, o)
}

func freeCode(tx *store.Tx, o *Organization) error {
	holder, err := byCreditCode(tx.DB, o.CreditCode)
	if err != nil || holder == nil || holder.ID == o.ID {
		return err
	}
	return problem.New("register.credit_code_taken", "name", holder.Name).At(0, FieldCreditCode)
}

// localDay is the moment a date is compared with: China's, whatever the machine is set to.
func localDay(now time.Time) time.Time { return now.In(time.FixedZone("CST", 8*3600)) }

// Remove puts an organisation into the bin. One that payment accounts or records of other rooms belong to
// stays, because their figures would lose their owner.
//
// Problem: register.still_used (table, count).
func (r *Room) Remove(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "register.remove", func(tx *store.Tx) error {
		o, err := find(tx.DB, id)
		if err != nil {
			return err
		}
		for _, belonging := range belongings {
			if belonging.Table == people || belonging.Table == shops || belonging.Table == files {
				continue
			}
			ids, err := belonging.of(tx, id)
			if err != nil {
				return err
			}
			if len(ids) > 0 {
				return problem.New("register.still_used", "table", belonging.Table, "count", len(ids))
			}
		}
		return tx.Remove(o)
	})
}

// Restore takes an organisation out of the bin.
//
// Problems: register.merged_away (take the merge back instead), register.credit_code_taken.
func (r *Room) Restore(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "register.restore", func(tx *store.Tx) error {
		o, err := find(tx.DB, id)
		if err != nil {
			return err
		}
		if o.MergedInto != nil {
			return problem.New("register.merged_away")
		}
		if err := freeCode(tx, o); err != nil {
			return err
		}
		return tx.Restore(o)
	})
}
