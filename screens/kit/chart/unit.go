package chart

import (
	"strconv"
	"strings"

	"smartcanal/data/money"
	"smartcanal/screens/wording"
)

// Unit is what figures are counted in. Size is how many of a value make one: values in fen shown in 万元 have
// 1,000,000. A Size below 100 leaves values as they are: counts.
type Unit struct {
	Name string
	Size int64
}

// Wan shows fen in 万元.
func Wan() Unit { return Unit{Name: wording.Text("chart.wan"), Size: int64(money.Wan)} }

// Count shows whole numbers of something: 笔, 家, 件.
func Count(name string) Unit { return Unit{Name: name, Size: 1} }

// Text words a value without its unit: 1,234.57, -0.05.
func (u Unit) Text(value int64) string {
	if u.Size < 100 {
		return wording.Grouped(int(value))
	}
	return money.Fen(value).Times(1, u.Size/100, money.HalfAway).String()
}

// With words a value with its unit: 1,234.57 万元.
func (u Unit) With(value int64) string {
	if u.Name == "" {
		return u.Text(value)
	}
	return u.Text(value) + " " + u.Name
}

// of is a value in units, for a place on an axis; it is never worded.
func (u Unit) of(value int64) float64 { return float64(value) / float64(max(1, u.Size)) }

// tick words a place on an axis, which is a round number.
func tick(v float64) string {
	if v == 0 {
		return "0" // the zero below which values are has a sign
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 6, 64), 64)
	text := strconv.FormatFloat(rounded, 'f', -1, 64)
	whole, rest, fraction := strings.Cut(text, ".")
	if n, err := strconv.Atoi(whole); err == nil && (n >= 1000 || n <= -1000) {
		whole = wording.Grouped(n)
	}
	if fraction {
		return whole + "." + rest
	}
	return whole
}
