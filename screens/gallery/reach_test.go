package gallery

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
	"smartcanal/screens/workbench"
)

// everyPage is a page of each kind there is, by its link.
var everyPage = []string{
	"smartcanal://today", "smartcanal://today/wanted",
	"smartcanal://register", "smartcanal://organization/1", "smartcanal://organization/1/edit", "smartcanal://organization/new",
	"smartcanal://register/ledger", "smartcanal://register/duplicates", "smartcanal://register/compare/1-2", "smartcanal://register/bin",
	"smartcanal://sales", "smartcanal://sales/totals", "smartcanal://sales/import", "smartcanal://sales/imports", "smartcanal://sales/unmatched",
	"smartcanal://rewards", "smartcanal://rewards/new", "smartcanal://rewards/schemes", "smartcanal://rewards/notice", "smartcanal://rewards/candidates", "smartcanal://rewards/payments", "smartcanal://rewards/budget", "smartcanal://claim/1",
	"smartcanal://council", "smartcanal://council/meetings", "smartcanal://task/1", "smartcanal://meeting/1", "smartcanal://council/members", "smartcanal://council/ranking",
	"smartcanal://council/rules", "smartcanal://council/ledger", "smartcanal://council/templates", "smartcanal://council/policies", "smartcanal://policy/1", "smartcanal://chronicle", "smartcanal://chronicle/rules", "smartcanal://entry/1", "smartcanal://settings",
	"smartcanal://help", "smartcanal://about",
}

// onEveryPage opens each page of the program on the demo in a window and looks at it.
func onEveryPage(t *testing.T, look func(t *testing.T, over fyne.Window)) {
	path := demoFile(t)
	host := openHost{Host: workbench.NewHost(path)}
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
	for _, area := range session.Areas {
		if !slices.ContainsFunc(everyPage, func(link string) bool { return strings.Contains(link, "://"+area.Key) }) {
			t.Errorf("no page of %s is looked at: list one above", area.Key)
		}
	}
	for _, mode := range []kit.Mode{kit.Light, kit.Dark} {
		setTheme(mode == kit.Dark)
		t.Cleanup(kit.Inline())
		over := test.NewTempWindow(t, nil)
		s := shell.New(over, host)
		over.Resize(fyne.NewSize(officeWidth, officeHeight))
		s.Start()
		s.SetMode(mode)
		for _, link := range everyPage {
			t.Run(fmt.Sprint(link, " in look ", mode), func(t *testing.T) {
				s.Open(link)
				settle(over)
				look(t, over)
			})
		}
	}
}

// TestEverythingIsReachedByTab walks every page by Tab: what can be clicked takes the keyboard, and shows that it has it.
func TestEverythingIsReachedByTab(t *testing.T) {
	onEveryPage(t, func(t *testing.T, over fyne.Window) {
		for _, fault := range unreached(over) {
			t.Error(fault)
		}
	})
}

// unreached names what Tab does not come to, or comes to unseen.
func unreached(over fyne.Window) (faults []string) {
	fault := func(o fyne.CanvasObject, what string) { faults = append(faults, describe(o)+" "+what) }
	wanted := map[fyne.Focusable]bool{}
	visitAll(over.Content(), func(o fyne.CanvasObject) bool {
		focusable, takesKeys := o.(fyne.Focusable)
		if takesKeys && !isDisabled(o) {
			wanted[focusable] = true
		}
		if _, clicked := o.(fyne.Tappable); clicked && !takesKeys && !decorates(o) {
			fault(o, "can be clicked and takes no keys")
		}
		return !takesKeys // what has the keyboard has the keys of all in it
	})
	over.Canvas().Unfocus()
	reached := map[fyne.Focusable]bool{}
	for range 2 * len(wanted) {
		over.Canvas().FocusNext()
		focused := over.Canvas().Focused()
		if focused == nil || reached[focused] {
			break
		}
		reached[focused] = true
		object := focused.(fyne.CanvasObject)
		with := drawing(object)
		over.Canvas().Unfocus()
		without := drawing(object)
		over.Canvas().Focus(focused)
		if with == without {
			fault(object, "does not show that it has the keyboard")
		}
	}
	over.Canvas().Unfocus()
	for focusable := range wanted {
		if !reached[focusable] {
			fault(focusable.(fyne.CanvasObject), "is not reached by Tab")
		}
	}
	return faults
}

func isDisabled(o fyne.CanvasObject) bool {
	disableable, is := o.(fyne.Disableable)
	return is && disableable.Disabled()
}

// decorates says that what an object does can be done by the keys of the thing it stands in: the sign that opens
// an entry's calendar, the bar of what is scrolled.
func decorates(o fyne.CanvasObject) bool {
	kind := fmt.Sprintf("%T", o)
	return kind == "*form.sign" || kind == "*widget.scrollBarArea"
}

