package grid

import "fyne.io/fyne/v2"

// Kind says what a column holds; it decides how cells are aligned and copied.
type Kind int

// The kinds. A Number stands right and is copied without separators; a Code is an identifier that must
// reach a spreadsheet digit by digit; a Moment is a date or time and stays one; a Check is a tick box.
const (
	Text Kind = iota
	Number
	Code
	Moment
	Check
)

// Align says where in its column a cell stands.
type Align int

// ByKind puts numbers right, ticks in the middle and everything else left.
const (
	ByKind Align = iota
	Left
	Right
	Middle
)

// Column describes one column. Width is in Fyne's units; 0 is 120. Room the columns leave goes to those
// with Grow by its weight, or to all of them where none has any.
type Column struct {
	ID       string
	Label    string
	Width    float32
	Grow     float32
	Align    Align
	Kind     Kind
	Sortable bool
	Filter   Filtering
	Edit     *Editor // nil: it can only be read

	cell int // where its cells stand in a Row
}

const (
	defaultWidth float32 = 120
	leastWidth   float32 = 32
	mostWidth    float32 = 640
)

func (c Column) width() float32 {
	if c.Width <= 0 {
		return defaultWidth
	}
	return max(leastWidth, c.Width)
}

func (c *Column) alignment() fyne.TextAlign {
	switch {
	case c.Align == Right, c.Align == ByKind && c.Kind == Number:
		return fyne.TextAlignTrailing
	case c.Align == Middle, c.Align == ByKind && c.Kind == Check:
		return fyne.TextAlignCenter
	}
	return fyne.TextAlignLeading
}

// Density is how close rows stand.
type Density int

// Roomy is 32 a row with text 14; Dense is 24 with text 13.
const (
	Roomy Density = iota
	Dense
)
