package grid

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// late holds back what is being fetched until the test lets it arrive.
type late struct {
	work  func(context.Context) ([]Row, error)
	done  func([]Row, *problem.Problem)
	stops int
}

func (l *late) hold(p *pages) {
	p.load = func(work func(context.Context) ([]Row, error), done func([]Row, *problem.Problem)) {
		l.work, l.done = work, done
	}
	p.stop = func() { l.stops, l.work = l.stops+1, nil }
}

func (l *late) arrive() {
	rows, err := l.work(context.Background())
	l.done(rows, problem.Of(err))
}

func TestRowsOnTheirWayShowDots(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	l := &late{}
	l.hold(s.pages)
	s.ScrollTo(5000)
	if got := s.words(3)[0]; got != "…" {
		t.Errorf("a row on its way shows %q", got)
	}
	l.arrive()
	if got := s.words(3)[0]; got != number(5000) {
		t.Errorf("an arrived row shows %q", got)
	}
}

// TestPagesPassedByAreNotFetched: whoever drags past many pages waits for the last only.
func TestPagesPassedByAreNotFetched(t *testing.T) {
	model := &sales{rows: 1_000_000}
	s := show(t, kit.Light, model)
	l := &late{}
	l.hold(s.pages)
	model.asked = nil
	for row := 10_000; row <= 900_000; row += 10_000 {
		s.ScrollTo(row)
	}
	l.arrive()
	if len(model.asked) != 1 || model.asked[0] != [2]int{900_000, pageRows} {
		t.Errorf("asked for %v", model.asked)
	}
	if l.stops != 89 {
		t.Errorf("stopped %d fetches", l.stops)
	}
}

func TestPagesAreForgottenOldestFirst(t *testing.T) {
	model := &sales{rows: 1_000_000}
	s := show(t, kit.Light, model)
	for i := range keptPages + 10 {
		s.ScrollTo(i * pageRows)
	}
	if got := s.pages.order.Len(); got != keptPages || len(s.pages.kept) != keptPages {
		t.Errorf("%d pages are kept", got)
	}
	model.asked = nil
	s.ScrollTo((keptPages + 5) * pageRows)
	if len(model.asked) != 0 {
		t.Errorf("asked again for %v", model.asked)
	}
	s.ScrollTo(0)
	if len(model.asked) != 1 {
		t.Errorf("asked for %v", model.asked)
	}
}

func TestOlderModelArrivingLateIsDropped(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1000})
	l := &late{}
	l.hold(s.pages)
	s.ScrollTo(500)
	s.SetModel(&sales{rows: 7})
	if l.stops != 1 {
		t.Error("the older model's fetch goes on")
	}
	if _, last := s.Shown(); last != 6 {
		t.Errorf("the last row is %d", last)
	}
}

func TestFailedPageOffersToTryAgain(t *testing.T) {
	model := &sales{rows: 1000, fault: errors.New("disk gone")}
	s := show(t, kit.Light, model)
	if s.failure == nil || s.failure.Code != "unexpected" || s.view.covered == nil {
		t.Fatalf("shows %v", s.failure)
	}
	model.fault = nil
	s.Reload()
	if len(s.view.cover.Objects) > 0 || s.words(3)[0] != number(0) {
		t.Error("trying again shows no rows")
	}
}

func TestStates(t *testing.T) {
	s := show(t, kit.Light, nil)
	if s.view.covered != "loading" {
		t.Errorf("without a model it shows %v", s.view.covered)
	}
	empty := kit.NewEmpty("还没有交易数据", "把平台导出的账单拖到窗口里，或者点“导入账单…”。")
	s.SetEmpty(empty)
	s.SetModel(&sales{})
	if s.view.covered != fyne.CanvasObject(empty) {
		t.Errorf("without rows it shows %v", s.view.covered)
	}
	s.SetModel(&sales{rows: 3})
	if len(s.view.cover.Objects) > 0 || len(s.words(3)) != 3 {
		t.Error("three rows are covered")
	}
	s.SetModel(&sales{})
	s.click(fyne.NewPos(300, 300), 0)
	s.control(fyne.KeyEnd, 0)
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	if s.Selection().Rows() != 0 {
		t.Error("something is marked where nothing is")
	}
}
