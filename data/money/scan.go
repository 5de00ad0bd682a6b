package money

import (
	"strings"
	"unicode/utf8"
)

// scan reads everything that can stand around and between the digits of an amount. The string is the code
// of what is wrong, "" if nothing is.
func scan(text string) (decimal, string) {
	var d decimal
	text = trimBlank(unquoted(trimBlank(text)))
	if text == "" {
		return d, "money.empty"
	}
	body, ok := d.signs(text)
	if !ok {
		return d, "money.not_a_number"
	}
	body, ok = d.number(body)
	if !ok {
		return d, "money.not_a_number"
	}
	if body != "" && !d.power(body) {
		return d, "money.not_a_number"
	}
	return d, ""
}

// unquoted takes off what spreadsheets need to keep a number as text: '123 and ="123".
func unquoted(text string) string {
	if inner, ok := strings.CutPrefix(text, `="`); ok {
		if inner, ok = strings.CutSuffix(inner, `"`); ok {
			return inner
		}
	}
	text = strings.TrimPrefix(text, "'")
	return text
}

// trimBlank takes off blanks of every kind, also those Go does not count as blank: zero-width and BOM.
func trimBlank(text string) string {
	return strings.Trim(text, " \t\r\n\u00a0\u3000\u200b\ufeff")
}

// signs takes off brackets, sign and currency on both sides, each at most once.
func (d *decimal) signs(text string) (string, bool) {
	inner, bracketed := cutBrackets(text)
	d.negative = bracketed
	inner = trimBlank(strings.TrimSuffix(inner, "元"))
	var sign, currency bool
	for {
		r, size := utf8.DecodeRuneInString(inner)
		switch r {
		case '-', '－', '−', '–', '+', '＋':
			if sign || bracketed {
				return "", false
			}
			sign = true
			d.negative = r != '+' && r != '＋'
		case '¥', '￥':
			if currency {
				return "", false
			}
			currency = true
		default:
			return inner, true
		}
		inner = trimBlank(inner[size:])
	}
}

func cutBrackets(text string) (string, bool) {
	for _, pair := range [...][2]string{{"(", ")"}, {"（", "）"}} {
		if inner, ok := strings.CutPrefix(text, pair[0]); ok {
			if inner, ok = strings.CutSuffix(inner, pair[1]); ok {
				return trimBlank(inner), true
			}
		}
	}
	return text, false
}

// number reads digits, separators of thousands and the point, and gives back the power that follows them.
func (d *decimal) number(text string) (string, bool) {
	var thousands groups
	seen, point := false, false
	for i, r := range text {
		if digit, ok := digitOf(r); ok {
			d.push(digit, point)
			thousands.digits++
			seen = true
			continue
		}
		switch {
		case r == 'E' || r == 'e':
			return text[i:], seen && (point || thousands.whole())
		case point || !thousands.mark(r):
			return "", false
		}
		point = isPoint(r)
	}
	return "", seen && (point || thousands.whole())
}

func isPoint(r rune) bool { return r == '.' || r == '．' }

// mark takes a separator or the point, where one may stand.
func (g *groups) mark(r rune) bool {
	if r == ',' || r == '，' {
		return g.separate()
	}
	return isPoint(r) && g.whole()
}

// groups watches that separators stand three digits apart: 1,23 is no amount but somebody's decimal comma.
type groups struct {
	separated bool
	digits    int // since the last separator
}

func (g *groups) separate() bool {
	ok := g.digits == 3 || !g.separated && g.digits > 0 && g.digits < 3
	g.separated, g.digits = true, 0
	return ok
}

func (g *groups) whole() bool { return !g.separated || g.digits == 3 }

// power reads E+3 and e-05.
func (d *decimal) power(text string) bool {
	text = text[1:]
	negative := strings.HasPrefix(text, "-")
	if negative || strings.HasPrefix(text, "+") {
		text = text[1:]
	}
	if text == "" || len(text) > 3 {
		return false
	}
	exponent := 0
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return false
		}
		exponent = exponent*10 + int(c-'0')
	}
	if negative {
		exponent = -exponent
	}
	d.exponent += exponent
	return true
}

func digitOf(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r - '0'), true
	case '０' <= r && r <= '９':
		return byte(r - '０'), true
	}
	return 0, false
}
