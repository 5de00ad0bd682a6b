package workdays

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Year is a year whose notice has been entered.
type Year struct {
	store.Record
	Year   int
	Source string // 国办发明电〔2025〕7号
}

// TableName is the table of migration 0011.
func (Year) TableName() string { return "calendar_years" }

// Day is a day out of the usual: a holiday, or a weekend that is worked.
type Day struct {
	store.Record
	Day     string // yyyy-mm-dd
	Working bool
	Name    string // 国庆节
}

// TableName is the table of migration 0011.
func (Day) TableName() string { return "calendar_days" }

// Room is the calendar of one file of data, to be edited.
type Room struct{ store *store.Store }

// New opens the calendar of a file of data.
func New(st *store.Store) *Room { return &Room{store: st} }

// Load reads the calendar as it is now.
func (r *Room) Load(ctx context.Context) (Calendar, error) { return Load(r.store.Read(ctx)) }

// Years gives the years there are tables of, the newest first.
func (r *Room) Years(ctx context.Context) ([]Year, error) {
	var years []Year
	err := r.store.Read(ctx).Order("year DESC").Find(&years).Error
	return years, err
}

// Days gives a year's days out of the usual, in their order.
func (r *Room) Days(ctx context.Context, year int) ([]Day, error) {
	return daysOf(r.store.Read(ctx), year)
}

func daysOf(db *gorm.DB, year int) ([]Day, error) {
	var days []Day
	first := time.Date(year, 1, 1, 0, 0, 0, 0, china)
	err := db.Where("day >= ? AND day < ?", first.Format(time.DateOnly), first.AddDate(1, 0, 0).Format(time.DateOnly)).
		Order("day").Find(&days).Error
	return days, err
}

// Save writes a new or a changed day; a day that is there already is changed. Problems: workdays.no_day (text),
// record.changed.
func (r *Room) Save(ctx context.Context, actor store.Actor, day *Day) error {
	if _, err := time.Parse(time.DateOnly, day.Day); err != nil {
		return problem.New("workdays.no_day", "text", day.Day)
	}
	return r.store.Write(ctx, actor, "workdays.save", func(tx *store.Tx) error {
		if day.ID != 0 {
			return store.Update(tx, day)
		}
		return keep(tx, *day)
	})
}

// Remove makes a day a usual one again. Problem: record.gone.
func (r *Room) Remove(ctx context.Context, actor store.Actor, day *Day) error {
	return r.store.Write(ctx, actor, "workdays.remove", func(tx *store.Tx) error { return tx.Remove(day) })
}

// TakeNotice makes a year's table from the text of its notice: what the notice does not name becomes a usual
// day again. Problems: workdays.no_source, those of ReadNotice, and workdays.notice_year (year) for a text
// that names no day of the year.
func (r *Room) TakeNotice(ctx context.Context, actor store.Actor, year int, source, text string) error {
	if strings.TrimSpace(source) == "" {
		return problem.New("workdays.no_source")
	}
	days, err := ReadNotice(year, text)
	if err != nil {
		return err
	}
	return r.store.Write(ctx, actor, "workdays.take_notice", func(tx *store.Tx) error {
		return errors.Join(keepYear(tx, year, strings.TrimSpace(source)), replace(tx, year, days))
	})
}

func keepYear(tx *store.Tx, year int, source string) error {
	var known Year
	if err := tx.Where("year = ?", year).Limit(1).Find(&known).Error; err != nil {
		return err
	}
	if known.ID == 0 {
		return tx.Create(&Year{Year: year, Source: source}).Error
	}
	known.Source = source
	return store.Update(tx, &known)
}

// replace keeps the days named and drops the others of the year.
func replace(tx *store.Tx, year int, days []Day) error {
	before, err := daysOf(tx.DB, year)
	if err != nil {
		return err
	}
	named := map[string]bool{}
	for _, day := range days {
		named[day.Day] = true
		if err := keep(tx, day); err != nil {
			return err
		}
	}
	for i := range before {
		if named[before[i].Day] {
			continue
		}
		if err := tx.Remove(&before[i]); err != nil {
			return err
		}
	}
	return nil
}

// keep writes a day by its date; one that stays as it is stays untouched.
func keep(tx *store.Tx, day Day) error {
	var known Day
	if err := tx.Where("day = ?", day.Day).Limit(1).Find(&known).Error; err != nil {
		return err
	}
	switch {
	case known.ID == 0:
		return tx.Create(&day).Error
	case known.Working == day.Working && known.Name == day.Name:
		return nil
	}
	known.Working, known.Name = day.Working, day.Name
	return store.Update(tx, &known)
}
