package shell

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// menus are the bar's, in the order people know from Windows and macOS.
var menus = []kit.Menu{kit.FileMenu, kit.EditMenu, kit.ViewMenu, kit.GoMenu, kit.WindowMenu, kit.HelpMenu}

// setMenu makes the window's menu bar of the commands there are, where it would be another than it is. On a Mac
// it is the system's bar, elsewhere it stands over the page.
func (s *Shell) setMenu() {
	bar := fyne.NewMainMenu()
	for _, menu := range menus {
		bar.Items = append(bar.Items, fyne.NewMenu(wording.Text("shell.menu."+string(menu)), s.items(menu)...))
	}
	// Fyne would add an item of its own to leave the program to the first menu.
	first := bar.Items[0].Items
	first[len(first)-1].IsQuit = true
	if made := signature(bar.Items); made != s.menu {
		s.menu = made
		s.window.SetMainMenu(bar)
	}
}

// items are a menu's: first what areas gave it by name, then, in the first menu, what each area can do besides under
// its name, then the window's own.
func (s *Shell) items(menu kit.Menu) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	var under []*fyne.MenuItem
	for _, area := range inOrder(s.areas()) {
		var rest []*fyne.MenuItem
		for _, command := range commandsOf(area, s) {
			switch command.Menu {
			case menu:
				items = withItem(items, command)
			case "":
				rest = withItem(rest, command)
			}
		}
		if menu == kit.FileMenu && len(rest) > 0 {
			item := fyne.NewMenuItem(wording.Text("shell.area."+area.Key), nil)
			item.ChildMenu = fyne.NewMenu("", rest...)
			under = append(under, item)
		}
	}
	if len(items) > 0 && len(under) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, under...)
	for _, command := range s.ownCommands() {
		if command.Menu == menu {
			items = withItem(items, command)
		}
	}
	return items
}

func withItem(items []*fyne.MenuItem, c kit.Command) []*fyne.MenuItem {
	if c.Divided && len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	item := fyne.NewMenuItem(c.Label, func() { run(c) })
	item.Disabled = !allowed(c)
	item.Checked = c.Chosen != nil && c.Chosen()
	if _, isKey := alone(c.Shortcut); !isKey {
		item.Shortcut = c.Shortcut
	}
	return append(items, item)
}

// signature is the same for two bars that read the same.
func signature(menus []*fyne.Menu) string {
	var b strings.Builder
	for _, menu := range menus {
		fmt.Fprintf(&b, "%s{", menu.Label)
		for _, item := range menu.Items {
			fmt.Fprintf(&b, "%s %t %t;", item.Label, item.Disabled, item.Checked)
			if item.ChildMenu != nil {
				b.WriteString(signature([]*fyne.Menu{item.ChildMenu}))
			}
		}
		b.WriteString("}")
	}
	return b.String()
}
