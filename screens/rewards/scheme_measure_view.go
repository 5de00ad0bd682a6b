package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// choicesOf words choices whose values are the ends of keys.
func choicesOf[T ~string](key string, values ...T) []kit.Choice {
	choices := make([]kit.Choice, len(values))
	for i, value := range values {
		name := string(value)
		if name == "" {
			name = "none"
		}
		choices[i] = kit.Choice{Value: string(value), Label: wording.Text(key + name)}
	}
	return choices
}

// sourceOf is what the first select of a measure shows.
func sourceOf(m *rewards.Measure) string {
	if m.Of == rewards.OfSales && m.Channel != "" {
		return string(m.Of) + "." + m.Channel
	}
	return string(m.Of)
}

func setSource(m *rewards.Measure, source string) {
	switch source {
	case "sales.in_person", "sales.both":
		*m = rewards.Measure{Of: rewards.OfSales, Selection: rewards.Selection{Channel: source[len("sales."):]}, Per: m.Per, Change: m.Change}
	case string(rewards.OfDeclared):
		*m = rewards.Measure{Of: rewards.OfDeclared, Name: wording.Text("rewards.edit.figure")}
	default:
		*m = rewards.Measure{Of: rewards.Source(source), Per: m.Per, Change: m.Change}
	}
}

// periodOf is what the second select shows: the sum, the monthly average, the change.
func periodOf(m *rewards.Measure) string {
	if m.Change != "" {
		return string(m.Change)
	}
	return m.Per
}

func setPeriod(m *rewards.Measure, period string) {
	m.Per, m.Change = "", ""
	switch period {
	case rewards.PerMonth:
		m.Per = period
	case string(rewards.Increase), string(rewards.Growth):
		m.Change = rewards.Change(period)
	}
}

// measureRow edits what is counted, by selects and, for a declared figure, its name and unit. sources are what the
// place allows; rebuild is called where other fields are needed, changed where a number or word differs.
func measureRow(m *rewards.Measure, sources []string, fixed bool, rebuild, changed func()) fyne.CanvasObject {
	source := kit.NewSelect(choicesOf("rewards.edit.source.", sources...), sourceOf(m), func(value string) {
		setSource(m, value)
		rebuild()
	})
	if m.Of == rewards.OfDeclared {
		name := kit.NewEntry(wording.Text("rewards.edit.figure"))
		name.SetText(m.Name)
		name.OnChanged = func(text string) {
			m.Name = text
			changed()
		}
		unit := kit.NewSelect(choicesOf("rewards.edit.unit.", rewards.Yuan, rewards.Count, rewards.SquareMetres, rewards.Months, rewards.Points, rewards.Percent, rewards.Dollars),
			string(m.Asked()), func(value string) {
				m.Unit, m.Counter, m.Outlay = rewards.Unit(value), "", false
				if m.Unit == rewards.Count {
					m.Counter = wording.Text("rewards.edit.counter")
				}
				rebuild()
			})
		return kit.Across(kit.Gap, []kit.Track{kit.Fixed(132), kit.Share(1), kit.Fixed(84)}, source, name, unit)
	}
	period := kit.NewSelect(choicesOf("rewards.edit.period.", "", rewards.PerMonth, string(rewards.Increase), string(rewards.Growth)), periodOf(m), func(value string) {
		setPeriod(m, value)
		rebuild()
	})
	basis := kit.NewSelect(choicesOf("rewards.edit.basis.", "", rewards.SettledBasis), m.Basis, func(value string) {
		m.Basis = value
		changed()
	})
	if fixed {
		period.Disable()
	}
	return kit.Across(kit.Gap, []kit.Track{kit.Fixed(172), kit.Fixed(92), kit.Fixed(100)}, source, period, basis)
}

// Sources of measures, by what the place can use.
var (
	anySource   = []string{"sales", "sales.in_person", "sales.both", "orders", "declared"}
	moneySource = []string{"sales", "sales.in_person", "sales.both", "declared"}
	soldSource  = []string{"sales", "sales.in_person", "sales.both"}
	countSource = []string{"orders", "declared"}
)
