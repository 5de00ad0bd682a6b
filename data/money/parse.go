package money

import "smartcanal/data/problem"

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
	i, negative := 0, false
	if text != "" && text[0] == '-' {
		i, negative = 1, true
	}
	if len(text) == i || len(text) > 17 {
		return 0, false
	}
	var n int64
	decimals, point := 0, false
	for ; i < len(text); i++ {
		c := text[i]
		switch {
		case '0' <= c && c <= '9':
			n = n*10 + int64(c-'0')
			if point {
				decimals++
			}
		case c == '.' && !point && i+1 < len(text) && i > 0 && text[i-1] != '-':
			point = true
		default:
			return 0, false
		}
	}
	switch decimals {
	case 0:
		n *= 100
	case 1:
		n *= 10
	case 2:
	default:
		return 0, false
	}
	if negative {
		n = -n
	}
	return Fen(n), true
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
