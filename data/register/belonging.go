package register

import (
	"gorm.io/gorm"

	"smartcanal/data/store"
)

// Owned is a record that belongs to an organisation by a column organization_id.
type Owned interface {
	store.Recorded
	BelongTo(organizationID int64)
}

// Belonging is a table of records that belong to organisations: a merge moves them.
type Belonging struct {
	Table string
	of    func(tx *store.Tx, organizationID int64) ([]int64, error)
	move  func(tx *store.Tx, ids []int64, from, to int64) error
}

// Names of the register's own tables of belongings.
const (
	people   = "people"
	shops    = "shops"
	accounts = "payment_accounts"
	files    = "attachments"
)

var belongings = []Belonging{
	Belongings[Person](people),
	Belongings[Shop](shops),
	Belongings[PaymentAccount](accounts),
	{Table: files, of: filesOf, move: moveFiles},
}

// AlsoMoves makes merges move the records of a higher room; that room calls it in its init.
func AlsoMoves(b Belonging) { belongings = append(belongings, b) }

// Belongings describes the table of T, a model whose pointer is Owned.
func Belongings[T any, P interface {
	*T
	Owned
}](table string) Belonging {
	return Belonging{
		Table: table,
		of: func(tx *store.Tx, organizationID int64) ([]int64, error) {
			var ids []int64
			err := tx.Model(new(T)).Where("organization_id = ?", organizationID).Order("id").Pluck("id", &ids).Error
			return ids, err
		},
		move: func(tx *store.Tx, ids []int64, from, to int64) error {
			var records []T
			err := ofAll(tx, ids).Where("organization_id = ?", from).Find(&records).Error
			for i := 0; err == nil && i < len(records); i++ {
				record := P(&records[i])
				record.BelongTo(to)
				err = store.Update(tx, record)
			}
			return err
		},
	}
}

// ofAll keeps to ids without a bound parameter for each.
func ofAll(tx *store.Tx, ids []int64) *gorm.DB {
	return tx.Where("id IN (SELECT value FROM json_each(?))", jsonList(ids))
}
