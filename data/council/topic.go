package council

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// TopicState is how far a topic is.
type TopicState string

// The states: collected, on an agenda, discussed, put off to another meeting.
const (
	Collected TopicState = "collected"
	Scheduled TopicState = "scheduled"
	Discussed TopicState = "discussed"
	Deferred  TopicState = "deferred"
)

// Topic is a matter brought before the conference.
type Topic struct {
	store.Record
	MeetingID      *int64 // nil: not yet on an agenda
	OrganizationID int64  // who brought it
	Position       int    // on the agenda, from 1
	Title          string
	Content        string
	Reporter       string
	State          TopicState
}

// TableName is the table of migration 0009.
func (Topic) TableName() string { return "topics" }

// BelongTo moves the topic when two departments are merged.
func (t *Topic) BelongTo(organizationID int64) { t.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[Topic]("topics")) }

// Bring takes a topic in, for a meeting where MeetingID says which.
// Problems: council.topic_untitled, council.no_meeting, council.meeting_held, council.topics_closed (until), those of departments.
func (r *Room) Bring(ctx context.Context, actor store.Actor, t *Topic) error {
	if blank(t.Title) {
		return problem.New("council.topic_untitled").At(0, "title")
	}
	return r.write(ctx, actor, "bring_topic", func(tx *store.Tx) error { return bring(tx, t) })
}

func bring(tx *store.Tx, t *Topic) error {
	o, err := living(tx, t.OrganizationID)
	if err != nil {
		return err
	}
	meeting := t.MeetingID
	t.ID, t.OrganizationID, t.MeetingID, t.State = 0, o.ID, nil, Collected
	if err := tx.Create(t).Error; err != nil || meeting == nil {
		return err
	}
	var m Meeting
	if err := tx.First(&m, *meeting).Error; err != nil {
		return problem.New("council.no_meeting").Because(err)
	}
	if m.TopicsUntil != "" && dayOf(tx.Now) > m.TopicsUntil {
		return problem.New("council.topics_closed", "until", m.TopicsUntil)
	}
	return schedule(tx, t, &m)
}

// UpdateTopic writes the words of a topic and who reports on it; its meeting and place stay. Problems:
// council.topic_untitled, council.no_topic, record.changed.
func (r *Room) UpdateTopic(ctx context.Context, actor store.Actor, changed *Topic) error {
	if blank(changed.Title) {
		return problem.New("council.topic_untitled").At(0, "title")
	}
	return r.write(ctx, actor, "update_topic", func(tx *store.Tx) error {
		var t Topic
		if err := found(tx.DB, &t, Held{changed.ID, changed.Version}, "council.no_topic"); err != nil {
			return err
		}
		t.Title, t.Content, t.Reporter = changed.Title, changed.Content, changed.Reporter
		return store.Update(tx, &t)
	})
}

// Schedule puts a topic at the end of a meeting's agenda. Problems: council.no_topic, record.changed, council.no_meeting,
// council.meeting_held, council.topic_done (title).
func (r *Room) Schedule(ctx context.Context, actor store.Actor, held Held, meetingID int64) error {
	return r.write(ctx, actor, "schedule_topic", func(tx *store.Tx) error {
		var t Topic
		if err := found(tx.DB, &t, held, "council.no_topic"); err != nil {
			return err
		}
		var m Meeting
		if err := tx.First(&m, meetingID).Error; err != nil {
			return problem.New("council.no_meeting").Because(err)
		}
		return schedule(tx, &t, &m)
	})
}

func schedule(tx *store.Tx, t *Topic, m *Meeting) error {
	if m.State != Planned {
		return problem.New("council.meeting_held")
	}
	if t.State == Discussed {
		return problem.New("council.topic_done", "title", t.Title)
	}
	var last int
	if err := tx.Raw(`SELECT COALESCE(MAX(position), 0) FROM topics WHERE meeting_id = ? AND deleted_at IS NULL`, m.ID).Scan(&last).Error; err != nil {
		return err
	}
	t.MeetingID, t.Position, t.State = &m.ID, last+1, Scheduled
	return store.Update(tx, t)
}

// Defer takes a topic off its agenda, to wait for another meeting. Problems: council.no_topic, record.changed.
func (r *Room) Defer(ctx context.Context, actor store.Actor, held Held) error {
	return r.write(ctx, actor, "defer_topic", func(tx *store.Tx) error {
		var t Topic
		if err := found(tx.DB, &t, held, "council.no_topic"); err != nil {
			return err
		}
		return putOff(tx, &t)
	})
}

func putOff(tx *store.Tx, t *Topic) error {
	t.MeetingID, t.Position, t.State = nil, 0, Deferred
	return store.Update(tx, t)
}

func putOffAll(tx *store.Tx, meetingID int64) error {
	var topics []Topic
	err := tx.Where("meeting_id = ?", meetingID).Find(&topics).Error
	for i := 0; err == nil && i < len(topics); i++ {
		err = putOff(tx, &topics[i])
	}
	return err
}

// Reorder puts the topics of a meeting into an order, given as all their ids. Problem: council.agenda_changed where
// somebody changed which topics there are.
func (r *Room) Reorder(ctx context.Context, actor store.Actor, meetingID int64, ids []int64) error {
	return r.write(ctx, actor, "reorder_topics", func(tx *store.Tx) error {
		var topics []Topic
		if err := tx.Where("meeting_id = ?", meetingID).Find(&topics).Error; err != nil {
			return err
		}
		places := map[int64]int{}
		for i, id := range ids {
			places[id] = i + 1
		}
		if len(topics) != len(places) {
			return problem.New("council.agenda_changed")
		}
		for i := range topics {
			place, is := places[topics[i].ID]
			if !is {
				return problem.New("council.agenda_changed")
			}
			if topics[i].Position == place {
				continue
			}
			topics[i].Position = place
			if err := store.Update(tx, &topics[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// TopicRow is a topic as lists show it.
type TopicRow struct {
	Topic
	Department string
	Files      int
}

// Topics gives the agenda of a meeting; of 0 what is collected or put off and waits for one, the oldest first.
func (r *Room) Topics(ctx context.Context, meetingID int64) ([]TopicRow, error) {
	where, args := "t.meeting_id IS NULL", []any{}
	if meetingID != 0 {
		where, args = "t.meeting_id = ?", []any{meetingID}
	}
	var rows []TopicRow
	err := r.store.Read(ctx).Raw(`SELECT t.*, COALESCE(NULLIF(o.short_name, ''), o.name) AS department,
			(SELECT COUNT(*) FROM attachments a WHERE a.subject = 'topics' AND a.record_id = t.id AND a.deleted_at IS NULL) AS files
		FROM topics t JOIN organizations o ON o.id = t.organization_id
		WHERE t.deleted_at IS NULL AND `+where+` ORDER BY t.position, t.id`, args...).Scan(&rows).Error
	return rows, err
}
