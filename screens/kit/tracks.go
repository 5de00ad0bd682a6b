package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Track says how much room one object takes along a row or a column.
type Track struct {
	fixed, share float32
}

// Fixed is a track of so many units.
func Fixed(units float32) Track { return Track{fixed: units} }

// Share is a part of what the other tracks leave; Share(2) gets twice of Share(1).
func Share(weight float32) Track { return Track{share: weight} }

// Natural is as large as its object wants to be.
var Natural = Track{}

// Across puts objects side by side, all as high as the row. Without a track an object is Natural.
func Across(gap float32, tracks []Track, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&trackLayout{gap: gap, tracks: tracks}, objects...)
}

// Down puts objects one below the other, all as wide as the column.
func Down(gap float32, tracks []Track, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&trackLayout{gap: gap, tracks: tracks, down: true}, objects...)
}

// Column puts objects one below the other at their natural heights.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Down(gap, nil, objects...)
}

// Row puts objects side by side at their natural widths, each in the middle of the row's height.
// Spring() takes the room that is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	tracks := make([]Track, len(objects))
	for i, o := range objects {
		if _, ok := o.(*spring); ok {
			tracks[i] = Share(1)
		}
	}
	return container.New(&trackLayout{gap: gap, tracks: tracks, middle: true}, objects...)
}

// taller is an object whose height depends on its width.
type taller interface {
	HeightFor(width float32) float32
}

type trackLayout struct {
	gap    float32
	tracks []Track
	down   bool
	middle bool
}

func (l *trackLayout) track(i int) Track {
	if i < len(l.tracks) {
		return l.tracks[i]
	}
	return Natural
}

// along is the natural length of an object; its height where it depends on the width.
func (l *trackLayout) along(o fyne.CanvasObject, cross float32) float32 {
	if !l.down {
		return wantedWidth(o)
	}
	return heightFor(o, cross)
}

// wanter is an object that would like more room than it needs: a text that can be shortened.
type wanter interface {
	wantedWidth() float32
}

func wantedWidth(o fyne.CanvasObject) float32 {
	if w, ok := o.(wanter); ok {
		return w.wantedWidth()
	}
	return o.MinSize().Width
}

// squeeze takes what is missing from the texts that can be shortened, the last one first.
func (l *trackLayout) squeeze(objects []fyne.CanvasObject, lengths []float32, missing float32) {
	for i := len(objects) - 1; i >= 0 && missing > 0; i-- {
		if w, ok := objects[i].(wanter); ok && l.track(i) == Natural && objects[i].Visible() {
			given := min(missing, w.wantedWidth()-objects[i].MinSize().Width)
			lengths[i] -= given
			missing -= given
		}
	}
}

func heightFor(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(taller); ok && width > 0 {
		return t.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok && width > 0 {
		if t, ok := c.Layout.(interface {
			heightFor(objects []fyne.CanvasObject, width float32) float32
		}); ok {
			return t.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

func (l *trackLayout) lengths(objects []fyne.CanvasObject, size fyne.Size) []float32 {
	total, cross := size.Width, size.Height
	if l.down {
		total, cross = size.Height, size.Width
	}
	lengths := make([]float32, len(objects))
	weights, left, first := float32(0), total, true
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if !first {
			left -= l.gap
		}
		first = false
		switch track := l.track(i); {
		case track.share > 0:
			weights += track.share
		case track.fixed > 0:
			lengths[i] = track.fixed
		default:
			lengths[i] = l.along(o, cross)
		}
		left -= lengths[i]
	}
	if left < 0 && !l.down {
		l.squeeze(objects, lengths, -left)
	}
	for i, o := range objects {
		if track := l.track(i); track.share > 0 && o.Visible() {
			lengths[i] = max(0, left*track.share/weights)
		}
	}
	return lengths
}

// Layout is Fyne's.
func (l *trackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := float32(0)
	for i, length := range l.lengths(objects, size) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		switch {
		case l.down:
			place(o, 0, at, size.Width, length)
		case l.middle:
			height := min(o.MinSize().Height, size.Height)
			place(o, at, (size.Height-height)/2, length, height)
		default:
			place(o, at, 0, length, size.Height)
		}
		at += length + l.gap
	}
}

// MinSize is Fyne's.
func (l *trackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	along, cross, count := float32(0), float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		length, other := size.Width, size.Height
		if l.down {
			length, other = size.Height, size.Width
		}
		if track := l.track(i); track.fixed > 0 {
			length = track.fixed
		}
		along, cross, count = along+length, max(cross, other), count+1
	}
	along += l.gap * float32(max(0, count-1))
	if l.down {
		return fyne.NewSize(cross, along)
	}
	return fyne.NewSize(along, cross)
}

func (l *trackLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if l.down {
		return l.heightOfColumn(objects, width)
	}
	height := float32(0)
	for i, length := range l.lengths(objects, fyne.NewSize(width, 0)) {
		if objects[i].Visible() {
			height = max(height, heightFor(objects[i], length))
		}
	}
	return height
}

func (l *trackLayout) heightOfColumn(objects []fyne.CanvasObject, width float32) float32 {
	height, count := float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if track := l.track(i); track.fixed > 0 {
			height += track.fixed
		} else {
			height += heightFor(o, width)
		}
		count++
	}
	return height + l.gap*float32(max(0, count-1))
}
