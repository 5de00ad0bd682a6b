package council

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
)

// MeetingRow is a meeting as a list shows it.
type MeetingRow struct {
	Meeting
	Topics    int
	Decisions int
	Tasks     int
	Closed    int // of the tasks
	Came      int // present or by deputy
	Invited   int
}

// Meetings gives the meetings, the latest first.
func (r *Room) Meetings(ctx context.Context) ([]MeetingRow, error) {
	var rows []MeetingRow
	err := r.store.Read(ctx).Raw(`SELECT m.id, m.version, m.created_at, m.updated_at, m.kind, m.number, m.held_on, m.time, m.place, m.chair, m.state,
			m.topics_until, m.minutes_number, m.minutes_on,
			(SELECT COUNT(*) FROM topics t WHERE t.meeting_id = m.id AND t.deleted_at IS NULL) AS topics,
			(SELECT COUNT(*) FROM decisions d WHERE d.meeting_id = m.id AND d.deleted_at IS NULL) AS decisions,
			(SELECT COUNT(*) FROM supervised_tasks t JOIN decisions d ON d.id = t.decision_id WHERE d.meeting_id = m.id AND t.deleted_at IS NULL) AS tasks,
			(SELECT COUNT(*) FROM supervised_tasks t JOIN decisions d ON d.id = t.decision_id WHERE d.meeting_id = m.id AND t.deleted_at IS NULL AND t.closed_on <> '') AS closed,
			(SELECT COUNT(*) FROM meeting_attendances a WHERE a.meeting_id = m.id AND a.deleted_at IS NULL AND a.state IN ('present', 'deputy')) AS came,
			(SELECT COUNT(*) FROM meeting_attendances a WHERE a.meeting_id = m.id AND a.deleted_at IS NULL) AS invited
		FROM meetings m WHERE m.deleted_at IS NULL ORDER BY m.held_on DESC, m.id DESC`).Scan(&rows).Error
	return rows, err
}

// MeetingPage is all that the page of a meeting shows.
type MeetingPage struct {
	Meeting     Meeting
	Attendances []AttendanceRow
	Topics      []TopicRow
	Decisions   []DecisionRow
}

// Meeting gives a meeting with all its page shows. Problem: council.no_meeting.
func (r *Room) Meeting(ctx context.Context, id int64) (*MeetingPage, error) {
	page := &MeetingPage{}
	err := r.store.Read(ctx).First(&page.Meeting, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, problem.New("council.no_meeting")
	}
	if err == nil {
		page.Attendances, err = r.Attendances(ctx, id)
	}
	if err == nil {
		page.Topics, err = r.Topics(ctx, id)
	}
	if err == nil {
		page.Decisions, err = r.Decisions(ctx, id)
	}
	return page, err
}
