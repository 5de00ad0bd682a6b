package grid

import (
	"regexp"
	"strings"
)

// What goes to the clipboard is read by Excel and WPS as if it were typed. They make a number of
// anything that looks like one, keep 15 digits of it and show more than 11 as 4.2E+27; they make a date
// of 3-4 and a formula of what begins with =. The only form in plain text that keeps such a cell as it
// is, in both programs, is ="…": a formula whose value is the text. (A leading ' is typed as ' when
// pasted, and a column format cannot be sent along, because the clipboard takes text only.)

var breaks = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")

// flat has no tabs and no line ends: they would begin another cell.
func flat(text string) string {
	if strings.ContainsAny(text, "\t\r\n") {
		return breaks.Replace(text)
	}
	return text
}

// forSpreadsheet gives a cell's text so that a spreadsheet takes it for what it is.
func forSpreadsheet(c Cell, kind Kind) string {
	text := flat(c.plain())
	switch kind {
	case Number:
		text = withoutSeparators(text)
		if figure.MatchString(text) {
			return text
		}
	case Moment:
		if moment.MatchString(text) {
			return text
		}
	}
	if !misread(text) {
		return text
	}
	if len([]rune(text)) > longestLiteral {
		return " " + text
	}
	return `="` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// longestLiteral is how long a text in a formula may be; a longer one that would be misread gets a
// space in front.
const longestLiteral = 255

var (
	figure   = regexp.MustCompile(`^[-+]?[0-9]{1,15}(\.[0-9]+)?%?$`)
	moment   = regexp.MustCompile(`^[0-9]{2,4}[-/:][0-9]{1,2}([-/:][0-9]{1,2})?( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?$`)
	dateLike = regexp.MustCompile(`^[0-9]{1,4}[-/:.][0-9]{1,2}([-/:.][0-9]{1,4})?$`)
	exponent = regexp.MustCompile(`^[0-9.]+[eE][-+]?[0-9]+$`)
	digits   = regexp.MustCompile(`^[0-9]+$`)
)

// misread says whether a spreadsheet would make something else of a text.
func misread(text string) bool {
	if text == "" {
		return false
	}
	if strings.ContainsRune(`=+-@"`, rune(text[0])) {
		return true
	}
	if text[0] < '0' || text[0] > '9' {
		return false
	}
	if digits.MatchString(text) {
		return len(text) > 11 || (text[0] == '0' && len(text) > 1)
	}
	return dateLike.MatchString(text) || exponent.MatchString(text)
}

func withoutSeparators(text string) string {
	text = strings.ReplaceAll(text, ",", "")
	return strings.Replace(text, "−", "-", 1)
}

// plain is a cell's own text, for a person or another program.
func (c Cell) plain() string {
	switch {
	case c.Copy != "":
		return c.Copy
	case c.Look == Tick && c.Ticked:
		return "✓"
	}
	return c.Text
}
