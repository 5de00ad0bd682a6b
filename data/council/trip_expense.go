package council

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TripExpense is what was spent for one person on one day.
type TripExpense struct {
	store.Record
	TripID   int64
	MemberID int64
	OnDay    string
	Item     ExpenseItem
	Place    string    // whose standard counts
	Amount   money.Fen `gorm:"column:amount_fen"`
	Voucher  string
	Reason   string // why it is over the standard
}

// TableName is the table of migration 0022.
func (TripExpense) TableName() string { return "trip_expenses" }

func (e *TripExpense) record() *store.Record { return &e.Record }
func (e *TripExpense) trip() int64           { return e.TripID }

// ready: council.standard_item, council.trip_nothing_spent, council.not_a_day, council.trip_day_outside,
// council.trip_not_member, council.trip_other_place, council.trip_over (over): over the standard without a reason.
func (e *TripExpense) ready(tx *store.Tx, t *StudyTrip) error {
	e.Place, e.Voucher, e.Reason = strings.TrimSpace(e.Place), strings.TrimSpace(e.Voucher), strings.TrimSpace(e.Reason)
	switch {
	case !slices.Contains(ExpenseItems, e.Item):
		return problem.New("council.standard_item").At(0, "item")
	case e.Amount <= 0:
		return problem.New("council.trip_nothing_spent").At(0, "amount_fen")
	case e.Place != "" && !slices.Contains(t.PlaceNames(), e.Place):
		return problem.New("council.trip_other_place", "place", e.Place, "places", t.Places).At(0, "place")
	}
	if err := dayOn(t, &e.OnDay); err != nil {
		return err
	}
	over, err := e.unexplained(tx, t)
	if err == nil && over > 0 && e.Reason == "" {
		err = problem.New("council.trip_over", "over", over.String()).At(0, "reason")
	}
	return err
}

// unexplained is by how much the person goes beyond the standard for the item that day without a reason given: an expense
// entered before may put a later one over when it is changed.
func (e *TripExpense) unexplained(tx *store.Tx, t *StudyTrip) (money.Fen, error) {
	var m TripMember
	if err := tx.Where("trip_id = ?", t.ID).First(&m, e.MemberID).Error; err != nil {
		return 0, problem.New("council.trip_not_member").At(0, "member_id").Because(err)
	}
	all, err := standards(tx.DB)
	if err != nil {
		return 0, err
	}
	var others []TripExpense
	if err := tx.Where("trip_id = ? AND member_id = ? AND on_day = ? AND item = ? AND id <> ?", t.ID, e.MemberID, e.OnDay, e.Item, e.ID).Find(&others).Error; err != nil {
		return 0, err
	}
	over := money.Fen(0)
	for _, row := range Judged(append(others, *e), []TripMember{m}, all) {
		if row.Reason == "" {
			over += row.Over
		}
	}
	return over, nil
}

// ExpenseRow is an expense held against its standard.
type ExpenseRow struct {
	TripExpense
	Person   string
	Standard money.Fen // a day; 0: none
	Source   string    // of the standard
	Over     money.Fen // by how much this one goes beyond it
}

// dayItem is what a standard is about: one person, one day, one item.
type dayItem struct {
	member int64
	day    string
	item   ExpenseItem
}

// Judged holds expenses against the standards, by day, person and item. Of several of one person, day and item each has
// the part of what is over that it added, in the order they were entered; one not yet kept comes last.
func Judged(expenses []TripExpense, members []TripMember, standards []ExpenseStandard) []ExpenseRow {
	people, order := map[int64]*TripMember{}, map[int64]int{}
	for i := range members {
		people[members[i].ID], order[members[i].ID] = &members[i], i
	}
	rows := make([]ExpenseRow, len(expenses))
	for i, e := range expenses {
		rows[i].TripExpense = e
	}
	entered := func(e *ExpenseRow) uint64 { return uint64(e.ID) - 1 } // a new one has id 0 and comes last
	slices.SortFunc(rows, func(a, b ExpenseRow) int {
		return cmp.Or(cmp.Compare(a.OnDay, b.OnDay), cmp.Compare(order[a.MemberID], order[b.MemberID]), cmp.Compare(a.MemberID, b.MemberID),
			slices.Index(ExpenseItems, a.Item)-slices.Index(ExpenseItems, b.Item), cmp.Compare(entered(&a), entered(&b)))
	})
	spent := map[dayItem]money.Fen{}
	for i := range rows {
		row, grade := &rows[i], OtherGrade
		if m := people[row.MemberID]; m != nil {
			row.Person, grade = m.Name, m.Grade
		}
		key := dayItem{row.MemberID, row.OnDay, row.Item}
		before := spent[key]
		spent[key] = before + row.Amount
		if s := standardOf(standards, &row.TripExpense, grade); s != nil {
			row.Standard, row.Source = s.Amount, s.Source
			row.Over = max(0, min(row.Amount, before+row.Amount-s.Amount))
		}
	}
	return rows
}

