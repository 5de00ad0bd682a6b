package rewards

import (
	"encoding/json"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// Quantity is a number of any unit in hundredths of it: fen of yuan, hundredths of a percent, of a square
// metre, of a point. Yes is 1.00. In JSON it is the number itself, with two decimals at most.
type Quantity int64

// One is one of a unit, and the yes of a fact.
const One Quantity = 100

// mostQuantity keeps sums and products of what people enter far from the end of the numbers.
const mostQuantity Quantity = 1e15

// Fen takes a quantity of yuan as money.
func (q Quantity) Fen() money.Fen { return money.Fen(q) }

// rate takes a quantity of percent as a rate.
func (q Quantity) rate() money.BasisPoints { return money.BasisPoints(q) }

// Plain writes the number without superfluous zeros: 5000000, 1.5.
func (q Quantity) Plain() string { return withoutZeros(money.Fen(q).Plain()) }

// String writes it with thousands separators: 5,000,000, 1.5.
func (q Quantity) String() string { return withoutZeros(money.Fen(q).String()) }

func withoutZeros(text string) string { return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") }

// MarshalJSON writes a JSON number.
func (q Quantity) MarshalJSON() ([]byte, error) { return []byte(q.Plain()), nil }

// UnmarshalJSON reads a JSON number of at most two decimals. Problem: rewards.quantity.
func (q *Quantity) UnmarshalJSON(text []byte) error {
	var number json.Number
	if err := json.Unmarshal(text, &number); err != nil || len(text) == 0 || text[0] == '"' || text[0] == 'n' {
		return problem.New("rewards.quantity", "text", string(text))
	}
	read, err := ParseQuantity(number.String())
	if err == nil {
		*q = read
	}
	return err
}

// ParseQuantity reads a number as typed, with two decimals at most. Problem: rewards.quantity.
func ParseQuantity(text string) (Quantity, error) {
	fen, err := money.Parse(text)
	if q := Quantity(fen); err == nil && q <= mostQuantity && q >= -mostQuantity {
		return q, nil
	}
	return 0, problem.New("rewards.quantity", "text", text)
}

// Unit is what a quantity is of.
type Unit string

// The units.
const (
	Yuan         Unit = "yuan"
	Dollars      Unit = "dollars"
	Percent      Unit = "percent"
	Count        Unit = "count" // with a counter of its own: 人, 家, 单
	SquareMetres Unit = "square_metres"
	Months       Unit = "months"
	Points       Unit = "points"
	YesNo        Unit = "yes_no"
)

// Units are all units, in the order a form offers them.
var Units = []Unit{Yuan, Count, YesNo, Percent, SquareMetres, Months, Points, Dollars}

// Yuan is the quantity as an amount of money: 5 万元.
func (q Quantity) Yuan(language string) string { return q.in(language, Yuan, "") }

// in words a quantity with its unit: 500 万元, 20 家, 15%.
func (q Quantity) in(language string, unit Unit, counter string) string {
	switch unit {
	case Yuan, "":
		return amountIn(language, q.Fen())
	case Dollars:
		return text(language, "rewards.unit.dollars", "n", bigNumber(language, q))
	case Percent:
		return q.String() + "%"
	case Count:
		return text(language, "rewards.unit.count", "n", q, "counter", counter)
	}
	return text(language, "rewards.unit."+string(unit), "n", q)
}

// bigNumber is 5 万 or 50,000, as the language counts.
func bigNumber(language string, q Quantity) string {
	if language == chineseLanguage && q >= 10_000*One && q%(100*One) == 0 {
		return exactWan(q.Fen()) + " 万"
	}
	return q.String()
}
