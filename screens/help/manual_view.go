package help

import (
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

const (
	listWidth  float32 = 220
	linesWidth float32 = 760 // longer lines are hard to read
	markWidth  float32 = 24
)

// manualPage is the list of chapters and the one that is read.
type manualPage struct {
	object  fyne.CanvasObject
	window  fyne.Window
	shown   fs.FS // the pictures
	all     []chapter
	list    *kit.Chosen
	reading *container.Scroll
}

func newManualPage(c kit.Context, pictures fs.FS, key string) *manualPage {
	p := &manualPage{window: c.Window(), shown: pictures, all: chapters(), reading: container.NewVScroll(kit.Space(0, 0))}
	rows := make([]fyne.CanvasObject, len(p.all))
	for i, one := range p.all {
		rows[i] = kit.Pad(kit.NewText(one.title).Short(), 8, 12, 8, 12)
	}
	p.list = kit.NewChosen(p.read, rows...)
	about := kit.NewPlain(wording.Text("help.about"), func() { c.Open(About) })
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Fixed(listWidth), kit.Share(1)},
		kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, p.list), kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, p.reading))
	p.object = kit.NewPage(kit.Header{Title: wording.Text("help.manual"), Note: wording.Text("help.note"), Actions: []fyne.CanvasObject{about}}, columns)
	if len(p.all) > 0 {
		p.list.Choose(find(p.all, key))
	}
	return p
}

// Object is the page.
func (p *manualPage) Object() fyne.CanvasObject { return p.object }

func (p *manualPage) read(row int) {
	var shown []fyne.CanvasObject
	for _, b := range blocks(p.all[row].source) {
		if b.image == "" {
			shown = append(shown, object(b))
		} else if picture := p.picture(b); picture != nil {
			shown = append(shown, picture)
		}
	}
	text := kit.Across(0, []kit.Track{kit.Fixed(linesWidth), kit.Share(1)}, kit.Column(kit.Gap, shown...), kit.Space(0, 0))
	p.reading.Content = kit.Scrolled(kit.Pad(text, 16, 24, 24, 24)).Content
	p.reading.Offset = fyne.NewPos(0, 0)
	p.reading.Refresh()
}

func object(b block) fyne.CanvasObject {
	switch {
	case b.level == 1:
		return kit.NewStyled(b.text, kit.Ink, kit.TitleSize, true)
	case b.level > 1:
		return kit.Pad(kit.NewBold(b.text), 8, 0, 0, 0)
	case b.mark != "":
		return kit.Across(0, []kit.Track{kit.Fixed(markWidth), kit.Share(1)}, kit.Column(0, kit.NewSecondary(b.mark)), kit.Column(0, kit.NewParagraph(b.text)))
	case b.code:
		return kit.NewPanel(kit.Paper, kit.Line, kit.Radius, kit.Pad(kit.NewParagraph(b.text), 8, 12, 8, 12))
	}
	return kit.NewParagraph(b.text)
}
