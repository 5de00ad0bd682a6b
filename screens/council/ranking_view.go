package council

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// RankingView is the page of lead departments by how they did in a quarter.
type RankingView struct {
	context       kit.Context
	desk          *desk
	year, quarter int
	loader        kit.Loader[[]council.Standing]
	states        *kit.States
}

// NewRankingView begins with the quarter of today.
func NewRankingView(c kit.Context, d *desk) *RankingView {
	today := d.room.Today()
	year, _ := strconv.Atoi(today[:4])
	month, _ := strconv.Atoi(today[5:7])
	return &RankingView{context: c, desk: d, year: year, quarter: (month + 2) / 3, states: kit.NewStates()}
}

// Object is the page.
func (v *RankingView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the ranking anew.
func (v *RankingView) Shown() { v.load() }

// Left stops reading.
func (v *RankingView) Left() { v.loader.Stop() }

func (v *RankingView) load() {
	year, quarter := v.year, v.quarter
	v.loader.Load(func(ctx context.Context) ([]council.Standing, error) { return v.desk.room.Ranking(ctx, year, quarter) }, func(standings []council.Standing, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.load))
			return
		}
		v.show(standings)
	})
}

func (v *RankingView) show(standings []council.Standing) {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:  wording.Text("council.ranking.title"),
		Note:   wording.Text("council.ranking.note"),
	}
	var list []kit.Choice
	for back := range 8 {
		q := v.lastQuarter() - back
		list = append(list, kit.Choice{Value: fmt.Sprint(q), Label: wording.Text("council.ranking.quarter", "year", q/4, "quarter", q%4+1)})
	}
	chip := kit.NewChoiceChip("", list, fmt.Sprint(v.year*4+v.quarter-1), func(value string) {
		q, _ := strconv.Atoi(value)
		v.year, v.quarter = q/4, q%4+1
		v.load()
	})
	content := kit.NewEmpty(wording.Text("council.ranking.none"), wording.Text("council.ranking.none_do"))
	if len(standings) > 0 {
		content = kit.Scrolled(rankingTable(standings))
	}
	card := kit.NewCard(wording.Text("council.ranking.of", "year", v.year, "quarter", v.quarter), content)
	v.states.Show(kit.NewPage(header, kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, kit.Row(kit.Gap, chip, kit.Spring()), card)))
	v.context.Status(wording.Text("council.ranking.rule"))
}

// lastQuarter counts quarters since the year 0.
func (v *RankingView) lastQuarter() int {
	today := v.desk.room.Today()
	year, _ := strconv.Atoi(today[:4])
	month, _ := strconv.Atoi(today[5:7])
	return year*4 + (month-1)/3
}

func rankingTable(standings []council.Standing) fyne.CanvasObject {
	keys := []string{"rank", "department", "rate", "due", "in_time", "late", "open", "returned", "extended", "reminded"}
	heads := make([]kit.Head, len(keys))
	for i, key := range keys {
		heads[i] = kit.Head{Title: wording.Text("council.ranking." + key), Grow: key == "department" || key == "rate", Right: i > 2 || i == 0}
	}
	rows := make([][]kit.Cell, len(standings))
	for i, s := range standings {
		rows[i] = kit.Cells(strconv.Itoa(s.Rank), s.Department, "", strconv.Itoa(s.Due), strconv.Itoa(s.InTime), strconv.Itoa(s.Late), strconv.Itoa(s.Open),
			strconv.Itoa(s.Returned), strconv.Itoa(s.Extended), strconv.Itoa(s.Reminded))
		rows[i][2].Object = rateOf(s)
	}
	return kit.NewTable(heads, rows...).Roomy()
}

// rateOf is the share done in time as a bar with its figure.
func rateOf(s council.Standing) fyne.CanvasObject {
	rate := s.Rate()
	if rate < 0 {
		return kit.NewSecondary("—")
	}
	tone := kit.Green
	switch {
	case rate < 600:
		tone = kit.Red
	case rate < 900:
		tone = kit.Amber
	}
	text := kit.NewText(fmt.Sprintf("%d.%d%%", rate/10, rate%10)).Right()
	return kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Fixed(60)}, kit.NewMeter(tone, float64(rate)/1000), text)
}
