package attachments

import (
	"gorm.io/gorm"

	"smartcanal/data/store"
)

// Rename gives an attachment of the version read another name.
//
// Problems: attachments.not_found, attachments.no_name, attachments.program, record.changed, record.gone.
func Rename(tx *store.Tx, id, version int64, name string) error {
	a, err := find(tx.DB, id)
	if err != nil {
		return err
	}
	if a.Name, err = checkedName(name); err != nil {
		return err
	}
	a.Version = version
	return store.Update(tx, a)
}

// Remove puts an attachment of the version read into the bin; its content stays for the way back.
//
// Problems: attachments.not_found, record.changed, record.gone.
func Remove(tx *store.Tx, id, version int64) error {
	a, err := find(tx.DB, id)
	if err != nil {
		return err
	}
	a.Version, a.DeletedAt = version, gorm.DeletedAt{Time: tx.Now, Valid: true}
	return store.Update(tx, a)
}

// Restore takes an attachment out of the bin.
//
// Problems: attachments.not_found, record.gone where it does not lie in the bin.
func Restore(tx *store.Tx, id int64) error {
	a, err := find(tx.DB, id)
	if err != nil {
		return err
	}
	return tx.Restore(a)
}

// Move hands attachments to another record, those among ids that are from's: two organisations became one.
func Move(tx *store.Tx, ids []int64, from, to Owner) error {
	all, err := Of(tx.DB, from)
	if err != nil {
		return err
	}
	wanted := make(map[int64]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	for i := range all {
		if !wanted[all[i].ID] {
			continue
		}
		all[i].Subject, all[i].RecordID = to.Subject, to.ID
		if err := store.Update(tx, &all[i]); err != nil {
			return err
		}
	}
	return nil
}
