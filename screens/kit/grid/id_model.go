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
}

// NewIDModel shows the records of ids in their order. The ids are not copied.
func NewIDModel(ids []int32, fetch Fetch) *IDModel { return &IDModel{ids, fetch} }

// Rows is how many ids there are.
func (m *IDModel) Rows() int { return len(m.ids) }

// Page fetches a run of rows. A record that vanished meanwhile is an empty, muted row.
func (m *IDModel) Page(ctx context.Context, first, count int) ([]Row, error) {
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

// ID is the record a row shows; 0 outside the list.
func (m *IDModel) ID(row int) int32 {
	if row < 0 || row >= len(m.ids) {
		return 0
	}
	return m.ids[row]
}

// IDs are the records of rows first to last, both included, as far as there are any. It is a part of
// the model's own slice: read it only.
func (m *IDModel) IDs(first, last int) []int32 {
	first, last = max(0, first), min(last, len(m.ids)-1)
	if first > last {
		return nil
	}
	return m.ids[first : last+1]
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
func (m *IDModel) Find(id int32) int { return slices.Index(m.ids, id) }
