package register

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// askConflict shows what somebody else saved meanwhile and asks what shall stand.
func (v *editView) askConflict(p *problem.Problem) {
	var found *Conflict
	kit.Run(v.desk.canvas(), wording.Text("register.update"), func(ctx context.Context, _ kit.Progress) (err error) {
		found, err = v.model.Conflict(ctx, p)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		v.showConflict(found)
	})
}

func (v *editView) showConflict(c *Conflict) {
	rows := make([][]kit.Cell, len(c.Fields))
	for i, f := range c.Fields {
		rows[i] = []kit.Cell{{Text: fieldText(f.Field), Colour: kit.Secondary}, {Text: valueText(f.Field, f.Was)},
			changedCell(f, f.Theirs, f.ByThem()), changedCell(f, f.Mine, f.ByMe())}
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("register.conflict.field")}, {Title: wording.Text("register.conflict.was"), Grow: true},
		{Title: wording.Text("register.conflict.theirs"), Grow: true}, {Title: wording.Text("register.conflict.mine"), Grow: true}}, rows...)
	text := kit.NewParagraph(wording.Text("register.conflict.text", "by", c.By, "at", c.At))
	var d *kit.Dialog
	back := kit.NewPlain(wording.Text("register.conflict.back"), func() { d.Close() })
	theirs := kit.NewPlain(wording.Text("register.conflict.take_theirs"), func() {
		d.Close()
		v.model.Take(&c.Theirs)
		v.show()
	})
	mine := kit.NewPrimary(wording.Text("register.conflict.keep_mine"), func() {
		d.Close()
		v.model.KeepMine(c)
		v.show()
		v.save()
	})
	d = kit.NewDialog(v.desk.canvas(), 720, wording.Text("register.conflict.title"), kit.Column(kit.WideGap, []fyne.CanvasObject{text, table}...), back, theirs, mine)
	d.Show(back)
}

// changedCell shows one side's value: strong where that side changed it, in amber where both did.
func changedCell(f ConflictField, value string, changed bool) kit.Cell {
	cell := kit.Cell{Text: valueText(f.Field, value), Bold: changed}
	switch {
	case !changed:
		cell.Colour = kit.Secondary
	case f.Both():
		cell.Colour = kit.AmberText
	}
	return cell
}
