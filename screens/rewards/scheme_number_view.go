package rewards

import (
	"strings"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// numberEntry edits a quantity in a unit: money in 万元. What is no number is kept as nothing, which the checks
// then say.
func numberEntry(unit rewards.Unit, q *rewards.Quantity, changed func()) *kit.Entry {
	entry := kit.NewNumberEntry("")
	entry.SetText(typedQuantity(unit, *q))
	entry.OnChanged = func(text string) {
		*q = readQuantity(unit, text)
		changed()
	}
	entry.OnLeave = func(string) {
		if shown := typedQuantity(unit, *q); !entry.Composing() && entry.Text != shown && *q != 0 {
			entry.SetText(shown)
		}
	}
	return entry
}

// inWan tells whether a unit is shown in 万.
func inWan(unit rewards.Unit) bool { return unit == rewards.Yuan || unit == "" }

const wanYuan = 10_000

func typedQuantity(unit rewards.Unit, q rewards.Quantity) string {
	if q == 0 {
		return ""
	}
	if !inWan(unit) {
		return q.String()
	}
	text := (q / wanYuan).String()
	if rest := q % wanYuan; rest != 0 { // below a hundredth of a 万
		text = wholeYuanInWan(q)
	}
	return text
}

// wholeYuanInWan writes 万元 to the fen: 0.0123.
func wholeYuanInWan(q rewards.Quantity) string {
	digits := q.Plain()
	whole, part, _ := strings.Cut(digits, ".")
	for len(whole) < 5 {
		whole = "0" + whole
	}
	at := len(whole) - 4
	return strings.TrimRight(whole[:at]+"."+whole[at:]+part, "0")
}

func readQuantity(unit rewards.Unit, text string) rewards.Quantity {
	text = strings.TrimSpace(text)
	if !inWan(unit) {
		q, _ := rewards.ParseQuantity(text)
		return q
	}
	// 万元 have six decimals to the fen: the point moves by four places.
	text = strings.NewReplacer(",", "", "，", "", "．", ".", "。", ".").Replace(text)
	whole, part, _ := strings.Cut(text, ".")
	part = (part + "0000")
	q, _ := rewards.ParseQuantity(whole + part[:4] + "." + strings.TrimRight(part[4:]+"0", "0") + "0")
	return q
}

// unitName is the unit a number is typed in: 万元, %, 平方米.
func unitName(m rewards.Measure) string {
	unit := m.Asked()
	if unit == rewards.Count {
		return m.CounterIn(wording.Language())
	}
	return wording.Text("rewards.edit.unit." + string(unit))
}
