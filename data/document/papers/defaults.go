package papers

import (
	"os"
	"path/filepath"

	"smartcanal/assets"
	"smartcanal/data/document"
	"smartcanal/data/document/template"
	"smartcanal/data/problem"
)

// Kind is a kind of paper that has a template. ID names its file.
type Kind struct {
	ID   string
	Name string
	make func() *document.Paper
}

// Kinds are all that have one.
var Kinds = []Kind{
	{"meeting-notice", "会议通知", noticeTemplate},
	{"agenda", "会议议程", agendaTemplate},
	{"minutes", "会议纪要", minutesTemplate},
	{"supervision-slip", "督办单", slipTemplate},
	{"reminder", "催办通知", reminderTemplate},
	{"public-notice", "公示", publicNoticeTemplate},
	{"request", "请示", requestTemplate},
	{"annals", "大事记", annalsTemplate},
	{"study-report", "考察报告", reportTemplate},
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

// Template is the office's own from its folder, checked against the fields that the program fills in, or the
// program's where the office has none. Problems: those of template.Open and template.Check.
func (k Kind) Template(folder string) (*template.Template, error) {
	own, err := k.Default()
	if err != nil || folder == "" {
		return own, err
	}
	path := filepath.Join(folder, k.Name+".docx")
	if _, err := os.Stat(path); os.IsNotExist(err) {
		return own, nil
	}
	changed, err := template.Open(path)
	if err != nil {
		return nil, err
	}
	return changed, changed.Check(own.Uses())
}
