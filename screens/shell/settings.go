package shell

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// settingsKey is the area of the window's own settings.
const settingsKey = "settings"

// ownArea is what the window itself has to set, among the areas of the file.
func (s *Shell) ownArea() kit.Area {
	return kit.Area{
		Key: settingsKey, Order: 100, Lower: true,
		Start: func(kit.Context) kit.Page { return newSettingsPage(s) },
	}
}

// looks are those to choose from, with the words for them.
var looks = []struct {
	mode kit.Mode
	key  string
}{{kit.Follow, "shell.look.follow"}, {kit.Light, "shell.look.light"}, {kit.Dark, "shell.look.dark"}}

// settingsPage is the page of what the office and its people set.
type settingsPage struct {
	shell   *Shell
	object  fyne.CanvasObject
	backups *backupsCard
	people  *peopleCard
	papers  *papersCard
}

func newSettingsPage(s *Shell) *settingsPage {
	p := &settingsPage{shell: s, backups: newBackupsCard(s), people: newPeopleCard(s), papers: newPapersCard()}
	left := kit.Column(kit.WideGap, kit.NewCard(wording.Text("shell.look.card"), s.lookForm().Object()), p.backups.object)
	keys := kit.NewPlain(wording.Text("shell.keys.open_list"), s.ShowKeys)
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, kit.Column(0, left), kit.Column(kit.WideGap, p.people.object, p.papers.object))
	p.object = kit.NewPage(kit.Header{Title: wording.Text("shell.area.settings"), Actions: []fyne.CanvasObject{keys}}, columns)
	return p
}

// Object is the page.
func (p *settingsPage) Object() fyne.CanvasObject { return p.object }

// Shown looks again what there is.
func (p *settingsPage) Shown() {
	p.backups.load()
	p.people.load()
	p.papers.load()
}

// Left ends what is being read.
func (p *settingsPage) Left() {
	p.backups.reading.Stop()
	p.people.reading.Stop()
	p.papers.reading.Stop()
}

// lookForm is the language, the look and the size of the texts.
func (s *Shell) lookForm() *form.Form {
	language := kit.NewRadio([]kit.Choice{
		{Value: wording.Chinese, Label: wording.Text("shell.language.zh")}, {Value: wording.English, Label: wording.Text("shell.language.en")},
	}, wording.Language(), s.chooseLanguage).Abreast()
	choices := make([]kit.Choice, len(looks))
	for i, look := range looks {
		choices[i] = kit.Choice{Value: strconv.Itoa(int(look.mode)), Label: wording.Text(look.key)}
	}
	look := kit.NewRadio(choices, strconv.Itoa(int(s.mode)), func(value string) {
		mode, _ := strconv.Atoi(value)
		s.SetMode(kit.Mode(mode))
	}).Abreast()
	sizes := make([]kit.Choice, len(zooms))
	for i, zoom := range zooms {
		sizes[i] = kit.Choice{Value: strconv.Itoa(zoom), Label: wording.Text("shell.zoom.size", "percent", zoom)}
	}
	size := kit.NewSelect(sizes, strconv.Itoa(s.zoom), func(value string) {
		zoom, _ := strconv.Atoi(value)
		s.SetZoom(zoom)
	})
	return form.New(
		&form.Field{Label: wording.Text("shell.language"), Input: language},
		&form.Field{Label: wording.Text("shell.look.title"), Input: look, Help: wording.Text("shell.look.help")},
		&form.Field{Label: wording.Text("shell.zoom.title"), Input: size, Help: wording.Text("shell.zoom.help")},
	)
}
