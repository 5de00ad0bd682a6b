package journal

import (
	"errors"
	"reflect"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/schema"
)

// errOutside stops a record from being written past the write door.
var errOutside = errors.New("journal: a record was written outside store.Write")

// Plugin makes the entries by gorm's callbacks: for each record created, changed or deleted through
// a model, also where gorm's own hooks are skipped. Plain SQL passes by; the bulk paths that use it note themselves.
type Plugin struct{}

// Name is gorm's.
func (Plugin) Name() string { return "journal" }

const beforeKey = "journal:before"

// Initialize is gorm's.
func (Plugin) Initialize(db *gorm.DB) error {
	c := db.Callback()
	return errors.Join(
		c.Create().Before("gorm:create").Register("journal:about_to_create", inside),
		c.Create().After("gorm:create").Register("journal:created", created),
		c.Update().Before("gorm:update").Register("journal:about_to_update", remember),
		c.Update().After("gorm:update").Register("journal:updated", updated),
		c.Delete().Before("gorm:delete").Register("journal:about_to_delete", remember),
		c.Delete().After("gorm:delete").Register("journal:deleted", deleted),
	)
}

func skip(db *gorm.DB) bool { return db.Error != nil || db.Statement.Schema == nil }

// inside refuses a write that has no write door around it, before anything is written.
func inside(db *gorm.DB) {
	if _, is := writeOf(db.Statement.Context); !is && !skip(db) {
		_ = db.AddError(errOutside)
	}
}

// created tells of every record a Create wrote, also of a slice of them.
func created(db *gorm.DB) {
	if skip(db) {
		return
	}
	for _, id := range createdIDs(db) {
		is, err := again(db, db.Statement.Schema.Table, id)
		if err != nil {
			_ = db.AddError(err)
			return
		}
		if is != nil { // ON CONFLICT DO NOTHING did nothing
			tell(db, Create, nil, is)
		}
	}
}

// createdIDs gives the ids of what a Create wrote, from models or from maps (gorm puts it under "@id").
func createdIDs(db *gorm.DB) []any {
	switch dest := db.Statement.Dest.(type) {
	case map[string]any:
		return []any{mapID(dest)}
	case *map[string]any:
		return []any{mapID(*dest)}
	case []map[string]any:
		return mapIDs(dest)
	case *[]map[string]any:
		return mapIDs(*dest)
	}
	return modelIDs(db)
}

func mapID(record map[string]any) any {
	if id, is := record["id"]; is {
		return id
	}
	return record["@id"]
}

func mapIDs(records []map[string]any) []any {
	ids := make([]any, len(records))
	for i, record := range records {
		ids[i] = mapID(record)
	}
	return ids
}

// modelIDs gives the ids of the records a statement names by its model: one, a slice of them, or none.
func modelIDs(db *gorm.DB) []any {
	statement := db.Statement
	value := reflect.Indirect(statement.ReflectValue)
	switch value.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array:
	default:
		return nil
	}
	_, keys := schema.GetIdentityFieldValuesMap(statement.Context, value, statement.Schema.PrimaryFields)
	ids := make([]any, len(keys))
	for i, key := range keys {
		ids[i] = key[0]
	}
	return ids
}

// remember reads what a change is about to change, from the database: only it knows.
func remember(db *gorm.DB) {
	if inside(db); skip(db) {
		return
	}
	rows, err := selected(db)
	if err != nil {
		_ = db.AddError(err)
		return
	}
	db.InstanceSet(beforeKey, rows)
}

// selected reads the records that a statement's conditions choose, or more: those a change left as
// they were make no entry.
func selected(db *gorm.DB) ([]fields, error) {
	model := reflect.New(db.Statement.Schema.ModelType).Interface()
	query := fresh(db).Model(model).Unscoped()
	where, chosen := db.Statement.Clauses["WHERE"]
	if expression, is := where.Expression.(clause.Interface); is {
		query = query.Clauses(expression)
	}
	ids := modelIDs(db)
	if len(ids) > 0 {
		query = query.Where("id IN ?", ids)
	}
	if !chosen && len(ids) == 0 && !db.AllowGlobalUpdate {
		return nil, nil // gorm refuses the statement itself
	}
	return read(query)
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
		is, err := again(db, db.Statement.Schema.Table, was["id"])
		if err != nil {
			_ = db.AddError(err)
			return
		}
		tell(db, actionOf(action, was, is), was, is)
	}
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

// tell appends an entry about a record of the statement's model.
func tell(db *gorm.DB, action string, was, is fields) {
	if err := record(db, db.Statement.Schema.Table, action, was, is); err != nil {
		_ = db.AddError(err)
	}
}
