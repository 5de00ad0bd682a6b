package council

import (
	"context"
	"fmt"

	"smartcanal/data/grams"
	"smartcanal/data/search"
)

// Hit is a meeting, a topic, a document or a trip that was looked for; Link opens it, of a topic its meeting.
type Hit struct {
	Kind  search.Kind
	Label string
	Note  string // the day, or the number
	Link  string
}

// Find gives meetings, topics, documents and trips that hold all words of a text, the latest first; at most limit of each.
func (r *Room) Find(ctx context.Context, text string, limit int) ([]Hit, error) {
	words := grams.Words(text)
	if len(words) == 0 {
		return nil, nil
	}
	var hits []Hit
	for _, one := range []struct {
		kind  search.Kind
		query string
		hit   func(id int64, label, note, more string) Hit
	}{
		{search.Meeting, `SELECT id, kind AS label, held_on AS note, CAST(number AS TEXT) AS more FROM meetings WHERE deleted_at IS NULL AND id IN %s ORDER BY held_on DESC`,
			func(id int64, kind, on, number string) Hit {
				m := Meeting{Kind: MeetingKind(kind)}
				_, _ = fmt.Sscan(number, &m.Number) // digits
				return Hit{Label: m.Name(), Note: on, Link: fmt.Sprintf("smartcanal://meeting/%d", id)}
			}},
		{search.Topic, `SELECT COALESCE(meeting_id, 0) AS id, title AS label, state AS note, '' AS more FROM topics WHERE deleted_at IS NULL AND topics.id IN %s ORDER BY topics.id DESC`,
			func(meeting int64, title, _, _ string) Hit {
				if meeting == 0 {
					return Hit{Label: title, Link: meetingsLink}
				}
				return Hit{Label: title, Link: fmt.Sprintf("smartcanal://meeting/%d", meeting)}
			}},
		{search.Policy, `SELECT id, title AS label, number AS note, '' AS more FROM policy_documents WHERE deleted_at IS NULL AND id IN %s ORDER BY id DESC`,
			func(id int64, title, number, _ string) Hit {
				return Hit{Label: title, Note: number, Link: fmt.Sprintf("smartcanal://policy/%d", id)}
			}},
		{search.Trip, `SELECT id, title AS label, from_on AS note, places AS more FROM study_trips WHERE deleted_at IS NULL AND id IN %s ORDER BY from_on DESC, id DESC`,
			func(id int64, title, from, places string) Hit {
				return Hit{Label: title, Note: from + " · " + places, Link: fmt.Sprintf("smartcanal://trip/%d", id)}
			}},
	} {
		holding, args := search.Holding(one.kind, words)
		var rows []struct {
			ID                int64
			Label, Note, More string
		}
		if err := r.store.Read(ctx).Raw(fmt.Sprintf(one.query, holding)+` LIMIT ?`, append(args, limit)...).Scan(&rows).Error; err != nil {
			return nil, err
		}
		for _, row := range rows {
			hit := one.hit(row.ID, row.Label, row.Note, row.More)
			hit.Kind = one.kind
			hits = append(hits, hit)
		}
	}
	return hits, nil
}
