package shell

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

var searchShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault}

// listen takes the keys that work everywhere: the search box, the way back, Escape.
func (s *Shell) listen() {
	over := s.window.Canvas()
	over.AddShortcut(searchShortcut, func(fyne.Shortcut) { s.OpenSearch() })
	over.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { s.Back() })
	over.SetOnTypedKey(func(event *fyne.KeyEvent) {
		if event.Name == fyne.KeyEscape && !s.closePalette() {
			kit.CloseTop()
		}
	})
}

var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// registerShortcuts gives the areas Ctrl+1 … Ctrl+9 and every command its own keys.
func (s *Shell) registerShortcuts() {
	over := s.window.Canvas()
	for i, area := range inOrder(s.session.Areas) {
		if i < len(digits) {
			link := linkTo(area.Key)
			over.AddShortcut(&desktop.CustomShortcut{KeyName: digits[i], Modifier: fyne.KeyModifierShortcutDefault},
				func(fyne.Shortcut) { s.Open(link) })
		}
	}
	for _, command := range s.commands() {
		if command.Shortcut != nil {
			over.AddShortcut(command.Shortcut, func(fyne.Shortcut) { run(command) })
		}
	}
}

func (s *Shell) commands() []kit.Command {
	var all []kit.Command
	if s.session == nil {
		return nil
	}
	for _, area := range s.session.Areas {
		if area.Commands != nil {
			all = append(all, area.Commands(s)...)
		}
	}
	return all
}

func allowed(c kit.Command) bool { return c.Allowed == nil || c.Allowed() }

func run(c kit.Command) {
	if allowed(c) && c.Run != nil {
		c.Run()
	}
}

// keysOf words a shortcut as it is pressed: Ctrl+I.
func keysOf(shortcut fyne.Shortcut) string {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok {
		return ""
	}
	words := ""
	for _, modifier := range []struct {
		bit  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if custom.Modifier&modifier.bit != 0 {
			words += modifier.name + "+"
		}
	}
	return fmt.Sprint(words, custom.KeyName)
}
