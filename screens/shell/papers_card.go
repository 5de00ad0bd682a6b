package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/document"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// papersCard tells what official papers have on this computer: the standard's fonts, and a program that makes PDF.
type papersCard struct {
	object  fyne.CanvasObject
	fonts   *kit.Paragraph
	printer *kit.Paragraph
	reading kit.Loader[equipment]
}

// equipment is what a computer has for papers.
type equipment struct {
	missing []document.MissingFont
	office  string
}

// lookAround looks what this computer has; tests say it themselves.
var lookAround = func() equipment { return equipment{document.MissingFonts(), document.OfficeName()} }

func newPapersCard() *papersCard {
	loading := wording.Text("kit.state.loading")
	c := &papersCard{fonts: kit.NewParagraph(loading), printer: kit.NewParagraph(loading)}
	c.object = kit.NewCard(wording.Text("shell.papers.card"), form.New(
		&form.Field{Label: wording.Text("shell.papers.fonts"), Input: c.fonts, Help: wording.Text("shell.papers.fonts_help")},
		&form.Field{Label: wording.Text("shell.papers.pdf"), Input: c.printer, Help: wording.Text("shell.papers.pdf_help")},
	).Object())
	return c
}

func (c *papersCard) load() {
	c.reading.Load(func(context.Context) (equipment, error) { return lookAround(), nil }, c.show)
}

func (c *papersCard) show(found equipment, _ *problem.Problem) {
	c.fonts.Colour = kit.Ink
	if len(found.missing) > 0 {
		c.fonts.Colour = kit.AmberText
	}
	c.fonts.SetText(found.fontWords())
	c.printer.SetText(found.printerWords())
	c.object.Refresh()
}

func (e equipment) fontWords() string {
	if len(e.missing) == 0 {
		return wording.Text("shell.papers.complete")
	}
	words := make([]string, len(e.missing))
	for i, font := range e.missing {
		words[i] = wording.Text("shell.papers.missing", "font", font.Name)
		if font.StandIn != "" {
			words[i] = wording.Text("shell.papers.replaced", "font", font.Name, "other", font.StandIn)
		}
	}
	return strings.Join(words, "\n")
}

func (e equipment) printerWords() string {
	if e.office == "" {
		return wording.Text("shell.papers.own")
	}
	return wording.Text("shell.papers.office", "program", e.office)
}
