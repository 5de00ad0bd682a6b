package grid

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// Editor makes a column editable; the cell's own text is what is edited. Without more it is an entry of one
// line.
type Editor struct {
	// Read makes of a typed text what the column holds: ReadDay, ReadAmount, ReadCount or another.
	Read Reading
	// Choices are what may stand in the column, as its cells show it.
	Choices func() []string
	// Find searches for what may stand in it, where that is too much to choose from; labels are taken.
	Find kit.SearchFunc[string]
}

// Change is one cell changed by a person: the record, the column's ID, what stood there when it was
// changed and what is to stand there.
type Change struct {
	Record   int32
	Column   string
	From, To string
}

// Back takes one write back and gives the way forward again.
type Back func(ctx context.Context) (again Back, err error)

// Editing is what a page gives to make its list editable.
type Editing struct {
	// Write makes changes in one write, or only tries them. It tells what is wrong with each (nil for nothing);
	// where anything is wrong nothing is written.
	Write func(ctx context.Context, changes []Change, try bool) (wrong []*problem.Problem, back Back, err error)
	// Done is called after each write, and each one taken back, with how many cells it changed: read the list anew.
	Done func(cells int)
}

// editing is what is under way in an editable list.
type editing struct {
	Editing
	open  *openCell
	held  map[spot]*heldText
	back  []step
	again []step
}

// step is one write that can be taken back.
type step struct {
	back  Back
	cells int
}

// spot is a cell wherever its row has gone.
type spot struct {
	record int32
	column string
}

// heldText is what a person typed and the record does not hold: it is being written, or it is wrong.
type heldText struct {
	text    string
	why     *problem.Problem
	written bool
}

// Editable lets people change the columns that have an Editor. The model must be a Keeper.
func (g *Grid) Editable(e Editing) *Grid {
	g.editing = &editing{Editing: e, held: map[spot]*heldText{}}
	return g
}

// CanEdit says whether a cell can be changed.
func (g *Grid) CanEdit(at Place) bool {
	if g.editing == nil || at.Row < 0 || at.Column < 0 || at.Column >= len(g.columns) || g.columns[at.Column].Edit == nil {
		return false
	}
	_, here := g.Row(at.Row)
	return here && g.spotAt(at).record != 0
}

func (g *Grid) spotAt(at Place) spot {
	keeper := g.keeper()
	if keeper == nil || at.Column >= len(g.columns) {
		return spot{}
	}
	return spot{keeper.ID(at.Row), g.columns[at.Column].ID}
}

// heldAt is what a person typed in a cell that is not written yet.
func (g *Grid) heldAt(at Place) *heldText {
	if g.editing == nil || len(g.editing.held) == 0 || at.Row < 0 || at.Column < 0 {
		return nil
	}
	return g.editing.held[g.spotAt(at)]
}

// shownAt is the text of a cell as it is read.
func (g *Grid) textAt(at Place) string {
	row, _ := g.Row(at.Row)
	return row.cell(g.columns[at.Column]).plain()
}

// Edit opens a cell for editing with its own text; false where it cannot be changed.
func (g *Grid) Edit(at Place) bool {
	text := ""
	if g.CanEdit(at) {
		text = g.textAt(at)
		if held := g.heldAt(at); held != nil {
			text = held.text
		}
	}
	return g.edit(at, text)
}

// edit opens a cell with a text.
func (g *Grid) edit(at Place, text string) bool {
	over := g.canvas()
	if over == nil || !g.CanEdit(at) {
		return false
	}
	g.GoTo(at)
	switch editor := g.columns[at.Column].Edit; {
	case editor.Choices != nil:
		g.choose(over, at, editor.Choices())
	case editor.Find != nil:
		kit.OpenPicker(over, g.columns[at.Column].Label, editor.Find, func(found kit.Found[string]) {
			g.commit(at, found.Label)
			over.Focus(g)
		})
	default:
		g.openEntry(over, at, text)
	}
	return true
}

