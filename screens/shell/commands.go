package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// primary is Ctrl, on a Mac ⌘, with a key.
func primary(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// plainKey is a key by itself: F1, F5.
func plainKey(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

// alone says whether a shortcut is a key by itself, which reaches the window as a key and not as a shortcut.
func alone(shortcut fyne.Shortcut) (fyne.KeyName, bool) {
	custom, is := shortcut.(*desktop.CustomShortcut)
	if !is || custom.Modifier != 0 {
		return "", false
	}
	return custom.KeyName, true
}

// listen has the window's keys run the commands there are now, in the place of those there were.
func (s *Shell) listen() {
	over := s.window.Canvas()
	for _, shortcut := range s.listened {
		over.RemoveShortcut(shortcut)
	}
	s.listened = nil
	for _, command := range s.commands() {
		_, isKey := alone(command.Shortcut)
		if command.Shortcut == nil || isKey || command.Menu == kit.EditMenu {
			continue // the system's own shortcuts go to what has the keyboard
		}
		over.AddShortcut(command.Shortcut, func(fyne.Shortcut) { run(command) })
		s.listened = append(s.listened, command.Shortcut)
	}
	over.SetOnTypedKey(s.typedKey)
	over.SetOnTypedRune(func(r rune) {
		if (r == '?' || r == '？') && over.Overlays().Top() == nil {
			s.ShowKeys()
		}
	})
}

// typedKey takes a key no widget took.
func (s *Shell) typedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && !s.closePalette() {
		kit.CloseTopOf(s.window.Canvas())
		return
	}
	if s.window.Canvas().Overlays().Top() != nil {
		return // a dialog is answered first
	}
	for _, command := range s.commands() {
		if key, isKey := alone(command.Shortcut); isKey && key == event.Name {
			run(command)
			return
		}
	}
}

var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// commands is everything a person can do in the window now: the menus, the search box, the shortcuts and their
// list all come from here.
func (s *Shell) commands() []kit.Command {
	var all []kit.Command
	for _, area := range inOrder(s.areas()) {
		all = append(all, commandsOf(area, s)...)
	}
	return append(all, s.ownCommands()...)
}

func commandsOf(area kit.Area, c kit.Context) []kit.Command {
	if area.Commands == nil {
		return nil
	}
	return area.Commands(c)
}

func allowed(c kit.Command) bool { return c.Allowed == nil || c.Allowed() }

func run(c kit.Command) {
	if allowed(c) && c.Run != nil {
		c.Run()
	}
}

// ownCommands are those of the window, menu by menu.
func (s *Shell) ownCommands() []kit.Command {
	all := s.fileCommands()
	all = append(all, s.editCommands()...)
	all = append(all, s.viewCommands()...)
	all = append(all, s.goCommands()...)
	return append(all, s.windowCommands()...)
}

func (s *Shell) hasFile() bool { return s.session != nil }

func (s *Shell) fileCommands() []kit.Command {
	backs := func() bool { return s.session != nil && s.session.Backups != nil }
	return []kit.Command{
		{Menu: kit.FileMenu, Divided: true, Label: wording.Text("shell.backup.now"), Allowed: backs, Run: s.backUp,
			Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}},
		{Menu: kit.FileMenu, Label: wording.Text("shell.backup.to"), Allowed: backs, Run: s.backUpTo},
		{Menu: kit.FileMenu, Label: wording.Text("shell.failed.restore"), Run: s.chooseBackup},
		{Menu: kit.FileMenu, Divided: true, Label: wording.Text("shell.failed.other"), Run: s.chooseFile, Shortcut: primary(fyne.KeyO)},
		{Menu: kit.FileMenu, Divided: true, Label: wording.Text("shell.window.close"), Run: func() { s.leaving(s.window.Close) }, Shortcut: primary(fyne.KeyW)},
		{Menu: kit.FileMenu, Label: wording.Text("shell.quit"), Run: s.quit, Shortcut: primary(fyne.KeyQ)},
	}
}

// editCommands are the system's own; they go to what has the keyboard.
func (s *Shell) editCommands() []kit.Command {
	clipboard := fyne.CurrentApp().Clipboard()
	edit := func(key string, shortcut fyne.Shortcut, divided bool) kit.Command {
		return kit.Command{Menu: kit.EditMenu, Label: wording.Text("shell.edit." + key), Shortcut: shortcut, Divided: divided,
			Run: func() {
				if focused, is := s.window.Canvas().Focused().(fyne.Shortcutable); is {
					focused.TypedShortcut(shortcut)
				}
			}}
	}
	return []kit.Command{
		edit("undo", &fyne.ShortcutUndo{}, false), edit("redo", &fyne.ShortcutRedo{}, false),
		edit("cut", &fyne.ShortcutCut{Clipboard: clipboard}, true), edit("copy", &fyne.ShortcutCopy{Clipboard: clipboard}, false),
		edit("paste", &fyne.ShortcutPaste{Clipboard: clipboard}, false), edit("all", &fyne.ShortcutSelectAll{}, false),
	}
}

