package today

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

func (v *View) showMonths(m today.Months, p *problem.Problem) {
	if p != nil {
		v.chart.show(v.failed(p))
		return
	}
	if m.Nothing() {
		v.chart.show(kit.NewCard(wording.Text("today.months"), kit.NewEmpty(wording.Text("today.months_none"), wording.Text("today.months_none_do"))))
		return
	}
	bars := chart.New(monthsChart(m), func(series, label int) {
		month := (m.Year-1+series)*100 + label + 1
		v.context.Open(linesLink(month, month, ""))
	})
	content := fyne.CanvasObject(bars)
	if len(m.Platforms) > 1 {
		shares := chart.New(platformsChart(m), func(_, label int) {
			v.context.Open(linesLink(m.Year*100+1, m.Year*100+12, "&platform="+m.Platforms[label].Code))
		})
		content = kit.Across(16, []kit.Track{kit.Share(2.1), kit.Share(1)}, bars, kit.Scrolled(shares))
	}
	v.chart.show(kit.NewCard(wording.Text("today.months"), content, kit.NewSmall(wording.Text("today.months_hint"))))
}

func monthsChart(m today.Months) chart.Chart {
	c := chart.Chart{Title: wording.Text("today.months"), Kind: chart.Bars, Unit: chart.Wan(), Series: []chart.Series{
		{Name: wording.Text("today.year", "year", m.Year-1), Values: fens(m.Before), Tone: kit.CanalPale},
		{Name: wording.Text("today.year", "year", m.Year), Values: fens(m.This), Tone: kit.Canal},
	}}
	for month := range 12 {
		c.Labels = append(c.Labels, monthLabel(month+1))
	}
	return c
}

// platformsChart shows what each platform's share of the year is, the largest first.
func platformsChart(m today.Months) chart.Chart {
	c := chart.Chart{Title: wording.Text("today.platforms"), Kind: chart.Share, Unit: chart.Wan(), Series: []chart.Series{{Name: wording.Text("today.platforms")}}}
	for _, platform := range m.Platforms {
		c.Labels = append(c.Labels, wording.Text("platform."+platform.Code))
		c.Series[0].Values = append(c.Series[0].Values, int64(platform.Net))
	}
	return c
}

func fens(amounts []money.Fen) []int64 {
	values := make([]int64, len(amounts))
	for i, amount := range amounts {
		values[i] = int64(amount)
	}
	return values
}
