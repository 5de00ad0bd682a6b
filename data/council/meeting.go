package council

import (
	"context"
	"strings"

	"smartcanal/data/chinese"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// MeetingKind is what sort of meeting it is.
type MeetingKind string

// The kinds: 例会, 临时会议, 联络员会议.
const (
	Regular MeetingKind = "regular"
	AdHoc   MeetingKind = "ad_hoc"
	Liaison MeetingKind = "liaison"
)

// MeetingKinds are all kinds, in the order a form offers them.
var MeetingKinds = []MeetingKind{Regular, AdHoc, Liaison}

// MeetingState is how far a meeting is.
type MeetingState string

// The states of a meeting.
const (
	Planned   MeetingState = "planned"
	Happened  MeetingState = "held"
	Cancelled MeetingState = "cancelled"
)

// Meeting is one meeting of the conference.
type Meeting struct {
	store.Record
	Kind          MeetingKind
	Number        int // 第 4 次; each kind counts for itself
	HeldOn        string
	Time          string // 15:00
	Place         string
	Chair         string
	State         MeetingState
	TopicsUntil   string // until when topics are collected
	Minutes       string
	MinutesNumber string // 〔2026〕4号
	MinutesOn     string // when they were issued
}

// TableName is the table of migration 0009.
func (Meeting) TableName() string { return "meetings" }

func (m *Meeting) check() error {
	if err := checkDay(&m.HeldOn, "held_on", true); err != nil {
		return err
	}
	if err := checkDay(&m.TopicsUntil, "topics_until", false); err != nil {
		return err
	}
	if m.TopicsUntil > m.HeldOn {
		return problem.New("council.topics_after", "until", m.TopicsUntil, "on", m.HeldOn).At(0, "topics_until")
	}
	if m.Number < 0 {
		return problem.New("council.meeting_unnumbered").At(0, "number")
	}
	return checkDay(&m.MinutesOn, "minutes_on", false)
}

// NextMeeting gives what a new meeting of a kind begins with: its number, and the chair and place of the one before.
func (r *Room) NextMeeting(ctx context.Context, kind MeetingKind) (*Meeting, error) {
	next := &Meeting{Kind: kind, Number: 1, State: Planned}
	var last []Meeting
	err := r.store.Read(ctx).Where("kind = ?", kind).Order("number DESC").Limit(1).Find(&last).Error
	if len(last) > 0 {
		next.Number, next.Place, next.Chair = last[0].Number+1, last[0].Place, last[0].Chair
	}
	return next, err
}

// CreateMeeting plans a meeting and invites the members of its day. Where Number is 0 it gets the next of its kind.
// Problems: council.not_a_day, council.topics_after, council.meeting_number_taken (number).
func (r *Room) CreateMeeting(ctx context.Context, actor store.Actor, m *Meeting) error {
	if err := m.check(); err != nil {
		return err
	}
	return r.write(ctx, actor, "create_meeting", func(tx *store.Tx) error {
		if err := numberMeeting(tx, m); err != nil {
			return err
		}
		m.ID, m.State = 0, Planned
		if err := tx.Create(m).Error; err != nil {
			return err
		}
		return inviteMembers(tx, m)
	})
}

// numberMeeting gives the next number, or makes sure that the one asked for is free.
func numberMeeting(tx *store.Tx, m *Meeting) error {
	if m.Number == 0 {
		return tx.Raw(`SELECT COALESCE(MAX(number), 0) + 1 FROM meetings WHERE kind = ? AND deleted_at IS NULL`, m.Kind).Scan(&m.Number).Error
	}
	var taken int64
	err := tx.Model(&Meeting{}).Where("kind = ? AND number = ? AND id <> ?", m.Kind, m.Number, m.ID).Count(&taken).Error
	if err == nil && taken > 0 {
		err = problem.New("council.meeting_number_taken", "number", m.Number).At(0, "number")
	}
	return err
}

// UpdateMeeting writes when, where and by whom a meeting is held; its state and minutes have ways of their own and stay.
// Problems: those of CreateMeeting, council.no_meeting, record.changed.
func (r *Room) UpdateMeeting(ctx context.Context, actor store.Actor, changed *Meeting) error {
	if err := changed.check(); err != nil {
		return err
	}
	return r.write(ctx, actor, "update_meeting", func(tx *store.Tx) error {
		if err := numberMeeting(tx, changed); err != nil {
			return err
		}
		m, err := meetingHeld(tx, Held{changed.ID, changed.Version})
		if err != nil {
			return err
		}
		m.Kind, m.Number, m.HeldOn, m.Time, m.Place, m.Chair, m.TopicsUntil =
			changed.Kind, changed.Number, changed.HeldOn, changed.Time, changed.Place, changed.Chair, changed.TopicsUntil
		return store.Update(tx, m)
	})
}

// Hold says that a meeting took place; its topics are discussed but for those put off.
// Problems: council.no_meeting, record.changed, council.not_yet (on): a day that has not come.
func (r *Room) Hold(ctx context.Context, actor store.Actor, held Held) error {
	return r.write(ctx, actor, "hold_meeting", func(tx *store.Tx) error {
		m, err := meetingHeld(tx, held)
		if err != nil {
			return err
		}
		if m.HeldOn > dayOf(tx.Now) {
			return problem.New("council.not_yet", "on", m.HeldOn)
		}
		m.State = Happened
		if err := store.Update(tx, m); err != nil {
			return err
		}
		var topics []Topic
		if err := tx.Where("meeting_id = ? AND state = ?", m.ID, Scheduled).Find(&topics).Error; err != nil {
			return err
		}
		for i := range topics {
			topics[i].State = Discussed
			if err := store.Update(tx, &topics[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// CancelMeeting says that a planned meeting does not take place; its topics wait for another.
// Problems: council.no_meeting, record.changed, council.meeting_held.
func (r *Room) CancelMeeting(ctx context.Context, actor store.Actor, held Held) error {
	return r.write(ctx, actor, "cancel_meeting", func(tx *store.Tx) error {
		m, err := meetingHeld(tx, held)
		if err != nil {
			return err
		}
		if m.State == Happened {
			return problem.New("council.meeting_held")
		}
		m.State = Cancelled
		if err := store.Update(tx, m); err != nil {
			return err
		}
		return putOffAll(tx, m.ID)
	})
}

// SetMinutes keeps the minutes of a meeting as they were typed or pasted, and when and by which number they were issued.
// Problems: council.no_meeting, record.changed, council.not_a_day.
func (r *Room) SetMinutes(ctx context.Context, actor store.Actor, held Held, text, number, issuedOn string) error {
	if err := checkDay(&issuedOn, "minutes_on", false); err != nil {
		return err
	}
	return r.write(ctx, actor, "set_minutes", func(tx *store.Tx) error {
		m, err := meetingHeld(tx, held)
		if err != nil {
			return err
		}
		m.Minutes, m.MinutesNumber, m.MinutesOn = text, strings.TrimSpace(number), issuedOn
		return store.Update(tx, m)
	})
}

func meetingHeld(tx *store.Tx, held Held) (*Meeting, error) {
	var m Meeting
	err := found(tx.DB, &m, held, "council.no_meeting")
	return &m, err
}

// Name is what the meeting is called in papers and lists: 第 4 次联席会议.
func (m *Meeting) Name() string {
	return chinese.Text("council.meeting_name."+string(m.Kind), "number", m.Number)
}
