// Package today gathers what the front page shows from all rooms: the district's key figures, what is due, what
// happened last.
//
// What must hold:
//   - a figure says how many records it rests on, and its link opens a list of exactly these;
//   - a record stands once on the list of what is due, whatever many reasons it is there for.
package today

import (
	"time"

	"smartcanal/data/chronicle"
	"smartcanal/data/council"
	"smartcanal/data/people"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/settings"
	"smartcanal/data/store"
)

// Room is the front page of one file of data.
type Room struct {
	store     *store.Store
	register  *register.Room
	sales     *sales.Room
	rewards   *rewards.Room
	council   *council.Room
	chronicle *chronicle.Room
	people    *people.Room
	backups   *settings.Backups
}

// New opens the front page of a file of data.
func New(st *store.Store) *Room {
	trade := sales.New(st)
	return &Room{
		store: st, register: register.New(st), sales: trade, rewards: rewards.New(st, trade), council: council.New(st),
		chronicle: chronicle.New(st), people: people.New(st), backups: settings.NewBackups(st),
	}
}

// Today is the day of the file's clock, yyyy-mm-dd.
func (r *Room) Today() string { return r.council.Today() }

// Now is the time of the file's clock in China.
func (r *Room) Now() time.Time { return r.store.Now().In(statement.China) }
