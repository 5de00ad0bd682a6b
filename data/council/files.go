package council

import (
	"context"
	"fmt"

	"smartcanal/data/attachments"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

// TaskFiles names a task as the owner of attachments: what it is about.
func TaskFiles(id int64) attachments.Owner {
	return attachments.Owner{Subject: SupervisedTask{}.TableName(), ID: id}
}

// ActFiles names one line of a task's record: what a report was handed in with.
func ActFiles(id int64) attachments.Owner {
	return attachments.Owner{Subject: Act{}.TableName(), ID: id}
}

// TopicFiles names a topic: what is laid before the meeting.
func TopicFiles(id int64) attachments.Owner {
	return attachments.Owner{Subject: Topic{}.TableName(), ID: id}
}

// MeetingFiles names a meeting: its signed list of attendance, its minutes as they were printed.
func MeetingFiles(id int64) attachments.Owner {
	return attachments.Owner{Subject: Meeting{}.TableName(), ID: id}
}

// Shelf gives the attachments of an owner to somebody to work with.
func (r *Room) Shelf(actor store.Actor, owner attachments.Owner) *attachments.Shelf {
	return attachments.New(r.store).Shelf(actor, owner, "")
}

// FindFiles gives the files of tasks, their records, topics, meetings and trips whose names hold all words of a text, the
// newest of each first; at most limit of each. Link opens the task, the meeting or the trip.
func (r *Room) FindFiles(ctx context.Context, text string, limit int) ([]Hit, error) {
	var hits []Hit
	for _, one := range []struct {
		owner attachments.Owner
		query string // page, its record and its name by the owner's id
	}{
		{TaskFiles(0), `SELECT 'task' AS page, id AS record, number || ' ' || title AS name FROM supervised_tasks WHERE id = ?`},
		{ActFiles(0), `SELECT 'task' AS page, t.id AS record, t.number || ' ' || t.title AS name FROM task_acts a JOIN supervised_tasks t ON t.id = a.task_id WHERE a.id = ?`},
		{TopicFiles(0), `SELECT 'meeting' AS page, COALESCE(meeting_id, 0) AS record, title AS name FROM topics WHERE id = ?`},
		{MeetingFiles(0), `SELECT 'meeting' AS page, id AS record, held_on AS name FROM meetings WHERE id = ?`},
		{TripPhotos(0), `SELECT 'trip' AS page, t.id AS record, s.host || ' ' || s.on_day AS name FROM trip_stops s JOIN study_trips t ON t.id = s.trip_id WHERE s.id = ?`},
	} {
		files, err := attachments.New(r.store).Find(ctx, one.owner.Subject, text, limit)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			var owner struct {
				Page, Name string
				Record     int64
			}
			if err := r.store.Read(ctx).Raw(one.query, file.RecordID).Scan(&owner).Error; err != nil {
				return nil, err
			}
			link := fmt.Sprintf("smartcanal://%s/%d", owner.Page, owner.Record)
			if owner.Record == 0 {
				link = meetingsLink // a topic that waits for a meeting
			}
			hits = append(hits, Hit{Kind: search.Attachment, Label: file.Name, Note: owner.Name, Link: link})
		}
	}
	return hits, nil
}

// meetingsLink opens the page of meetings, where topics wait.
const meetingsLink = "smartcanal://council/meetings"
