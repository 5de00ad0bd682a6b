package council

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/date"
	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// ledgerTask is a task of a ledger with the names of its departments.
type ledgerTask struct {
	task           SupervisedTask
	lead           string
	supports       []string
	report         string
	saysItIsClosed bool
}

// ledgerMember is a member of a ledger.
type ledgerMember struct {
	member Member
	name   string
}

// task understands a row as a task. Fields of problems are those of columnNames.
func (p *planning) task(cells map[string]string) (*ledgerTask, string, error) {
	t := &ledgerTask{report: cells["report"]}
	leads, err := p.departments(cells["lead"])
	if err != nil {
		return nil, "", problem.Of(err).At(0, "lead")
	}
	if len(leads) == 0 {
		return nil, "", problem.New("council.lead_missing").At(0, "lead")
	}
	supports, err := p.departments(cells["supports"])
	if err != nil {
		return nil, "", problem.Of(err).At(0, "supports")
	}
	t.lead, t.supports = leads[0], append(leads[1:], supports...)
	t.task = SupervisedTask{
		Title: strings.Join(strings.Fields(cells["title"]), " "), Expected: cells["expected"], Responsible: cells["responsible"], Priority: Normal,
		Trouble: cells["trouble"], NextStep: cells["next"], FiledOn: p.today, Step: Undertaking,
	}
	if err := p.taskDays(&t.task, cells); err != nil {
		return nil, "", err
	}
	if err := t.progress(cells); err != nil {
		return nil, "", err
	}
	return t, t.task.Title + "\n" + t.lead, t.task.check()
}

// taskDays reads filed and due; where the ledger tells only the end, and it has passed, the task was filed that day.
func (p *planning) taskDays(t *SupervisedTask, cells map[string]string) (err error) {
	if text := cells["filed"]; text != "" {
		if t.FiledOn, err = p.day(text); err != nil {
			return problem.Of(err).At(0, "filed")
		}
	}
	t.DueOn = after(t.FiledOn, Defaults().NormalDays)
	if text := cells["due"]; text != "" {
		if t.DueOn, err = p.day(text); err != nil {
			return problem.Of(err).At(0, "due")
		}
		if cells["filed"] == "" && t.DueOn < t.FiledOn {
			t.FiledOn = t.DueOn
		}
	}
	return nil
}

// day reads a day however it is written: 2026-11-30, a worksheet's serial number, 12月底前.
func (p *planning) day(text string) (string, error) {
	if at, is := sheet.SerialTime(text); is && len(text) >= 5 {
		return at.Format(time.DateOnly), nil
	}
	if at, err := date.Parse(strings.TrimSuffix(text, "前"), parsed(p.today)); err == nil {
		return at.Format(time.DateOnly), nil
	}
	if day := (Surroundings{HeldOn: p.today}).dueIn(strings.TrimSuffix(text, "前") + "前"); day != "" {
		return day, nil
	}
	return "", problem.New("council.not_a_day", "text", text)
}

var (
	finished   = regexp.MustCompile(`^(?:是|已?完成|已?办结|已?销号|完结|已落实|100%?|1)$`)
	percentage = regexp.MustCompile(`^(\d{1,3}(?:\.\d+)?)\s*[%％]$`)
)

// progress reads how far the task is. What a ledger calls closed goes to review: only the approver closes it.
func (t *ledgerTask) progress(cells map[string]string) error {
	text := cells["progress"]
	switch {
	case text == "":
	case finished.MatchString(text):
		t.task.Progress = 100
	default:
		if found := percentage.FindStringSubmatch(text); found != nil {
			value, _ := strconv.ParseFloat(found[1], 64)
			t.task.Progress = int(math.Round(value))
		} else if value, err := strconv.ParseFloat(text, 64); err == nil && value >= 0 && value <= 1 {
			t.task.Progress = int(math.Round(value * 100)) // a worksheet's percentage
		} else if err == nil && value <= 100 && value >= 0 {
			t.task.Progress = int(math.Round(value))
		} else {
			return problem.New("council.progress_range").At(0, "progress")
		}
	}
	t.saysItIsClosed = finished.MatchString(cells["state"]) || t.task.Progress == 100 || finished.MatchString(cells["report"])
	switch {
	case t.saysItIsClosed:
		t.task.Progress, t.task.Step = 100, Reviewing
	case t.task.Progress > 0 || t.report != "":
		t.task.Step = Reporting
	}
	return nil
}

// member understands a row as a member.
func (p *planning) member(cells map[string]string) (*ledgerMember, string, error) {
	name := cells["department"]
	if name == "" {
		return nil, "", problem.New("council.unknown_department", "name", "").At(0, "department")
	}
	full, err := p.department(name)
	if err != nil {
		return nil, "", problem.Of(err).At(0, "department")
	}
	m := &ledgerMember{name: full, member: Member{
		Leader: cells["leader"], LeaderPost: cells["post"], Liaison: cells["liaison"], LiaisonPhone: identity.CleanPhone(cells["phone"]), FromOn: p.today,
	}}
	return m, full, nil
}
