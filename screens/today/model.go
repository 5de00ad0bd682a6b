package today

import (
	"context"
	"encoding/json"
	"time"

	"smartcanal/data/chronicle"
	"smartcanal/data/store"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Model is the state of the front page: whose work is shown, and since when he was not here.
type Model struct {
	room   *today.Room
	person store.Actor
	Own    bool
}

// NewModel begins with everybody's work.
func NewModel(room *today.Room, person store.Actor) *Model { return &Model{room: room, person: person} }

// Figures reads the key figures. Like the other loads it is called off the UI goroutine.
func (m Model) Figures(ctx context.Context) (today.Figures, error) { return m.room.Figures(ctx) }

// Due reads what is to be done.
func (m Model) Due(ctx context.Context) (today.Due, error) {
	return m.room.Due(ctx, m.person, m.Own)
}

// Outdated reads the claims whose evidence changed.
func (m Model) Outdated(ctx context.Context) ([]today.Item, error) {
	return m.room.Outdated(ctx, m.person, m.Own)
}

// Happened is what the chronicle has last.
func (m Model) Happened(ctx context.Context) ([]chronicle.Row, error) {
	return m.room.Happened(ctx, happenedShown)
}

const happenedShown, changesShown = 6, 12

// Changes are the latest writes; those after Seen came since the person was here last.
type Changes struct {
	All  []today.Change
	Seen visit
}

// News counts what came since the last visit, of others.
func (c Changes) News(person string) int {
	n := 0
	for _, change := range c.All {
		if c.IsNew(change, person) {
			n++
		}
	}
	return n
}

// IsNew tells whether somebody else did it since the last visit.
func (c Changes) IsNew(change today.Change, person string) bool {
	return c.Seen.Last > 0 && change.ID > c.Seen.Last && change.Actor != person
}

// visit is how far the journal was when the person was here.
type visit struct {
	Last int64     `json:"last"`
	At   time.Time `json:"at"`
}

const visitKey = "today/visit"

// visits remembers the last visit once for each time the program runs: what is new stays new until then.
type visits struct {
	memory kit.Memory
	before visit
	asked  bool
}

// Changes reads the latest changes; the first time it recalls the last visit and keeps this one.
func (m Model) Changes(ctx context.Context, v *visits) (Changes, error) {
	all, last, err := m.room.Changes(ctx, changesShown)
	if err != nil || v.asked {
		return Changes{all, v.before}, err
	}
	text, err := v.memory.Recall(ctx, visitKey)
	if err != nil {
		return Changes{}, err
	}
	if text != "" && json.Unmarshal([]byte(text), &v.before) != nil {
		v.before = visit{} // what another program kept
	}
	v.asked = true
	if last != v.before.Last {
		kept, _ := json.Marshal(visit{last, m.room.Now()})
		err = v.memory.Keep(ctx, visitKey, string(kept))
	}
	return Changes{all, v.before}, err
}

// Headline words what matters most today: 3 项逾期，2 项今天办.
func Headline(due today.Due) string {
	counts := map[today.Group]int{}
	for _, item := range due.Items {
		counts[item.Group]++
	}
	for _, more := range due.More {
		if more.Kind == "overdue" {
			counts[today.Late] += more.Count
		}
	}
	var parts []string
	for _, group := range today.Groups[:3] {
		if n := counts[group]; n > 0 {
			parts = append(parts, wording.Text("today.headline."+string(group), "n", wording.Grouped(n)))
		}
	}
	if len(parts) == 0 {
		return wording.Text("today.headline.nothing")
	}
	return joined(parts)
}
