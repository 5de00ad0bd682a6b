package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

const (
	hintPad float32 = 8
	hintGap float32 = 6
)

// hintArea is where the words about a mark stand: over it, under it where there is no room, inside the chart.
func (s *scene) hintArea(m *mark) area {
	name, value := s.small(m.name), s.measure(m.value, kit.DenseTextSize, true)
	a := area{Width: max(name.Width, value.Width) + 2*hintPad, Height: name.Height + value.Height + hintPad}
	a.X = min(max(0, m.at.X+m.at.Width/2-a.Width/2), max(0, s.size.Width-a.Width))
	a.Y = m.at.Y - hintGap - a.Height
	if a.Y < 0 {
		a.Y = m.at.Y + m.at.Height + hintGap
	}
	if a.Y+a.Height > s.size.Height && s.size.Height >= a.Height {
		a.Y = s.hintBeside(m, &a)
	}
	return a
}

// hintBeside puts the words beside a mark that fills the chart from top to bottom.
func (s *scene) hintBeside(m *mark, a *area) float32 {
	if right := m.at.X + m.at.Width + hintGap; right+a.Width <= s.size.Width {
		a.X = right
	} else {
		a.X = max(0, m.at.X-hintGap-a.Width)
	}
	return min(max(0, m.at.Y), s.size.Height-a.Height)
}

// hint tells a mark's name and value.
func (s *scene) hint(m *mark) []any {
	a := s.hintArea(m)
	nameHeight := s.small(m.name).Height
	return []any{
		box{area: a, tone: kit.CardGround, top: 4, bottom: 4},
		words{text: m.name, at: fyne.NewPos(a.X+hintPad, a.Y+hintPad/2), size: kit.SmallTextSize, tone: kit.Secondary},
		words{text: m.value, at: fyne.NewPos(a.X+hintPad, a.Y+hintPad/2+nameHeight), size: kit.DenseTextSize, bold: true, tone: kit.Ink},
	}
}

// told says in the upper right corner what was done.
func (s *scene) told(note string) []any {
	room := s.measure(note, kit.SmallTextSize, false)
	a := area{s.size.Width - room.Width - 2*hintPad, 0, room.Width + 2*hintPad, room.Height + hintPad}
	return []any{
		box{area: a, tone: kit.GreenSoft, top: 4, bottom: 4},
		words{text: note, at: fyne.NewPos(a.X+hintPad, a.Y+hintPad/2), size: kit.SmallTextSize, tone: kit.GreenText},
	}
}
