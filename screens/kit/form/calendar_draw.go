package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Sizes of the calendar's parts.
const (
	cellWidth   float32 = 36
	cellHeight  float32 = 28
	headHeight  float32 = 30
	weekHeight  float32 = 22
	footHeight  float32 = 30
	arrowWidth  float32 = 28
	calendarPad float32 = 8
	weeks               = 6
)

// spot is what of the calendar lies under the mouse.
type spot struct {
	kind   spotKind
	day    time.Time
	months int // an arrow's
}

type spotKind int

const (
	onNothing spotKind = iota
	onDay
	onArrow
	onToday
)

var nowhere = spot{}

// arrows turn the page by so many months; those at the right stand at the end of the head.
var arrows = []struct {
	sign   string
	months int
	x      float32
}{
	{"«", -12, 0}, {"‹", -1, arrowWidth}, {"›", 1, 7*cellWidth - 2*arrowWidth}, {"»", 12, 7*cellWidth - arrowWidth},
}

// first is the Monday the page shown begins with.
func (c *calendar) first() time.Time {
	month := c.at.AddDate(0, 0, 1-c.at.Day())
	return month.AddDate(0, 0, -(int(month.Weekday())+6)%7)
}

func (c *calendar) spotAt(at fyne.Position) spot {
	x, y := at.X-calendarPad, at.Y-calendarPad
	days := headHeight + weekHeight
	switch {
	case x < 0 || x >= 7*cellWidth || y < 0:
		return nowhere
	case y < headHeight:
		for _, arrow := range arrows {
			if x >= arrow.x && x < arrow.x+arrowWidth {
				return spot{kind: onArrow, months: arrow.months}
			}
		}
		return nowhere
	case y >= days && y < days+weeks*cellHeight:
		return spot{kind: onDay, day: c.first().AddDate(0, 0, int((y-days)/cellHeight)*7+int(x/cellWidth))}
	case y >= days+weeks*cellHeight && x < 3*cellWidth:
		return spot{kind: onToday}
	}
	return nowhere
}

// MinSize is Fyne's.
func (c *calendar) MinSize() fyne.Size {
	return fyne.NewSize(7*cellWidth+2*calendarPad, headHeight+weekHeight+weeks*cellHeight+footHeight+2*calendarPad)
}

// CreateRenderer is Fyne's.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{calendar: c}
	r.Refresh()
	return r
}

type calendarRenderer struct {
	calendar *calendar
	objects  []fyne.CanvasObject
}

func (r *calendarRenderer) Destroy() {}

func (r *calendarRenderer) Layout(fyne.Size) {}

func (r *calendarRenderer) MinSize() fyne.Size { return r.calendar.MinSize() }

func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh draws the page anew; it is some sixty small texts.
func (r *calendarRenderer) Refresh() {
	c := r.calendar
	r.objects = nil
	title := wording.Text("form.calendar.month", "year", c.at.Year(), "month", int(c.at.Month()))
	r.text(title, kit.Ink, kit.TextSize, true, 2*arrowWidth, 0, 7*cellWidth-4*arrowWidth, headHeight)
	for _, arrow := range arrows {
		if c.hovered.kind == onArrow && c.hovered.months == arrow.months {
			r.ground(kit.CanalSoft, "", arrow.x, 2, arrowWidth, headHeight-4)
		}
		r.text(arrow.sign, kit.Secondary, 16, false, arrow.x, 0, arrowWidth, headHeight)
	}
	for i := range 7 {
		name := wording.Text("form.weekday." + string(rune('1'+i)))
		r.text(name, kit.Secondary, kit.SmallTextSize, false, float32(i)*cellWidth, headHeight, cellWidth, weekHeight)
	}
	for i := range weeks * 7 {
		r.day(c.first().AddDate(0, 0, i), float32(i%7)*cellWidth, headHeight+weekHeight+float32(i/7)*cellHeight)
	}
	r.foot()
	canvas.Refresh(c)
}

func (r *calendarRenderer) day(day time.Time, x, y float32) {
	c := r.calendar
	ink := kit.Ink
	fill, line := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case day.Equal(c.chosen):
		fill, ink = kit.Canal, kit.OnCanal
	case c.hovered.kind == onDay && day.Equal(c.hovered.day):
		fill = kit.CanalSoft
	case !day.Equal(c.allowed(day)):
		ink = theme.ColorNameDisabled
	case day.Month() != c.at.Month():
		ink = kit.Secondary
	}
	if day.Equal(c.at) {
		line = kit.Canal
		if fill == kit.Canal {
			line = kit.Ink
		}
	}
	r.ground(fill, line, x+3, y+1, cellWidth-6, cellHeight-2)
	r.text(day.Format("2"), ink, kit.DenseTextSize, day.Equal(c.today), x, y, cellWidth, cellHeight)
	if day.Equal(c.today) {
		r.ground(ink, "", x+cellWidth/2-6, y+cellHeight-5, 12, 2)
	}
}

// foot names today, to be picked at once, and the keys.
func (r *calendarRenderer) foot() {
	y := headHeight + weekHeight + weeks*cellHeight + 4
	today := wording.Text("form.calendar.today", "day", r.calendar.today.Format("01-02"))
	text := r.text(today, kit.Canal, kit.DenseTextSize, r.calendar.hovered.kind == onToday, 6, y, 3*cellWidth, footHeight-4)
	text.Alignment = fyne.TextAlignLeading
	keys := r.text(wording.Text("form.calendar.keys"), kit.Secondary, kit.SmallTextSize, false, 3*cellWidth, y, 4*cellWidth-6, footHeight-4)
	keys.Alignment = fyne.TextAlignTrailing
}

func (r *calendarRenderer) text(content string, ink fyne.ThemeColorName, size float32, bold bool, x, y, width, height float32) *canvas.Text {
	text := canvas.NewText(content, kit.Color(ink))
	text.TextSize, text.TextStyle.Bold, text.Alignment = size, bold, fyne.TextAlignCenter
	own := text.MinSize().Height
	text.Move(fyne.NewPos(calendarPad+x, calendarPad+y+(height-own)/2))
	text.Resize(fyne.NewSize(width, own))
	r.objects = append(r.objects, text)
	return text
}

func (r *calendarRenderer) ground(fill, line fyne.ThemeColorName, x, y, width, height float32) {
	if fill == "" && line == "" {
		return
	}
	box := &canvas.Rectangle{CornerRadius: min(4, height/2)}
	if fill != "" {
		box.FillColor = kit.Color(fill)
	}
	if line != "" {
		box.StrokeColor, box.StrokeWidth = kit.Color(line), 2
	}
	box.Move(fyne.NewPos(calendarPad+x, calendarPad+y))
	box.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, box)
}
