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
	over.SetOnTypedKey(func(event *fyne.KeyEvent) {
		if event.Name == fyne.KeyEscape && !s.closePalette() {
			kit.CloseTop()
		}
		if event.Name == fyne.KeyF1 {
			s.ShowKeys()
		}
	})
	over.SetOnTypedRune(func(r rune) {
		if (r == '?' || r == '？') && over.Overlays().Top() == nil {
			s.ShowKeys()
		}
	})
}

var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// areaShortcut opens the area at a place of the navigation: Ctrl+1 is the first.
func areaShortcut(place int) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: digits[place], Modifier: fyne.KeyModifierShortcutDefault}
}

// registerShortcuts gives the areas Ctrl+1 … Ctrl+9 and every command its own keys.
func (s *Shell) registerShortcuts() {
	over := s.window.Canvas()
	for i, area := range inOrder(s.areas()) {
		if i < len(digits) {
			link := linkTo(area.Key)
			over.AddShortcut(areaShortcut(i), func(fyne.Shortcut) { s.Open(link) })
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
	for _, area := range s.areas() {
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
