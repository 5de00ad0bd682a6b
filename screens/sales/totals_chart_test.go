package sales

import (
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit/chart"
)

func TestTheTotalsAreDrawnAndOpenTheirLines(t *testing.T) {
	r, _ := filled(t)
	bill := billHead + paid("2026-11-01 08:00:00", "1623", "42000011", "JSAPI", "70.00") + paid("2026-11-02 08:00:00", "1623", "42000012", "MICROPAY", "10.00")
	_, err := r.sales.Import(t.Context(), r.actor, []sales.Source{{Path: write(t, "1900_20261101_ALL.csv", bill)}}, nil)
	ok(t, err)
	w := newWindow(t)
	v := newTotalsView(desk{w, r})
	w.show(v)
	drawn := v.model.Chart(v.model.drawn())
	is(t, "kind", drawn.Kind, chart.Stacked)
	is(t, "first month", drawn.Labels[0], "2026-10")
	is(t, "online in November", drawn.Series[0].Values[1], 7000)
	is(t, "in person in November", drawn.Series[1].Values[1], 1000)
	focusChart(w)
	pressKey(w, fyne.KeyReturn)
	is(t, "the latest month in person", w.last(), linesLink(sales.LineFilter{From: 202611, To: 202611, Channel: statement.InPerson}))
	pressKey(w, fyne.KeyDown)
	pressKey(w, fyne.KeyLeft)
	pressKey(w, fyne.KeyReturn)
	is(t, "the month before online", w.last(), linesLink(sales.LineFilter{From: 202610, To: 202610, Channel: statement.Online}))
	w.tap(t, "按主体")
	is(t, "organisations are a table alone", v.card.Visible(), false)
	w.tap(t, "按平台")
	is(t, "one platform has no shares", v.card.Visible(), false)
}

func TestPlatformsAreShares(t *testing.T) {
	m := totalsModel{By: sales.ByPlatform, Channel: statement.Online, Last: summed{Groups: []group{
		{Total: sales.Total{Platform: "alipay", Paid: 100}}, {Total: sales.Total{Platform: "wechat", Paid: 900, Refunded: 100}},
	}}}
	groups := m.drawn()
	drawn := m.Chart(groups)
	is(t, "kind", drawn.Kind, chart.Share)
	is(t, "the largest first", drawn.Series[0].Values[0], 800)
	is(t, "lines", m.Behind(drawn, groups[0], 0), sales.LineFilter{Platform: "wechat", Channel: statement.Online})
}

// focusChart puts the keyboard on the chart of the page.
func focusChart(w *window) {
	over := w.over.Canvas()
	for range 40 {
		over.(interface{ FocusNext() }).FocusNext()
		if _, is := over.Focused().(*chart.View); is {
			return
		}
	}
}
