package grid

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"smartcanal/screens/kit"
)

func fetched(_ context.Context, ids []int32) (map[int32]Row, error) {
	rows := map[int32]Row{}
	for _, id := range ids {
		if id != 13 {
			rows[id] = Row{Cells: Words(fmt.Sprint("record ", id))}
		}
	}
	return rows, nil
}

func TestIDModelPages(t *testing.T) {
	m := NewIDModel([]int32{30, 13, 11, 40, 5}, fetched)
	rows, err := m.Page(context.Background(), 0, 3)
	if err != nil || len(rows) != 3 {
		t.Fatal(rows, err)
	}
	if rows[0].Cells[0].Text != "record 30" || rows[2].Cells[0].Text != "record 11" {
		t.Errorf("rows %v", rows)
	}
	if !rows[1].Muted || len(rows[1].Cells) != 0 {
		t.Errorf("the record that is gone shows %v", rows[1])
	}
	if rows, _ := m.Page(context.Background(), 3, 100); len(rows) != 2 {
		t.Errorf("the last page has %d rows", len(rows))
	}
	if m.Find(40) != 3 || m.Find(99) != -1 || m.ID(4) != 5 || m.ID(5) != 0 {
		t.Error("records are not found")
	}
	s := Selection{Ranges: []Range{{3, 0, 4, 0}, {0, 0, 0, 2}, {4, 0, 9, 0}}}
	if ids := m.SelectedIDs(s); !slices.Equal(ids, []int32{30, 40, 5}) {
		t.Errorf("selected %v", ids)
	}
}

func TestIDModelPassesFailuresOn(t *testing.T) {
	gone := errors.New("gone")
	m := NewIDModel([]int32{1}, func(context.Context, []int32) (map[int32]Row, error) { return nil, gone })
	if _, err := m.Page(context.Background(), 0, 1); !errors.Is(err, gone) {
		t.Error(err)
	}
}

// TestSelectionStaysOnItsRecord: when the data changes the cursor goes where its record went.
func TestSelectionStaysOnItsRecord(t *testing.T) {
	ids := make([]int32, 5000)
	for i := range ids {
		ids[i] = int32(i + 1)
	}
	s := show(t, kit.Light, NewIDModel(ids, fetched))
	s.GoTo(Place{40, 2})
	s.Update(NewIDModel(append([]int32{9001, 9002}, ids...), fetched))
	s.cursorIs(42, 2)
	s.Update(NewIDModel(slices.Delete(slices.Clone(ids), 40, 41), fetched))
	s.cursorIs(-1, 0)
	if first, last := s.Shown(); first > 40 || last < 40 {
		t.Errorf("the place went to %d to %d", first, last)
	}
}
