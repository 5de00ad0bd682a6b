package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

// opened notes what a list opens and where: here or in a window of its own.
func opened(s shown) (here, beside *[]int) {
	here, beside = &[]int{}, &[]int{}
	s.OnOpen = func(row int, _ Row) {
		if kit.Besides() {
			*beside = append(*beside, row)
			return
		}
		*here = append(*here, row)
	}
	return here, beside
}

func TestTheMiddleButtonOpensBeside(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	followed := 0
	s.OnLink = func(Place) { followed++ }
	here, beside := opened(s)
	for column := range s.columns {
		at := s.cellAt(3, column)
		s.MouseDown(s.mouse(at, desktop.MouseButtonTertiary, 0))
		s.MouseUp(s.mouse(at, desktop.MouseButtonTertiary, 0))
		if column == 2 {
			break
		}
	}
	if len(*here) != 0 || len(*beside) != 3 || (*beside)[0] != 3 || followed != 0 {
		t.Errorf("here %v, beside %v, links followed %d", *here, *beside, followed)
	}
}

func TestTheMenuOpensBeside(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	here, beside := opened(s)
	s.click(s.cellAt(5, 1), 0)
	for _, item := range s.cellMenu(Place{5, 1}) {
		if item.Label == "在新窗口中打开" {
			item.Action()
		}
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(*beside) != 1 || (*beside)[0] != 5 || len(*here) != 1 || !s.Leads() {
		t.Errorf("here %v, beside %v", *here, *beside)
	}
}