// describe names an object by its kind and its words.
func describe(o fyne.CanvasObject) string {
	var words []string
	visitAll(o, func(o fyne.CanvasObject) bool {
		if text, is := o.(*canvas.Text); is && text.Text != "" && len(words) < 4 {
			words = append(words, text.Text)
		}
		return true
	})
	return fmt.Sprintf("%T %q at %v", o, words, fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
}

// drawing tells all that is drawn of an object: shapes, colours, widths of lines.
func drawing(o fyne.CanvasObject) string {
	var b strings.Builder
	visitAll(o, func(o fyne.CanvasObject) bool {
		fmt.Fprintf(&b, "%T %v %v ", o, o.Position(), o.Size())
		switch shape := o.(type) {
		case *canvas.Rectangle:
			fmt.Fprintln(&b, shape.FillColor, shape.StrokeColor, shape.StrokeWidth)
		case *canvas.Circle:
			fmt.Fprintln(&b, shape.FillColor, shape.StrokeColor, shape.StrokeWidth)
		case *canvas.Line:
			fmt.Fprintln(&b, shape.StrokeColor, shape.StrokeWidth)
		case *canvas.Text:
			fmt.Fprintln(&b, shape.Text, shape.Color)
		}
		return true
	})
	return b.String()
}

// TestEveryTextOfEveryPageReads measures each text against what lies under it.
func TestEveryTextOfEveryPageReads(t *testing.T) {
	onEveryPage(t, func(t *testing.T, over fyne.Window) {
		p := paper{ground: kit.Color(kit.Paper)}
		p.walk(over.Content(), fyne.Position{})
		if p.texts == 0 {
			t.Error("no text was measured")
		}
		for _, fault := range p.faults {
			t.Error(fault)
		}
	})
}

// paper is what was drawn so far, one shape over the other.
type paper struct {
	ground color.Color
	shapes []shape
	texts  int
	faults []string
}

type shape struct {
	box
	fill color.Color
}

func (p *paper) walk(o fyne.CanvasObject, origin fyne.Position) {
	if o == nil || !o.Visible() || isDisabled(o) { // what cannot be pressed may be pale
		return
	}
	at := origin.Add(o.Position())
	switch thing := o.(type) {
	case *canvas.Rectangle:
		p.shapes = append(p.shapes, shape{boxOf(at, o.Size()), thing.FillColor})
	case *canvas.Circle:
		p.shapes = append(p.shapes, shape{boxOf(at, o.Size()), thing.FillColor})
	case *canvas.Text:
		p.measure(thing, at)
	case *fyne.Container:
		for _, child := range thing.Objects {
			p.walk(child, at)
		}
	case *widget.Entry, *kit.Entry:
		// its placeholder is drawn under its text
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(thing).Objects() {
			p.walk(child, at)
		}
	}
}

// least is what WCAG AA asks: less of large bold texts.
func least(text *canvas.Text) float64 {
	if text.TextSize >= 24 || text.TextStyle.Bold && text.TextSize >= 18.66 {
		return 3
	}
	return 4.5
}

func (p *paper) measure(text *canvas.Text, at fyne.Position) {
	if strings.TrimSpace(text.Text) == "" {
		return
	}
	p.texts++
	room := text.MinSize()
	middle := at.AddXY(room.Width/2, text.Size().Height/2)
	switch text.Alignment {
	case fyne.TextAlignTrailing:
		middle.X = at.X + text.Size().Width - room.Width/2
	case fyne.TextAlignCenter:
		middle.X = at.X + text.Size().Width/2
	}
	under := p.ground
	for _, s := range p.shapes {
		if middle.X >= s.left && middle.X <= s.right && middle.Y >= s.top && middle.Y <= s.bottom {
			under = over(s.fill, under)
		}
	}
	if ratio := contrast(over(text.Color, under), under); ratio < least(text) {
		p.faults = append(p.faults, fmt.Sprintf("%q has contrast %.2f with what is under it, AA asks %.1f", text.Text, ratio, least(text)))
	}
}

// over lays a colour that may let through some light on another.
func over(top, under color.Color) color.Color {
	if top == nil {
		return under
	}
	r, g, b, a := top.RGBA()
	s, h, c, _ := under.RGBA()
	mix := func(x, y uint32) uint16 { return uint16(x + y*(0xffff-a)/0xffff) }
	return color.NRGBA64{R: mix(r, s), G: mix(g, h), B: mix(b, c), A: 0xffff}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is what WCAG goes by.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// blind takes the keyboard and does not show it, mute is clicked and takes no keys.
type (
	blind struct{ widget.BaseWidget }
	mute  struct{ widget.BaseWidget }
)

func (b *blind) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.White))
}
func (b *blind) FocusGained()            {}
func (b *blind) FocusLost()              {}
func (b *blind) TypedRune(rune)          {}
func (b *blind) TypedKey(*fyne.KeyEvent) {}
func (m *mute) Tapped(*fyne.PointEvent)  {}
func (m *mute) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.White))
}

func TestWhatIsNotReachedOrReadIsFound(t *testing.T) {
	setTheme(false)
	b, m := &blind{}, &mute{}
	b.ExtendBaseWidget(b)
	m.ExtendBaseWidget(m)
	pale := canvas.NewText("看不清", color.Gray{Y: 0xe0})
	over := test.NewTempWindow(t, kit.Column(0, kit.NewPlain("导入", func() {}), b, m, pale, kit.NewText("看得清")))
	over.Resize(fyne.NewSize(300, 200))
	if found := unreached(over); len(found) != 2 {
		t.Errorf("%q", found)
	}
	p := paper{ground: color.White}
	p.walk(over.Content(), fyne.Position{})
	if len(p.faults) != 1 || !strings.Contains(p.faults[0], "看不清") || p.texts != 3 {
		t.Errorf("%q of %d texts", p.faults, p.texts)
	}
}
