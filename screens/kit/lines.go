package kit

import "fyne.io/fyne/v2"

// LineOf is an entry of a short list: a text, a smaller line under it, and something at the right.
func LineOf(text, note string, right ...fyne.CanvasObject) fyne.CanvasObject {
	words := Column(0, NewText(text).Short(), NewSmall(note).Short())
	return Pad(Across(Gap, []Track{Share(1), Natural}, words, Row(Gap, right...)), 2, 0, 2, 0)
}

// NewLines puts entries one below the other, divided by thin lines.
func NewLines(entries ...fyne.CanvasObject) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 2*len(entries))
	for i, entry := range entries {
		if i > 0 {
			objects = append(objects, Rule())
		}
		objects = append(objects, entry)
	}
	return Column(2, objects...)
}
