package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// The frame's measures, those of the mock-ups at 1366 x 768.
const (
	barHeight    float32 = 48
	navWidth     float32 = 200
	navNarrow    float32 = 140
	roomyWidth   float32 = 1200 // a window narrower than that has the narrow navigation
	statusHeight float32 = 26
	searchLeft   float32 = 216
	searchTop    float32 = 8
	searchWidth  float32 = 560
	leastWidth   float32 = 480
	leastHeight  float32 = 320
)

// frame is what stays while pages come and go.
type frame struct {
	brand   *fyne.Container
	object  fyne.CanvasObject
	content *fyne.Container
	nav     *navigation
	side    []fyne.CanvasObject // the navigation and the line at its right
	search  fyne.CanvasObject   // the box that opens the results
	person  *fyne.Container
	status  *statusLine
}

func (s *Shell) newFrame() *frame {
	f := newFrame(s.OpenSearch)
	f.showNavigation(!s.beside)
	return f
}

func newFrame(openSearch func()) *frame {
	f := &frame{content: container.NewStack(kit.NewLoading()), nav: newNavigation(), person: kit.Row(0), status: newStatusLine()}
	top := kit.NewPanel(kit.CardGround, "", 0, f.topBar(openSearch))
	side := kit.NewPanel(kit.CardGround, "", 0, f.nav.object)
	foot := kit.NewPanel(kit.CardGround, "", 0, f.status.object)
	f.side = []fyne.CanvasObject{side, kit.Rule()}
	// A page that needs more room than a small window with large texts has is scrolled: the window must not outgrow the screen.
	room := kit.FollowsFocus(container.NewScroll(f.content))
	middle := container.New(middleLayout{}, side, f.side[1], room)
	whole := kit.Down(0, []kit.Track{kit.Fixed(barHeight - 1), kit.Fixed(1), kit.Share(1), kit.Fixed(1), kit.Fixed(statusHeight - 1)},
		top, kit.Rule(), middle, kit.Rule(), foot)
	f.object = kit.NewPanel(kit.Paper, "", 0, whole)
	return f
}

// middleLayout puts the navigation beside the page, narrower where the page needs the room: in a small window, or with
// large texts.
type middleLayout struct{}

// Layout is Fyne's.
func (middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, rule, room := objects[0], objects[1], objects[2]
	left := float32(0)
	if side.Visible() {
		left = navWidth
		if size.Width < roomyWidth {
			left = navNarrow
		}
		side.Resize(fyne.NewSize(left-1, size.Height))
		rule.Move(fyne.NewPos(left-1, 0))
		rule.Resize(fyne.NewSize(1, size.Height))
	}
	room.Move(fyne.NewPos(left, 0))
	room.Resize(fyne.NewSize(size.Width-left, size.Height))
}

// MinSize is Fyne's.
func (middleLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}

func (f *frame) topBar(openSearch func()) fyne.CanvasObject {
	f.brand = kit.Row(4)
	hint := kit.NewPanel(kit.CardGround, kit.Line, 4, kit.Pad(kit.NewSmall(keysOf(searchShortcut)), 1, 6, 1, 6))
	placeholder := kit.Row(kit.Gap, kit.NewSecondary(wording.Text("shell.search.hint")).Short(), kit.Spring(), hint)
	f.search = kit.NewPressable(kit.NewPanel(kit.Paper, kit.Line, kit.Radius, kit.Pad(placeholder, 4, 12, 4, 12)), openSearch)
	return kit.Across(0, []kit.Track{kit.Fixed(searchLeft), kit.Fixed(searchWidth), kit.Share(1)},
		kit.Pad(f.brand, 0, 8, 0, 16), kit.Pad(f.search, searchTop, 0, 7, 0), kit.Pad(f.person, 0, 16, 0, 16))
}

// setBrand writes the program's name. It is the first bold text, and the bold font takes as long to read as
// the window takes to open: so it comes once the window shows.
func (f *frame) setBrand() {
	row := kit.Row(4, kit.NewStyled(wording.Text("shell.brand"), kit.Canal, 16, true),
		kit.NewStyled(wording.Text("shell.workbench"), kit.Ink, 16, true).Short())
	f.brand.Objects, f.brand.Layout = row.Objects, row.Layout
	f.brand.Refresh()
}

func (f *frame) show(content fyne.CanvasObject) {
	f.content.Objects = []fyne.CanvasObject{content}
	f.content.Refresh()
	if over := fyne.CurrentApp().Driver().CanvasForObject(f.object); over != nil {
		kit.ReleaseFocus(over)
	}
}

// setPerson tells whose the file is and who works with it; switching, if given, lets another person take over.
func (f *frame) setPerson(office, person string, switching func()) {
	if office != "" && person != "" {
		office += " · "
	}
	if switching == nil {
		fill(f.person, 0, kit.Spring(), kit.NewSecondary(office+person).Short())
		return
	}
	name := kit.NewPressable(kit.Pad(kit.NewSecondary(person+" ▾"), 2, 6, 2, 6), switching)
	fill(f.person, 0, kit.Spring(), kit.NewSecondary(office).Short(), name)
}

// showNavigation shows the areas at the left or gives their room to the page.
func (f *frame) showNavigation(shown bool) {
	for _, part := range f.side {
		if shown {
			part.Show()
		} else {
			part.Hide()
		}
	}
	f.object.Refresh()
}

func (f *frame) showsNavigation() bool { return f.side[0].Visible() }

func (f *frame) setAreas(areas []kit.Area, open func(link string)) { f.nav.setAreas(areas, open) }

func (f *frame) setCounts(counts map[string]kit.Count) { f.nav.setCounts(counts) }

func (f *frame) mark(area string) { f.nav.mark(area) }

func (f *frame) setStatus(texts []string) { f.status.set(texts) }

func (f *frame) hasStatus() bool { return len(f.status.row.Objects) > 0 }
