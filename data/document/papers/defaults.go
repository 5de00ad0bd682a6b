package papers

import (
	"smartcanal/assets"
	"smartcanal/data/document"
	"smartcanal/data/document/template"
	"smartcanal/data/problem"
)

// Kind is a kind of paper that has a template. ID names its file.
type Kind struct {
	ID      string
	Name    string
	make    func() *document.Paper
	example Facts // tells by its data which names a template may use besides those of the program's own; may be nil
}

// Kinds are all that have one.
var Kinds = []Kind{
	{"meeting-notice", "会议通知", noticeTemplate, MeetingNotice{Topics: make([]Topic, 1), Requirements: make([]string, 1)}},
	{"agenda", "会议议程", agendaTemplate, Agenda{Items: make([]AgendaItem, 1)}},
	{"minutes", "会议纪要", minutesTemplate, Minutes{Decisions: make([]Decision, 1), Tasks: make([]Decision, 1)}},
	{"supervision-slip", "督办单", slipTemplate, Slip{}},
	{"reminder", "催办通知", reminderTemplate, Reminder{Items: make([]ReminderItem, 1)}},
	{"adoption", "采纳情况表", adoptionTemplate, Adoption{Comments: make([]Comment, 1)}},
	{"public-notice", "公示", publicNoticeTemplate, nil},
	{"request", "请示", requestTemplate, nil},
	{"annals", "大事记", annalsTemplate, Annals{Months: []Month{{Events: make([]Event, 1)}}}},
	{"study-report", "考察报告", reportTemplate, StudyReport{Stops: make([]Stop, 1), Insights: make([]Insight, 1), Suggestions: make([]Insight, 1)}},
}

// KindOf finds a kind by its id or its name. Problems: document.no_kind.
func KindOf(name string) (Kind, error) {
	for _, kind := range Kinds {
		if kind.ID == name || kind.Name == name {
			return kind, nil
		}
	}
	return Kind{}, problem.New("document.no_kind", "name", name)
}

// Docx is the template that comes with the program, for the office to change.
func (k Kind) Docx() ([]byte, error) {
	return assets.PaperTemplates.ReadFile("templates/papers/" + k.ID + ".docx")
}

// Default is that template, read.
func (k Kind) Default() (*template.Template, error) {
	docx, err := k.Docx()
	if err != nil {
		return nil, problem.Of(err)
	}
	return template.Read(k.Name+".docx", docx)
}

// Template is the office's own from its folder, checked against the names the program fills in, or the program's where the
// office has none. Problems: those of Own.
func (k Kind) Template(folder string) (*template.Template, error) {
	own, err := k.Own(folder)
	if err != nil || own != nil {
		return own, err
	}
	return k.Default()
}
