package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

const barWidth = 12

// view is the renderer: where the parts lie, and the drawing of them.
type view struct {
	g       *Grid
	size    fyne.Size
	drawing bool

	card               *card
	downBar, acrossBar *canvas.Rectangle
	scrolled, frozen   *pane
	numbers            *gutter
	edge, drop         *canvas.Rectangle // of the columns that stay; where a head would go
	cover              *fyne.Container   // loading, empty, failed
	covered            any               // what cover says, nil if it is away
	editor, hint       *fyne.Container   // over the cells: the one being edited, why one is wrong
	worded             bool              // cover says it in the language and colours of now
	objects            []fyne.CanvasObject

	head, rows, sums    area
	down, downThumb     area
	across, acrossThumb area
	colours             colours
}

func newView(g *Grid) *view {
	v := &view{
		g: g, edge: &canvas.Rectangle{}, drop: &canvas.Rectangle{},
		card:    newCard(),
		downBar: &canvas.Rectangle{CornerRadius: 3}, acrossBar: &canvas.Rectangle{CornerRadius: 3},
		cover: newOverlay(), editor: newOverlay(), hint: newOverlay(),
	}
	v.colours.forget()
	v.scrolled, v.frozen, v.numbers = newPane(v), newPane(v), newGutter(v)
	v.objects = append(v.card.under(), v.scrolled.objects()...)
	v.objects = append(v.objects, v.frozen.objects()...)
	v.objects = append(v.objects, v.numbers.layer, v.edge, v.downBar, v.acrossBar, v.cover)
	v.objects = append(append(v.objects, v.card.over()...), v.drop, v.editor, v.hint)
	return v
}

// fill lays its object over all the room and asks for none.
type fill struct{}

// Layout is Fyne's.
func (fill) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is none.
func (fill) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (v *view) Destroy()                     {}
func (v *view) Objects() []fyne.CanvasObject { return v.objects }
func (v *view) MinSize() fyne.Size           { return v.g.MinSize() }

// Layout is called with each new size.
func (v *view) Layout(size fyne.Size) {
	v.size = size
	v.arrange()
	v.g.redraw()
}

// Refresh is called when the look, the texts or the columns changed.
func (v *view) Refresh() {
	v.colours.forget()
	v.worded = false
	v.arrange()
	v.g.redraw()
}

// arrange reckons where everything lies.
func (v *view) arrange() {
	g, edge := v.g, float32(1)
	if g.bare {
		edge = 0
	}
	left, row := edge+v.numbers.width(), g.style.row
	width, height := max(0, v.size.Width-left-edge), max(0, v.size.Height-2*edge)
	foot := float32(0)
	if len(g.totals) > 0 {
		foot = row
	}
	v.head = area{left, edge, width, row}
	v.rows = area{left, edge + row, width, max(0, height-row-foot)}
	if g.window.rows > int(v.rows.Height/row) {
		v.rows.Width = max(0, width-barWidth)
	}
	g.lanes = lay(g.columns, v.rows.Width, g.fitted)
	v.across = area{}
	if wide(g.lanes) > v.rows.Width+0.5 {
		v.across = area{left, v.rows.Y + v.rows.Height - barWidth, v.rows.Width, barWidth}
		v.rows.Height = max(0, v.rows.Height-barWidth)
	}
	v.sums = area{left, edge + height - foot, width, foot}
	g.window.fits = max(1, int(v.rows.Height/row))
	g.window.to(g.window.top)
	g.clampLeft()
	v.down = area{}
	if g.window.rows > g.window.fits {
		v.down = area{left + v.rows.Width, v.rows.Y, width - v.rows.Width, v.rows.Height}
	}
	area{edge, edge, left - edge, height}.put(v.numbers.layer)
	v.rows.put(v.cover)
	count, width := g.frozenNow()
	v.frozen.arrange(0, count, 0, width)
	v.scrolled.arrange(count, len(g.lanes), width, v.rows.Width-width)
	v.edge.Hidden = count == 0
	area{v.rows.X + width - 2, v.head.Y, 2, v.sums.Y + v.sums.Height - v.head.Y}.put(v.edge)
}

// panes are the parts that are drawn, those that stay only where there are any.
func (v *view) panes() []*pane {
	if v.edge.Hidden {
		return []*pane{v.scrolled}
	}
	return []*pane{v.scrolled, v.frozen}
}

// draw shows everything as it is now and has it painted by refreshing one object.
func (v *view) draw() {
	if v.drawing || v.size.IsZero() {
		return
	}
	v.drawing = true
	defer func() { v.drawing = false }()
	g := v.g
	if g.pages != nil && g.window.rows > 0 && g.failure == nil {
		g.pages.want(g.window.top, min(g.window.rows, g.window.top+v.shownRows())-1)
	}
	v.card.draw(v.size, v.g.bare, v.g.focused, &v.colours)
	v.drawCover()
	for _, p := range v.panes() {
		p.drawHead()
		p.drawRows()
		p.drawTotals()
	}
	v.numbers.draw()
	v.edge.FillColor = v.colours.of(kit.Axis)
	v.drawBars()
	v.drawDrop()
	v.drawEditing()
	v.paint()
}

// shownRows is how many rows are on the screen, the cut one at the foot included.
func (v *view) shownRows() int { return len(v.scrolled.tints) }

func (v *view) paint() { canvas.Refresh(v.card.grounds[0]) }

func (v *view) drawBars() {
	v.downThumb, v.acrossThumb = area{}, area{}
	if v.down.Width > 0 && v.covered == nil {
		at, length := v.g.window.thumb(float64(v.down.Height))
		v.downThumb = area{v.down.X, v.down.Y + float32(at), v.down.Width, float32(length)}
	}
	if v.across.Width > 0 && v.covered == nil {
		all := wide(v.g.lanes)
		length := max(leastThumb, v.across.Width*v.rows.Width/all)
		at := (v.across.Width - length) * v.g.left / (all - v.rows.Width)
		v.acrossThumb = area{v.across.X + at, v.across.Y, length, v.across.Height}
	}
	const inset = 3
	t, a := v.downThumb, v.acrossThumb
	area{t.X + inset, t.Y + 1, t.Width - 2*inset, t.Height - 2}.put(v.downBar)
	area{a.X + 1, a.Y + inset, a.Width - 2, a.Height - 2*inset}.put(v.acrossBar)
	v.downBar.Hidden, v.acrossBar.Hidden = t.Width == 0, a.Width == 0
	v.downBar.FillColor, v.acrossBar.FillColor = v.colours.of(thumbTint), v.colours.of(thumbTint)
}

// drawCover shows in place of the rows that they are on their way, that there are none, or why not.
func (v *view) drawCover() {
	g := v.g
	var state any
	switch {
	case g.failure != nil:
		state = g.failure
	case g.pages == nil && g.working != nil:
		state = g.working
	case g.pages == nil:
		state = "loading"
	case g.window.rows == 0 && g.empty != nil:
		state = g.empty
	}
	if state == v.covered && v.worded {
		return
	}
	v.covered, v.worded = state, true
	v.cover.Objects = nil
	if state != nil {
		v.cover.Objects = []fyne.CanvasObject{v.stateOf(state)}
	}
	v.cover.Refresh()
}

func (v *view) stateOf(state any) fyne.CanvasObject {
	switch s := state.(type) {
	case *problem.Problem:
		if v.g.pages == nil {
			return kit.NewFailed(s)
		}
		return kit.NewFailed(s, kit.NewPlain(wording.Text("grid.retry"), v.g.Reload))
	case fyne.CanvasObject:
		return s
	case *working:
		return s.build()
	}
	return kit.NewLoading()
}
