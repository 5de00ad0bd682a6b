package chronicle

import (
	"smartcanal/data/attachments"
	"smartcanal/data/chronicle"
	"smartcanal/data/store"
)

// desk is what every page of the area works with.
type desk struct {
	room   *chronicle.Room
	files  *attachments.Room
	person store.Actor
}

func newDesk(st *store.Store, person store.Actor) *desk {
	return &desk{room: chronicle.New(st), files: attachments.New(st), person: person}
}
