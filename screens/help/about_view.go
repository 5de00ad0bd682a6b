package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

const (
	namesWidth  float32 = 96
	factsWidth  float32 = 420
	shortCommit         = 12 // characters tell one commit from another
	textHeight  float32 = 420
	textWidth   float32 = 720
)

// aboutPage tells which program this is, where it keeps things, and whose work is in it.
type aboutPage struct{ object fyne.CanvasObject }

func newAboutPage(c kit.Context, program Program) *aboutPage {
	commit := program.Commit
	if len(commit) > shortCommit {
		commit = commit[:shortCommit]
	}
	renderer := program.Renderer
	if renderer == "" {
		renderer = wording.Text("help.renderer.system")
	}
	facts := kit.NewPropertyList(namesWidth,
		kit.Property{Name: wording.Text("help.version"), Value: program.Version},
		kit.Property{Name: wording.Text("help.commit"), Value: commit},
		kit.Property{Name: wording.Text("help.licence"), Value: "Apache-2.0"},
		kit.Property{Name: wording.Text("help.data"), Value: program.Data},
		kit.Property{Name: wording.Text("help.log"), Value: program.Log},
		kit.Property{Name: wording.Text("help.renderer"), Value: renderer},
	)
	about := append([]fyne.CanvasObject{kit.NewParagraph(wording.Text("help.what")), facts}, program.notices()...)
	left := kit.NewCard(wording.Text("shell.title"), kit.Column(kit.WideGap, about...))
	right := kit.NewCard(wording.Text("help.works"), worksTable(c))
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Fixed(factsWidth), kit.Share(1)}, kit.Column(0, left), right)
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("help.manual"), Open: func() { c.Open(linkHelp) }}},
		Title:  wording.Text("help.about"),
	}
	return &aboutPage{object: kit.NewPage(header, columns)}
}

// notices are paragraphs that stand out.
func (p Program) notices() []fyne.CanvasObject {
	if p.Notices == nil {
		return nil
	}
	var all []fyne.CanvasObject
	for _, said := range p.Notices() {
		paragraph := kit.NewParagraph(said)
		paragraph.Colour = kit.AmberText
		all = append(all, paragraph)
	}
	return all
}

// Object is the page.
func (p *aboutPage) Object() fyne.CanvasObject { return p.object }

// worksTable lists the works of others with their licences; a row opens the licence.
func worksTable(c kit.Context) fyne.CanvasObject {
	var rows [][]kit.Cell
	var of []licence
	for _, l := range licences() {
		for _, work := range l.works {
			rows, of = append(rows, []kit.Cell{{Text: work}, {Text: l.kind()}}), append(of, l)
		}
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("help.work"), Grow: true}, {Title: wording.Text("help.licence")}}, rows...)
	table.OnRow(func(row int) { showLicence(c, of[row]) })
	return kit.Scrolled(table)
}

func showLicence(c kit.Context, l licence) {
	var d *kit.Dialog
	done := kit.NewPrimary(wording.Text("help.close"), func() { d.Close() })
	text := container.NewVScroll(nil)
	text.Content = kit.Scrolled(kit.NewParagraph(l.text)).Content
	d = kit.NewDialog(c.Window().Canvas(), textWidth, strings.Join(l.works, ", "), kit.Down(0, []kit.Track{kit.Fixed(textHeight)}, text), done)
	d.Show(done)
}
