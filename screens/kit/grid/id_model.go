package grid

import (
	"context"
	"slices"
)

// Fetch reads records by their ids and gives them ready to show; a record that is gone is left out.
type Fetch func(ctx context.Context, ids []int32) (map[int32]Row, error)

// IDModel is a model over the ids of a filter and an order, kept in memory (4 bytes a row); the rows
// shown are fetched by id, so that the last page costs what the first does.
type IDModel struct {
	ids   []int32
	fetch Fetch
	rest  *rest // nil where all ids are here
}

// rest are the ids of a list that is still being put in order.
type rest struct {
	rows    int
	arrived chan struct{}
	all     []int32 // read it only after arrived is closed
}

// NewIDModel shows the records of ids in their order. The ids are not copied.
func NewIDModel(ids []int32, fetch Fetch) *IDModel { return &IDModel{ids: ids, fetch: fetch} }

// NewGrowingIDModel shows a list of so many rows whose first ids are here while the others are on their way:
// whoever asks for a later row, or copies or exports all of them, waits for Arrive.
func NewGrowingIDModel(first []int32, rows int, fetch Fetch) *IDModel {
	return &IDModel{ids: first, fetch: fetch, rest: &rest{rows: rows, arrived: make(chan struct{})}}
}

// Growing says whether ids are still on their way.
func (m *IDModel) Growing() bool {
	if m.rest == nil {
		return false
	}
	select {
	case <-m.rest.arrived:
		return false
	default:
		return true
	}
}

// Arrive gives all ids of a growing list, or none where they cannot be had. Call it once.
func (m *IDModel) Arrive(all []int32) {
	m.rest.all = all
	close(m.rest.arrived)
}

// known are the ids that are here.
func (m *IDModel) known() []int32 {
	if m.rest == nil || m.Growing() {
		return m.ids
	}
	return m.rest.all
}

// Rows is how many ids there are, those on their way included.
func (m *IDModel) Rows() int {
	if m.rest != nil {
		return m.rest.rows
	}
	return len(m.ids)
}

// Page fetches a run of rows. A record that vanished meanwhile is an empty, muted row.
func (m *IDModel) Page(ctx context.Context, first, count int) ([]Row, error) {
	if m.rest != nil && first+count > len(m.ids) {
		select {
		case <-m.rest.arrived:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	wanted := m.IDs(first, first+count-1)
	found, err := m.fetch(ctx, wanted)
	if err != nil {
		return nil, err
	}
	rows := make([]Row, len(wanted))
	for i, id := range wanted {
		row, is := found[id]
		if !is {
			row.Muted = true
		}
		rows[i] = row
	}
	return rows, nil
}

// ID is the record a row shows; 0 outside the list, and where it is not known yet.
func (m *IDModel) ID(row int) int32 {
	ids := m.known()
	if row < 0 || row >= len(ids) {
		return 0
	}
	return ids[row]
}

// IDs are the records of rows first to last, both included, as far as there are any. It is a part of
// the model's own slice: read it only.
func (m *IDModel) IDs(first, last int) []int32 {
	ids := m.known()
	first, last = max(0, first), min(last, len(ids)-1)
	if first > last {
		return nil
	}
	return ids[first : last+1]
}

// SelectedIDs are the records a selection touches, each once, in the list's order.
func (m *IDModel) SelectedIDs(s Selection) []int32 {
	var ids []int32
	for _, span := range s.Spans() {
		ids = append(ids, m.IDs(span.First, span.Last)...)
	}
	return ids
}

// Find is the row that shows a record, -1 if none does.
func (m *IDModel) Find(id int32) int { return slices.Index(m.known(), id) }
