package grid

import "fyne.io/fyne/v2"

// rule measures texts by adding up the widths of their characters, each measured once. Shaping every
// new text of a screenful would cost more than all the rest of a scroll step.
type rule struct {
	size  float32
	style fyne.TextStyle
	ascii [128]float32
	em    float32
	other map[rune]float32
}

func newRule(size float32, bold bool) *rule {
	r := &rule{size: size, style: fyne.TextStyle{Bold: bold}, other: map[rune]float32{}}
	for c := rune(' '); c < 127; c++ {
		r.ascii[c] = r.measure(c)
	}
	r.em = r.measure('国')
	return r
}

func (r *rule) measure(c rune) float32 {
	return fyne.MeasureText(string(c), r.size, r.style).Width
}

func (r *rule) of(c rune) float32 {
	if c < 128 {
		return r.ascii[c]
	}
	return r.wide(c)
}

func (r *rule) wide(c rune) float32 {
	if c >= 0x4E00 && c < 0xA000 {
		return r.em
	}
	width, is := r.other[c]
	if !is {
		width = r.measure(c)
		r.other[c] = width
	}
	return width
}

func (r *rule) width(text string) float32 {
	sum := float32(0)
	for _, c := range text {
		if c < 128 {
			sum += r.ascii[c]
			continue
		}
		sum += r.wide(c)
	}
	return sum
}

// cut shortens a text to a width, ending it in … where it had to.
func (r *rule) cut(text string, width float32) string {
	if r.width(text) <= width+0.5 {
		return text
	}
	sum, keep := float32(0), 0
	limit := width - r.of('…')
	for i, c := range text {
		if sum > limit {
			break
		}
		keep = i
		sum += r.of(c)
	}
	return text[:keep] + "…"
}
