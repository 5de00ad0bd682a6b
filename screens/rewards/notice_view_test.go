package rewards

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

// TestClaimsAreLeftOutOfANotice: by the space bar on a box, and by a click on one.
func TestClaimsAreLeftOutOfANotice(t *testing.T) {
	d := inNotice(t)
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewNoticeView(c, NewNoticeModel(d.office)) })
	v := page.(*NoticeView)
	chosen := func(want int) {
		t.Helper()
		if ids, _ := v.model.Chosen(); len(ids) != want {
			t.Errorf("%d claims are taken in, want %d", len(ids), want)
		}
	}
	key := func(names ...fyne.KeyName) {
		for _, name := range names {
			w.over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	w.over.Canvas().Focus(v.list)
	chosen(2)
	key(fyne.KeySpace)
	chosen(1)
	v.list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(fyne.KeyDown)
	v.list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(fyne.KeySpace) // the second row's box takes both out
	chosen(0)
	if !v.publish.Disabled() {
		t.Error("a notice of no claims can be saved")
	}
	box := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(28, kit.RowHeight*1.5)}, Button: desktop.MouseButtonPrimary}
	v.list.MouseDown(box)
	v.list.MouseUp(box)
	chosen(1)
	key(fyne.KeyReturn)
	if len(w.opened) != 1 || w.opened[0] != claimLink(v.model.Claims[0].ID) {
		t.Errorf("opened %v", w.opened)
	}
}
