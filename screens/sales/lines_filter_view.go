package sales

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

const chipHeight float32 = 28

// setChips builds the filters as they stand, and what they found, at the right of them.
func (v *linesView) setChips() {
	f := v.model.Last
	chips := append([]fyne.CanvasObject{v.views.Chip()}, v.ownChips()...)
	chips = append(chips, v.linkedChips()...)
	chips = append(chips, v.grid.FilterChips()...)
	if f.Unmatched > 0 || v.model.Filter.Unmatched {
		chips = append(chips, v.unmatchedChip())
	}
	told := small(wording.Text("sales.lines.found", "all", wording.Grouped(f.All), "lines", wording.Grouped(len(f.IDs)), "ms", f.Took.Milliseconds()))
	if v.model.Filter.Unmatched {
		chips = append(chips, kit.Down(0, []kit.Track{kit.Fixed(chipHeight)}, kit.Row(0, kit.NewLink(wording.Text("sales.unmatched.open"), func() { v.desk.Open(unmatchedLink) }))))
	}
	v.chips.Objects = append(chips, kit.Down(0, []kit.Track{kit.Fixed(chipHeight)}, told))
	v.chips.Show()
	v.object.Refresh()
}

func (v *linesView) ownChips() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.periodChip(), v.platformChip(), v.organizationChip(), v.sideChip(), v.amountChip(), v.channelChip()}
}

// opening is a chip that opens a choice of its own.
func opening(label string, active bool, open func()) *kit.Chip {
	chip := kit.NewChip(label+" ▾", open)
	chip.SetActive(active)
	return chip
}

func (v *linesView) periodChip() fyne.CanvasObject {
	filter := v.model.Filter
	var chip *kit.Chip
	chip = opening(periodText(filter.From, filter.To), filter.From != 0 || filter.To != 0, func() {
		choices := []kit.Choice{{Value: "0", Label: wording.Text("sales.period.all")}}
		for _, period := range periods(v.model.Last.Months, filter.From) {
			first, last := monthsOf(period)
			choices = append(choices, kit.Choice{Value: strconv.Itoa(period), Label: periodText(first, last)})
		}
		kit.OpenChoices(chip, choices, func(value string) {
			period, _ := strconv.Atoi(value)
			v.model.SetPeriod(period)
			v.reload()
		})
	})
	return chip
}

func (v *linesView) platformChip() fyne.CanvasObject {
	choices := []kit.Choice{{Label: wording.Text("sales.filter.all")}}
	for _, platform := range register.Platforms {
		choices = append(choices, kit.Choice{Value: platform, Label: platformWord(platform)})
	}
	return kit.NewChoiceChip(wording.Text("sales.filter.platform"), choices, v.model.Filter.Platform, func(value string) {
		v.model.Filter.Platform = value
		v.reload()
	})
}

func (v *linesView) organizationChip() fyne.CanvasObject {
	name, active := v.model.Last.Subject, v.model.Filter.OrganizationID != 0
	if !active {
		name = wording.Text("sales.filter.all")
	}
	return opening(wording.Text("sales.filter.organization", "name", name), active, func() {
		choose := func(id int64) {
			v.model.Filter.OrganizationID = id
			v.reload()
		}
		var picker *kit.Dialog
		everybody := kit.NewPlain(wording.Text("sales.filter.everybody"), func() {
			picker.Close()
			choose(0)
		})
		picker = kit.OpenPicker(v.desk.Window().Canvas(), wording.Text("sales.filter.choose_organization"), v.desk.organizations,
			func(found kit.Found[int64]) { choose(found.Key) }, everybody)
	})
}

func (v *linesView) sideChip() fyne.CanvasObject {
	choices := []kit.Choice{{Value: "0", Label: wording.Text("sales.filter.all")}, {Value: "1", Label: wording.Text("sales.side.1")}, {Value: "2", Label: wording.Text("sales.side.2")}}
	return kit.NewChoiceChip(wording.Text("sales.filter.side"), choices, strconv.Itoa(int(v.model.Filter.Side)), func(value string) {
		side, _ := strconv.Atoi(value)
		v.model.Filter.Side = statement.Sides(side)
		v.reload()
	})
}

