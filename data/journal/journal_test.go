package journal_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

type Shop struct {
	ID        int64
	Version   int64
	UpdatedAt time.Time
	DeletedAt gorm.DeletedAt
	Name      string
	City      string
}

const schema = `
CREATE TABLE shops (id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, updated_at DATETIME, deleted_at DATETIME,
	name TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '沧州');
CREATE TABLE journal (id INTEGER PRIMARY KEY, at TEXT, actor TEXT, reason TEXT, action TEXT, subject TEXT,
	record_id INTEGER, before TEXT, after TEXT, previous TEXT, hash TEXT);`

func opened(t *testing.T) *gorm.DB {
	t.Helper()
	db, err := gorm.Open(sqlite.Open(filepath.Join(t.TempDir(), "journal.db")), &gorm.Config{Logger: logger.Discard, TranslateError: true})
	if err != nil {
		t.Fatal(err)
	}
	pool, err := db.DB()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pool.Close() })
	pool.SetMaxOpenConns(1)
	if err := errors.Join(db.Exec(schema).Error, db.Use(journal.Plugin{})); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)
	return db.WithContext(journal.With(t.Context(), journal.Write{Actor: "经办", Reason: "test", At: at}))
}

func with(t *testing.T, db *gorm.DB, names ...string) []Shop {
	t.Helper()
	shops := make([]Shop, len(names))
	for i, name := range names {
		shops[i] = Shop{Version: 1, Name: name, City: "沧州"}
	}
	if err := db.Create(&shops).Error; err != nil {
		t.Fatal(err)
	}
	return shops
}

func told(t *testing.T, db *gorm.DB) []journal.Entry {
	t.Helper()
	var entries []journal.Entry
	if err := db.Order("id").Find(&entries).Error; err != nil {
		t.Fatal(err)
	}
	return entries
}