func (s *Shell) viewCommands() []kit.Command {
	all := []kit.Command{
		{Menu: kit.ViewMenu, Label: wording.Text("shell.reload"), Allowed: s.hasFile, Run: s.reload, Shortcut: plainKey(fyne.KeyF5)},
		{Menu: kit.ViewMenu, Label: wording.Text("shell.navigation"), Chosen: s.frame.showsNavigation, Shortcut: plainKey(fyne.KeyF9),
			Run: func() { s.frame.showNavigation(!s.frame.showsNavigation()); s.setMenu() }},
		{Menu: kit.ViewMenu, Divided: true, Label: wording.Text("shell.zoom.in"), Run: func() { s.SetZoom(nextZoom(s.zoom, 1)) }, Shortcut: primary(fyne.KeyEqual)},
		{Menu: kit.ViewMenu, Label: wording.Text("shell.zoom.out"), Run: func() { s.SetZoom(nextZoom(s.zoom, -1)) }, Shortcut: primary(fyne.KeyMinus)},
		{Menu: kit.ViewMenu, Label: wording.Text("shell.zoom.ordinary"), Run: func() { s.SetZoom(ordinaryZoom) }, Shortcut: primary(fyne.Key0)},
	}
	for i, look := range looks {
		all = append(all, kit.Command{Menu: kit.ViewMenu, Divided: i == 0, Label: wording.Text("shell.look", "look", wording.Text(look.key)),
			Chosen: func() bool { return s.mode == look.mode }, Run: func() { s.SetMode(look.mode) }})
	}
	return append(all, kit.Command{Menu: kit.ViewMenu, Divided: true, Label: wording.Text("shell.language.other"),
		Run: func() { s.chooseLanguage(otherLanguage()) }})
}

// goCommands lead through the pages: the search box, the way, the areas by Ctrl+1 … Ctrl+9.
func (s *Shell) goCommands() []kit.Command {
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	all := []kit.Command{
		{Menu: kit.GoMenu, Label: wording.Text("shell.search"), Allowed: s.hasFile, Run: s.OpenSearch, Shortcut: searchShortcut},
		{Menu: kit.GoMenu, Divided: true, Label: wording.Text("shell.back"), Shortcut: alt(fyne.KeyLeft), Allowed: func() bool { return len(s.visited) > 0 }, Run: s.Back},
		{Menu: kit.GoMenu, Label: wording.Text("shell.forward"), Shortcut: alt(fyne.KeyRight), Allowed: func() bool { return len(s.ahead) > 0 }, Run: s.Forward},
	}
	for i, area := range inOrder(s.areas()) {
		command := kit.Command{Menu: kit.GoMenu, Divided: i == 0, Label: wording.Text("shell.area." + area.Key), Run: func() { s.Open(linkTo(area.Key)) }}
		if i < len(digits) {
			command.Shortcut = primary(digits[i])
		}
		all = append(all, command)
	}
	return all
}

// windowCommands are the windows there are, and the help.
func (s *Shell) windowCommands() []kit.Command {
	all := []kit.Command{
		{Menu: kit.WindowMenu, Label: wording.Text("shell.window.beside"), Allowed: s.hasFile, Run: s.besideFocused, Shortcut: primary(fyne.KeyReturn)},
		{Menu: kit.WindowMenu, Label: wording.Text("shell.window.next"), Allowed: func() bool { return len(s.windows) > 1 }, Run: s.nextWindow,
			Shortcut: primary(fyne.KeyBackTick)},
	}
	for i, other := range s.windows {
		all = append(all, kit.Command{Menu: kit.WindowMenu, Divided: i == 0, Label: other.window.Title(), Chosen: func() bool { return other == s },
			Run: other.window.RequestFocus, Unlisted: true})
	}
	return append(all,
		kit.Command{Menu: kit.HelpMenu, Label: wording.Text("shell.help"), Run: s.showHelp, Shortcut: plainKey(fyne.KeyF1)},
		kit.Command{Menu: kit.HelpMenu, Label: wording.Text("shell.keys"), Run: s.ShowKeys})
}

// showHelp opens the manual at the area shown; without a manual the keys are all the help there is.
func (s *Shell) showHelp() {
	link := linkTo("help/" + s.current.area)
	if _, answers := s.answering(link); answers {
		s.Open(link)
		return
	}
	s.ShowKeys()
}

func otherLanguage() string {
	if wording.Language() == wording.Chinese {
		return wording.English
	}
	return wording.Chinese
}
