package sales

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// details are the cards of the chosen file: its summary row compared, what could not be read, its
// first lines, and the accounts nobody knows yet.
func (v *importView) details(file *sales.FileReport) fyne.CanvasObject {
	if len(file.Header) > 0 {
		return kit.NewPlainCard(kit.NewEmpty(wording.Text("sales.import.unknown"),
			wording.Text("sales.import.unknown_do", "row", file.HeaderRow, "header", strings.Join(file.Header, "、")), v.waysOut(file)...))
	}
	if file.Problem != nil {
		return kit.NewPlainCard(kit.NewFailed(file.Problem, v.waysOut(file)...))
	}
	if file.Known != nil {
		return kit.NewPlainCard(knownState(v.desk, file))
	}
	first := summaryCard(&file.StatementFile)
	if !counted(&file.StatementFile) {
		first = flowCard(&file.StatementFile)
	}
	top := kit.Across(kit.Gap, []kit.Track{kit.Share(1.08), kit.Share(1)}, first, findingsCard(v.desk, findingsOf(file.Doubts)))
	parts := []fyne.CanvasObject{top, v.headCard(file)}
	tracks := []kit.Track{kit.Share(188), kit.Share(265)}
	if len(file.Unmatched) > 0 {
		shown := min(3, len(file.Unmatched))
		parts, tracks = append(parts, v.unmatchedCard(file)), append(tracks, kit.Fixed(float32(30+25*shown)))
	}
	return kit.Down(kit.Gap, tracks, parts...)
}

func (v *importView) waysOut(file *sales.FileReport) []fyne.CanvasObject {
	remove := kit.NewPlain(wording.Text("sales.import.remove"), func() { v.remove(*file) })
	again := kit.NewPlain(wording.Text("sales.again"), v.look)
	if len(file.Header) > 0 {
		return []fyne.CanvasObject{remove, kit.NewPrimary(wording.Text("sales.import.map"), func() { v.openMapping(*file) })}
	}
	return []fyne.CanvasObject{remove, again}
}

func knownState(d desk, file *sales.FileReport) fyne.CanvasObject {
	if file.Known.BatchID == 0 {
		return kit.NewEmpty(wording.Text("sales.import.twin"), wording.Text("sales.import.twin_do"))
	}
	at, batch := file.Known.At.In(statement.China).Format("2006-01-02 15:04"), file.Known.BatchID
	return kit.NewEmpty(wording.Text("sales.import.known_title"), wording.Text("sales.import.known_do", "at", at, "batch", batch),
		kit.NewPlain(wording.Text("sales.import.open_batch"), func() { d.Open(batchLink(batch)) }))
}

// headCard shows the first lines as they were understood.
func (v *importView) headCard(file *sales.FileReport) fyne.CanvasObject {
	var rows [][]kit.Cell
	for i := range file.Head {
		rows = append(rows, v.headRow(file, &file.Head[i]))
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("sales.head.row"), Right: true}, {Title: wording.Text("sales.head.time")}, {Title: wording.Text("sales.head.account")},
		{Title: wording.Text("sales.head.organization"), Grow: true}, {Title: wording.Text("sales.head.kind")}, {Title: wording.Text("sales.head.status")},
		{Title: wording.Text("sales.head.paid"), Right: true}, {Title: wording.Text("sales.head.refunded"), Right: true}}, rows...)
	note := []string{wording.Text("sales.head.note", "lines", wording.Grouped(file.Lines-file.Unreadable)), file.Encoding, wording.Text("sales.head.at", "row", file.HeaderRow)}
	right := []fyne.CanvasObject{small(joinedWords(note...))}
	if file.Format == "generic" {
		right = append(right, kit.NewLink(wording.Text("sales.import.map_again"), func() { v.openMapping(*file) }))
	}
	return kit.NewCard(wording.Text("sales.head.title", "n", len(file.Head)), kit.Scrolled(table), right...)
}

func (v *importView) headRow(file *sales.FileReport, line *statement.Line) []kit.Cell {
	cells := kit.Cells(fmt.Sprint(line.Row), timeText(line.At), line.Account, "", line.TradeType, line.Status, line.Order.String(), "")
	if line.RefundOrder != 0 {
		cells[7] = kit.Cell{Text: (-line.RefundOrder).String(), Colour: kit.RedText}
	}
	if !counted(&file.StatementFile) {
		cells[3].Text, cells[6].Text = line.Product, line.DirectionAmount.String()
		return cells
	}
	cells[3].Text = v.model.Owner(file.Platform, line.Account)
	if cells[3].Text == "" {
		cells[3].Object = kit.NewBadge(wording.Text("sales.unmatched.word"), kit.AmberTint)
	}
	return cells
}

