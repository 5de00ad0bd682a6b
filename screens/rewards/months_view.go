package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// monthsView is the twelve months of a declaration, each typed amount with the verified one beside it.
type monthsView struct {
	context  kit.Context
	model    *DeclareModel
	onTyped  func()
	card     fyne.CanvasObject
	entries  [12]*form.Amount
	verified [12]*kit.Text
	apart    [12]*kit.Text
	sum      *kit.Text
	proven   *kit.Text
	trouble  *kit.Paragraph
	filling  bool
}

var monthTracks = []kit.Track{kit.Fixed(40), kit.Share(1), kit.Share(1), kit.Fixed(64)}

func newMonthsView(m *DeclareModel, c kit.Context, onTyped func()) *monthsView {
	v := &monthsView{context: c, model: m, onTyped: onTyped, sum: denseBold(), proven: denseBold(), trouble: kit.NewNote("")}
	v.trouble.Colour = kit.RedText
	head := func(key string) *kit.Text {
		return kit.NewStyled(wording.Text("rewards.evidence."+key), kit.Secondary, kit.SmallTextSize, true)
	}
	rows := []fyne.CanvasObject{kit.Across(kit.Gap, monthTracks, head("month"), head("declared").Right(), head("verified").Right(), head("deviation").Right())}
	for i := range v.entries {
		rows = append(rows, v.row(i))
	}
	total := kit.Across(kit.Gap, monthTracks, kit.NewBold(wording.Text("rewards.evidence.total")), v.sum, v.proven, kit.Space(0, 0))
	rows = append(rows, kit.Rule(), kit.Down(0, []kit.Track{kit.Fixed(24)}, total), v.trouble)
	v.card = kit.NewCard(wording.Text("rewards.new.months"), kit.Scrolled(kit.Column(3, rows...)),
		kit.NewLink(wording.Text("rewards.new.paste"), v.pasteAll))
	v.sumUp()
	return v
}

func denseBold() *kit.Text { return kit.NewStyled("", kit.Ink, kit.DenseTextSize, true).Right() }

func (v *monthsView) row(i int) fyne.CanvasObject {
	v.entries[i] = newMonthEntry(func(text string) bool { return v.paste(i+1, text) }, func(by int) { v.move(i + by) })
	v.entries[i].SetValue(v.model.Month(i + 1))
	v.entries[i].OnChanged = func(string) {
		if now := v.entries[i].Value(); now != v.model.Month(i+1) { // else only its separators came or went
			v.model.SetMonth(i+1, now)
			v.changed()
		}
	}
	v.entries[i].OnLeave = func(string) { v.check() }
	v.verified[i], v.apart[i] = kit.NewStyled("", kit.Secondary, kit.DenseTextSize, false).Right(), kit.NewStyled("", kit.Secondary, kit.DenseTextSize, false).Right()
	name := kit.NewText(monthName(i + 1))
	return kit.Across(kit.Gap, monthTracks, name, v.entries[i], v.verified[i], v.apart[i])
}

func (v *monthsView) move(to int) {
	if to < 0 || to >= len(v.entries) {
		return
	}
	if over := fyne.CurrentApp().Driver().CanvasForObject(v.entries[to]); over != nil {
		over.Focus(v.entries[to])
	}
}

// paste takes a block from a month on; false where the text is no block.
func (v *monthsView) paste(from int, text string) bool {
	if v.model.Paste(from, text) == 0 {
		return false
	}
	v.fill()
	v.changed()
	v.check()
	return true
}

// fill shows the model's months.
func (v *monthsView) fill() {
	v.filling = true
	for i, entry := range v.entries {
		entry.SetValue(v.model.Month(i + 1))
	}
	v.filling = false
	v.sumUp()
}

// pasteAll takes the clipboard's column from January on.
func (v *monthsView) pasteAll() {
	if !v.paste(1, fyne.CurrentApp().Clipboard().Content()) {
		v.trouble.SetText(wording.Text("rewards.new.paste_nothing"))
	}
}

func (v *monthsView) changed() {
	if v.filling {
		return
	}
	v.sumUp()
	v.onTyped()
}

// check words the first month that is no amount.
func (v *monthsView) check() {
	for month := 1; month <= len(v.entries); month++ {
		if wrong := v.model.WrongMonth(month); wrong != nil {
			v.trouble.SetText(wording.Text("rewards.new.wrong_month", "month", monthName(month), "what", worded(wrong)))
			return
		}
	}
	v.trouble.SetText("")
}

func (v *monthsView) sumUp() {
	sum, _ := v.model.Declared()
	v.sum.SetText(sum.String())
}

// show puts the verified amounts beside the typed ones.
func (v *monthsView) show(c rewards.Comparison) {
	byMonth := map[int]rewards.ComparedMonth{}
	var sum money.Fen
	for _, month := range c.Months {
		byMonth[month.Month%100] = month
		sum += month.Verified
	}
	for i := range v.entries {
		month, known := byMonth[i+1]
		verified, apart, colour := "—", "", kit.Secondary
		if known {
			verified = month.Verified.String()
		}
		if known && month.IsDeclared {
			apart = percent(month.Deviation)
		}
		if month.Deviation.Beyond {
			colour = kit.RedText
		}
		v.verified[i].SetText(verified)
		v.apart[i].SetText(apart)
		v.verified[i].SetColour(colour)
		v.apart[i].SetColour(colour)
	}
	v.proven.SetText(sum.String())
}
