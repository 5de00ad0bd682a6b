package today

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func (v *View) showFigures(f today.Figures, p *problem.Problem) {
	if p != nil {
		v.states.Show(kit.NewFailed(p, kit.NewPlain(wording.Text("today.again"), v.Shown)))
		return
	}
	if f.Empty() {
		v.showEmpty()
		return
	}
	v.states.Show(v.body)
	v.figures[0].show(v.trade(f))
	v.figures[1].show(v.organizations(f))
	v.figures[2].show(v.budget(f))
	v.figures[3].show(v.tasks(f.Tasks))
}

const figureSize float32 = 24

// figure is a key figure: what it is, how much, and under it what it rests on.
func figure(label, value string, foot fyne.CanvasObject, open func()) fyne.CanvasObject {
	lines := kit.Column(2, kit.NewStyled(label, kit.Secondary, kit.TextSize, false).Short(), kit.NewStyled(value, kit.Ink, figureSize, true).Short(), foot)
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.NewPressable(kit.Pad(lines, 10, 14, 10, 14), open))
}

func (v *View) trade(f today.Figures) fyne.CanvasObject {
	foot := kit.Row(4, kit.NewSmall(restsOn(f)).Short())
	if tenths, text := change(f.Trade.Net, f.Trade.Before); text != "" {
		arrow, tone := "▲ ", kit.GreenText
		if tenths < 0 {
			arrow, tone = "▼ ", kit.RedText
		}
		foot = kit.Row(4, kit.NewStyled(arrow+text, tone, kit.SmallTextSize, true), kit.NewSmall(wording.Text("today.year_on_year", "rest", restsOn(f))).Short())
	}
	return figure(wording.Text("today.trade", "year", f.Year), large(f.Trade.Net), foot, v.open(linesLink(f.Year*100+1, f.Year*100+12, "")))
}

// restsOn words what the sales rest on: 来自 1,284,310 笔，截至 11-20.
func restsOn(f today.Figures) string {
	if f.Trade.Until.IsZero() {
		return wording.Text("today.trade_none", "year", f.Year)
	}
	return wording.Text("today.trade_note", "n", wording.Grouped(f.Trade.Payments), "until", f.Trade.Until.Format("01-02"))
}

func (v *View) organizations(f today.Figures) fyne.CanvasObject {
	note := kit.NewSmall(wording.Text("today.organizations_note", "n", wording.Grouped(f.Registered))).Short()
	return figure(wording.Text("today.organizations"), wording.Text("today.organizations_value", "n", wording.Grouped(f.Trade.Organizations)), note, v.open(totalsLink(f.Year)))
}

func (v *View) budget(f today.Figures) fyne.CanvasObject {
	b := f.Budget
	note := kit.NewSmall(wording.Text("today.budget_note", "committed", (b.Committed + b.InNotice).Wan(), "paid", b.Paid.Wan(), "left", b.Left().Wan())).Short()
	value := wording.Text("today.budget_value", "used", (b.Paid + b.Committed + b.InNotice).Wan(), "given", (b.Appropriated + b.GivenBack).Wan())
	if b.Appropriated == 0 { // what nobody entered is no debt
		value = (b.Paid + b.Committed + b.InNotice).Wan()
		note.SetText(wording.Text("today.budget_none", "committed", (b.Committed + b.InNotice).Wan(), "paid", b.Paid.Wan()))
	}
	return figure(wording.Text("today.budget", "year", f.Year), value, note, v.open("smartcanal://rewards/budget?year="+number(int64(f.Year))))
}

// lamps are those to look at, in the order of urgency.
var lamps = []council.Lamp{council.Overdue, council.Red, council.Yellow, council.Blue}

// tasks are the open tasks with their lamps: each word opens the tasks under it. Those on schedule stand apart.
func (v *View) tasks(f council.Figures) fyne.CanvasObject {
	var words []fyne.CanvasObject
	for _, lamp := range lamps {
		if f.Lamps[lamp] > 0 {
			words = append(words, v.lamp(lamp, f.Lamps[lamp]))
		}
	}
	if len(words) == 0 {
		words = append(words, kit.NewSmall(wording.Text("today.tasks_none", "n", f.Closed)).Short())
	}
	head := kit.Column(2, kit.NewStyled(wording.Text("today.tasks"), kit.Secondary, kit.TextSize, false).Short(),
		kit.NewStyled(wording.Text("today.tasks_value", "n", wording.Grouped(f.Open)), kit.Ink, figureSize, true).Short())
	above := fyne.CanvasObject(kit.NewPressable(kit.Pad(head, 10, 14, 0, 14), v.open("smartcanal://council")))
	if n := f.Lamps[council.Green]; n > 0 {
		calm := kit.Pad(kit.Row(0, v.lamp(council.Green, n)), 10, 14, 0, 0)
		above = kit.Across(0, []kit.Track{kit.Share(1), kit.Natural}, above, calm)
	}
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Down(1, []kit.Track{kit.Natural, kit.Natural}, above, kit.Pad(kit.Row(4, words...), 0, 8, 7, 14)))
}

func (v *View) lamp(lamp council.Lamp, n int) fyne.CanvasObject {
	badge := kit.NewBadge(wording.Text("council.lamp."+string(lamp))+" "+wording.Grouped(n), lampTint(lamp))
	return kit.NewPressable(badge, v.open(lampLink(string(lamp))))
}

func lampTint(lamp council.Lamp) kit.Tint {
	return map[council.Lamp]kit.Tint{council.Green: kit.GreenTint, council.Blue: kit.Blue, council.Yellow: kit.AmberTint,
		council.Red: kit.RedTint, council.Overdue: kit.StrongRed}[lamp]
}
