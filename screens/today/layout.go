package today

import "fyne.io/fyne/v2"

const (
	gap         float32 = 12
	columnsFrom float32 = 840 // from this width on there are two columns
	figuresFrom float32 = 760 // and all figures stand in one row
)

// The heights parts have at least; the columns share what the window has besides.
const (
	leastChart    float32 = 190
	leastDue      float32 = 250
	leastHappened float32 = 170
	leastChanges  float32 = 150
)

// pageLayout lays the parts of the page out: the figures, the chart, what is due, and at the right the chronicle, the
// latest changes and the state of the data. In a narrow window, or with large texts, the columns stand one below the
// other.
type pageLayout struct {
	figures int // how many of the objects are figures; the five cards follow
	width   float32
}

// Layout is Fyne's.
func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	top := l.layFigures(objects[:l.figures], size.Width)
	chart, due, happened, changes, data := objects[l.figures], objects[l.figures+1], objects[l.figures+2], objects[l.figures+3], objects[l.figures+4]
	foot := data.MinSize().Height
	if size.Width < columnsFrom {
		stack(0, top, size.Width, []fyne.CanvasObject{due, chart, happened, changes, data}, []float32{leastDue, leastChart, leastHappened, leastChanges, foot})
		return
	}
	room := max(size.Height-top, l.column(foot))
	left := (size.Width - gap) * 0.64
	high := max(leastChart, (room-gap)*0.42)
	stack(0, top, left, []fyne.CanvasObject{chart, due}, []float32{high, room - gap - high})
	above := room - foot - 2*gap
	stack(left+gap, top, size.Width-left-gap, []fyne.CanvasObject{happened, changes, data}, []float32{above * 0.56, above * 0.44, foot})
}

func stack(x, y, width float32, objects []fyne.CanvasObject, heights []float32) {
	for i, o := range objects {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, heights[i]))
		y += heights[i] + gap
	}
}

// layFigures puts the figures into rows and gives where they end.
func (l *pageLayout) layFigures(figures []fyne.CanvasObject, width float32) float32 {
	inRow, high := l.rows(figures, width)
	width-- // the last one's line would lie on the edge
	wide := (width - gap*float32(inRow-1)) / float32(inRow)
	for i, o := range figures {
		o.Move(fyne.NewPos(float32(i%inRow)*(wide+gap), float32(i/inRow)*(high+gap)))
		o.Resize(fyne.NewSize(wide, high))
	}
	return float32((len(figures)+inRow-1)/inRow) * (high + gap)
}

func (l *pageLayout) rows(figures []fyne.CanvasObject, width float32) (inRow int, high float32) {
	for _, o := range figures {
		high = max(high, o.MinSize().Height)
	}
	if width < figuresFrom {
		return 2, high
	}
	return len(figures), high
}

// column is how high the higher of two columns is at least.
func (l *pageLayout) column(foot float32) float32 {
	return max(leastChart+leastDue+gap, leastHappened+leastChanges+foot+2*gap)
}

// MinSize is Fyne's; the height is that at the width of now.
func (l *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = columnsFrom
	}
	inRow, high := l.rows(objects[:l.figures], width)
	height := float32((l.figures+inRow-1)/inRow) * (high + gap)
	foot := objects[len(objects)-1].MinSize().Height
	if width < columnsFrom {
		return fyne.NewSize(leastWidth, height+leastChart+leastDue+leastHappened+leastChanges+foot+4*gap)
	}
	return fyne.NewSize(leastWidth, height+l.column(foot))
}

const leastWidth float32 = 480
