package shell

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

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
		Start:    func(kit.Context) kit.Page { return kit.Simple{Content: s.settingsPage()} },
		Commands: func(kit.Context) []kit.Command { return s.ownCommands() },
	}
}

// ownCommands are those of the window: the way, the look, the keys.
func (s *Shell) ownCommands() []kit.Command {
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	look := func(key string, mode kit.Mode) kit.Command {
		return kit.Command{Label: wording.Text("shell.look", "look", wording.Text("shell.look."+key)), Run: func() { s.SetMode(mode) }}
	}
	return []kit.Command{
		{Label: wording.Text("shell.back"), Shortcut: alt(fyne.KeyLeft), Allowed: func() bool { return len(s.visited) > 0 }, Run: s.Back},
		{Label: wording.Text("shell.forward"), Shortcut: alt(fyne.KeyRight), Allowed: func() bool { return len(s.ahead) > 0 }, Run: s.Forward},
		{Label: wording.Text("shell.keys"), Run: s.ShowKeys},
		look("follow", kit.Follow), look("light", kit.Light), look("dark", kit.Dark),
		{Label: wording.Text("shell.language.other"), Run: func() { s.chooseLanguage(otherLanguage()) }},
	}
}

func otherLanguage() string {
	if wording.Language() == wording.Chinese {
		return wording.English
	}
	return wording.Chinese
}

// settingsPage is the page of the language and the look.
func (s *Shell) settingsPage() fyne.CanvasObject {
	language := kit.NewRadio([]kit.Choice{
		{Value: wording.Chinese, Label: wording.Text("shell.language.zh")}, {Value: wording.English, Label: wording.Text("shell.language.en")},
	}, wording.Language(), s.chooseLanguage).Abreast()
	look := kit.NewRadio([]kit.Choice{
		{Value: strconv.Itoa(int(kit.Follow)), Label: wording.Text("shell.look.follow")}, {Value: strconv.Itoa(int(kit.Light)), Label: wording.Text("shell.look.light")},
		{Value: strconv.Itoa(int(kit.Dark)), Label: wording.Text("shell.look.dark")},
	}, strconv.Itoa(int(s.mode)), func(value string) {
		mode, _ := strconv.Atoi(value)
		s.SetMode(kit.Mode(mode))
	}).Abreast()
	looks := form.New(
		&form.Field{Label: wording.Text("shell.language"), Input: language},
		&form.Field{Label: wording.Text("shell.look.title"), Input: look, Help: wording.Text("shell.look.help")},
		&form.Field{Label: wording.Text("shell.data"), Input: kit.NewParagraph(s.host.File()), Help: wording.Text("shell.data.help")},
	)
	keys := kit.NewCard(wording.Text("shell.keys"), kit.Scrolled(s.keysTable()))
	page := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, kit.Column(0, kit.NewCard(wording.Text("shell.look.card"), looks.Object())), keys)
	return kit.NewPage(kit.Header{Title: wording.Text("shell.area.settings")}, page)
}
