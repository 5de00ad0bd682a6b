package journal

import (
	"encoding/json"

	"gorm.io/gorm"
)

// fields is a record as the table has it: text, whole numbers and nil, not Go's types.
type fields map[string]any

// fresh is a session in the same transaction without the conditions of db.
func fresh(db *gorm.DB) *gorm.DB { return db.Session(&gorm.Session{NewDB: true}) }

// again reads a record after the change, nil where it is gone for good.
func again(db *gorm.DB, table string, id any) (fields, error) {
	rows, err := read(fresh(db).Table(table).Where("id = ?", id))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[0], nil
}

// read scans by itself, because gorm would turn columns into the model's types.
func read(query *gorm.DB) ([]fields, error) {
	rows, err := query.Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var records []fields
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		record := make(fields, len(columns))
		for i, column := range columns {
			record[column] = values[i]
		}
		records = append(records, record)
	}
	return records, rows.Err()
}

// record appends an entry with the fields that differ; a change that changed nothing leaves none.
func record(db *gorm.DB, table, action string, was, is fields) error {
	w, inside := writeOf(db.Statement.Context)
	if !inside {
		return errOutside
	}
	before, after := differing(was, is)
	if len(before) == 0 && len(after) == 0 {
		return nil
	}
	e := w.entry(action, table, number(is, was))
	var err error
	if e.Before, err = textOf(before); err != nil {
		return err
	}
	if e.After, err = textOf(after); err != nil {
		return err
	}
	return Append(db, e)
}

// differing gives the fields that differ: all of them for a new record and for one gone for good.
func differing(was, is fields) (before, after fields) {
	switch {
	case was == nil:
		return nil, is
	case is == nil:
		return was, nil
	}
	before, after = fields{}, fields{}
	for name, value := range is {
		if !same(was[name], value) {
			before[name], after[name] = was[name], value
		}
	}
	return before, after
}

func textOf(f fields) (string, error) {
	if f == nil {
		return "", nil
	}
	text, err := json.Marshal(f)
	return string(text), err
}

// same compares two values as an entry keeps them.
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
