package register

import (
	"context"

	"smartcanal/data/store"
)

// Card is an organisation with all that belongs to it in the register.
type Card struct {
	Organization Organization
	People       []Person
	Shops        []Shop
	Accounts     []PaymentAccount
	Merges       []OrganizationMerge // of others into this one, not taken back, the latest first
}

// Card gives an organisation with all that belongs to it.
//
// Problem: register.not_found.
func (r *Room) Card(ctx context.Context, id int64) (*Card, error) {
	db := r.store.Read(ctx)
	o, err := find(db, id)
	if err != nil {
		return nil, err
	}
	card := &Card{Organization: *o}
	for _, list := range []any{&card.People, &card.Shops, &card.Accounts} {
		if err := db.Where("organization_id = ?", id).Order("id").Find(list).Error; err != nil {
			return nil, err
		}
	}
	err = db.Where("kept_id = ?", id).Order("id DESC").Find(&card.Merges).Error
	return card, err
}

// SavePerson adds a person (id 0) or writes a changed one.
//
// Problems: those of Person.Check, record.changed.
func (r *Room) SavePerson(ctx context.Context, actor store.Actor, p *Person) error {
	return r.store.Write(ctx, actor, "register.save_person", func(tx *store.Tx) error { return savePerson(tx, p) })
}

func savePerson(tx *store.Tx, p *Person) error {
	if err := first(p.Check()); err != nil {
		return err
	}
	return save(tx, p, p.ID)
}

// SaveShop adds a shop (id 0) or writes a changed one. An account nobody knew that has the shop's platform and
// number becomes the organisation's.
//
// Problems: those of Shop.Check, record.changed.
func (r *Room) SaveShop(ctx context.Context, actor store.Actor, s *Shop) error {
	return r.store.Write(ctx, actor, "register.save_shop", func(tx *store.Tx) error { return saveShop(tx, s) })
}

func saveShop(tx *store.Tx, s *Shop) error {
	if s.Status == "" {
		s.Status = ShopActive
	}
	if err := first(s.Check(localDay(tx.Now))); err != nil {
		return err
	}
	if err := save(tx, s, s.ID); err != nil {
		return err
	}
	return claimUnmatched(tx, s)
}

func save(tx *store.Tx, record store.Recorded, id int64) error {
	if id == 0 {
		return tx.Create(record).Error
	}
	return store.Update(tx, record)
}

// RemovePerson puts a person into the bin.
func (r *Room) RemovePerson(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "register.remove_person", func(tx *store.Tx) error {
		return tx.Remove(&Person{Record: store.Record{ID: id}})
	})
}

// RemoveShop puts a shop into the bin; the payment account of the same number stays with the organisation.
func (r *Room) RemoveShop(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "register.remove_shop", func(tx *store.Tx) error {
		return tx.Remove(&Shop{Record: store.Record{ID: id}})
	})
}

// RestorePerson takes a person out of the bin.
func (r *Room) RestorePerson(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "register.restore_person", func(tx *store.Tx) error {
		return tx.Restore(&Person{Record: store.Record{ID: id}})
	})
}

// RestoreShop takes a shop out of the bin.
func (r *Room) RestoreShop(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "register.restore_shop", func(tx *store.Tx) error {
		return tx.Restore(&Shop{Record: store.Record{ID: id}})
	})
}
