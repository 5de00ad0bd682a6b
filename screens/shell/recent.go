package shell

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"

	"smartcanal/screens/kit"
)

// recentKey is where what was found last is kept.
const recentKey = "recent"

const mostRecent = 6

// recent is a record that was opened from the search box.
type recent struct {
	Link  string `json:"link"`
	Label string `json:"label"`
	Note  string `json:"note,omitempty"`
	Kind  string `json:"kind,omitempty"`
}

// recents are those opened last, the latest first.
func recents(ctx context.Context, memory kit.Memory) ([]recent, error) {
	text, err := memory.Recall(ctx, recentKey)
	var all []recent
	if err != nil || text == "" || json.Unmarshal([]byte(text), &all) != nil {
		return nil, err
	}
	return all, nil
}

// remember puts a record in front of those opened last.
func (s *Shell) remember(r recent) {
	memory := s.Memory()
	s.keeping.Do(func() {
		ctx := context.Background()
		all, err := recents(ctx, memory)
		if err == nil {
			all = slices.DeleteFunc(all, func(before recent) bool { return before.Link == r.Link })
			all = slices.Insert(all, 0, r)
			text, _ := json.Marshal(all[:min(len(all), mostRecent)])
			err = memory.Keep(ctx, recentKey, string(text))
		}
		if err != nil {
			slog.Warn("what was opened last is not remembered", "cause", err)
		}
	})
}
