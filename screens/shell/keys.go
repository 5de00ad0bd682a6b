package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// keyGroup is the keys of one part of the program.
type keyGroup struct {
	title string
	keys  []kit.Key
}

// keyGroups are all keys there are: the window's and the areas' from their commands, those of lists, forms and charts
// from where they are taken.
func (s *Shell) keyGroups() []keyGroup {
	window := []kit.Key{{Keys: "?", What: "shell.keys.keys"}, {Keys: "Esc", What: "shell.keys.escape"}}
	var doing []kit.Key
	for _, command := range s.commands() {
		switch keys := keysOf(command.Shortcut); {
		case keys == "":
		case command.Menu == "" || command.Menu == kit.FileMenu:
			doing = append(doing, kit.Key{Keys: keys, Said: command.Label})
		default:
			window = append(window, kit.Key{Keys: keys, Said: command.Label})
		}
	}
	return []keyGroup{
		{wording.Text("shell.keys.doing"), doing}, {wording.Text("shell.keys.window"), window},
		{wording.Text("shell.keys.list"), grid.Keys()}, {wording.Text("shell.keys.form"), form.Keys()}, {wording.Text("shell.keys.chart"), chart.Keys()},
	}
}

// keysTable puts a group under its title.
func keysTable(group keyGroup) fyne.CanvasObject {
	rows := make([][]kit.Cell, len(group.keys))
	for i, key := range group.keys {
		rows[i] = []kit.Cell{{Text: key.Keys, Bold: true}, {Text: key.Words()}}
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("shell.keys.key")}, {Title: wording.Text("shell.keys.what"), Grow: true}}, rows...).Headless()
	return kit.Column(4, kit.NewBold(group.title), table)
}

// The window of keys: two columns that show every key of a small screen at once.
const (
	keysWidth  float32 = 860
	keysHeight float32 = 520
)

// ShowKeys lists every key over the window, as ? does.
func (s *Shell) ShowKeys() {
	if s.session == nil {
		return
	}
	var left, right []fyne.CanvasObject
	for i, group := range s.keyGroups() {
		if i < 2 {
			left = append(left, keysTable(group))
		} else {
			right = append(right, keysTable(group))
		}
	}
	columns := kit.Across(24, []kit.Track{kit.Share(1), kit.Share(1)}, kit.Column(kit.WideGap, left...), kit.Column(kit.WideGap, right...))
	var d *kit.Dialog
	done := kit.NewPrimary(wording.Text("shell.keys.close"), func() { d.Close() })
	list := kit.Down(0, []kit.Track{kit.Fixed(keysHeight)}, kit.Scrolled(columns))
	d = kit.NewDialog(s.window.Canvas(), keysWidth, wording.Text("shell.keys"), list, done)
	d.Show(done)
}

// namedKeys are keys whose names in Fyne are not those on the keyboard.
var namedKeys = map[fyne.KeyName]string{
	fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyReturn: "Enter", fyne.KeyBackTick: "`",
	fyne.KeyEscape: "Esc",
}

// keysOf words a shortcut as it is pressed: Ctrl+I, on a Mac ⌘+I; "" for none.
func keysOf(shortcut fyne.Shortcut) string {
	pressed, is := shortcut.(fyne.KeyboardShortcut)
	if !is {
		return ""
	}
	var words []string
	for _, modifier := range []struct {
		bit  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if pressed.Mod()&modifier.bit != 0 {
			words = append(words, modifier.name)
		}
	}
	name, named := namedKeys[pressed.Key()]
	if !named {
		name = string(pressed.Key())
	}
	return strings.Join(append(words, name), "+")
}

var searchShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault}
