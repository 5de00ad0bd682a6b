package sales

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// unmatchedView is the queue of accounts nobody has matched. It is worked off by keyboard: Enter on an account
// opens the choice, Enter on the first proposal takes it, and the next account is there.
type unmatchedView struct {
	desk   desk
	model  *unmatchedModel
	object fyne.CanvasObject
	head   *fyne.Container
	states *kit.States
	grid   *grid.Grid
	card   *fyne.Container
	body   fyne.CanvasObject
	mode   *kit.Radio
	asked  int64 // the account the radio is about
	loader kit.Loader[[]sales.UnmatchedAccount]
	about  kit.Loader[about]
	done   string // what was assigned last, for the status line
}

func newUnmatchedView(d desk) *unmatchedView {
	v := &unmatchedView{desk: d, model: newUnmatchedModel(d.rooms), states: kit.NewStates(), card: container.NewStack()}
	v.head = container.NewStack(v.header())
	v.grid = grid.New(unmatchedColumns()...).SelectRows()
	v.grid.OnSelection = func(s grid.Selection) { v.choose(s.Cursor.Row) }
	v.grid.OnOpen = func(int, grid.Row) { v.pick() }
	v.grid.OnProblem = d.Problem
	v.body = kit.Across(16, []kit.Track{kit.Share(1), kit.Fixed(430)}, v.grid, v.card)
	v.object = kit.Pad(kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, v.head, v.states.Container), 12, 20, 12, 20)
	return v
}

// Object is the page.
func (v *unmatchedView) Object() fyne.CanvasObject { return v.object }

// Shown reads the queue.
func (v *unmatchedView) Shown() { v.load() }

// Left stops what is under way.
func (v *unmatchedView) Left() {
	v.loader.Stop()
	v.about.Stop()
}

func (v *unmatchedView) header() fyne.CanvasObject {
	note := ""
	if len(v.model.Queue) > 0 {
		lines, net := 0, money.Fen(0)
		for _, account := range v.model.Queue {
			lines += account.Lines
			net += account.Net
		}
		note = wording.Text("sales.unmatched.sums", "n", len(v.model.Queue), "lines", wording.Grouped(lines), "net", net)
	}
	return kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("sales.title"), Open: func() { v.desk.Open(startLink) }}},
		Title:  wording.Text("sales.unmatched.title"), Note: note,
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("sales.unmatched.all_lines"), func() { v.desk.Open(linesLink(sales.LineFilter{Unmatched: true})) })},
	}.Build()
}

func (v *unmatchedView) load() { v.loader.Load(v.model.Load, v.loaded) }

func (v *unmatchedView) loaded(queue []sales.UnmatchedAccount, p *problem.Problem) {
	if p != nil {
		v.states.Show(failed(p, v.load))
		return
	}
	v.model.Show(queue)
	v.head.Objects = []fyne.CanvasObject{v.header()}
	v.head.Refresh()
	if len(queue) == 0 {
		v.states.Show(kit.NewPlainCard(kit.NewEmpty(wording.Text("sales.unmatched.empty"), wording.Text("sales.unmatched.empty_do"),
			kit.NewPlain(wording.Text("sales.unmatched.to_lines"), func() { v.desk.Open(startLink) }))))
		return
	}
	v.grid.SetModel(queueRows(queue))
	v.states.Show(v.body)
	v.grid.GoTo(grid.Place{Row: v.model.Row()})
	v.desk.Window().Canvas().Focus(v.grid)
	keys := wording.Text("sales.unmatched.keys")
	if v.done == "" {
		v.desk.Status(keys)
		return
	}
	v.desk.Status(v.done, keys)
}

func unmatchedColumns() []grid.Column {
	return []grid.Column{
		{ID: "platform", Label: wording.Text("sales.lines.platform"), Width: 102},
		{ID: "number", Label: wording.Text("sales.export.account"), Width: 190, Kind: grid.Code},
		{ID: "hint", Label: wording.Text("sales.unmatched.hint"), Width: 150, Grow: 1},
		{ID: "lines", Label: wording.Text("sales.unmatched.lines_column"), Width: 84, Kind: grid.Number},
		{ID: "net", Label: wording.Text("sales.totals.net_column"), Width: 120, Kind: grid.Number},
	}
}

// queueRows shows the queue as a list.
type queueRows []sales.UnmatchedAccount

// Rows is how many accounts wait.
func (q queueRows) Rows() int { return len(q) }

// Page gives a run of accounts.
func (q queueRows) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	rows := make([]grid.Row, count)
	for i, account := range q[first : first+count] {
		rows[i].Cells = grid.Words(platformWord(account.Platform), orBlank(account.Number), hintName(account), wording.Grouped(account.Lines), account.Net.String())
	}
	return rows, nil
}

// choose works on another account: its card shows what is known of it.
func (v *unmatchedView) choose(row int) {
	if row < 0 {
		return
	}
	v.model.Choose(row)
	account := v.model.Account()
	if account == nil {
		return
	}
	looked := *account
	v.about.Load(func(ctx context.Context) (about, error) { return v.model.About(ctx, looked) }, func(a about, p *problem.Problem) {
		if p != nil {
			v.showCard(failed(p, func() { v.choose(row) }))
			return
		}
		v.showCard(v.accountCard(&looked, &a))
	})
}

func (v *unmatchedView) showCard(card fyne.CanvasObject) {
	v.card.Objects = []fyne.CanvasObject{card}
	v.card.Refresh()
}

