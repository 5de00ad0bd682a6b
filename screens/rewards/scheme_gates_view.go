package rewards

import (
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// gatesDialog edits the conditions of a clause; they are taken over when it is closed by its button.
type gatesDialog struct {
	gates []rewards.Gate
	list  *fyne.Container
}

func (v *clauseView) askGates() {
	rule := v.model.Rule()
	g := &gatesDialog{gates: copyGates(rule.Gates), list: kit.Column(kit.Gap)}
	g.rebuild()
	var d *kit.Dialog
	add := kit.NewLink(wording.Text("rewards.edit.add_gate"), func() {
		g.gates = append(g.gates, rewards.Gate{Measure: rewards.Measure{Of: rewards.OfRegister, Fact: rewards.InDistrict}})
		g.rebuild()
	})
	content := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Fixed(250), kit.Natural}, kit.NewNote(wording.Text("rewards.edit.gates_help")), kit.Scrolled(g.list), kit.Row(0, add))
	d = kit.NewDialog(v.window(), 680, wording.Text("rewards.edit.gates_title"), content,
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() }),
		kit.NewPrimary(wording.Text("rewards.edit.take"), func() {
			rule.Gates = g.gates
			d.Close()
			v.rebuild()
		}))
	d.Show(nil)
}

func copyGates(gates []rewards.Gate) []rewards.Gate {
	copied := slices.Clone(gates)
	for i := range copied {
		if at := copied[i].At; at != nil {
			threshold := *at
			copied[i].At = &threshold
		}
		if unclear := copied[i].Unclear; unclear != nil {
			open := *unclear
			copied[i].Unclear = &open
		}
	}
	return copied
}

func (g *gatesDialog) rebuild() {
	g.list.Objects = nil
	for i := range g.gates {
		g.list.Add(g.row(i))
	}
	if len(g.gates) == 0 {
		g.list.Add(kit.NewSecondary(wording.Text("rewards.schemes.always")))
	}
	g.list.Refresh()
}

// gateKinds are what a condition can be about: facts first, then what is counted.
func gateKinds() []kit.Choice {
	var choices []kit.Choice
	for _, fact := range rewards.Facts {
		if fact != rewards.Located { // its place is chosen in a file
			choices = append(choices, kit.Choice{Value: string(fact), Label: fact.In(wording.Language())})
		}
	}
	return append(choices, choicesOf("rewards.edit.gate.", "sales", "growth", "increase", "orders", "declared", "yes_no")...)
}

func gateKind(g *rewards.Gate) string {
	m := &g.Measure
	switch {
	case m.Of == rewards.OfRegister:
		return string(m.Fact)
	case m.Change != "":
		return string(m.Change)
	case m.Of == rewards.OfDeclared && m.Unit == rewards.YesNo:
		return "yes_no"
	}
	return string(m.Of)
}

func gateOf(kind string) rewards.Gate {
	sold := rewards.Measure{Of: rewards.OfSales}
	switch kind {
	case "sales":
	case "growth", "increase":
		sold.Change = rewards.Change(kind)
	case "orders":
		sold = rewards.Measure{Of: rewards.OfOrders, Per: rewards.PerMonth}
	case "declared", "yes_no":
		sold = rewards.Measure{Of: rewards.OfDeclared, Name: wording.Text("rewards.edit.figure")}
		if kind == "yes_no" {
			sold.Unit = rewards.YesNo
		}
	default:
		sold = rewards.Measure{Of: rewards.OfRegister, Fact: rewards.Fact(kind)}
	}
	gate := rewards.Gate{Measure: sold}
	if sold.Asked() != rewards.YesNo {
		gate.At = &rewards.Threshold{}
	}
	return gate
}

func (g *gatesDialog) row(i int) fyne.CanvasObject {
	gate := &g.gates[i]
	kind := kit.NewSelect(gateKinds(), gateKind(gate), func(value string) {
		g.gates[i] = gateOf(value)
		g.rebuild()
	})
	remove := kit.NewSmallLink("×", func() {
		g.gates = slices.Delete(g.gates, i, i+1)
		g.rebuild()
	})
	row := kit.Across(kit.Gap, []kit.Track{kit.Fixed(230), kit.Share(1), kit.Fixed(30)}, kind, g.condition(gate), remove)
	if gate.Unclear == nil {
		return row
	}
	return kit.Column(4, row, g.readings(gate))
}

func nothingMore() {}

// condition is what is asked of the measure: that it holds or not, or how far it goes.
func (g *gatesDialog) condition(gate *rewards.Gate) fyne.CanvasObject {
	parts, tracks := []fyne.CanvasObject{}, []kit.Track{}
	if gate.Measure.Of == rewards.OfDeclared {
		name := kit.NewEntry(wording.Text("rewards.edit.figure"))
		name.SetText(gate.Measure.Name)
		name.OnChanged = func(text string) { gate.Measure.Name = text }
		parts, tracks = append(parts, name), append(tracks, kit.Share(1))
	}
	if gate.At == nil {
		value := "must"
		if gate.Not {
			value = "must_not"
		}
		parts = append(parts, kit.NewSelect(choicesOf("rewards.edit.", "must", "must_not"), value, func(chosen string) { gate.Not = chosen == "must_not" }))
		return kit.Across(kit.Gap, append(tracks, kit.Fixed(104)), parts...)
	}
	parts = append(parts, strictSelect(&gate.At.Strict, nothingMore), numberEntry(gate.Measure.Asked(), &gate.At.At, nothingMore))
	tracks = append(tracks, kit.Fixed(112), kit.Share(1))
	if gate.Measure.Of == rewards.OfDeclared {
		units := choicesOf("rewards.edit.unit.", rewards.Yuan, rewards.Count, rewards.SquareMetres, rewards.Months, rewards.Points, rewards.Percent, rewards.Dollars)
		parts = append(parts, kit.NewSelect(units, string(gate.Measure.Asked()), func(value string) {
			gate.Measure.Unit, gate.Measure.Counter = rewards.Unit(value), ""
			if gate.Measure.Unit == rewards.Count {
				gate.Measure.Counter = wording.Text("rewards.edit.counter")
			}
			g.rebuild()
		}))
		tracks = append(tracks, kit.Fixed(84))
	} else {
		parts, tracks = append(parts, kit.NewText(unitName(gate.Measure))), append(tracks, kit.Natural)
	}
	return kit.Across(kit.Gap, tracks, parts...)
}

// readings chooses how an unclear text is read.
func (g *gatesDialog) readings(gate *rewards.Gate) fyne.CanvasObject {
	said := gate.Unclear.ReadingsIn(wording.Language())
	choices := make([]kit.Choice, len(said))
	for i, text := range said {
		choices[i] = kit.Choice{Value: numberIn(int64(i)), Label: text}
	}
	value := ""
	if gate.Unclear.Chosen != nil {
		value = numberIn(int64(*gate.Unclear.Chosen))
	}
	radio := kit.NewRadio(choices, value, func(chosen string) {
		for i, choice := range choices {
			if choice.Value == chosen {
				gate.Choose(i)
			}
		}
	}).Abreast()
	doubt := kit.Row(kit.Gap, kit.NewBadge(wording.Text("rewards.edit.unclear"), kit.AmberTint), kit.NewSmall(gate.Unclear.Text).Short())
	return kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(190)}, doubt, radio)
}
