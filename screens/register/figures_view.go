package register

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

func monthText(month int) string {
	return strconv.Itoa(month/100) + "-" + strconv.Itoa(month%100/10) + strconv.Itoa(month%10)
}

// figures are the cards of key figures.
func (v *organizationView) figures() fyne.CanvasObject {
	f := v.model.Page.Figures
	all := []kit.Figure{{
		Label: wording.Text("register.figures.sales", "year", f.Year), Value: wording.Text("register.figures.wan", "wan", f.Sums[1].Wan()),
		Note: wording.Text("register.figures.offline", "wan", f.Offline.Wan()), Open: func() { v.openLines(f.Year*100+1, f.Year*100+12, "") },
	}, growthFigure(f)}
	if claims := v.model.Page.Claims; claims != nil {
		all = append(all, v.claimsFigure(*claims))
	}
	all = append(all, v.importFigure())
	if len(all) == 3 {
		return kit.NewFigures(all...)
	}
	return kit.Column(kit.Gap, kit.NewFigures(all[:2]...), kit.NewFigures(all[2:]...))
}

func (v *organizationView) claimsFigure(claims Claims) kit.Figure {
	if claims.Value == "" {
		claims = Claims{Value: "—", Note: wording.Text("register.figures.claims_none"), Link: linkToClaim(v.model.id)}
	}
	return kit.Figure{Label: wording.Text("register.figures.claims"), Value: claims.Value, Note: claims.Note, Open: func() { v.desk.Open(claims.Link) }}
}

func growthFigure(f *Figures) kit.Figure {
	figure := kit.Figure{Label: wording.Text("register.figures.growth_none"), Value: "—", Note: wording.Text("register.figures.growth_nothing")}
	if f.Compared > 0 && f.ByMonths != [2]money.Fen{} {
		figure.Label = wording.Text("register.figures.growth", "n", f.Compared)
		if f.Compared == 1 {
			figure.Label = wording.Text("register.figures.growth_one")
		}
		figure.Note = wording.Text("register.figures.growth_note", "now", f.ByMonths[1].Wan(), "before", f.ByMonths[0].Wan())
	}
	if growth, known := f.Growth(); known {
		figure.Value = strconv.FormatFloat(100*abs(growth), 'f', 1, 64) + "%"
		figure.Trend = sign(growth)
	}
	return figure
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func sign(x float64) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

// importFigure is the latest file that brought lines.
func (v *organizationView) importFigure() kit.Figure {
	imports := v.model.Page.Imports
	if len(imports) == 0 {
		return kit.Figure{Label: wording.Text("register.figures.import"), Value: "—", Note: wording.Text("register.figures.import_none"),
			Open: func() { v.desk.Open(linkImport) }}
	}
	last := byImport(imports)[0]
	return kit.Figure{
		Label: wording.Text("register.figures.import"), Value: last.At.Local().Format("01-02 15:04"),
		Note: wording.Text("register.figures.import_note", "format", wording.Text("format."+last.Format), "n", wording.Grouped(last.Lines)),
		Open: func() { v.desk.Open(last.Link()) },
	}
}

// openLines opens the online lines behind a figure.
func (v *organizationView) openLines(from, to int, platform string) {
	v.desk.Open(onlineOnly(linkToLines(v.model.id, from, to, platform, 0)))
}

// chart is the card of the months of two years.
func (v *organizationView) chart() fyne.CanvasObject {
	f := v.model.Page.Figures
	title := wording.Text("register.chart.title")
	if !f.Any() {
		return kit.NewCard(title, kit.NewEmpty(wording.Text("register.chart.empty"), v.noSalesHint(),
			kit.NewPlain(wording.Text("register.chart.import"), func() { v.desk.Open(linkImport) })))
	}
	view := chart.New(monthsChart(f), func(series, label int) {
		month := (f.Year-1+series)*100 + label + 1
		v.openLines(month, month, "")
	})
	return kit.NewCard(title, view, kit.NewStyled(wording.Text("register.chart.hint"), kit.Secondary, kit.DenseTextSize, false))
}

// monthsChart is the months of two years side by side.
func monthsChart(f *Figures) chart.Chart {
	c := chart.Chart{Title: wording.Text("register.chart.title"), Unit: chart.Wan(), Labels: make([]string, 12), Series: make([]chart.Series, 2)}
	for i := range c.Series {
		c.Series[i] = chart.Series{Name: wording.Text("register.chart.year", "year", f.Year-1+i, "wan", f.Sums[i].Wan()), Short: strconv.Itoa(f.Year - 1 + i)}
		for month, fen := range f.Months[i] {
			c.Labels[month] = wording.Text("register.chart.month", "n", month+1)
			c.Series[i].Values = append(c.Series[i].Values, int64(fen))
		}
	}
	if !f.Until.IsZero() {
		c.Series[1].Name = wording.Text("register.chart.until", "series", c.Series[1].Name, "month", int(f.Until.Month()), "day", f.Until.Day())
		c.Series[1].Values = c.Series[1].Values[:f.Until.Month()]
	}
	return c
}

// noSalesHint says what stands between the organisation and its sales.
func (v *organizationView) noSalesHint() string {
	if len(v.model.Page.Accounts) == 0 {
		return wording.Text("register.chart.no_account")
	}
	return wording.Text("register.chart.no_lines")
}

// platforms is the card of the year's sales by platform, and what was paid in person.
func (v *organizationView) platforms() fyne.CanvasObject {
	f := v.model.Page.Figures
	title := wording.Text("register.platforms.title", "year", f.Year)
	if len(f.Platforms) == 0 && f.Offline == 0 {
		return kit.NewCard(title, kit.NewNote(wording.Text("register.platforms.none", "year", f.Year)))
	}
	shares := chart.Chart{Title: title, Kind: chart.Share, Unit: chart.Wan(), Series: make([]chart.Series, 1)}
	for _, platform := range f.Platforms {
		shares.Labels = append(shares.Labels, platformText(platform.Platform))
		shares.Series[0].Values = append(shares.Series[0].Values, int64(platform.Fen))
	}
	rows := []fyne.CanvasObject{chart.New(shares, func(_, part int) {
		v.openLines(f.Year*100+1, f.Year*100+12, f.Platforms[part].Platform)
	})}
	if f.Offline != 0 {
		rows = append(rows, kit.Rule(), kit.NewNote(v.offlineNote()))
	}
	return kit.NewCard(title, kit.Column(10, rows...),
		kit.NewStyled(wording.Text("register.platforms.unit"), kit.Secondary, kit.DenseTextSize, false))
}

func (v *organizationView) offlineNote() string {
	f := v.model.Page.Figures
	list := ""
	for i, counter := range f.Counters[:min(3, len(f.Counters))] {
		if i > 0 {
			list += wording.Text("register.platforms.comma")
		}
		list += v.model.Page.AccountName(counter.AccountID) + " " + counter.Fen.Wan()
	}
	return wording.Text("register.platforms.offline", "wan", f.Offline.Wan(), "list", list)
}