func (v *linesView) channelChip() fyne.CanvasObject {
	return channelChip(v.model.Filter.Channel, func(channel statement.Channel) {
		v.model.Filter.Channel = channel
		v.reload()
	})
}

// channelChip chooses online, in person or both.
func channelChip(now statement.Channel, choose func(statement.Channel)) *kit.Chip {
	choices := make([]kit.Choice, 3)
	for i := range choices {
		choices[i] = kit.Choice{Value: strconv.Itoa(i), Label: channelWord(statement.Channel(i))}
	}
	return kit.NewChoiceChip(wording.Text("sales.filter.channel"), choices, strconv.Itoa(int(now)), func(value string) {
		channel, _ := strconv.Atoi(value)
		choose(statement.Channel(channel))
	})
}

func (v *linesView) amountChip() fyne.CanvasObject {
	least, most := v.model.Filter.Least, v.model.Filter.Most
	return opening(amountRange(least, most), least != 0 || most != 0, func() {
		fieldLeast, entryLeast := amountField(wording.Text("sales.filter.least"), least)
		fieldMost, entryMost := amountField(wording.Text("sales.filter.most"), most)
		form.Show(v.desk.Window().Canvas(), wording.Text("sales.filter.amount_title"), form.New(fieldLeast, fieldMost), wording.Text("sales.filter.apply"), func() *problem.Problem {
			v.model.Filter.Least, _ = entryLeast.Fen()
			v.model.Filter.Most, _ = entryMost.Fen()
			v.reload()
			return nil
		})
	})
}

func amountRange(least, most money.Fen) string {
	switch {
	case least == 0 && most == 0:
		return wording.Text("sales.filter.amount")
	case most == 0:
		return wording.Text("sales.filter.amount_least", "least", least)
	case least == 0:
		return wording.Text("sales.filter.amount_most", "most", most)
	}
	return wording.Text("sales.filter.amount_span", "least", least, "most", most)
}

func amountField(label string, value money.Fen) (*form.Field, *form.Amount) {
	field, amount := form.Money(label)
	amount.Negative = true // refunds
	if value != 0 {
		amount.SetFen(value)
	}
	field.Help = wording.Text("sales.filter.amount_help")
	return field, amount
}

func (v *linesView) unmatchedChip() fyne.CanvasObject {
	chip := kit.NewChip(wording.Text("sales.filter.unmatched", "n", wording.Grouped(v.model.Last.Unmatched)), func() {
		v.model.Filter.Unmatched = !v.model.Filter.Unmatched
		v.reload()
	})
	chip.SetActive(v.model.Filter.Unmatched)
	return chip
}

// linkedChips are filters a link brought along; a press takes one off.
func (v *linesView) linkedChips() []fyne.CanvasObject {
	filter, f := &v.model.Filter, v.model.Last
	var chips []fyne.CanvasObject
	add := func(is bool, label string, drop func()) {
		if !is {
			return
		}
		chip := kit.NewChip(label+" ×", func() {
			drop()
			v.reload()
		})
		chip.SetActive(true)
		chips = append(chips, chip)
	}
	add(filter.AccountID != 0, wording.Text("sales.filter.account", "number", orBlank(f.Account)), func() { filter.AccountID = 0 })
	add(filter.FileID != 0, wording.Text("sales.filter.file", "name", short(f.File, 18)), func() { filter.FileID = 0 })
	add(filter.BatchID != 0, wording.Text("sales.filter.batch", "batch", fmt.Sprint(filter.BatchID)), func() { filter.BatchID = 0 })
	add(filter.Matched, wording.Text("sales.filter.matched"), func() { filter.Matched = false })
	add(filter.Number != "", wording.Text("sales.filter.number", "number", short(filter.Number, 12)), func() { filter.Number = "" })
	return chips
}

// short cuts a name in its middle, since its end tells as much as its beginning.
func short(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	half := (most - 1) / 2
	return string(runes[:half]) + "…" + string(runes[len(runes)-half:])
}
