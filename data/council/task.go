package council

import (
	"regexp"
	"slices"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// Priority is how pressing a task is; each has a limit of its own (Settings).
type Priority string

// The priorities: 一般, 急件, 疑难.
const (
	Normal    Priority = "normal"
	Urgent    Priority = "urgent"
	Difficult Priority = "difficult"
)

// Priorities are all of them, in the order a form offers them.
var Priorities = []Priority{Normal, Urgent, Difficult}

// SupervisedTask is one matter supervised to its end (督办事项).
type SupervisedTask struct {
	store.Record
	Number         string // 2026-033
	Title          string
	Content        string
	Expected       string // what is to come of it
	DecisionID     *int64
	OrganizationID int64 // the department that leads
	Responsible    string
	Priority       Priority
	FiledOn        string // planned progress counts from here
	BeginOn        string // by when work should have begun
	BegunOn        string
	DueOn          string
	FirstDueOn     string // before any extension
	Progress       int    // percent
	ReportedOn     string
	Trouble        string
	NextStep       string
	Step           Step
	SubmittedOn    string
	ClosedOn       string
	Course         `gorm:"embedded"`
}

// TableName is the table of migration 0009.
func (SupervisedTask) TableName() string { return "supervised_tasks" }

// BelongTo moves the task when its lead is merged into another department.
func (t *SupervisedTask) BelongTo(organizationID int64) { t.OrganizationID = organizationID }

// handedIn tells whether the lead gave the task to review in time, and it has not come back.
func (t *SupervisedTask) handedIn() bool {
	return (t.Step == Reviewing || t.Step == Archiving) && t.SubmittedOn != "" && t.SubmittedOn <= t.DueOn
}

// Support is a department that helps the lead.
type Support struct {
	store.Record
	TaskID         int64
	OrganizationID int64
	Position       int
}

// TableName is the table of migration 0009.
func (Support) TableName() string { return "task_supports" }

// BelongTo moves the support when two departments are merged.
func (s *Support) BelongTo(organizationID int64) { s.OrganizationID = organizationID }

func init() {
	register.AlsoMoves(register.Belongings[SupervisedTask]("supervised_tasks"))
	register.AlsoMoves(register.Belongings[Support]("task_supports"))
}

var severalPeople = regexp.MustCompile(`[、，,;；/／\n]|[^\s]\s+和\s*[^\s]`)

// check tidies a task's own fields and says what is wrong with them.
func (t *SupervisedTask) check() error {
	t.Title, t.Responsible = strings.Join(strings.Fields(t.Title), " "), strings.TrimSpace(t.Responsible)
	switch {
	case t.Title == "":
		return problem.New("council.task_untitled").At(0, "title")
	case severalPeople.MatchString(t.Responsible):
		return problem.New("council.two_responsible", "names", t.Responsible).At(0, "responsible")
	case t.Progress < 0 || t.Progress > 100:
		return problem.New("council.progress_range").At(0, "progress")
	case !slices.Contains(Priorities, t.Priority):
		return problem.New("council.unknown_priority", "value", string(t.Priority)).At(0, "priority")
	}
	return t.checkDays()
}

func (t *SupervisedTask) checkDays() error {
	for _, one := range []struct {
		day    *string
		field  string
		needed bool
	}{{&t.FiledOn, "filed_on", true}, {&t.BeginOn, "begin_on", false}, {&t.DueOn, "due_on", true}} {
		if err := checkDay(one.day, one.field, one.needed); err != nil {
			return err
		}
	}
	if t.DueOn < t.FiledOn {
		return problem.New("council.due_before_filed", "due", t.DueOn, "filed", t.FiledOn).At(0, "due_on")
	}
	if t.BeginOn != "" && t.BeginOn > t.DueOn {
		return problem.New("council.begins_after_due", "begin", t.BeginOn, "due", t.DueOn).At(0, "begin_on")
	}
	return nil
}
