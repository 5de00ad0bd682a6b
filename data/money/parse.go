package money

import (
	"strings"

	"smartcanal/data/problem"
)

// Parse reads an amount in yuan as people and platforms write it: 123.45, ¥1,234.50, -0.01, （12.00）,
// ="88.00", '88, １２．５元, 1.5E+3. A cell Excel stored as a binary number keeps its noise
// (548.58000000000004) and is brought to the whole fen it means; anything further than a hundredth of a
// fen from a whole fen is refused. It allocates nothing for an amount it accepts.
//
// Problems: money.empty, money.not_a_number, money.too_fine, money.too_large; each with the text.
func Parse(text string) (Fen, error) {
	if f, ok := parsePlain(text); ok {
		return f, nil
	}
	units, err := parseUnits(text, 2)
	return Fen(units), err
}

// ParseFine reads an amount like Parse, but to a thousandth of a fen (a hundred-thousandth of a yuan), in
// which platforms charge their fees. Its result counts thousandths of a fen.
func ParseFine(text string) (int64, error) { return parseUnits(text, 5) }

// parsePlain covers nearly every cell of a real bill: digits, perhaps a sign and up to two decimals.
func parsePlain(text string) (Fen, bool) {
	body, negative := strings.CutPrefix(text, "-")
	whole, part, point := strings.Cut(body, ".")
	if whole == "" || len(whole) > 15 || len(part) > 2 || point && part == "" {
		return 0, false
	}
	yuan, ok := digitsOf(whole)
	fen, also := digitsOf(part)
	if len(part) == 1 {
		fen *= 10
	}
	sum := yuan*100 + fen
	if negative {
		sum = -sum
	}
	return Fen(sum), ok && also
}

// digitsOf is the number a few digits make, 0 for none of them.
func digitsOf(text string) (int64, bool) {
	var n int64
	for i := range len(text) {
		c := text[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

// parseUnits reads text as a whole number of units of 10^-places yuan.
func parseUnits(text string, places int) (int64, error) {
	d, code := scan(text)
	if code == "" {
		var units uint64
		if units, code = d.units(places); code == "" {
			return int64(signed(units, d.negative)), nil
		}
	}
	return 0, problem.New(code, "text", text)
}
