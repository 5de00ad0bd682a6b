package grid

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/screens/kit"
)

// TestAGrowingListIsWholeForWhoeverTakesAllOfIt: its first rows are there at once; a copy of all waits for the rest,
// and the selection stays on its record when they are there.
func TestAGrowingListIsWholeForWhoeverTakesAllOfIt(t *testing.T) {
	all := make([]int32, 5000)
	for i := range all {
		all[i] = int32(9000 - i)
	}
	m := NewGrowingIDModel(all[:200], len(all), fetched)
	s := show(t, kit.Light, m)
	if words := s.words(0); words[0] != "record 9000" || s.view.downThumb.Height == 0 {
		t.Errorf("the first row shows %q", words[0])
	}
	s.window.Canvas().Focus(s.Grid)
	l := &late{}
	l.hold(s.pages)
	s.control(fyne.KeyEnd, 0)
	s.cursorIs(4999, 8)
	if words := s.words(0); words[0] != "…" {
		t.Errorf("a row that is not known yet shows %q", words[0])
	}
	time.AfterFunc(30*time.Millisecond, func() { m.Arrive(all) })
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Copy(AsText)
	if lines := strings.Split(clipboard(), "\r\n"); len(lines) != 5000 || !strings.HasPrefix(lines[4999], "record 4001") {
		t.Errorf("copied %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
	s.press(fyne.KeyEscape)
	s.Update(NewIDModel(append([]int32{9001}, all...), fetched))
	s.cursorIs(5000, 8)
}

func TestAGrowingListThatCannotBeHadEnds(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	m := NewGrowingIDModel([]int32{1, 2}, 1000, fetched)
	if rows, err := m.Page(ctx, 0, 2); err != nil || len(rows) != 2 || !m.Growing() || m.ID(2) != 0 || m.Find(3) != -1 {
		t.Errorf("%v %v", rows, err)
	}
	time.AfterFunc(10*time.Millisecond, stop)
	if _, err := m.Page(ctx, 0, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("who gave up waiting gets %v", err)
	}
	m.Arrive(nil)
	if rows, err := m.Page(t.Context(), 0, 100); err != nil || len(rows) != 0 || m.Growing() {
		t.Errorf("%v %v", rows, err)
	}
}

// covered are the words in place of the rows.
func (s shown) covered() string {
	var words []string
	eachObject(s.view.cover, func(o fyne.CanvasObject) {
		if text, is := o.(*canvas.Text); is {
			words = append(words, text.Text)
		}
	})
	return strings.Join(words, " ")
}

func TestAListThatIsMadeSaysHowFarItIs(t *testing.T) {
	s := show(t, kit.Light, nil)
	s.Working(300_000, 1_000_000, "正在排序")
	if got := s.covered(); got != "正在排序 30%" {
		t.Errorf("says %q", got)
	}
	s.Working(700_000, 1_000_000, "正在排序")
	if got := s.covered(); got != "正在排序 70%" {
		t.Errorf("says %q", got)
	}
	s.SetModel(&sales{rows: 3})
	s.Working(800_000, 1_000_000, "正在排序")
	if s.covered() != "" || len(s.words(3)) != 3 {
		t.Error("a list that is here is covered")
	}
}
