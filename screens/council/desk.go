package council

import (
	"context"
	"strings"

	"smartcanal/data/council"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
)

// desk is what every page of the area works with.
type desk struct {
	room   *council.Room
	person store.Actor
	// approver remembers who approved last: until people sign in, two may share one computer, and each approval asks for
	// the name it is kept under.
	approver string
	// names are what departments are called, by their ids.
	names  map[int64]string
	naming kit.Loader[map[int64]string]
}

func newDesk(room *council.Room, person store.Actor) *desk { return &desk{room: room, person: person} }

// signer proposes who approves.
func (d *desk) signer() string {
	if d.approver != "" {
		return d.approver
	}
	return string(d.person)
}

// departments answers the picker of departments: by part of a name.
func (d *desk) departments(ctx context.Context, text string, limit int) ([]kit.Found[int64], error) {
	all, err := d.room.Departments(ctx)
	var found []kit.Found[int64]
	for _, one := range all {
		if len(found) < limit && (strings.Contains(one.Name, text) || strings.Contains(one.ShortName, text)) {
			found = append(found, kit.Found[int64]{Key: one.ID, Label: one.Shown(), Note: one.Name})
		}
	}
	return found, err
}
