package form

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/width"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// Number is an entry for a whole number between two ends, both included.
type Number struct {
	kit.Entry
	least, most int64
}

// NewNumber is an empty entry for a whole number; counts names what it counts and may be "".
func NewNumber(least, most int64, counts string) *Number {
	n := &Number{least: least, most: most}
	n.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if counts != "" {
		n.ActionItem = unit(counts)
	}
	n.ExtendBaseWidget(n)
	return n
}

// Count is a field for a whole number.
func Count(label string, least, most int64, counts string) (*Field, *Number) {
	entry := NewNumber(least, most, counts)
	return &Field{Label: label, Input: entry}, entry
}

// Value is the number in plain digits, or what was typed where that is none.
func (n *Number) Value() string {
	if whole, is := n.Whole(); is {
		return strconv.FormatInt(whole, 10)
	}
	return strings.TrimSpace(n.Text)
}

// Whole is the number; false where nothing is typed, or nothing that is one between the ends.
func (n *Number) Whole() (int64, bool) {
	whole, typed, p := n.read()
	return whole, typed && p == nil
}

// SetWhole shows a number; OnChanged hears of it.
func (n *Number) SetWhole(whole int64) { n.SetText(strconv.FormatInt(whole, 10)) }

// Wrong is what is wrong with what was typed.
func (n *Number) Wrong() *problem.Problem {
	_, _, p := n.read()
	return p
}

func (n *Number) read() (whole int64, typed bool, p *problem.Problem) {
	text := strings.Join(strings.Fields(width.Narrow.String(n.Text)), "")
	if text == "" {
		return 0, false, nil
	}
	whole, err := strconv.ParseInt(strings.ReplaceAll(text, ",", ""), 10, 64)
	if err != nil {
		return 0, true, problem.New("form.not_whole", "text", n.Text)
	}
	if whole < n.least || whole > n.most {
		return whole, true, problem.New("form.out_of_range", "least", n.least, "most", n.most)
	}
	return whole, true, nil
}

// FocusLost shows the number in plain digits.
func (n *Number) FocusLost() {
	if whole, is := n.Whole(); is && n.Text != strconv.FormatInt(whole, 10) {
		n.SetWhole(whole)
	}
	n.Entry.FocusLost()
}
