package statement

import "strings"

const blanks = " \t\r\n\u00a0\u3000\ufeff\u200b"

// clean takes off what stands around a cell's text for Excel's sake: blanks and tabs, ="…", a leading
// apostrophe or backtick. Nearly every cell has nothing of it and comes back as it is.
func clean(cell string) string {
	if plain(cell) {
		return cell
	}
	text := strings.Trim(cell, blanks)
	if inner, is := strings.CutPrefix(text, `="`); is {
		text = strings.Trim(strings.TrimSuffix(inner, `"`), blanks)
	}
	for strings.HasPrefix(text, "'") || strings.HasPrefix(text, "`") {
		text = strings.Trim(text[1:], blanks)
	}
	return text
}

// plain looks at both ends only. Every blank beyond ASCII begins and ends with one of these bytes.
func plain(cell string) bool {
	if cell == "" {
		return true
	}
	switch first := cell[0]; {
	case first <= ' ', first == '\'', first == '`', first == '=', first == 0xc2, first == 0xe2, first == 0xe3, first == 0xef:
		return false
	}
	switch last := cell[len(cell)-1]; {
	case last <= ' ', last == 0x80, last == 0xa0, last == 0xbf, last == 0x8b:
		return false
	}
	return true
}

// blank also holds for what exports put where there is nothing.
func blank(text string) bool { return text == "" || text == "-" || text == "--" || text == "/" }

// destroyed tells a long number that Excel once took for a figure: 4.2E+18, or one that lost all digits
// behind the fifteenth. In a workbook, eighteen digits ending in zeros are taken for such a loss.
func destroyed(text string, workbook bool) bool {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return false
	}
	if i := strings.IndexAny(text, "Ee"); i > 0 && i+2 < len(text) && text[i+1] == '+' {
		return isNumber(text[:i]) && isDigits(text[i+2:])
	}
	const kept, sure = 15, 18
	return workbook && len(text) >= sure && isDigits(text) && strings.Trim(text[kept:], "0") == ""
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// isNumber tells digits with at most one point among them.
func isNumber(text string) bool {
	whole, fraction, point := strings.Cut(text, ".")
	return isDigits(whole) && (!point || isDigits(fraction))
}
