package council

import (
	"context"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/data/workdays"
)

// Decision is a matter a meeting decided (议定事项).
type Decision struct {
	store.Record
	MeetingID int64
	TopicID   *int64
	Position  int // 议定事项 3
	Text      string
}

// TableName is the table of migration 0009.
func (Decision) TableName() string { return "decisions" }

// Proposal is a draft decision with its departments found, as a person looks it over. What could not be found is
// named in Problems; Lead is 0 then.
type Proposal struct {
	DraftDecision
	LeadID     int64
	SupportIDs []int64
	Problems   []*problem.Problem
}

// Propose splits minutes into proposals. It writes nothing.
func (r *Room) Propose(ctx context.Context, text, heldOn string) ([]Proposal, error) {
	d, err := newDirectory(r.store.Read(ctx), heldOn)
	if err != nil {
		return nil, err
	}
	known := make([]string, 0, len(d.byName))
	for name := range d.names() {
		known = append(known, name)
	}
	calendar, err := workdays.Load(r.store.Read(ctx))
	if err != nil {
		return nil, err
	}
	drafts := SplitMinutes(text, Surroundings{HeldOn: heldOn, Departments: known, Calendar: calendar})
	proposals := make([]Proposal, len(drafts))
	for i, draft := range drafts {
		proposals[i] = d.proposal(draft)
	}
	return proposals, nil
}

func (d *directory) proposal(draft DraftDecision) Proposal {
	p := Proposal{DraftDecision: draft}
	if draft.Lead != "" {
		lead, err := d.find(draft.Lead)
		if err != nil {
			p.Problems = append(p.Problems, problem.Of(err))
		} else {
			p.LeadID = lead.ID
		}
	}
	for _, name := range draft.Supports {
		support, err := d.find(name)
		if err != nil {
			p.Problems = append(p.Problems, problem.Of(err))
			continue
		}
		p.SupportIDs = append(p.SupportIDs, support.ID)
	}
	return p
}

// Decide adds decisions to a meeting that took place, behind those it has. Their ids are set.
// Problems: council.no_meeting, council.meeting_not_held, council.decision_empty.
func (r *Room) Decide(ctx context.Context, actor store.Actor, meetingID int64, decisions []*Decision) error {
	return r.write(ctx, actor, "decide", func(tx *store.Tx) error { return decide(tx, meetingID, decisions) })
}

func decide(tx *store.Tx, meetingID int64, decisions []*Decision) error {
	var m Meeting
	if err := tx.First(&m, meetingID).Error; err != nil {
		return problem.New("council.no_meeting").Because(err)
	}
	if m.State != Happened {
		return problem.New("council.meeting_not_held")
	}
	var last int
	if err := tx.Raw(`SELECT COALESCE(MAX(position), 0) FROM decisions WHERE meeting_id = ? AND deleted_at IS NULL`, m.ID).Scan(&last).Error; err != nil {
		return err
	}
	for i, d := range decisions {
		if blank(d.Text) {
			return problem.New("council.decision_empty").At(0, "text")
		}
		d.ID, d.MeetingID, d.Position = 0, m.ID, last+1+i
		if err := tx.Create(d).Error; err != nil {
			return err
		}
	}
	return nil
}

// Adopted is a decision with the task it becomes.
type Adopted struct {
	Decision Decision
	Task     Filing
}

// Adopt makes decisions and their tasks in one write; a decision whose task has no lead stays one without a task.
// Problems: those of Decide and File, each with the row of the decision.
func (r *Room) Adopt(ctx context.Context, actor store.Actor, meetingID int64, adopted []*Adopted) error {
	return r.write(ctx, actor, "adopt", func(tx *store.Tx) error {
		decisions := make([]*Decision, len(adopted))
		for i := range adopted {
			decisions[i] = &adopted[i].Decision
		}
		if err := decide(tx, meetingID, decisions); err != nil {
			return err
		}
		for i := range adopted {
			filing := &adopted[i].Task
			if filing.Task.OrganizationID == 0 {
				continue
			}
			filing.Task.DecisionID = &adopted[i].Decision.ID
			if err := file(tx, filing, Filed, ""); err != nil {
				p := problem.Of(err)
				return p.At(i+1, p.Where.Column)
			}
		}
		return nil
	})
}

// DecisionRow is a decision with how many tasks came of it.
type DecisionRow struct {
	Decision
	Tasks  int
	Closed int
}

// Decisions gives what a meeting decided, in its order.
func (r *Room) Decisions(ctx context.Context, meetingID int64) ([]DecisionRow, error) {
	return decisionsOf(r.store.Read(ctx), meetingID)
}

func decisionsOf(db *gorm.DB, meetingID int64) ([]DecisionRow, error) {
	var rows []DecisionRow
	err := db.Raw(`SELECT d.*,
			(SELECT COUNT(*) FROM supervised_tasks t WHERE t.decision_id = d.id AND t.deleted_at IS NULL) AS tasks,
			(SELECT COUNT(*) FROM supervised_tasks t WHERE t.decision_id = d.id AND t.deleted_at IS NULL AND t.closed_on <> '') AS closed
		FROM decisions d WHERE d.meeting_id = ? AND d.deleted_at IS NULL ORDER BY d.position, d.id`, meetingID).Scan(&rows).Error
	return rows, err
}
