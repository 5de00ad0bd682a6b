package register

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// binView is the page of the organisations that were removed; each can come back.
type binView struct {
	desk    desk
	loader  kit.Loader[[]int32]
	rows    *grid.IDModel
	grid    *grid.Grid
	area    *kit.States // the grid, or why there is none
	restore *kit.Button
	object  fyne.CanvasObject
}

func newBinView(d desk) *binView {
	v := &binView{desk: d}
	v.restore = kit.NewPrimary(wording.Text("register.bin.restore"), v.restoreChosen)
	v.restore.Disable()
	v.grid = grid.New(binColumns()...).SelectRows()
	v.grid.OnOpen = func(row int, _ grid.Row) { v.restoreChosen() }
	v.grid.OnSelection = func(s grid.Selection) { v.restore.SetEnabled(len(v.chosen()) > 0) }
	v.grid.OnProblem = d.Problem
	v.grid.SetEmpty(kit.NewEmpty(wording.Text("register.bin.empty"), wording.Text("register.bin.empty_do"),
		kit.NewPrimary(wording.Text("register.to_list"), func() { d.Open(linkList) })))
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.register"), Open: func() { d.Open(linkList) }}},
		Title:  wording.Text("register.list.bin"), Note: wording.Text("register.bin.note"),
		Actions: []fyne.CanvasObject{v.restore},
	}
	v.area = kit.NewStates()
	v.area.Show(v.grid)
	v.object = kit.NewPage(header, v.area.Container)
	return v
}

func binColumns() []grid.Column {
	return []grid.Column{
		{ID: "name", Label: fieldText(register.FieldName), Width: 260, Grow: 1},
		{ID: "kind", Label: wording.Text("register.list.kind"), Width: 100},
		{ID: "code", Label: wording.Text("register.list.code"), Width: 190, Kind: grid.Code},
		{ID: "region", Label: fieldText(register.FieldRegion), Width: 140},
		{ID: "contact", Label: fieldText(register.FieldPerson), Width: 180},
	}
}

// Object is the page.
func (v *binView) Object() fyne.CanvasObject { return v.object }

// Shown reads the bin.
func (v *binView) Shown() { v.load() }

// Left stops reading.
func (v *binView) Left() { v.loader.Stop() }

func (v *binView) load() {
	v.loader.Load(func(ctx context.Context) ([]int32, error) {
		return v.desk.room.IDs(ctx, register.Filter{InBin: true}, nil)
	}, func(ids []int32, p *problem.Problem) {
		if p != nil {
			v.area.Failed(p, kit.NewPrimary(wording.Text("register.again"), v.load))
			return
		}
		v.area.Show(v.grid)
		v.rows = grid.NewIDModel(ids, v.fetch)
		v.grid.SetModel(v.rows)
		v.restore.Disable()
	})
}

func (v *binView) fetch(ctx context.Context, ids []int32) (map[int32]grid.Row, error) {
	rows, err := v.desk.room.Rows(ctx, ids)
	shown := make(map[int32]grid.Row, len(rows))
	for _, row := range rows {
		shown[int32(row.ID)] = grid.Row{Cells: []grid.Cell{
			grid.Word(row.Name), grid.State(kindText(row.Kind), kindTint(row.Kind)), grid.Word(row.CreditCode), grid.Word(row.Region),
			grid.Word(joined(row.Contact, identity.MaskPhone(row.Phone))),
		}}
	}
	return shown, err
}

func (v *binView) chosen() []int32 {
	if v.rows == nil {
		return nil
	}
	return v.rows.SelectedIDs(v.grid.Selection())
}

// restoreChosen takes the chosen ones out of the bin.
func (v *binView) restoreChosen() {
	ids := v.chosen()
	if len(ids) == 0 {
		return
	}
	v.desk.do(wording.Text("register.restore"), func(ctx context.Context) error {
		for _, id := range ids {
			if err := v.desk.room.Restore(ctx, v.desk.actor, int64(id)); err != nil {
				return err
			}
		}
		return nil
	}, v.load)
}
