package journal

import (
	"encoding/json"
	"errors"
	"reflect"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// errOutside stops a record from being written past the write door.
var errOutside = errors.New("journal: a record was written outside store.Write")

// Plugin makes the entries by gorm's callbacks: for each record created, changed or deleted through
// a model. Plain SQL passes by; the bulk paths that use it note themselves.
type Plugin struct{}

// Name is gorm's.
func (Plugin) Name() string { return "journal" }

const beforeKey = "journal:before"

// Initialize is gorm's.
func (Plugin) Initialize(db *gorm.DB) error {
	c := db.Callback()
	return errors.Join(
		c.Create().After("gorm:create").Register("journal:created", created),
		c.Update().Before("gorm:update").Register("journal:about_to_update", remember),
		c.Update().After("gorm:update").Register("journal:updated", updated),
		c.Delete().Before("gorm:delete").Register("journal:about_to_delete", remember),
		c.Delete().After("gorm:delete").Register("journal:deleted", deleted),
	)
}

// fields is a record as the table has it.
type fields map[string]any

func skip(db *gorm.DB) bool {
	return db.Error != nil || db.Statement.SkipHooks || db.Statement.Schema == nil
}

// created tells of every record a Create wrote, also of a slice of them.
func created(db *gorm.DB) {
	if skip(db) {
		return
	}
	value := reflect.Indirect(db.Statement.ReflectValue)
	if value.Kind() != reflect.Slice && value.Kind() != reflect.Array {
		tell(db, Create, nil, recordOf(db, value))
		return
	}
	for i := range value.Len() {
		tell(db, Create, nil, recordOf(db, reflect.Indirect(value.Index(i))))
	}
}

// recordOf reads a record's fields as they were written.
func recordOf(db *gorm.DB, value reflect.Value) fields {
	if value.Kind() == reflect.Map {
		record := fields{}
		for _, key := range value.MapKeys() {
			record[key.String()] = value.MapIndex(key).Interface()
		}
		return record
	}
	record := fields{}
	for _, field := range db.Statement.Schema.Fields {
		if field.DBName != "" {
			record[field.DBName], _ = field.ValueOf(db.Statement.Context, value)
		}
	}
	return record
}

// remember reads what a change is about to change, from the database: only it knows.
func remember(db *gorm.DB) {
	if skip(db) {
		return
	}
	rows, err := selected(db)
	if err != nil {
		_ = db.AddError(err)
		return
	}
	db.InstanceSet(beforeKey, rows)
}

// selected reads the records a statement's conditions choose. The model's own id is one of them.
func selected(db *gorm.DB) ([]fields, error) {
	query := db.Session(&gorm.Session{NewDB: true, SkipHooks: true}).Table(db.Statement.Schema.Table)
	if where, is := db.Statement.Clauses["WHERE"]; is && where.Expression != nil {
		query.Statement.AddClause(where.Expression.(clause.Interface))
	}
	if id := idOf(db); id != 0 {
		query = query.Where("id = ?", id)
	}
	return find(query)
}

func find(query *gorm.DB) ([]fields, error) {
	var rows []map[string]any
	if err := query.Find(&rows).Error; err != nil {
		return nil, err
	}
	records := make([]fields, len(rows))
	for i, row := range rows {
		records[i] = row
	}
	return records, nil
}

// idOf is the id of the one record a statement is about, 0 where it is about several.
func idOf(db *gorm.DB) int64 {
	value := reflect.Indirect(db.Statement.ReflectValue)
	field := db.Statement.Schema.PrioritizedPrimaryField
	if field == nil || value.Kind() != reflect.Struct {
		return 0
	}
	id, _ := field.ValueOf(db.Statement.Context, value)
	number, _ := id.(int64)
	return number
}

func updated(db *gorm.DB) { changed(db, Update) }

func deleted(db *gorm.DB) { changed(db, Delete) }

// changed compares what was with what is, record by record.
func changed(db *gorm.DB, action string) {
	if skip(db) {
		return
	}
	remembered, _ := db.InstanceGet(beforeKey)
	before, _ := remembered.([]fields)
	for _, was := range before {
		is, err := again(db, was["id"])
		if err != nil {
			_ = db.AddError(err)
			return
		}
		tell(db, actionOf(action, was, is), was, is)
	}
}

// again reads a record after the change, nil where it is gone for good.
func again(db *gorm.DB, id any) (fields, error) {
	rows, err := find(db.Session(&gorm.Session{NewDB: true, SkipHooks: true}).Table(db.Statement.Schema.Table).Where("id = ?", id))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[0], nil
}

// actionOf names a change of the bin's mark for what it is.
func actionOf(action string, was, is fields) string {
	switch {
	case is == nil || (was["deleted_at"] == nil && is["deleted_at"] != nil):
		return Delete
	case was["deleted_at"] != nil && is["deleted_at"] == nil:
		return Restore
	}
	return action
}

// tell appends an entry with the fields that differ; a change that changed nothing leaves none.
func tell(db *gorm.DB, action string, was, is fields) {
	w, inside := writeOf(db.Statement.Context)
	if !inside {
		_ = db.AddError(errOutside)
		return
	}
	before, after := fields{}, fields{}
	for name, value := range is {
		if was == nil || !same(was[name], value) {
			after[name] = value
			if was != nil {
				before[name] = was[name]
			}
		}
	}
	if is == nil {
		before = was
	}
	if len(before) == 0 && len(after) == 0 {
		return
	}
	if err := appendChange(db, w.entry(action, db.Statement.Schema.Table, number(is, was)), before, after, was == nil, is == nil); err != nil {
		_ = db.AddError(err)
	}
}

func appendChange(db *gorm.DB, e *Entry, before, after fields, isNew, isGone bool) error {
	if !isNew {
		text, err := json.Marshal(before)
		if err != nil {
			return err
		}
		e.Before = string(text)
	}
	if !isGone {
		text, err := json.Marshal(after)
		if err != nil {
			return err
		}
		e.After = string(text)
	}
	return Append(db, e)
}

// same compares two values as they are kept: a number read back may come in another width.
func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

func number(records ...fields) int64 {
	for _, record := range records {
		if id, is := record["id"].(int64); is {
			return id
		}
	}
	return 0
}
