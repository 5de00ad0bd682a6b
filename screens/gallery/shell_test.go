package gallery

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
)

// officeHost is a host whose file holds some areas with the kit's sample pages.
type officeHost struct {
	exists bool
	fault  *problem.Problem
}

func (h officeHost) File() string { return "C:\\Users\\经办员\\Documents\\智慧运河.db" }
func (h officeHost) Exists() bool { return h.exists }

func (h officeHost) Open(context.Context, string) (*shell.Session, error) {
	if h.fault != nil {
		return nil, h.fault
	}
	return officeSession(), nil
}

func (h officeHost) Create(context.Context, shell.Beginning, kit.Progress) (*shell.Session, error) {
	return officeSession(), nil
}

func (h officeHost) Restore(context.Context, string, kit.Progress) (*shell.Session, error) {
	return officeSession(), nil
}

func (h officeHost) Districts(context.Context, string, int) ([]kit.Found[string], error) {
	return []kit.Found[string]{{Key: "130903", Label: "运河区", Note: "河北省 沧州市"}, {Key: "371002", Label: "运河新区", Note: "山东省 某市"}}, nil
}

func officeSession() *shell.Session {
	page := func(build func() fyne.CanvasObject) func(kit.Context) kit.Page {
		return func(kit.Context) kit.Page { return kit.Simple{Content: build()} }
	}
	count := func(number int, urgent bool) func(context.Context) (kit.Count, error) {
		return func(context.Context) (kit.Count, error) { return kit.Count{Number: number, Urgent: urgent}, nil }
	}
	find := func(context.Context, string, int) ([]kit.Found[string], error) {
		return []kit.Found[string]{{Key: "smartcanal://register/1", Label: "运河老号食品有限公司", Note: "91130903MA07K3C23X", Kind: "企业"},
			{Key: "smartcanal://register/2", Label: "运河湾餐饮管理有限公司", Note: "小王庄镇", Kind: "企业"}}, nil
	}
	command := func(kit.Context) []kit.Command {
		return []kit.Command{{Label: "导入账单…"}, {Label: "新建申报…"}}
	}
	return &shell.Session{
		Office: "运河区商务局", Person: "经办员",
		Areas: []kit.Area{
			{Key: "register", Order: 1, Start: page(organisation), Count: count(1286, false), Find: find},
			{Key: "sales", Order: 2, Start: page(states), Commands: command},
			{Key: "rewards", Order: 3, Start: page(claim), Count: count(7, true)},
		},
		Status: func(context.Context) ([]string, error) {
			return []string{"数据库：智慧运河.db · 1.2 GB", "上次备份：今天 08:30", "单机模式"}, nil
		},
	}
}

// inShell shows a window with the shell started on a host.
func inShell(host shell.Host, then func(*shell.Shell, fyne.Window)) func(fyne.Window) (fyne.CanvasObject, func()) {
	return func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, host)
		return over.Content(), func() {
			s.Start()
			if then != nil {
				then(s, over)
			}
		}
	}
}

func TestShell(t *testing.T) {
	open := officeHost{exists: true}
	Shot(t, "shell", officeWidth, officeHeight, false, inShell(open, nil))
	Shot(t, "shell-dark", officeWidth, officeHeight, true, inShell(open, nil))
	Shot(t, "shell-claim", officeWidth, officeHeight, false, inShell(open, func(s *shell.Shell, _ fyne.Window) { s.Open("smartcanal://rewards") }))
	Shot(t, "shell-wide", wideWidth, wideHeight, false, inShell(open, func(s *shell.Shell, _ fyne.Window) { s.Open("smartcanal://rewards") }))
	Shot(t, "shell-search", officeWidth, officeHeight, false, inShell(open, func(s *shell.Shell, over fyne.Window) {
		s.OpenSearch()
		typeText(over, "建")
	}))
	Shot(t, "shell-failed", officeWidth, officeHeight, false, inShell(officeHost{exists: true, fault: problem.New("unexpected")}, nil))
	Shot(t, "shell-first-run", officeWidth, officeHeight, false, inShell(officeHost{}, func(_ *shell.Shell, over fyne.Window) { typeText(over, "yhq") }))
}

func typeText(over fyne.Window, text string) {
	for _, r := range text {
		if focused := over.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
}