// unmatchedCard lists the accounts nobody has matched; choosing an organisation once is enough for all later files.
func (v *importView) unmatchedCard(file *sales.FileReport) fyne.CanvasObject {
	shown := file.Unmatched[:min(3, len(file.Unmatched))]
	hints := make([]*kit.Text, len(shown))
	var rows []fyne.CanvasObject
	for i, account := range shown {
		hints[i] = small("").Short()
		rows = append(rows, v.unmatchedRow(account, hints[i]))
	}
	v.hint(shown, hints)
	note := wording.Text("sales.import.unmatched_note")
	if more := len(file.Unmatched) - len(shown); more > 0 {
		note = wording.Text("sales.import.unmatched_more", "n", more)
	}
	title := kit.Row(4, kit.NewBold(wording.Text("sales.import.unmatched")), kit.NewStyled(wording.Text("sales.unmatched.count", "n", len(file.Unmatched)), kit.AmberText, kit.TextSize, true),
		kit.Spring(), small(note).Short())
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(kit.Column(1, append([]fyne.CanvasObject{title}, rows...)...), 6, 12, 4, 12))
}

func (v *importView) unmatchedRow(account sales.UnmatchedAccount, hint *kit.Text) fyne.CanvasObject {
	about := kit.Row(4, small(wording.Text("sales.unmatched.product")), dense(orBlank(account.Product)).Short())
	if account.Name != "" {
		about = kit.Row(4, small(wording.Text("sales.unmatched.shop")), dense(account.Name).Short())
	}
	actions := []fyne.CanvasObject{}
	if account.Number != "" {
		actions = append(actions, kit.NewSmallButton(wording.Text("sales.unmatched.choose"), func() { v.match(account) }),
			kit.NewSmallButton(wording.Text("sales.unmatched.new"), func() { v.matchNew(account) }))
	}
	return kit.Down(0, []kit.Track{kit.Fixed(24)}, kit.Across(kit.Gap, []kit.Track{kit.Fixed(84), kit.Share(1), kit.Fixed(52), kit.Fixed(100), kit.Share(1.2), kit.Fixed(146)},
		kit.Row(0, dense(orBlank(account.Number)).Short()), about, dense(wording.Text("sales.unmatched.lines", "n", wording.Grouped(account.Lines))).Right(),
		dense(yuan(account.Net)).Right(), hint, kit.Row(6, append([]fyne.CanvasObject{kit.Spring()}, actions...)...)))
}

// hint looks for organisations with names like the accounts', and says so beside them.
func (v *importView) hint(accounts []sales.UnmatchedAccount, hints []*kit.Text) {
	v.names.Load(func(ctx context.Context) (map[string]string, error) {
		found := map[string]string{}
		for _, account := range accounts {
			name, err := v.desk.mostSimilar(ctx, account)
			if err != nil {
				return nil, err
			}
			found[account.Number] = name
		}
		return found, nil
	}, func(found map[string]string, p *problem.Problem) {
		for i, account := range accounts {
			if name := found[account.Number]; name != "" {
				hints[i].SetText(wording.Text("sales.unmatched.similar", "name", name))
			} else if p == nil {
				hints[i].SetText(wording.Text("sales.unmatched.none_similar"))
			}
		}
	})
}

// hintName is what an account may be known by: its shop's name, or else what it sells.
func hintName(account sales.UnmatchedAccount) string {
	if account.Name != "" {
		return account.Name
	}
	return account.Product
}

// match gives an account to an organisation the person picks.
func (v *importView) match(account sales.UnmatchedAccount) {
	over := v.desk.Window().Canvas()
	kit.OpenPicker(over, wording.Text("sales.unmatched.pick", "number", orBlank(account.Number)), v.desk.proposing(account), func(found kit.Found[int64]) {
		kit.Run(over, wording.Text("sales.unmatched.assigning"), func(ctx context.Context, _ kit.Progress) error {
			return v.model.Match(ctx, account, found.Key)
		}, func(p *problem.Problem) { v.matched(account, found.Label, p) })
	})
}

// matchNew creates the organisation an account belongs to.
func (v *importView) matchNew(account sales.UnmatchedAccount) {
	openNewOrganization(v.desk, account, func(o *register.Organization) {
		kit.Run(v.desk.Window().Canvas(), wording.Text("sales.unmatched.assigning"), func(ctx context.Context, _ kit.Progress) error {
			return v.model.MatchNew(ctx, account, o)
		}, func(p *problem.Problem) { v.matched(account, o.ShownName(), p) })
	})
}

func (v *importView) matched(account sales.UnmatchedAccount, name string, p *problem.Problem) {
	if p != nil {
		v.desk.Problem(p)
		return
	}
	v.model.Matched(account, name)
	v.desk.Changed()
	v.show()
}
