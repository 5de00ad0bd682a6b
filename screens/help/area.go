// Package help is the manual and the page about the program, inside the window.
package help

import (
	"io/fs"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Program is what the about page tells of the program.
type Program struct {
	// Version is the release, Commit what it was built from.
	Version, Commit string
	// Renderer names what draws the window; "" where the system chose it.
	Renderer string
	// Data is the file that is open, Log the folder of the log.
	Data, Log string
	// Notices are what a person should know of this program on this machine, in full; nil for nothing.
	Notices func() []string
	// Pictures are the manual's; a chapter is shown without those that are missing.
	Pictures fs.FS
}

// About is the link of the page about the program.
const About = "smartcanal://about"

const (
	key      = "help"
	linkHelp = "smartcanal://help/"
)

// Area is the help among the areas of work.
func Area(program Program) kit.Area {
	manual := func(c kit.Context, chapter string) kit.Page { return newManualPage(c, program.Pictures, chapter) }
	about := func(c kit.Context, _ string) kit.Page { return newAboutPage(c, program) }
	return kit.Area{
		Key: key, Order: 110, Lower: true,
		Start: func(c kit.Context) kit.Page { return manual(c, "") },
		Links: map[string]func(kit.Context, string) kit.Page{key: manual, "about": about},
		Commands: func(c kit.Context) []kit.Command {
			return []kit.Command{
				{Menu: kit.HelpMenu, Label: wording.Text("help.manual"), Run: func() { c.Open("smartcanal://help") }},
				{Menu: kit.HelpMenu, Label: wording.Text("help.about"), Run: func() { c.Open(About) }},
			}
		},
	}
}