// accountCard shows what is known of an account, who it may belong to, and what to do.
func (v *unmatchedView) accountCard(account *sales.UnmatchedAccount, a *about) fyne.CanvasObject {
	facts := kit.NewPropertyList(72,
		kit.Property{Name: wording.Text("sales.lines.platform"), Value: platformWord(account.Platform)},
		kit.Property{Name: wording.Text("sales.unmatched.shop"), Value: account.Name},
		kit.Property{Name: wording.Text("sales.unmatched.product"), Value: account.Product},
		kit.Property{Name: wording.Text("sales.unmatched.sum"), Value: joinedWords(wording.Text("sales.unmatched.lines", "n", wording.Grouped(account.Lines)), yuan(account.Net))})
	parts := []fyne.CanvasObject{facts, kit.Rule(), v.modeChoice(account.AccountID, a.Mode), kit.Rule(), v.proposals(account.AccountID, a.Similar), kit.Rule(), linesTable(a.Lines)}
	actions := kit.Row(kit.Gap, kit.NewPrimary(wording.Text("sales.unmatched.choose"), v.pick), kit.NewPlain(wording.Text("sales.unmatched.new"), v.create))
	all := kit.NewLink(wording.Text("sales.unmatched.see_lines"), func() { v.desk.Open(linesLink(sales.LineFilter{AccountID: account.AccountID})) })
	body := kit.Down(kit.WideGap, []kit.Track{kit.Share(1), kit.Natural}, kit.Scrolled(kit.Column(10, parts...)), actions)
	return kit.NewCard(orBlank(account.Number), body, all)
}

func (v *unmatchedView) modeChoice(accountID int64, mode string) fyne.CanvasObject {
	choices := make([]kit.Choice, len(register.ChannelModes))
	for i, one := range register.ChannelModes {
		choices[i] = kit.Choice{Value: one, Label: wording.Text("register.mode." + one)}
	}
	v.asked = accountID
	v.mode = kit.NewRadio(choices, mode, func(chosen string) { v.setMode(accountID, chosen) }).Abreast()
	return kit.Column(4, kit.NewBold(wording.Text("sales.unmatched.mode")), v.mode, kit.NewNote(wording.Text("sales.unmatched.mode_note")))
}

// modeOf is what the card says of an account; "" where the card is still another one's: its mode stays.
func (v *unmatchedView) modeOf(accountID int64) string {
	if v.asked != accountID {
		return ""
	}
	return v.mode.Value()
}

func (v *unmatchedView) setMode(accountID int64, mode string) {
	v.run(func(ctx context.Context) error { return v.model.SetMode(ctx, accountID, mode) }, nil)
}

// proposals are organisations with names like the account's, one press away.
func (v *unmatchedView) proposals(accountID int64, similar []register.Similar) fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.NewBold(wording.Text("sales.unmatched.proposals"))}
	if len(similar) == 0 {
		parts = append(parts, kit.NewNote(wording.Text("sales.unmatched.no_proposals")))
	}
	for _, one := range similar {
		assign := kit.NewSmallButton(wording.Text("sales.unmatched.assign"), func() { v.assign(accountID, one.ID, one.Name) })
		parts = append(parts, kit.LineOf(one.Name, codeOr(one.CreditCode), assign))
	}
	return kit.Column(4, parts...)
}

func codeOr(code string) string {
	if code == "" {
		return wording.Text("sales.unmatched.no_code")
	}
	return code
}

func linesTable(lines []sales.TransactionLine) fyne.CanvasObject {
	var rows [][]kit.Cell
	for i := range lines {
		line := &lines[i]
		rows = append(rows, []kit.Cell{{Text: line.At.Format(time.DateTime)}, {Text: line.Product, Colour: kit.Secondary}, {Text: line.Amount.String()}})
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("sales.lines.time")}, {Title: wording.Text("sales.unmatched.product"), Grow: true}, {Title: wording.Text("sales.lines.amount"), Right: true}}, rows...)
	return kit.Column(6, kit.NewBold(wording.Text("sales.unmatched.latest")), table)
}

// pick lets the person search for the organisation; before anything is typed the similar ones stand there.
func (v *unmatchedView) pick() {
	account := v.model.Account()
	if account == nil {
		return
	}
	id := account.AccountID
	var picker *kit.Dialog
	create := kit.NewPlain(wording.Text("sales.unmatched.new"), func() {
		picker.Close()
		v.create()
	})
	picker = kit.OpenPicker(v.desk.Window().Canvas(), wording.Text("sales.unmatched.pick", "number", orBlank(account.Number)), v.desk.proposing(*account),
		func(found kit.Found[int64]) { v.assign(id, found.Key, found.Label) }, create)
}

func (v *unmatchedView) assign(accountID, organizationID int64, name string) {
	mode := v.modeOf(accountID)
	v.run(func(ctx context.Context) error { return v.model.Assign(ctx, accountID, organizationID, mode) }, func() { v.assigned(name) })
}

func (v *unmatchedView) create() {
	account := v.model.Account()
	if account == nil {
		return
	}
	id, mode := account.AccountID, v.modeOf(account.AccountID)
	openNewOrganization(v.desk, *account, func(o *register.Organization) {
		v.run(func(ctx context.Context) error { return v.model.AssignToNew(ctx, id, o, mode) }, func() { v.assigned(o.Name) })
	})
}

// assigned takes the account off the queue; the next one is there.
func (v *unmatchedView) assigned(name string) {
	if account := v.model.Account(); account != nil {
		v.done = wording.Text("sales.unmatched.done", "number", orBlank(account.Number), "name", name)
	}
	v.desk.Changed()
	v.load()
}

func (v *unmatchedView) run(work func(ctx context.Context) error, done func()) {
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.unmatched.assigning"), func(ctx context.Context, _ kit.Progress) error { return work(ctx) }, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		if done != nil {
			done()
		}
	})
}
