package journal

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/problem"
)

// kept are the fields that count changes; they are set anew and never written back.
var kept = map[string]bool{"id": true, "version": true, "created_at": true, "updated_at": true}

// Undo writes back what an entry tells of, within db's write, and makes an entry of its own: a
// change's fields as before, a new record into the bin, a removed one out of it.
//
// Problems: journal.no_undo (a bulk entry; batches have their own way back), record.changed where
// somebody wrote the same fields since, record.gone.
func Undo(db *gorm.DB, e Entry) error {
	if e.Action == Bulk || e.RecordID == 0 {
		return problem.New("journal.no_undo", "entry", e.ID)
	}
	before, after, err := e.Fields()
	if err != nil {
		return err
	}
	is, err := again(db, e.Subject, e.RecordID)
	if err != nil {
		return err
	}
	if after == nil {
		return putBack(db, e, before, is)
	}
	if is == nil {
		return problem.New("record.gone", "table", e.Subject)
	}
	if names := touched(after, is); len(names) > 0 {
		return changedSince(db, e, names)
	}
	if before == nil {
		before = fields{"deleted_at": db.NowFunc()}
	}
	return writeBack(db, e, before, is)
}

// Fields decodes the fields before and after; nil for a record that was not there.
func (e Entry) Fields() (before, after map[string]any, err error) {
	if before, err = decoded(e.Before); err != nil {
		return nil, nil, err
	}
	after, err = decoded(e.After)
	return before, after, err
}

func decoded(text string) (map[string]any, error) {
	if text == "" {
		return nil, nil
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber() // an id or an amount may need all 64 bits
	var values map[string]any
	if err := decoder.Decode(&values); err != nil {
		return nil, err
	}
	for name, value := range values {
		if figure, is := value.(json.Number); is {
			if whole, err := figure.Int64(); err == nil {
				values[name] = whole
			} else {
				values[name], _ = figure.Float64()
			}
		}
	}
	return values, nil
}

// touched names the fields that are no longer as the entry left them.
func touched(after, is fields) []string {
	var names []string
	for name, value := range after {
		if !kept[name] && !same(value, is[name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func changedSince(db *gorm.DB, e Entry, names []string) error {
	since, err := History(fresh(db), e.Subject, e.RecordID)
	if err != nil {
		return err
	}
	return problem.New("record.changed", "table", e.Subject, "by", since[0].Actor, "at", since[0].At, "fields", strings.Join(names, ", "))
}

func writeBack(db *gorm.DB, e Entry, values, is fields) error {
	values = maps.Clone(values)
	maps.DeleteFunc(values, func(name string, _ any) bool { return kept[name] })
	if _, counts := is["version"]; counts {
		values["version"] = gorm.Expr("version + 1")
		values["updated_at"] = db.NowFunc()
	}
	if err := fresh(db).Table(e.Subject).Where("id = ?", e.RecordID).Updates(map[string]any(values)).Error; err != nil {
		return err
	}
	now, err := again(db, e.Subject, e.RecordID)
	if err != nil {
		return err
	}
	return record(db, e.Subject, actionOf(Update, is, now), is, now)
}

// putBack makes a record again that was removed for good.
func putBack(db *gorm.DB, e Entry, before, is fields) error {
	if is != nil {
		return changedSince(db, e, []string{"id"})
	}
	if err := fresh(db).Table(e.Subject).Create(map[string]any(maps.Clone(before))).Error; err != nil {
		return err
	}
	now, err := again(db, e.Subject, e.RecordID)
	if err != nil {
		return err
	}
	return record(db, e.Subject, Restore, nil, now)
}
