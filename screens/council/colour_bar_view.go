package council

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// newColourBar is the history of the lamp as one bar, each stretch as long as its days, with the stretches in words
// under it, the latest first.
func newColourBar(colours []council.Colour, today string) fyne.CanvasObject {
	if len(colours) == 0 {
		return kit.NewSmall(wording.Text("council.task.no_colours"))
	}
	parts, tracks := make([]fyne.CanvasObject, len(colours)), make([]kit.Track, len(colours))
	for i, c := range colours {
		parts[i] = kit.NewPanel(lampTone(c.Lamp), "", 2, kit.Space(2, 10))
		tracks[i] = kit.Share(float32(daysBetween(c.FromOn, c.UntilOn) + 1))
	}
	words := kit.NewWrap(kit.WideGap, 4)
	for i := len(colours) - 1; i >= 0 && i >= len(colours)-mostColours; i-- {
		c := colours[i]
		words.Objects = append(words.Objects, kit.Row(4, kit.NewBadge(lampName(c.Lamp), lampTint(c.Lamp)),
			kit.NewSmall(wording.Text("council.task.stretch", "from", shortDay(c.FromOn, today), "until", shortDay(c.UntilOn, today)))))
	}
	return kit.Column(8, kit.Across(1, tracks, parts...), words)
}

const mostColours = 8 // in words
