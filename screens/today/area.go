// Package today shows the front page (工作台): the district's key figures, what is due, the months, what happened last.
package today

import (
	"smartcanal/data/store"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Area is the front page over a file of data: today, today/wanted.
func Area(st *store.Store, actor store.Actor) kit.Area {
	room := today.New(st)
	return kit.Area{
		Key:   "today",
		Order: 10,
		Start: func(c kit.Context) kit.Page { return NewView(c, NewModel(room, actor)) },
		Links: map[string]func(kit.Context, string) kit.Page{
			"today": func(c kit.Context, rest string) kit.Page {
				if rest == "wanted" {
					return NewWantedView(c, room)
				}
				return NewView(c, NewModel(room, actor))
			},
		},
		Commands: func(c kit.Context) []kit.Command {
			return []kit.Command{{Label: wording.Text("today.wanted.title"), Run: func() { c.Open(wantedLink) }}}
		},
	}
}
