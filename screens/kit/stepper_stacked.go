package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const stackedGap float32 = 4 // between a circle and its name, and between names

// stackedSize is what the names side by side take.
func (s *Stepper) stackedSize() fyne.Size {
	width := float32(0)
	for i := range s.steps {
		width = max(width, s.name(i, SmallTextSize).MinSize().Width)
	}
	return fyne.NewSize((width+stackedGap)*float32(len(s.steps)), stepCircle+stackedGap+s.name(0, SmallTextSize).MinSize().Height)
}

// drawStacked gives every step a part of the width, its circle over its name.
func (s *Stepper) drawStacked(r *painter, width float32) {
	each := width / float32(max(1, len(s.steps)))
	for i := range s.steps {
		middle := each * (float32(i) + 0.5)
		if i < len(s.steps)-1 {
			line := canvas.NewRectangle(Color(s.lineColour(i)))
			place(line, middle+stepCircle/2+3, stepCircle/2-1, max(0, each-stepCircle-6), 2)
			r.objects = append(r.objects, line)
		}
		s.drawCircle(r, i, middle-stepCircle/2, stepCircle/2)
		name := s.name(i, SmallTextSize)
		size := name.MinSize()
		place(name, middle-size.Width/2, stepCircle+stackedGap, size.Width, size.Height)
		r.objects = append(r.objects, name)
	}
}
