package today

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// WantedView lists the accounts whose statement of the last month is still to be imported.
type WantedView struct {
	context kit.Context
	room    *today.Room
	states  *kit.States
	grid    *grid.Grid
	found   today.Data
	loader  kit.Loader[today.Data]
	page    fyne.CanvasObject
}

// NewWantedView makes the page; it loads when it is shown.
func NewWantedView(c kit.Context, room *today.Room) *WantedView {
	v := &WantedView{context: c, room: room, states: kit.NewStates()}
	column := func(id string, width float32) grid.Column {
		return grid.Column{ID: id, Label: wording.Text("today.wanted." + id), Width: width}
	}
	lines := column("lines", 140)
	lines.Kind = grid.Number
	v.grid = grid.New(column("platform", 120), column("account", 260), column("organization", 300), lines).SelectRows()
	v.grid.OnOpen = func(row int, _ grid.Row) { v.open(row) }
	v.grid.OnProblem = c.Problem
	v.page = kit.NewPage(kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.today"), Open: func() { c.Open("smartcanal://today") }}},
		Title:  wording.Text("today.wanted.title"), Note: wording.Text("today.wanted.note"),
		Actions: []fyne.CanvasObject{kit.NewPrimary(wording.Text("sales.import.open"), func() { c.Open(importLink) })},
	}, v.states.Container)
	return v
}

// Object is the page.
func (v *WantedView) Object() fyne.CanvasObject { return v.page }

// Shown looks anew: the statement may have come.
func (v *WantedView) Shown() { v.loader.Load(v.room.Data, v.show) }

// Left stops looking.
func (v *WantedView) Left() { v.loader.Stop() }

func (v *WantedView) show(d today.Data, p *problem.Problem) {
	if p != nil {
		v.states.Failed(p, kit.NewPlain(wording.Text("today.again"), v.Shown))
		return
	}
	if v.found = d; len(d.Wanted) == 0 {
		v.states.Show(kit.NewEmpty(wording.Text("today.wanted.none", "month", monthLabel(d.Month%100)), wording.Text("today.wanted.none_do")))
		return
	}
	rows := make(wantedRows, len(d.Wanted))
	for i, account := range d.Wanted {
		name := account.Organization
		if name == "" {
			name = wording.Text("sales.unmatched.word")
		}
		rows[i].Cells = grid.Words(wording.Text("platform."+account.Platform), dotted(account.Number, account.Name), name, wording.Grouped(account.Lines))
	}
	v.grid.SetModel(rows)
	v.states.Show(v.grid)
}

// wantedRows are all at hand.
type wantedRows []grid.Row

// Rows is how many accounts there are.
func (r wantedRows) Rows() int { return len(r) }

// Page gives a run of them.
func (r wantedRows) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	return r[first : first+count], nil
}

// open opens the lines the account had.
func (v *WantedView) open(row int) {
	if row >= 0 && row < len(v.found.Wanted) {
		v.context.Open("smartcanal://sales/lines?account=" + number(v.found.Wanted[row].AccountID))
	}
}
