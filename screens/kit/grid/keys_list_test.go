package grid

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/listing"
)

// pressesOf are the presses a line of the list of keys stands for: Ctrl+Home / End are two.
func pressesOf(keys string) []desktop.CustomShortcut {
	names := map[string]fyne.KeyName{"↑": fyne.KeyUp, "↓": fyne.KeyDown, "←": fyne.KeyLeft, "→": fyne.KeyRight, "PgUp": fyne.KeyPageUp, "PgDn": fyne.KeyPageDown,
		"Enter": fyne.KeyReturn, "Delete": fyne.KeyDelete, "Space": fyne.KeySpace}
	bits := map[string]fyne.KeyModifier{"Ctrl": fyne.KeyModifierControl, "Shift": fyne.KeyModifierShift, "Alt": fyne.KeyModifierAlt}
	var modifier fyne.KeyModifier
	var all []desktop.CustomShortcut
	for _, part := range strings.Fields(strings.ReplaceAll(keys, "/", " ")) {
		words := strings.Split(part, "+")
		for _, word := range words[:len(words)-1] {
			modifier |= bits[word]
		}
		name, is := names[words[len(words)-1]]
		if !is {
			name = fyne.KeyName(words[len(words)-1])
		}
		all = append(all, desktop.CustomShortcut{KeyName: name, Modifier: modifier})
	}
	return all
}

// pressedList is a list of which everything is wanted, with its cursor in a block of cells, and whether it did something.
type pressedList struct {
	*shopList
	did bool
}

func listening(t *testing.T) *pressedList {
	t.Helper()
	s := &pressedList{shopList: showShops(t, 200)}
	columns := slices.Clone(s.columns)
	columns[3].Filter = ByNumber
	s.SetColumns(columns...)
	s.Exportable(s.window, "店铺", nil)
	s.Filterable(func(context.Context, string, []listing.Filter, int) ([]listing.Value, error) { return nil, nil }, nil, func([]listing.Filter) {})
	s.OnOpen = func(int, Row) { s.did = true }
	s.OnCheck = func(Place, bool) { s.did = true }
	s.click(s.cellAt(3, 3), 0)
	s.click(s.cellAt(5, 3), fyne.KeyModifierShift)
	fyne.CurrentApp().Clipboard().SetContent("")
	return s
}

// stands tells what a press could have changed.
func (s *pressedList) stands() string {
	return fmt.Sprint(s.did, s.marks, s.writes, s.fault, s.editing.open != nil, s.window.Canvas().Overlays().Top() != nil, fyne.CurrentApp().Clipboard().Content())
}

// TestEveryListedKeyDoesSomething presses each key the list of keys names, as the driver hands it over.
func TestEveryListedKeyDoesSomething(t *testing.T) {
	for _, key := range Keys() {
		for _, press := range pressesOf(key.Keys) {
			s := listening(t)
			if key.What == "grid.keys.act" {
				s.SetModel(ticks{})
				s.GoTo(Place{0, 0})
			}
			before := s.stands()
			switch {
			case press.Modifier&^fyne.KeyModifierShift != 0:
				s.TypedShortcut(&press)
			default:
				if press.Modifier != 0 {
					s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
				}
				s.TypedKey(&fyne.KeyEvent{Name: press.KeyName})
			}
			if s.stands() == before {
				t.Errorf("%s (%v) does nothing", key.Keys, press.KeyName)
			}
		}
	}
}

// ticks is a list of one box to tick.
type ticks struct{}

func (ticks) Rows() int { return 1 }

func (ticks) Page(context.Context, int, int) ([]Row, error) {
	return []Row{{Cells: []Cell{{Look: Tick}}}}, nil
}
