package store

import (
	"reflect"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
)

// Record is what every record people edit begins with.
type Record struct {
	ID        int64 `gorm:"primaryKey"`
	Version   int64 // counts changes; an older one cannot be saved
	CreatedAt time.Time
	UpdatedAt time.Time
	DeletedAt gorm.DeletedAt // set: in the bin
}

// BeforeCreate begins the count of versions.
func (r *Record) BeforeCreate(*gorm.DB) error {
	r.Version = 1
	return nil
}

func (r *Record) base() *Record { return r }

// Recorded is a pointer to a model that embeds Record.
type Recorded interface{ base() *Record }

// Update saves a record that was read before. Where somebody changed it in between, nothing is
// written and the problem is record.changed (table, by, at, fields), which holds a Conflict; where somebody
// removed it, record.gone.
func Update(tx *Tx, record Recorded) error {
	r := record.base()
	held := r.Version
	r.Version++
	result := tx.Model(record).Where("version = ?", held).Select("*").Omit("created_at", "id").Updates(record)
	if result.Error == nil && result.RowsAffected == 1 {
		return nil
	}
	r.Version = held
	if result.Error != nil {
		return result.Error
	}
	return conflict(tx, tableOf(tx, record), r.ID, held)
}

// Remove puts a record into the bin.
func (tx *Tx) Remove(record Recorded) error {
	result := tx.DB.Delete(record)
	if result.Error == nil && result.RowsAffected == 0 {
		return problem.New("record.gone", "table", tableOf(tx, record))
	}
	return result.Error
}

// Restore takes a record out of the bin.
func (tx *Tx) Restore(record Recorded) error {
	result := tx.Unscoped().Model(record).Where("deleted_at IS NOT NULL").
		Updates(map[string]any{"deleted_at": nil, "version": gorm.Expr("version + 1")})
	if result.Error == nil && result.RowsAffected == 0 {
		return problem.New("record.gone", "table", tableOf(tx, record))
	}
	return result.Error
}

func tableOf(tx *Tx, record Recorded) string {
	statement := &gorm.Statement{DB: tx.DB}
	if err := statement.Parse(record); err != nil {
		return reflect.TypeOf(record).String()
	}
	return statement.Schema.Table
}

// Unchanged refuses to go on from a version of a record that is not the latest. Problem: record.changed, as Update gives it.
func Unchanged(db *gorm.DB, record Recorded, held int64) error {
	if record.base().Version == held {
		return nil
	}
	tx := &Tx{DB: db}
	return conflict(tx, tableOf(tx, record), record.base().ID, held)
}
