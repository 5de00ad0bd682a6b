package council

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// ExpenseItem is what money is spent on.
type ExpenseItem string

// The items: 城市间交通费, 住宿费, 伙食补助费, 市内交通费.
const (
	Transport      ExpenseItem = "transport"
	Lodging        ExpenseItem = "lodging"
	Meals          ExpenseItem = "meals"
	LocalTransport ExpenseItem = "local"
)

// ExpenseItems are all items, in the order a form offers them.
var ExpenseItems = []ExpenseItem{Transport, Lodging, Meals, LocalTransport}

// Allowances are the items that are paid as a sum a day, whatever was spent (包干).
var Allowances = []ExpenseItem{Meals, LocalTransport}

// ExpenseStandard is what a person may spend on an item a day, and by which rule.
type ExpenseStandard struct {
	store.Record
	Item       ExpenseItem
	Place      string    // "": everywhere
	Grade      Grade     // "": everybody
	Amount     money.Fen `gorm:"column:amount_fen"`
	ValidFrom  string
	ValidUntil string // the last day, "" while it holds
	Source     string
}

// TableName is the table of migration 0022.
func (ExpenseStandard) TableName() string { return "expense_standards" }

// holds tells whether the standard is one for what was spent.
func (s *ExpenseStandard) holds(e *TripExpense, grade Grade) bool {
	return s.Item == e.Item && (s.Place == "" || s.Place == e.Place) && (s.Grade == "" || s.Grade == grade) &&
		s.ValidFrom <= e.OnDay && (s.ValidUntil == "" || e.OnDay <= s.ValidUntil)
}

// closer tells whether the standard says more of a case than another that holds for it too: of the place before of the
// grade, then the later rule.
func (s *ExpenseStandard) closer(other *ExpenseStandard) bool {
	switch {
	case (s.Place != "") != (other.Place != ""):
		return s.Place != ""
	case (s.Grade != "") != (other.Grade != ""):
		return s.Grade != ""
	case s.ValidFrom != other.ValidFrom:
		return s.ValidFrom > other.ValidFrom
	}
	return s.ID > other.ID
}

// standardOf is the standard that counts for what was spent, nil where there is none.
func standardOf(standards []ExpenseStandard, e *TripExpense, grade Grade) *ExpenseStandard {
	var best *ExpenseStandard
	for i := range standards {
		if s := &standards[i]; s.holds(e, grade) && (best == nil || s.closer(best)) {
			best = s
		}
	}
	return best
}

// Standards gives the standards by item, place and grade, the latest first.
func (r *Room) Standards(ctx context.Context) ([]ExpenseStandard, error) {
	return standards(r.store.Read(ctx))
}

func standards(db *gorm.DB) ([]ExpenseStandard, error) {
	var all []ExpenseStandard
	err := db.Order("place, grade, valid_from DESC, id DESC").Find(&all).Error
	slices.SortStableFunc(all, func(a, b ExpenseStandard) int {
		return slices.Index(ExpenseItems, a.Item) - slices.Index(ExpenseItems, b.Item)
	})
	return all, err
}

// SaveStandard writes a standard, a new one where it has no id. Two for the same case never hold on the same day.
//
// Problems, at the field: council.standard_item, council.standard_amount, council.standard_sourceless, council.not_a_day,
// council.ends_before, council.standard_overlaps (from); record.changed.
func (r *Room) SaveStandard(ctx context.Context, actor store.Actor, s *ExpenseStandard) error {
	if err := s.check(); err != nil {
		return err
	}
	return r.write(ctx, actor, "save_standard", func(tx *store.Tx) error {
		var beside []ExpenseStandard
		err := tx.Where("id <> ? AND item = ? AND place = ? AND grade = ? AND (valid_until = '' OR valid_until >= ?) AND (? = '' OR valid_from <= ?)",
			s.ID, s.Item, s.Place, s.Grade, s.ValidFrom, s.ValidUntil, s.ValidUntil).Limit(1).Find(&beside).Error
		if err != nil {
			return err
		}
		if len(beside) > 0 {
			return problem.New("council.standard_overlaps", "from", beside[0].ValidFrom).At(0, "valid_from")
		}
		if s.ID != 0 {
			return store.Update(tx, s)
		}
		return tx.Create(s).Error
	})
}

func (s *ExpenseStandard) check() error {
	s.Place, s.Source = strings.TrimSpace(s.Place), strings.TrimSpace(s.Source)
	switch {
	case !slices.Contains(ExpenseItems, s.Item):
		return problem.New("council.standard_item").At(0, "item")
	case s.Amount <= 0:
		return problem.New("council.standard_amount").At(0, "amount_fen")
	case s.Source == "":
		return problem.New("council.standard_sourceless").At(0, "source")
	}
	if err := checkDay(&s.ValidFrom, "valid_from", true); err != nil {
		return err
	}
	if err := checkDay(&s.ValidUntil, "valid_until", false); err != nil {
		return err
	}
	if s.ValidUntil != "" && s.ValidUntil < s.ValidFrom {
		return problem.New("council.ends_before", "from", s.ValidFrom, "until", s.ValidUntil).At(0, "valid_until")
	}
	return nil
}

// RemoveStandard puts a standard into the bin that was entered by mistake: one that no longer holds gets a last day.
// Problems: council.no_standard, record.changed.
func (r *Room) RemoveStandard(ctx context.Context, actor store.Actor, held Held) error {
	return r.write(ctx, actor, "remove_standard", func(tx *store.Tx) error {
		var s ExpenseStandard
		if err := found(tx.DB, &s, held, "council.no_standard"); err != nil {
			return err
		}
		return tx.Remove(&s)
	})
}

// RestoreStandard takes a standard out of the bin. Problem: record.gone.
func (r *Room) RestoreStandard(ctx context.Context, actor store.Actor, id int64) error {
	return r.write(ctx, actor, "restore_standard", func(tx *store.Tx) error {
		return tx.Restore(&ExpenseStandard{Record: store.Record{ID: id}})
	})
}
