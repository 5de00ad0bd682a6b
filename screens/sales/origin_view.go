package sales

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// openLine shows a line's origin over the list.
func (v *linesView) openLine(id int64) {
	if id == 0 {
		return
	}
	v.origin.Load(func(ctx context.Context) (origin, error) { return v.desk.rooms.origin(ctx, id) }, func(o origin, p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		showOrigin(v.desk, &o)
	})
}

const originWidth float32 = 820

// showOrigin opens the card of a line: the transaction at the left, where it was read at the right, other
// states of it below.
func showOrigin(d desk, o *origin) *kit.Dialog {
	card := &originCard{desk: d, origin: o}
	left := kit.NewPropertyList(84, card.transaction()...)
	right := kit.NewPropertyList(72, card.source()...)
	parts := []fyne.CanvasObject{kit.Across(24, []kit.Track{kit.Share(1), kit.Share(1)}, left, right)}
	if len(o.States) > 0 {
		parts = append(parts, kit.Rule(), kit.NewBold(wording.Text("sales.origin.states", "n", len(o.States))), statesTable(o.States))
	}
	closing := kit.NewPrimary(wording.Text("kit.dialog.close"), func() { card.dialog.Close() })
	card.dialog = kit.NewDialog(d.Window().Canvas(), originWidth, wording.Text("sales.origin.title", "number", orBlank(o.Line.OrderNo)), kit.Column(kit.WideGap, parts...), closing)
	card.dialog.Show(closing)
	return card.dialog
}

// originCard is the card of one line while it is open.
type originCard struct {
	desk   desk
	origin *origin
	dialog *kit.Dialog
}

// link opens a page and closes the card.
func (c *originCard) link(label, link string) fyne.CanvasObject {
	return kit.Row(0, kit.NewLink(label, func() {
		c.dialog.Close()
		c.desk.Open(link)
	}))
}

func (c *originCard) transaction() []kit.Property {
	line := &c.origin.Line
	text := func(key, value string) kit.Property { return kit.Property{Name: wording.Text(key), Value: value} }
	who := kit.Property{Name: wording.Text("sales.origin.organization"), Object: kit.Row(kit.Gap, kit.NewBadge(wording.Text("sales.unmatched.word"), kit.AmberTint))}
	if line.OrganizationID != 0 {
		who.Object = c.link(line.Organization, organizationLink(line.OrganizationID))
	}
	account := kit.Property{Name: wording.Text("sales.origin.account"), Object: c.link(joinedWords(platformWord(line.Platform), orBlank(line.Account)), linesLink(sales.LineFilter{AccountID: line.AccountID}))}
	return []kit.Property{
		text("sales.origin.time", timeText(line.AtSeconds)), who, account,
		text("sales.origin.order_no", line.OrderNo), text("sales.origin.merchant_no", line.MerchantNo),
		text("sales.origin.status", statusNote(line)), text("sales.origin.trade_type", joinedWords(channelWord(line.Channel), line.TradeType)),
		text("sales.origin.product", line.Product),
		{Name: wording.Text("sales.origin.paid"), Value: bothBases(line.Order.String(), line.Settled.String())},
		{Name: wording.Text("sales.origin.refunded"), Value: bothBases(line.RefundOrder.String(), line.RefundSettled.String())},
		text("sales.origin.net", yuan(line.Amount)),
	}
}

// statusNote adds what the file says in its own words where ours differ.
func statusNote(line *sales.TransactionLine) string {
	word := statusWord(line.Status, line.Sides)
	if line.Status == "" || word == line.Status {
		return word
	}
	return word + "（" + line.Status + "）"
}

func bothBases(order, settled string) string {
	return wording.Text("sales.origin.bases", "order", order, "settled", settled)
}

func (c *originCard) source() []kit.Property {
	line, file := &c.origin.Line, &c.origin.File
	return []kit.Property{
		{Name: wording.Text("sales.origin.file"), Object: c.link(short(file.Name, 36), fileLink(file.ID))},
		{Name: wording.Text("sales.origin.row"), Value: wording.Text("sales.origin.row_n", "row", wording.Grouped(line.Line))},
		{Name: wording.Text("sales.origin.format"), Value: wording.Text("format." + file.Format)},
		{Name: wording.Text("sales.origin.exported"), Value: timeText(file.ExportedAt)},
		{Name: wording.Text("sales.origin.batch"), Object: c.link(wording.Text("sales.origin.batch_n", "batch", file.BatchID), batchLink(file.BatchID))},
		{Name: wording.Text("sales.origin.same_file"), Object: c.link(wording.Text("sales.origin.lines_of_file", "n", wording.Grouped(file.Added+file.Updated)), linesLink(sales.LineFilter{FileID: file.ID}))},
		{Name: wording.Text("sales.origin.sha"), Value: file.SHA256[:min(16, len(file.SHA256))] + "…"},
	}
}

// statesTable compares what other files say of the transaction.
func statesTable(states []sales.LineState) fyne.CanvasObject {
	var rows [][]kit.Cell
	for _, state := range states[:min(6, len(states))] {
		rows = append(rows, kit.Cells(state.FileName, strconv.Itoa(state.Line), state.At.Format(time.DateTime), statusWord(state.Status, 0),
			state.Order.String(), state.RefundOrder.String(), fmt.Sprint(state.BatchID)))
	}
	return kit.NewTable([]kit.Head{
		{Title: wording.Text("sales.origin.file"), Grow: true}, {Title: wording.Text("sales.origin.row"), Right: true}, {Title: wording.Text("sales.origin.time")},
		{Title: wording.Text("sales.origin.status")}, {Title: wording.Text("sales.origin.paid"), Right: true},
		{Title: wording.Text("sales.origin.refunded"), Right: true}, {Title: wording.Text("sales.origin.batch"), Right: true},
	}, rows...)
}