// commit takes what a person made of a cell and writes it in the background.
func (g *Grid) commit(at Place, text string) {
	where, from := g.spotAt(at), g.textAt(at)
	text, why := g.columns[at.Column].taken(text)
	if why != nil {
		g.editing.held[where] = &heldText{text: text, why: why}
		g.redraw()
		return
	}
	if text == from {
		delete(g.editing.held, where)
		g.redraw()
		return
	}
	held := &heldText{text: text}
	g.editing.held[where] = held
	g.redraw()
	change := []Change{{where.record, where.column, from, text}}
	loader := &kit.Loader[writing]{} // its own: another cell may be written meanwhile
	loader.Load(func(ctx context.Context) (writing, error) {
		return g.editing.write(ctx, change)
	}, func(done writing, fault *problem.Problem) {
		if fault == nil && len(done.wrong) > 0 {
			fault = done.wrong[0]
		}
		if held.why = fault; fault != nil {
			g.redraw()
			return
		}
		held.written = true
		g.wrote(step{done.back, 1})
	})
}

// writing is what a write said.
type writing struct {
	wrong []*problem.Problem
	back  Back
}

func (e *editing) write(ctx context.Context, changes []Change) (writing, error) {
	wrong, back, err := e.Write(ctx, changes, false)
	return writing{only(wrong), back}, err
}

// only are the problems there are.
func only(wrong []*problem.Problem) []*problem.Problem {
	var found []*problem.Problem
	for _, p := range wrong {
		if p != nil {
			found = append(found, p)
		}
	}
	return found
}

// wrote remembers how to take a write back and has the page read anew.
func (g *Grid) wrote(s step) {
	g.editing.back, g.editing.again = append(g.editing.back, s), nil
	g.editing.tell(s.cells)
}

func (e *editing) tell(cells int) {
	if e.Done != nil {
		e.Done(cells)
	}
}

// settle forgets what is written: the rows read anew hold it.
func (e *editing) settle() {
	for where, held := range e.held {
		if held.written {
			delete(e.held, where)
		}
	}
}

// Undo takes the last write of this list back.
func (g *Grid) Undo() { g.takeBack(&g.editing.back, &g.editing.again) }

// Redo makes the last write that was taken back again.
func (g *Grid) Redo() { g.takeBack(&g.editing.again, &g.editing.back) }

func (g *Grid) takeBack(from, to *[]step) {
	over := g.canvas()
	if len(*from) == 0 || over == nil {
		return
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	var other Back
	kit.Run(over, undoTitle(), func(ctx context.Context, _ kit.Progress) (err error) {
		other, err = last.back(ctx)
		return err
	}, func(fault *problem.Problem) {
		if fault != nil {
			g.report(fault)
			return
		}
		*to = append(*to, step{other, last.cells})
		g.editing.tell(last.cells)
	})
}

// typed opens the cell under the cursor with what is typed, as spreadsheets do.
func (g *Grid) typed(r rune) bool {
	at := g.marks.cursor
	if r == ' ' || !g.CanEdit(at) {
		return false
	}
	if !g.edit(at, "") {
		return false
	}
	if g.editing.open != nil {
		g.editing.open.entry.TypedRune(r)
	}
	return true
}

// editKey takes the keys of editing.
func (g *Grid) editKey(name fyne.KeyName) bool {
	if g.editing == nil {
		return false
	}
	switch name {
	case fyne.KeyF2:
		return g.Edit(g.marks.cursor)
	case fyne.KeyF4:
		return g.pickDay(g.marks.cursor)
	case fyne.KeyDelete, fyne.KeyBackspace:
		return g.Fill("")
	case fyne.KeyEscape:
		return g.giveUp(g.marks.cursor)
	}
	return false
}

// giveUp throws away what is wrong in a cell.
func (g *Grid) giveUp(at Place) bool {
	held := g.heldAt(at)
	if held == nil || held.why == nil {
		return false
	}
	delete(g.editing.held, g.spotAt(at))
	g.redraw()
	return true
}
