package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Chosen is a short list of rows of which one is chosen: files of a preview, articles of a scheme.
// Up to some hundred rows; longer lists take the grid.
type Chosen struct {
	*container.Scroll
	rows     []*Pressable
	chosen   int
	onChosen func(row int)
}

// NewChosen makes the list; rows are any objects, divided by lines.
func NewChosen(onChosen func(row int), rows ...fyne.CanvasObject) *Chosen {
	c := &Chosen{chosen: -1, onChosen: onChosen}
	c.Scroll = &container.Scroll{Direction: container.ScrollVerticalOnly}
	c.ExtendBaseWidget(c) // or what is drawn and what is laid out would be two, and the bar stays at the left
	c.SetRows(rows...)
	return c
}

// SetRows shows other rows; none is chosen.
func (c *Chosen) SetRows(rows ...fyne.CanvasObject) {
	c.rows, c.chosen = make([]*Pressable, len(rows)), -1
	objects := make([]fyne.CanvasObject, 0, 2*len(rows))
	for i, row := range rows {
		c.rows[i] = NewPressable(row, func() { c.Choose(i) })
		c.rows[i].radius = 0
		objects = append(objects, c.rows[i], Rule())
	}
	c.Content = Scrolled(Column(0, objects...)).Content
	c.Refresh()
}

// Choose shows a row as chosen and tells.
func (c *Chosen) Choose(row int) {
	for i, r := range c.rows {
		r.SetChosen(i == row)
	}
	c.chosen = row
	if c.onChosen != nil && row >= 0 {
		c.onChosen(row)
	}
}

// Row is the chosen row, -1 without one.
func (c *Chosen) Row() int { return c.chosen }
