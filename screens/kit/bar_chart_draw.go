package kit

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func (c *BarChart) draw(size fyne.Size) []fyne.CanvasObject {
	if size.Width < chartLeft || size.Height < chartLegend+chartFoot {
		return nil
	}
	top := niceTop(c.highest())
	objects := c.legend()
	if c.focused {
		ring := &canvas.Rectangle{CornerRadius: 4}
		ring.Resize(size)
		focusRing(ring, true)
		ring.FillColor = Color(none)
		objects = append(objects, ring)
	}
	objects = append(objects, c.axis(size, top)...)
	return append(objects, c.bars(size, top)...)
}

func (c *BarChart) highest() float64 {
	highest := 0.0
	for _, s := range c.Series {
		for _, v := range s.Values {
			highest = math.Max(highest, v)
		}
	}
	return highest
}

// niceTop rounds up to a figure whose thirds or quarters read well.
func niceTop(highest float64) float64 {
	if highest <= 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(highest)))
	for _, step := range []float64{1.5, 2, 3, 4, 6, 8, 10, 15} {
		if highest*1.1 <= step*power {
			return step * power
		}
	}
	return 20 * power
}

func (c *BarChart) seriesColour(series int) fyne.ThemeColorName {
	if series == len(c.Series)-1 {
		return Canal
	}
	return CanalPale
}

func (c *BarChart) legend() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	unit := drawnText(c.Unit, Secondary, SmallTextSize)
	unit.Move(fyne.NewPos(0, 0))
	objects = append(objects, unit)
	x := unit.MinSize().Width + 16
	for i, s := range c.Series {
		mark := canvas.NewRectangle(Color(c.seriesColour(i)))
		mark.CornerRadius = 2
		place(mark, x, 4, 10, 10)
		name := drawnText(s.Name, Secondary, SmallTextSize)
		place(name, x+16, 0, name.MinSize().Width, name.MinSize().Height)
		x += 16 + name.MinSize().Width + 18
		objects = append(objects, mark, name)
	}
	return objects
}

func (c *BarChart) axis(size fyne.Size, top float64) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	height := size.Height - chartLegend - chartFoot
	steps := axisSteps(top)
	for i := 0; i <= steps; i++ {
		y := chartLegend + height - height*float32(i)/float32(steps)
		line := canvas.NewRectangle(Color(Grid))
		if i == 0 {
			line.FillColor = Color(Axis)
		}
		place(line, chartLeft, y, size.Width-chartLeft, 1)
		label := drawnText(trimmed(top*float64(i)/float64(steps)), Secondary, SmallTextSize)
		label.Alignment = fyne.TextAlignTrailing
		labelSize := label.MinSize()
		place(label, 0, y-labelSize.Height/2, chartLeft-8, labelSize.Height)
		objects = append(objects, line, label)
	}
	return objects
}

func axisSteps(top float64) int {
	first := top / math.Pow(10, math.Floor(math.Log10(top)))
	switch math.Round(first*10) / 10 {
	case 1.5, 3, 6:
		return 3
	}
	return 4
}

func (c *BarChart) bars(size fyne.Size, top float64) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	height, step := size.Height-chartLegend-chartFoot, c.step()
	width := min(barWidth*1.6, (step-8)/float32(max(1, len(c.Series))))
	best := c.best()
	for i, label := range c.Labels {
		left := chartLeft + float32(i)*step + (step-width*float32(len(c.Series))-1)/2
		for n, s := range c.Series {
			if i >= len(s.Values) || s.Values[i] <= 0 {
				continue
			}
			tall := max(1, height*float32(s.Values[i]/top))
			bar := canvas.NewRectangle(Color(c.seriesColour(n)))
			marked := i == c.hovered && n == c.series
			if marked {
				bar.FillColor = Color(CanalHover)
			}
			bar.TopLeftCornerRadius, bar.TopRightCornerRadius = 2, 2
			x := left + float32(n)*(width+1)
			place(bar, x, chartLegend+height-tall, width, tall)
			objects = append(objects, bar)
			if marked || c.hovered < 0 && i == best && n == len(c.Series)-1 {
				objects = append(objects, c.figure(s.Values[i], x+width/2, chartLegend+height-tall, size.Width))
			}
		}
		objects = append(objects, c.foot(label, chartLeft+float32(i)*step, size.Height, step))
	}
	return objects
}

// best is the label of the highest present bar, -1 without any.
func (c *BarChart) best() int {
	best, highest := -1, 0.0
	if len(c.Series) == 0 {
		return best
	}
	for i, v := range c.Series[len(c.Series)-1].Values {
		if v > highest {
			best, highest = i, v
		}
	}
	return best
}

func (c *BarChart) figure(value float64, middle, y, limit float32) fyne.CanvasObject {
	format := c.Format
	if format == nil {
		format = func(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
	}
	text := drawnText(format(value), Canal, SmallTextSize)
	text.TextStyle.Bold = true
	size := text.MinSize()
	x := min(max(chartLeft, middle-size.Width/2), limit-size.Width)
	place(text, x, y-size.Height-1, size.Width, size.Height)
	return text
}

func (c *BarChart) foot(label string, x, bottom, step float32) fyne.CanvasObject {
	text := drawnText(label, Secondary, SmallTextSize)
	text.Alignment = fyne.TextAlignCenter
	height := text.MinSize().Height
	place(text, x, bottom-chartFoot+4, step, height)
	return text
}

func drawnText(content string, colour fyne.ThemeColorName, points float32) *canvas.Text {
	text := canvas.NewText(content, Color(colour))
	text.TextSize = points
	text.Resize(text.MinSize())
	return text
}

func trimmed(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
