package grid

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"smartcanal/screens/kit"
)

// Working says in place of the rows how far the list is that is being made; SetModel ends it. Of a list that is here
// it says nothing.
func (g *Grid) Working(done, all int, note string) {
	if g.pages != nil {
		return
	}
	if g.working == nil {
		g.working = &working{}
	}
	g.working.set(done, all, note)
	g.redraw()
}

// working is how far a list is that is being made.
type working struct {
	done, all int
	note      string
	bar       *kit.Meter
	text      *kit.Text
}

func (w *working) set(done, all int, note string) {
	w.done, w.all, w.note = done, all, note
	if w.bar != nil {
		w.show()
	}
}

func (w *working) show() {
	part, percent := 0.0, ""
	if w.all > 0 {
		part = min(1, float64(w.done)/float64(w.all))
		percent = " " + strconv.Itoa(int(part*100)) + "%"
	}
	w.bar.SetValue(part)
	w.text.SetText(w.note + percent)
}

func (w *working) build() fyne.CanvasObject {
	w.bar, w.text = kit.NewMeter(kit.Canal, 0), kit.NewSecondary("").Centered()
	w.show()
	return container.New(layout.NewCenterLayout(), kit.Column(kit.Gap, w.text, kit.Space(280, 0), w.bar))
}
