package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/screens/kit"
)

// card is the ground a list stands on, with its frame and rounded corners. Where there is no graphics card each
// pixel of a rectangle costs, most of all of a rounded one (measured: a list's frame took 43 ms with ground and frame
// as two rounded rectangles, 12 ms without): so none lies on another, and only the corners are rounded.
type card struct {
	corners [8]*canvas.Rectangle // from the upper left on, clockwise: each of the frame's colour with one of the ground's on it
	grounds [3]*canvas.Rectangle // the middle, left of it, right of it
	edges   [4]*canvas.Rectangle // top, right, bottom, left
}

func newCard() *card {
	c := &card{}
	for _, some := range [][]*canvas.Rectangle{c.corners[:], c.grounds[:], c.edges[:]} {
		for i := range some {
			some[i] = &canvas.Rectangle{}
		}
	}
	return c
}

// under are the objects below all of a list.
func (c *card) under() []fyne.CanvasObject {
	return append(objectsOf(c.corners[:]), objectsOf(c.grounds[:])...)
}

// over are those above its cells.
func (c *card) over() []fyne.CanvasObject { return objectsOf(c.edges[:]) }

func objectsOf(rectangles []*canvas.Rectangle) []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(rectangles))
	for i, r := range rectangles {
		objects[i] = r
	}
	return objects
}

// draw lays the card over a size; a bare list lies on another's. Its frame shows that the list has the keyboard: the
// cursor may be scrolled away, and a list without rows has none.
func (c *card) draw(size fyne.Size, bare, focused bool, colours *colours) {
	r, line := kit.Radius, colours.of(kit.Line)
	if focused {
		line = colours.of(kit.Canal)
	}
	c.round(size, bare, line, colours.of(kit.CardGround))
	area{r, 1, size.Width - 2*r, size.Height - 2}.put(c.grounds[0])
	area{1, r, r - 1, size.Height - 2*r}.put(c.grounds[1])
	area{size.Width - r, r, r - 1, size.Height - 2*r}.put(c.grounds[2])
	for _, ground := range c.grounds {
		ground.FillColor = colours.of(kit.CardGround)
		if bare { // not hidden: the first is what is refreshed to have all painted
			ground.FillColor = color.Transparent // none at all would stop the painter of pictures
		}
	}
	if bare {
		r = 0
	}
	c.edge(size, r, line, bare && !focused)
}

// round draws the corners.
func (c *card) round(size fyne.Size, bare bool, line, paper color.Color) {
	r := kit.Radius
	for i := range 4 {
		at := area{0, 0, 2 * r, 2 * r}
		if i == 1 || i == 2 {
			at.X = size.Width - at.Width
		}
		if i >= 2 {
			at.Y = size.Height - at.Height
		}
		frame, ground := c.corners[2*i], c.corners[2*i+1]
		at.put(frame)
		area{at.X + 1, at.Y + 1, at.Width - 2, at.Height - 2}.put(ground)
		frame.CornerRadius, ground.CornerRadius = r, r-1
		frame.FillColor, ground.FillColor = line, paper
		frame.Hidden, ground.Hidden = bare, bare
	}
}

// edge draws the sides of the frame between its corners.
func (c *card) edge(size fyne.Size, r float32, line color.Color, hidden bool) {
	area{r, 0, size.Width - 2*r, 1}.put(c.edges[0])
	area{size.Width - 1, r, 1, size.Height - 2*r}.put(c.edges[1])
	area{r, size.Height - 1, size.Width - 2*r, 1}.put(c.edges[2])
	area{0, r, 1, size.Height - 2*r}.put(c.edges[3])
	for _, edge := range c.edges {
		edge.FillColor, edge.Hidden = line, hidden
	}
}