func TestEveryWayOfWritingIsTold(t *testing.T) {
	ways := map[string]struct {
		write  func(db *gorm.DB, shops []Shop) error
		action string
		ids    []int64
	}{
		"update a column": {func(db *gorm.DB, s []Shop) error { return db.Model(&s[0]).Update("city", "泊头").Error }, journal.Update, []int64{1}},
		"update a map": {func(db *gorm.DB, s []Shop) error {
			return db.Model(&s[1]).Updates(map[string]any{"city": "泊头", "name": "丁"}).Error
		}, journal.Update, []int64{2}},
		"update a struct":        {func(db *gorm.DB, s []Shop) error { return db.Model(&Shop{ID: 2}).Updates(Shop{City: "泊头"}).Error }, journal.Update, []int64{2}},
		"update by struct alone": {func(db *gorm.DB, s []Shop) error { return db.Updates(&Shop{ID: 3, City: "泊头"}).Error }, journal.Update, []int64{3}},
		"update where": {func(db *gorm.DB, s []Shop) error {
			return db.Model(&Shop{}).Where("name <> ?", "甲").Update("city", "泊头").Error
		}, journal.Update, []int64{2, 3}},
		"update what others have too": {func(db *gorm.DB, s []Shop) error {
			return db.Model(&Shop{}).Where("id > 0").UpdateColumn("city", gorm.Expr("CASE id WHEN 3 THEN '泊头' ELSE city END")).Error
		}, journal.Update, []int64{3}},
		"update past gorm's hooks": {func(db *gorm.DB, s []Shop) error { return db.Model(&s[0]).UpdateColumn("city", "泊头").Error }, journal.Update, []int64{1}},
		"save":                     {func(db *gorm.DB, s []Shop) error { s[0].City = "泊头"; return db.Save(&s[0]).Error }, journal.Update, []int64{1}},
		"delete":                   {func(db *gorm.DB, s []Shop) error { return db.Delete(&s[0]).Error }, journal.Delete, []int64{1}},
		"delete by id":             {func(db *gorm.DB, s []Shop) error { return db.Delete(&Shop{}, 2).Error }, journal.Delete, []int64{2}},
		"delete several":           {func(db *gorm.DB, s []Shop) error { return db.Delete(s[1:]).Error }, journal.Delete, []int64{2, 3}},
		"delete for good":          {func(db *gorm.DB, s []Shop) error { return db.Unscoped().Delete(&s[2]).Error }, journal.Delete, []int64{3}},
		"create from a map": {func(db *gorm.DB, s []Shop) error {
			return db.Model(&Shop{}).Create(map[string]any{"name": "丁"}).Error
		}, journal.Create, []int64{4}},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			shops := with(t, db, "甲", "乙", "丙")
			if err := way.write(db, shops); err != nil {
				t.Fatal(err)
			}
			var ids []int64
			for _, e := range told(t, db)[3:] {
				ids = append(ids, e.RecordID)
				if e.Action != way.action || e.Subject != "shops" || e.Actor != "经办" {
					t.Errorf("got %+v", e)
				}
			}
			if !slices.Equal(ids, way.ids) {
				t.Errorf("entries about %v, want %v", ids, way.ids)
			}
			if err := journal.Verify(t.Context(), db); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAnEntryHasWhatTheDatabaseHad(t *testing.T) {
	db := opened(t)
	with(t, db, "甲")
	stale := Shop{ID: 1, Name: "不是这个名字"} // what the program believes does not count
	if err := db.Model(&stale).Updates(map[string]any{"name": "乙"}).Error; err != nil {
		t.Fatal(err)
	}
	before, after, err := told(t, db)[1].Fields()
	if err != nil || before["name"] != "甲" || after["name"] != "乙" {
		t.Errorf("got %v -> %v, %v", before, after, err)
	}
	if _, same := after["city"]; same {
		t.Error("a field that stayed is in the entry")
	}
}

func TestWhatFailsOrChangesNothingLeavesNoEntry(t *testing.T) {
	db := opened(t)
	shops := with(t, db, "甲")
	if err := db.Model(&shops[0]).UpdateColumn("name", "甲").Error; err != nil {
		t.Fatal(err)
	}
	if err := db.Create(&Shop{ID: 1}).Error; !errors.Is(err, gorm.ErrDuplicatedKey) {
		t.Errorf("got %v", err)
	}
	if err := db.Model(&Shop{}).Update("name", "全部").Error; !errors.Is(err, gorm.ErrMissingWhereClause) {
		t.Errorf("got %v", err)
	}
	if entries := told(t, db); len(entries) != 1 {
		t.Errorf("%d entries", len(entries))
	}
}

func TestNobodyWritesWithoutANameAndAReason(t *testing.T) {
	db := opened(t)
	if err := db.WithContext(t.Context()).Create(&Shop{Name: "甲"}).Error; err == nil {
		t.Error("written without an entry")
	}
	var n int64
	if db.Model(&Shop{}).Count(&n); n != 0 {
		t.Error("the record is there")
	}
}

func TestVerifyNamesTheFirstBrokenEntry(t *testing.T) {
	for name, c := range map[string]struct{ tamper, entry string }{
		"changed":    {`UPDATE journal SET after = replace(after, '丙', '丁') WHERE id = 3`, "3"},
		"removed":    {`DELETE FROM journal WHERE id = 2`, "3"},
		"swapped":    {`UPDATE journal SET record_id = 9 - record_id WHERE id IN (4, 5)`, "4"},
		"slipped in": {`INSERT INTO journal SELECT 9, at, actor, reason, action, subject, record_id, before, after, previous, hash FROM journal WHERE id = 5`, "9"},
		"rehashed":   {`UPDATE journal SET hash = upper(hash) WHERE id = 1`, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			with(t, db, "甲", "乙", "丙", "丁", "戊")
			if err := journal.Verify(t.Context(), db); err != nil {
				t.Fatal(err)
			}
			if err := db.Exec(c.tamper).Error; err != nil {
				t.Fatal(err)
			}
			p := problem.Of(journal.Verify(t.Context(), db))
			if p == nil || p.Code != "journal.broken" || p.Args["entry"] != c.entry {
				t.Errorf("got %v, want entry %s", p, c.entry)
			}
		})
	}
}

func TestUndo(t *testing.T) {
	for name, write := range map[string]func(db *gorm.DB, shop *Shop) error{
		"a change":            func(db *gorm.DB, shop *Shop) error { return db.Model(shop).Update("city", "泊头").Error },
		"a removal":           func(db *gorm.DB, shop *Shop) error { return db.Delete(shop).Error },
		"a removal for good":  func(db *gorm.DB, shop *Shop) error { return db.Unscoped().Delete(shop).Error },
		"a second undo of it": func(db *gorm.DB, shop *Shop) error { return db.Model(shop).Update("name", "乙").Error },
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t)
			shop := with(t, db, "甲")[0]
			if err := write(db, &shop); err != nil {
				t.Fatal(err)
			}
			if err := journal.Undo(db, told(t, db)[1]); err != nil {
				t.Fatal(err)
			}
			var again Shop
			if err := db.First(&again, 1).Error; err != nil || again.Name != "甲" || again.City != "沧州" {
				t.Errorf("got %+v, %v", again, err)
			}
			if entries := told(t, db); len(entries) != 3 {
				t.Errorf("%d entries, the undo has one of its own", len(entries))
			}
			if err := journal.Verify(t.Context(), db); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestUndoOfANewRecordPutsItIntoTheBin(t *testing.T) {
	db := opened(t)
	with(t, db, "甲")
	if err := journal.Undo(db, told(t, db)[0]); err != nil {
		t.Fatal(err)
	}
	if err := db.First(&Shop{}, 1).Error; !errors.Is(err, gorm.ErrRecordNotFound) {
		t.Errorf("got %v", err)
	}
	if err := journal.Undo(db, told(t, db)[1]); err != nil {
		t.Fatal(err)
	}
	if err := db.First(&Shop{}, 1).Error; err != nil {
		t.Error(err)
	}
}

func TestUndoOverwritesNothingUnseen(t *testing.T) {
	db := opened(t)
	shop := with(t, db, "甲")[0]
	for _, name := range []string{"乙", "丙"} {
		if err := db.Model(&shop).Update("name", name).Error; err != nil {
			t.Fatal(err)
		}
	}
	p := problem.Of(journal.Undo(db, told(t, db)[1]))
	if p == nil || p.Code != "record.changed" || !strings.Contains(p.Args["fields"], "name") {
		t.Errorf("got %v", p)
	}
	if err := journal.Note(db, "transactions", map[string]int{"lines": 3}); err != nil {
		t.Fatal(err)
	}
	entries := told(t, db)
	if p := problem.Of(journal.Undo(db, entries[len(entries)-1])); p == nil || p.Code != "journal.no_undo" {
		t.Errorf("got %v", p)
	}
}