// ExpenseSums are what a trip cost.
type ExpenseSums struct {
	Total    money.Fen
	Over     money.Fen
	ByItem   map[ExpenseItem]money.Fen
	ByMember map[int64]money.Fen
}

// SumExpenses adds expenses up.
func SumExpenses(rows []ExpenseRow) ExpenseSums {
	s := ExpenseSums{ByItem: map[ExpenseItem]money.Fen{}, ByMember: map[int64]money.Fen{}}
	for _, row := range rows {
		s.Total += row.Amount
		s.Over += row.Over
		s.ByItem[row.Item] += row.Amount
		s.ByMember[row.MemberID] += row.Amount
	}
	return s
}

// expensesOf gives the expenses of a trip as they stand against the standards.
func expensesOf(db *gorm.DB, tripID int64, members []TripMember) ([]ExpenseRow, error) {
	var expenses []TripExpense
	if err := db.Where("trip_id = ?", tripID).Find(&expenses).Error; err != nil {
		return nil, err
	}
	all, err := standards(db)
	return Judged(expenses, members, all), err
}

// PayAllowances enters the allowances of every person and day of a trip at their standards, where none is entered yet.
// It gives how many. Problems: council.no_trip, council.trip_archived, council.standard_none: there is no standard for
// these days.
func (r *Room) PayAllowances(ctx context.Context, actor store.Actor, tripID int64) (int, error) {
	paid := 0
	err := r.write(ctx, actor, "pay_allowances", func(tx *store.Tx) error {
		paid = 0
		t, err := openTrip(tx, tripID)
		if err != nil {
			return err
		}
		missing, known, err := allowancesMissing(tx, t)
		if err != nil {
			return err
		}
		if !known {
			return problem.New("council.standard_none")
		}
		for i := range missing {
			if err := tx.Create(&missing[i]).Error; err != nil {
				return err
			}
			paid++
		}
		return nil
	})
	return paid, err
}

// allowancesMissing are the allowances still to be entered; known tells whether there is a standard for any of the days.
func allowancesMissing(tx *store.Tx, t *StudyTrip) (missing []TripExpense, known bool, err error) {
	var members []TripMember
	var expenses []TripExpense
	if err := tx.Where("trip_id = ?", t.ID).Order("id").Find(&members).Error; err != nil {
		return nil, false, err
	}
	if err := tx.Where("trip_id = ?", t.ID).Find(&expenses).Error; err != nil {
		return nil, false, err
	}
	places, err := placesByDay(tx.DB, t.ID)
	if err != nil {
		return nil, false, err
	}
	all, err := standards(tx.DB)
	there := map[dayItem]bool{}
	for _, e := range expenses {
		there[dayItem{e.MemberID, e.OnDay, e.Item}] = true
	}
	for _, day := range t.Days() {
		for _, m := range members {
			for _, item := range Allowances {
				e := TripExpense{TripID: t.ID, MemberID: m.ID, OnDay: day, Item: item, Place: places[day]}
				s := standardOf(all, &e, m.Grade)
				if s == nil {
					continue
				}
				known = true
				if !there[dayItem{m.ID, day, item}] {
					e.Amount = s.Amount
					missing = append(missing, e)
				}
			}
		}
	}
	return missing, known, err
}

// placesByDay tells where a trip is on a day: where the last visit of the day is.
func placesByDay(db *gorm.DB, tripID int64) (map[string]string, error) {
	var stops []TripStop
	err := db.Where("trip_id = ?", tripID).Order("on_day, time, id").Find(&stops).Error
	places := map[string]string{}
	for _, stop := range stops {
		places[stop.OnDay] = stop.Place
	}
	return places, err
}
