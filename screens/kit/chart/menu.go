package chart

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// TappedSecondary shows what can be done with the chart as a whole.
func (v *View) TappedSecondary(event *fyne.PointEvent) { v.popUp(event.AbsolutePosition) }

// menuHere is the keyboard's way to the menu.
func (v *View) menuHere() {
	at := fyne.NewPos(v.BaseWidget.Size().Width/2, v.BaseWidget.Size().Height/2)
	if mark := v.at(); mark != nil {
		at = mark.at.middle()
	}
	v.popUp(fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(at))
}

func (v *View) popUp(at fyne.Position) {
	over := v.canvas()
	if over == nil || v.chart.Empty() {
		return
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("chart.copy_picture"), v.CopyPicture),
		fyne.NewMenuItem(wording.Text("chart.save_picture"), v.SavePicture),
		fyne.NewMenuItem(wording.Text("chart.copy_values"), v.copyValues),
	}
	if open := v.opens(); open != nil {
		first := fyne.NewMenuItem(wording.Text("chart.open"), open)
		items = append([]*fyne.MenuItem{first, fyne.NewMenuItemSeparator()}, items...)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), over, at)
}

func (v *View) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(v) }

func (v *View) window() fyne.Window {
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		if window.Canvas() == v.canvas() {
			return window
		}
	}
	return nil
}

// pictureSize is the chart's own size with the edge a picture has, and never too small to read.
func (v *View) pictureSize() fyne.Size {
	size := v.BaseWidget.Size().AddWidthHeight(2*kit.CardPadding, 2*kit.CardPadding+titleRoom)
	if v.chart.Kind.flows() {
		return fyne.NewSize(max(360, size.Width), 0)
	}
	return size.Max(fyne.NewSize(360, 240))
}

// A picture leaves for documents, which are white.
const documents = kit.Light

// CopyPicture puts the chart as a picture on the clipboard. Where the system offers no way it says so and
// proposes a file.
func (v *View) CopyPicture() {
	c, size, over := v.chart, v.pictureSize(), v.canvas()
	if over == nil {
		return
	}
	kit.Run(over, wording.Text("chart.copy_picture"), func(ctx context.Context, _ kit.Progress) error {
		png, err := Picture(c, size, PNG, documents)
		if err != nil {
			return err
		}
		return putPicture(ctx, png)
	}, func(p *problem.Problem) {
		switch {
		case p == nil:
			v.say(wording.Text("chart.copied"))
		case p.Code == noClipboard:
			what, do := wording.Problem(p)
			kit.Confirm(over, what, do, wording.Text("chart.save_picture"), v.SavePicture)
		default:
			kit.ShowProblem(over, p)
		}
	})
}

func (v *View) copyValues() {
	fyne.CurrentApp().Clipboard().SetContent(v.chart.Table())
	v.say(wording.Text("chart.copied_values"))
}

// say tells what was done, until the pointer or the keyboard goes on.
func (v *View) say(note string) {
	v.note = note
	v.Refresh()
}
