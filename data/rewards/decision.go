package rewards

import (
	"context"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Meeting is one that decides about claims (会议审定).
type Meeting struct {
	Title  string // 区商务局局长办公会 2026年第8次
	HeldOn string // yyyy-mm-dd
}

func (m Meeting) check() error {
	if blank(m.Title) {
		return problem.New("rewards.meeting_untitled")
	}
	if _, err := time.Parse(time.DateOnly, m.HeldOn); err != nil {
		return problem.New("rewards.date_unreadable", "text", m.HeldOn)
	}
	return nil
}

// Decide passes claims a meeting has decided on, each by itself as AdvanceAll does. Problems: rewards.meeting_untitled,
// rewards.date_unreadable (text).
func (r *Room) Decide(ctx context.Context, actor store.Actor, held []Held, meeting Meeting, opinion string) (Bulk, error) {
	if err := meeting.check(); err != nil {
		return Bulk{}, err
	}
	return r.each(ctx, actor, "rewards.decide", held, func(tx *store.Tx, claim *Claim) (*problem.Problem, error) {
		if claim.Stage != Deciding {
			return nil, problem.New("rewards.not_deciding", "number", claim.Number)
		}
		claim.Meeting, claim.MetOn = strings.TrimSpace(meeting.Title), meeting.HeldOn
		return r.advance(ctx, tx, claim, opinion)
	})
}
