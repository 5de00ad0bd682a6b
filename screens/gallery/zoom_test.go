package gallery

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
	"smartcanal/screens/workbench"
)

// largeTexts is the size of texts at which every page must still show its whole width on an office's screen, per
// cent of the ordinary one.
const largeTexts = 125

// TestZoom draws the pages with large texts, and the window that opens beside another.
func TestZoom(t *testing.T) {
	path := demoFile(t)
	host := openHost{Host: workbench.NewHost(path)}
	host.Clock = officeTime
	session, err := host.Host.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	host.session = session
	scale := float32(largeTexts) / 100
	for name, link := range map[string]string{
		"today":    "smartcanal://today",
		"register": "smartcanal://register", "organisation": "smartcanal://organization/1", "edit": "smartcanal://organization/1/edit",
		"duplicates": "smartcanal://register/duplicates", "ledger": "smartcanal://register/ledger", "bin": "smartcanal://register/bin",
		"sales": "smartcanal://sales", "totals": "smartcanal://sales/totals", "import": "smartcanal://sales/import",
		"unmatched": "smartcanal://sales/unmatched", "imports": "smartcanal://sales/imports", "rewards": "smartcanal://rewards",
		"declare": "smartcanal://rewards/new", "schemes": "smartcanal://rewards/schemes", "notice": "smartcanal://rewards/notice",
		"claim": "smartcanal://claim/1", "settings": "smartcanal://settings",
		"tasks": "smartcanal://council", "meetings": "smartcanal://council/meetings", "members": "smartcanal://council/members", "ranking": "smartcanal://council/ranking",
		"rules": "smartcanal://council/rules", "templates": "smartcanal://council/templates", "policies": "smartcanal://council/policies", "policy": "smartcanal://policy/1", "task": "smartcanal://task/1", "meeting": "smartcanal://meeting/1", "chronicle": "smartcanal://chronicle",
	} {
		draw(t, "large-"+name, officeWidth/scale, officeHeight/scale, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
			over.Canvas().(software.WindowlessCanvas).SetScale(scale)
			s := shell.New(over, host)
			return over.Content(), func() {
				s.Start()
				settle(over)
				s.Open(link)
				if room := roomOf(over.Content()); room.Content.MinSize().Width > room.Size().Width {
					t.Errorf("%s needs %v, has %v: it would be scrolled sideways", name, room.Content.MinSize().Width, room.Size().Width)
				}
			}
		})
	}
	draw(t, "window-beside", officeWidth, officeHeight, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, host)
		return over.Content(), func() {
			s.Start()
			kit.Beside(func() { s.Open("smartcanal://organization/1") })
			windows := fyne.CurrentApp().Driver().AllWindows()
			beside := windows[len(windows)-1]
			settle(beside)
			write(t, "window-second", beside)
			for _, fault := range faults(beside) {
				t.Errorf("the second window: %s", fault)
			}
		}
	})
}

// roomOf is the part of the window a page is scrolled in.
func roomOf(o fyne.CanvasObject) *container.Scroll {
	var found *container.Scroll
	visitAll(o, func(o fyne.CanvasObject) bool {
		if scroll, is := o.(*container.Scroll); is && scroll.Direction == container.ScrollBoth {
			found = scroll
		}
		return found == nil
	})
	return found
}

// visitAll visits an object and what is in it that can be seen, as long as visit wants to go on.
func visitAll(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) {
	if o == nil || !o.Visible() || !visit(o) {
		return
	}
	switch thing := o.(type) {
	case *fyne.Container:
		for _, child := range thing.Objects {
			visitAll(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(thing).Objects() {
			visitAll(child, visit)
		}
	}
}
