package chronicle

import (
	"context"
	"slices"

	"smartcanal/data/chronicle"
	"smartcanal/data/listing"
	"smartcanal/screens/kit/grid"
)

// Look is how the chronicle is shown.
type Look string

// The looks.
const (
	AsTimeline Look = "timeline"
	AsList     Look = "list"
	AsCalendar Look = "calendar"
)

var looks = []Look{AsTimeline, AsList, AsCalendar}

// Model is the state of the chronicle's page.
type Model struct {
	desk    *desk
	Look    Look
	Filter  chronicle.Filter // of the timeline and the calendar its Year is always set
	Latest  bool             // the latest first
	Order   []listing.Order
	Columns []listing.Filter
}

// NewModel begins with the timeline of the latest year.
func NewModel(d *desk) *Model { return &Model{desk: d, Look: AsTimeline} }

// mostShown is how many entries of a year the timeline shows; the list shows all.
const mostShown = 300

// Shown is what the page shows.
type Shown struct {
	Years     []chronicle.Year
	Total     int // entries there are
	Public    int
	IDs       []int32
	Entries   []chronicle.Row // of the timeline and the calendar: the first mostShown
	Proposals []chronicle.Row
	Pictures  map[int64][]Picture // of the timeline's entries
	Year      string              // the year shown, "" for all
}

// Load proposes what happened since the last time and reads the page. Call it off the UI goroutine with a copy of the model.
func (m Model) Load(ctx context.Context) (Shown, error) {
	var s Shown
	var err error
	if _, err = m.desk.room.Propose(ctx); err != nil {
		return s, err
	}
	if s.Years, err = m.desk.room.Years(ctx); err != nil {
		return s, err
	}
	for _, year := range s.Years {
		s.Total += year.Count
		s.Public += year.Public
	}
	if s.Proposals, err = m.desk.room.Proposals(ctx); err != nil {
		return s, err
	}
	m.settleYear(&s)
	order, columns := m.Order, m.Columns
	if m.Look != AsList {
		order, columns = []listing.Order{{Column: string(chronicle.ByDay), Descending: m.Latest}}, nil
	}
	if s.IDs, err = m.desk.room.IDs(ctx, m.Filter, order, columns...); err != nil || m.Look == AsList {
		return s, err
	}
	if s.Entries, err = m.desk.room.Entries(ctx, s.IDs[:min(mostShown, len(s.IDs))]); err != nil || m.Look != AsTimeline {
		return s, err
	}
	s.Pictures, err = m.desk.pictures(ctx, s.Entries)
	return s, err
}

// settleYear shows the latest year where none is chosen, or the chosen one has gone; the list may show all.
func (m *Model) settleYear(s *Shown) {
	there := slices.ContainsFunc(s.Years, func(y chronicle.Year) bool { return y.Year == m.Filter.Year })
	if !there && m.Look != AsList && len(s.Years) > 0 {
		m.Filter.Year = s.Years[0].Year
	}
	s.Year = m.Filter.Year
}

// Filtered tells whether more is left out than other years.
func (m Model) Filtered() bool {
	return m.Filter != chronicle.Filter{Year: m.Filter.Year} || len(m.Columns) > 0
}

// SetPublic filters by who may see: "yes", "no", or "" for all.
func (m *Model) SetPublic(value string) {
	m.Filter.Public, m.Filter.Internal = value == "yes", value == "no"
}

// Month is the entries of a month, or of none where nothing happened.
type Month struct {
	Month   string // 2015-09
	Entries []chronicle.Row
}

// Months puts the entries of a page together by month, in their order.
func (s Shown) Months() []Month {
	var months []Month
	for _, entry := range s.Entries {
		month := entry.OnDay[:7]
		if n := len(months); n == 0 || months[n-1].Month != month {
			months = append(months, Month{Month: month})
		}
		last := &months[len(months)-1]
		last.Entries = append(last.Entries, entry)
	}
	return months
}

// SetSort takes the order the grid's heads ask for.
func (m *Model) SetSort(keys []grid.SortKey) {
	m.Order = nil
	for _, key := range keys {
		m.Order = append(m.Order, listing.Order(key))
	}
}

// Values counts what a column holds among the entries the other filters let through.
func (m *Model) Values(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error) {
	return m.desk.room.Values(ctx, chronicle.Column(column), m.Filter, filters, limit)
}

// Rows gives the grid's model.
func (m Model) Rows(ids []int32) *grid.IDModel {
	return grid.NewIDModel(ids, func(ctx context.Context, some []int32) (map[int32]grid.Row, error) {
		entries, err := m.desk.room.Entries(ctx, some)
		if err != nil {
			return nil, err
		}
		rows := make(map[int32]grid.Row, len(entries))
		for _, e := range entries {
			rows[int32(e.ID)] = entryRow(e)
		}
		return rows, nil
	})
}
