package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// firstRun asks for the district, the office's name and whether to begin with the demo.
func (s *Shell) firstRun() {
	page := newFirstRun(s)
	s.frame.show(page.object)
	s.window.Canvas().Focus(page.search.Entry)
}

type firstRunPage struct {
	shell    *Shell
	object   fyne.CanvasObject
	search   *kit.SearchList[string]
	district kit.Found[string]
	chosen   *kit.Text
	office   *kit.Entry
	named    string // the name proposed for the district, replaced with the next one
	begin    *kit.Radio
	form     *form.Form
	trouble  *kit.Paragraph
}

func newFirstRun(s *Shell) *firstRunPage {
	p := &firstRunPage{shell: s, trouble: kit.NewParagraph("")}
	p.trouble.Colour = kit.RedText
	p.trouble.Hide()
	p.chosen = kit.NewSecondary(wording.Text("shell.first.none")).Short()
	p.search = kit.NewSearchList(wording.Text("shell.first.hint"), 4, s.host.Districts, p.choose)
	p.office = kit.NewEntry(wording.Text("shell.first.office_hint"))
	p.begin = kit.NewRadio([]kit.Choice{{Value: "empty", Label: wording.Text("shell.first.empty")}, {Value: "demo", Label: wording.Text("shell.first.demo")}}, "empty", nil)
	p.form = form.New(
		&form.Field{Label: wording.Text("shell.first.district"), Required: true, Input: kit.Column(kit.Gap, p.search.Roomy(), p.chosen), Check: p.checkDistrict},
		&form.Field{Label: wording.Text("shell.first.office"), Required: true, Input: p.office, Help: wording.Text("shell.first.office_help")},
		&form.Field{Label: wording.Text("shell.first.begin"), Input: p.begin},
	)
	p.object = p.card()
	return p
}

func (p *firstRunPage) card() fyne.CanvasObject {
	file := newFirstPlace(p.shell).object
	foot := kit.Row(kit.Gap, kit.NewLink(wording.Text("shell.first.other"), p.shell.chooseFile), kit.NewLink(wording.Text("shell.failed.restore"), p.shell.chooseBackup),
		kit.Spring(), kit.NewPrimary(wording.Text("shell.first.start"), p.start))
	content := kit.Column(kit.WideGap, kit.NewStyled(wording.Text("shell.first.title"), kit.Ink, kit.TitleSize, true),
		kit.NewParagraph(wording.Text("shell.first.intro")), kit.Space(0, 4), p.form.Object(), p.trouble, file, foot)
	card := kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(content, 24, 28, 24, 28))
	return kit.Scrolled(kit.Pad(kit.Across(0, []kit.Track{kit.Share(1), kit.Fixed(640), kit.Share(1)}, kit.Space(0, 0), kit.Column(0, card), kit.Space(0, 0)), 28, 0, 28, 0))
}

func (p *firstRunPage) choose(found kit.Found[string]) {
	p.district = found
	p.chosen.Colour = kit.GreenText
	p.chosen.SetText(wording.Text("shell.first.chosen", "place", found.Label, "note", found.Note))
	if p.office.Text == "" || p.office.Text == p.named {
		p.named = wording.Text("shell.first.office_of", "district", found.Label)
		p.office.SetText(p.named)
	}
}

func (p *firstRunPage) checkDistrict() string {
	if p.district.Key == "" {
		return wording.Text("shell.first.choose")
	}
	return ""
}

func (p *firstRunPage) start() {
	if !p.form.Valid() {
		return
	}
	beginning := Beginning{District: p.district.Key, Office: strings.TrimSpace(p.office.Text), Demo: p.begin.Value() == "demo"}
	p.shell.replace(wording.Text("shell.first.making"), func(ctx context.Context, progress kit.Progress) (*Session, error) {
		return p.shell.host.Create(ctx, beginning, progress)
	}, p.say)
}

// say shows what went wrong under the form, so that what was typed stays.
func (p *firstRunPage) say(trouble *problem.Problem) {
	what, todo := wording.Problem(trouble)
	p.trouble.SetText(what + "\n" + todo)
	p.trouble.Show()
	p.object.Refresh()
}
