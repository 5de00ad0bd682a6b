package kit

import "fyne.io/fyne/v2"

// Card is a white ground with a title at its top left and, at its right, a note or what one can do.
type Card struct {
	Panel
	title *Text
	right *fyne.Container
}

// NewCard makes a card; the content gets the room under the title, to the card's lower edge.
// Anything given as right stands at the right of the title: NewSecondary, NewLink, a Badge.
func NewCard(title string, content fyne.CanvasObject, right ...fyne.CanvasObject) *Card {
	c := &Card{title: NewBold(title).Short(), right: Row(Gap, right...)}
	head := Across(Gap, []Track{Share(1), Natural}, c.title, c.right)
	body := Pad(Down(6, []Track{Natural, Share(1)}, head, content), 10, CardPadding, 12, CardPadding)
	c.Panel = Panel{Fill: CardGround, Stroke: Line, Radius: Radius, content: body}
	c.ExtendBaseWidget(c)
	return c
}

// NewPlainCard is a card without a title, its content padded alike.
func NewPlainCard(content fyne.CanvasObject) *Panel {
	return NewPanel(CardGround, Line, Radius, Pad(content, 10, CardPadding, 12, CardPadding))
}

// SetTitle changes the title.
func (c *Card) SetTitle(title string) { c.title.SetText(title) }

// SetRight changes what stands at the right of the title.
func (c *Card) SetRight(right ...fyne.CanvasObject) {
	c.right.Objects = Row(Gap, right...).Objects
	c.right.Layout = Row(Gap, right...).Layout
	c.Refresh()
}
