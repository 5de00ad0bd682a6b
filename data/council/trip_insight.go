package council

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"smartcanal/data/chinese"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TripInsight is something learnt on a trip (启示), and what it suggests for home (建议).
type TripInsight struct {
	store.Record
	TripID      int64
	StopID      *int64 // nil: of the whole trip
	Title       string
	Text        string
	Suggestion  string
	Tags        string // 园区、人才
	TaskID      *int64 // the supervised task it became
	TopicID     *int64 // the topic it became
	Outcome     InsightOutcome
	OutcomeText string
	OutcomeOn   string
}

// TableName is the table of migration 0022.
func (TripInsight) TableName() string { return "trip_insights" }

// TagNames are the tags in their order.
func (i *TripInsight) TagNames() []string { return listed(i.Tags) }

func (i *TripInsight) record() *store.Record { return &i.Record }
func (i *TripInsight) trip() int64           { return i.TripID }

// ready: council.trip_insight_untitled, council.trip_no_stop. What it became and the outcome have ways of their own and
// stay as they are.
func (i *TripInsight) ready(tx *store.Tx, t *StudyTrip) error {
	i.Title, i.Text, i.Suggestion, i.Tags = strings.TrimSpace(i.Title), strings.TrimSpace(i.Text), strings.TrimSpace(i.Suggestion), listText(i.Tags)
	if i.Title == "" {
		return problem.New("council.trip_insight_untitled").At(0, "title")
	}
	var was TripInsight
	if err := tx.Where("id = ?", i.ID).Limit(1).Find(&was).Error; err != nil {
		return err
	}
	i.TaskID, i.TopicID, i.Outcome, i.OutcomeText, i.OutcomeOn = was.TaskID, was.TopicID, was.Outcome, was.OutcomeText, was.OutcomeOn
	return stopOf(tx, t, i.StopID)
}

// insightHeld reads an insight as it was seen, with its trip. Problems: council.no_insight, record.changed, council.no_trip.
func insightHeld(tx *store.Tx, held Held) (*TripInsight, *StudyTrip, error) {
	var i TripInsight
	if err := found(tx.DB, &i, held, "council.no_insight"); err != nil {
		return nil, nil, err
	}
	var t StudyTrip
	if err := tx.First(&t, i.TripID).Error; err != nil {
		return nil, nil, problem.New("council.no_trip").Because(err)
	}
	return &i, &t, nil
}

// FileInsight makes a supervised task of an insight. A task filed without words of its own takes the insight's.
// Problems: those of File, council.no_insight, record.changed, council.insight_has_task.
func (r *Room) FileInsight(ctx context.Context, actor store.Actor, held Held, filing *Filing) error {
	return r.write(ctx, actor, "file_insight", func(tx *store.Tx) error {
		i, t, err := insightHeld(tx, held)
		if err != nil {
			return err
		}
		switch taken, err := i.hasTask(tx); {
		case err != nil:
			return err
		case taken:
			return problem.New("council.insight_has_task")
		}
		if blank(filing.Task.Title) {
			filing.Task.Title = i.Title
		}
		if blank(filing.Task.Content) {
			filing.Task.Content = i.words()
		}
		if err := file(tx, filing, Filed, chinese.Text("council.trip.from", "trip", t.Title)); err != nil {
			return err
		}
		i.TaskID = &filing.Task.ID
		return store.Update(tx, i)
	})
}

// hasTask tells whether the insight became a task that was not withdrawn.
func (i *TripInsight) hasTask(tx *store.Tx) (bool, error) {
	if i.TaskID == nil {
		return false, nil
	}
	var tasks int64
	err := tx.Model(&SupervisedTask{}).Where("id = ?", *i.TaskID).Count(&tasks).Error
	return tasks > 0, err
}

// BringInsight makes a topic of an insight. Problems: those of Bring, council.no_insight, record.changed,
// council.insight_has_topic.
func (r *Room) BringInsight(ctx context.Context, actor store.Actor, held Held, topic *Topic) error {
	return r.write(ctx, actor, "bring_insight", func(tx *store.Tx) error {
		i, t, err := insightHeld(tx, held)
		if err != nil {
			return err
		}
		if i.TopicID != nil {
			return problem.New("council.insight_has_topic")
		}
		if blank(topic.Title) {
			topic.Title = i.Title
		}
		if blank(topic.Content) {
			topic.Content = i.words() + "\n" + chinese.Text("council.trip.from", "trip", t.Title)
		}
		if err := bring(tx, topic); err != nil {
			return err
		}
		i.TopicID = &topic.ID
		return store.Update(tx, i)
	})
}

// words are what an insight says and suggests.
func (i *TripInsight) words() string { return strings.TrimSpace(i.Text + "\n" + i.Suggestion) }

// InsightRow is an insight as a list shows it, with what it became.
type InsightRow struct {
	TripInsight
	Host       string // of the stop, "" of the whole trip
	TaskNumber string // "" where it became none, or one that was withdrawn
	TaskStep   Step
	TopicTitle string
	TopicState TopicState
	MeetingID  int64 // of the topic, 0 while it waits for one
}

// insightsOf gives the insights of a trip in the order they were entered.
func insightsOf(db *gorm.DB, tripID int64) ([]InsightRow, error) {
	var rows []InsightRow
	err := db.Raw(`SELECT i.*, COALESCE(s.host, '') AS host, COALESCE(t.number, '') AS task_number, COALESCE(t.step, '') AS task_step,
			COALESCE(p.title, '') AS topic_title, COALESCE(p.state, '') AS topic_state, COALESCE(p.meeting_id, 0) AS meeting_id
		FROM trip_insights i LEFT JOIN trip_stops s ON s.id = i.stop_id AND s.deleted_at IS NULL
			LEFT JOIN supervised_tasks t ON t.id = i.task_id AND t.deleted_at IS NULL LEFT JOIN topics p ON p.id = i.topic_id
		WHERE i.trip_id = ? AND i.deleted_at IS NULL ORDER BY i.id`, tripID).Scan(&rows).Error
	return rows, err
}
