package grid

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

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

// TestABlockStaysOnItsRecords: what is marked goes with its records while they stay side by side; records nobody
// marked never get into it.
func TestABlockStaysOnItsRecords(t *testing.T) {
	ids := []int32{10, 11, 12, 13, 14, 15, 16, 17}
	for _, c := range []struct {
		name string
		now  []int32
		want []Range
	}{
		{"more before", []int32{1, 2, 10, 11, 12, 13, 14, 15, 16, 17}, []Range{{4, 1, 6, 3}}},
		{"one gone before", []int32{11, 12, 13, 14, 15, 16, 17}, []Range{{1, 1, 3, 3}}},
		{"one new between", []int32{10, 11, 12, 99, 13, 14, 15}, []Range{{5, 3, 5, 3}}},
		{"another order", []int32{14, 13, 12, 11, 10}, []Range{{0, 3, 0, 3}}},
		{"the cursor's record gone", []int32{10, 11, 12, 13, 15}, nil},
	} {
		s := show(t, kit.Light, NewIDModel(ids, fetched))
		s.drag(s.cellAt(2, 1), s.cellAt(4, 3)) // 12 to 14
		s.Update(NewIDModel(c.now, fetched))
		if got := s.Selection().Ranges; !slices.Equal(got, c.want) {
			t.Errorf("%s: marked %v, want %v", c.name, got, c.want)
		}
	}
	s := show(t, kit.Light, NewIDModel(ids, fetched))
	s.drag(s.cellAt(2, 1), s.cellAt(4, 3))
	s.Update(NewIDModel(append([]int32{1}, ids...), fetched))
	s.shifted(fyne.KeyDown)
	s.marked(Range{3, 1, 6, 3})
	s.click(s.headAt(2), fyne.KeyModifierControl)
	s.Update(NewIDModel(append([]int32{2, 1}, ids...), fetched))
	s.marked(Range{0, 2, 9, 2})
}
