package kit

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
)

// Area is one area of work: its entry in the navigation, its pages, what it finds and can do. Areas
// do not know each other; they open each other's pages by link.
type Area struct {
	// Key names the area; smartcanal://<Key> opens its start page and "shell.area.<Key>" words its name.
	Key   string
	Order int
	// Lower puts the entry under the navigation's line: forms, settings.
	Lower bool
	// Start builds the start page when it is first opened.
	Start func(Context) Page
	// Links builds the pages behind smartcanal://<kind>/<rest>, by kind.
	Links map[string]func(c Context, rest string) Page
	// Count is what waits in the area, shown in the navigation; nil for none.
	Count func(context.Context) (Count, error)
	// Find answers the search box; the keys of what it finds are links.
	Find SearchFunc[string]
	// Behind is how many records Find may not know yet, because they came in bulk; nil: none ever.
	Behind func(context.Context) (int, error)
	// Prefixes are what one types before a colon to search this area alone (企业:), Kinds those that ask for
	// one kind of what it finds (订单:); both are keys of the catalogue.
	Prefixes, Kinds []string
	// Commands can be had from the search box and by their shortcuts.
	Commands func(Context) []Command
	// DropLink opens the page that takes files dropped anywhere in the window.
	DropLink string
}

// Count is a number in the navigation. An urgent one is red.
type Count struct {
	Number int
	Urgent bool
}

// Menu is a menu of the window's bar.
type Menu string

// The menus, in their order. A command that names none stands in the first, under the name of its area.
const (
	FileMenu   Menu = "file"
	EditMenu   Menu = "edit"
	ViewMenu   Menu = "view"
	GoMenu     Menu = "go"
	WindowMenu Menu = "window"
	HelpMenu   Menu = "help"
)

// Command is one thing a person can do, defined once for menu, button, search box and shortcut.
type Command struct {
	// Label is the verb: 导入账单….
	Label string
	// Menu is where it stands in the menu bar; a Divided one has a line above it.
	Menu    Menu
	Divided bool
	// Shortcut may be nil.
	Shortcut fyne.Shortcut
	// Allowed says whether it can be done now; nil for always. Chosen says that it is how things stand, such as
	// the look of now; nil for what is no state.
	Allowed, Chosen func() bool
	// Unlisted keeps it out of the search box: what a person would not look for by name.
	Unlisted bool
	Run      func()
}

// Page is what an area shows in the window. It may also be a Dropped, a Shown, a Left or a Held.
type Page interface {
	Object() fyne.CanvasObject
}

// Dropped is a page that takes files dropped on the window.
type Dropped interface {
	Drop(paths []string)
}

// Picky is a page that takes only some of what is dropped: statements dropped on the page of an enterprise are imported
// all the same.
type Picky interface {
	Dropped
	// Wants says whether the page takes files dropped at a place of the window; else the window finds them another.
	Wants(at fyne.Position, paths []string) bool
}

// Shown is a page that wants to know when it comes to the front again: to reload.
type Shown interface {
	Shown()
}

// Left is a page that wants to know when it goes: to stop its loaders.
type Left interface {
	Left()
}

// Held is a page with something typed that is not saved: the window asks it before another page opens or the window
// closes.
type Held interface {
	// MayLeave says whether the page may be left now. Where it asks the person first it gives false, and calls leave
	// once he agreed.
	MayLeave(leave func()) bool
}

// Context is what the window gives to a page.
type Context interface {
	// Window is where dialogs open; its Canvas() goes to Confirm, Run and the like.
	Window() fyne.Window
	// Open opens a page by link: smartcanal://organization/42.
	Open(link string)
	// Back opens the page before this one.
	Back()
	// Status sets the texts of the status line; it stays until another page opens.
	Status(texts ...string)
	// Changed tells that records changed: the navigation counts again.
	Changed()
	// Problem words a problem over the window.
	Problem(p *problem.Problem)
	// Memory is what the person at work arranged or left unsaved.
	Memory() Memory
}

// Simple is a page that is nothing but its content.
type Simple struct{ Content fyne.CanvasObject }

// Object is the content.
func (s Simple) Object() fyne.CanvasObject { return s.Content }
