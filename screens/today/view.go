package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/chronicle"
	"smartcanal/data/problem"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// View is the front page. Each part asks for its own and appears as it comes.
type View struct {
	context  kit.Context
	model    *Model
	visits   visits
	page     fyne.CanvasObject
	states   *kit.States
	body     fyne.CanvasObject
	header   *fyne.Container
	figures  []*section
	chart    *section
	due      *section
	happened *section
	changes  *section
	data     *section

	items    *today.Due // nil until they came
	outdated []today.Item
	trouble  *problem.Problem // why outdated is not known

	asking struct {
		figures  kit.Loader[today.Figures]
		months   kit.Loader[today.Months]
		due      kit.Loader[today.Due]
		outdated kit.Loader[[]today.Item]
		happened kit.Loader[[]chronicle.Row]
		changes  kit.Loader[Changes]
		data     kit.Loader[today.Data]
	}
}

// section is a card whose content comes by itself.
type section struct{ *fyne.Container }

func newSection() *section { return &section{container.NewStack(kit.NewPlainCard(kit.NewLoading()))} }

func (s *section) show(content fyne.CanvasObject) {
	s.Objects = []fyne.CanvasObject{content}
	s.Refresh()
	if over := fyne.CurrentApp().Driver().CanvasForObject(s.Container); over != nil {
		kit.ReleaseFocus(over)
	}
}

// NewView makes the page; it loads when it is shown.
func NewView(c kit.Context, m *Model) *View {
	v := &View{context: c, model: m, visits: visits{memory: c.Memory()}, states: kit.NewStates(), header: kit.Column(0)}
	layout := &pageLayout{figures: 4}
	var parts []fyne.CanvasObject
	for range layout.figures {
		v.figures = append(v.figures, newSection())
		parts = append(parts, v.figures[len(v.figures)-1].Container)
	}
	for _, one := range []**section{&v.chart, &v.due, &v.happened, &v.changes, &v.data} {
		*one = newSection()
		parts = append(parts, (*one).Container)
	}
	v.body = kit.Scrolled(container.New(layout, parts...))
	v.page = kit.Pad(kit.Down(gap, []kit.Track{kit.Natural, kit.Share(1)}, v.header, v.states.Container), 12, 20, 12, 20)
	v.showHeader("")
	v.states.Show(v.body)
	return v
}

// Object is the page.
func (v *View) Object() fyne.CanvasObject { return v.page }

// Shown asks for everything anew: what was done elsewhere may have changed it.
func (v *View) Shown() {
	v.loadDue()
	v.asking.figures.Load(v.model.Figures, v.showFigures)
	v.asking.months.Load(v.model.room.Months, v.showMonths)
	v.asking.data.Load(v.model.room.Data, v.showData)
	v.asking.happened.Load(v.model.Happened, v.showHappened)
	v.asking.changes.Load(func(ctx context.Context) (Changes, error) { return v.model.Changes(ctx, &v.visits) }, v.showChanges)
}

// Left stops what is under way.
func (v *View) Left() {
	v.asking.figures.Stop()
	v.asking.months.Stop()
	v.asking.due.Stop()
	v.asking.outdated.Stop()
	v.asking.happened.Stop()
	v.asking.changes.Stop()
	v.asking.data.Stop()
}

func (v *View) open(link string) func() { return func() { v.context.Open(link) } }

func (v *View) showHeader(note string) {
	var more *kit.Button
	more = kit.NewPrimary(wording.Text("today.new.open"), func() {
		kit.OpenChoices(more, newChoices(), func(link string) { v.context.Open(link) })
	})
	h := kit.Header{Title: dayTitle(v.model.room.Now()), Note: note,
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("sales.import.open"), v.open(importLink)), more}}
	v.header.Objects = []fyne.CanvasObject{h.Build()}
	v.header.Refresh()
}

// newChoices are what one can begin from here, by the links that do.
func newChoices() []kit.Choice {
	return []kit.Choice{
		{Value: "smartcanal://organization/new", Label: wording.Text("register.list.new")},
		{Value: "smartcanal://council/file", Label: wording.Text("today.new.task")},
		{Value: "smartcanal://rewards/new", Label: wording.Text("today.new.claim")},
		{Value: chronicleLink, Label: wording.Text("today.new.entry")},
	}
}

// failed is a card that says what went wrong, with the button that asks again.
func (v *View) failed(p *problem.Problem) fyne.CanvasObject {
	return kit.NewPlainCard(kit.Scrolled(kit.NewFailed(p, kit.NewPlain(wording.Text("today.again"), v.Shown))))
}

// showEmpty is the page of a file with nothing in it.
func (v *View) showEmpty() {
	v.states.Show(kit.NewEmpty(wording.Text("today.empty"), wording.Text("today.empty_do"),
		kit.NewPlain(wording.Text("register.list.import"), v.open("smartcanal://register/ledger")),
		kit.NewPrimary(wording.Text("sales.import.open"), v.open(importLink))))
}
