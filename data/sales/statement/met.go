package statement

import (
	"context"
	"maps"
)

// AddsNothing tells the same data on a second sheet: a ledger or a personal export every line of which Met
// has. Nothing is marked as met by asking.
func (s *Statement) AddsNothing(ctx context.Context) bool {
	if len(s.Met) == 0 || s.Evidence == Counted {
		return false
	}
	again := *s
	again.Met = maps.Clone(s.Met)
	result, err := again.Read(ctx, func(Line) error { return nil }, func(Doubt) error { return nil })
	return err == nil && result.Lines+result.Unreadable == 0 && result.Repeated > 0
}
