package chart

import (
	"bytes"
	"image/color"
	"math"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-analyze/charts/chartdraw"
	"github.com/go-analyze/charts/chartdraw/drawing"
	"github.com/golang/freetype/truetype"

	"smartcanal/assets"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Format is a file format of pictures.
type Format int

// PNG is made of points, SVG of shapes.
const (
	PNG Format = iota
	SVG
)

// density is how many points of a picture make one of the window: enough for print at a page's width.
const density = 2

const titleRoom float32 = 32

// Picture writes a chart with its title as a file of a format, in the light or the dark look; size is in the
// window's units, and a height of 0 is as much as the content needs. It needs no window and may be called from
// any goroutine.
func Picture(c Chart, size fyne.Size, format Format, mode kit.Mode) ([]byte, error) {
	const edge = kit.CardPadding
	top := edge
	if c.Title != "" {
		top += titleRoom
	}
	if size.Height <= 0 {
		size.Height = top + edge + pictureHeight(c, size.Width-2*edge)
	}
	inside := fyne.NewSize(max(1, size.Width-2*edge), max(1, size.Height-top-edge))
	p := newPainter(size, format, mode)
	p.shape(box{area: area{0, 0, size.Width, size.Height}, tone: kit.CardGround})
	if c.Title != "" {
		p.shape(words{text: c.heading(), at: fyne.NewPos(edge, edge), size: kit.TextSize, bold: true, tone: kit.Ink})
	}
	p.origin = fyne.NewPos(edge, top)
	for _, shape := range compose(c, inside, p.measure).shapes {
		p.shape(shape)
	}
	var written bytes.Buffer
	err := p.Save(&written)
	return written.Bytes(), err
}

// heading is the title with the unit, for the kinds that have no legend to say it in.
func (c Chart) heading() string {
	if c.Unit.Name == "" || c.Kind != Share && c.Kind != Spark {
		return c.Title
	}
	return wording.Text("chart.titled", "title", c.Title, "unit", c.Unit.Name)
}

// pictureHeight is what a chart's content needs at a width.
func pictureHeight(c Chart, width float32) float32 {
	if !c.Kind.flows() {
		return width * 0.5
	}
	return compose(c, fyne.NewSize(max(1, width), 0), newPainter(fyne.NewSize(1, 1), PNG, kit.Light).measure).height
}

func newPainter(size fyne.Size, format Format, mode kit.Mode) *painter {
	kind := chartdraw.PNG
	if format == SVG {
		kind = chartdraw.SVG
	}
	p := &painter{Renderer: kind(int(size.Width*density), int(size.Height*density)), look: kit.NewTheme(mode)}
	p.SetDPI(72) // a point is then as large as a pixel
	return p
}

// fonts are the program's own, as the library that writes pictures reads them.
var fonts = sync.OnceValue(func() [2]*truetype.Font {
	var fonts [2]*truetype.Font
	for i, content := range [][]byte{assets.FontRegular, assets.FontBold} {
		fonts[i], _ = truetype.Parse(content) // built in and proven by a test
	}
	return fonts
})

func fontOf(bold bool) *truetype.Font {
	if bold {
		return fonts()[1]
	}
	return fonts()[0]
}

// Where a line of Noto Sans SC has its base and its end, in parts of its size.
const (
	baseline   = 1.16
	lineHeight = 1.448
)

// painter draws shapes with the library's renderer, which counts in whole points.
type painter struct {
	chartdraw.Renderer
	look   fyne.Theme
	origin fyne.Position
}

func (p *painter) at(x, y float32) (int, int) {
	return int(math.Round(float64((x + p.origin.X) * density))), int(math.Round(float64((y + p.origin.Y) * density)))
}

func (p *painter) colour(t tone) drawing.Color {
	c, _ := color.NRGBAModel.Convert(p.look.Color(t, theme.VariantLight)).(color.NRGBA)
	return drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A}
}

func (p *painter) measure(text string, size float32, bold bool) fyne.Size {
	p.font(size, bold)
	return fyne.NewSize(float32(p.MeasureText(text).Width())/density, size*lineHeight)
}

func (p *painter) font(size float32, bold bool) {
	p.SetFont(fontOf(bold))
	p.SetFontSize(float64(size * density))
}
