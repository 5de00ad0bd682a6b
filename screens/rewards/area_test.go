package rewards

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

// window is what a page gets in place of the program's window; it remembers what the page asked for.
type window struct {
	over    fyne.Window
	opened  []string
	changed int
	trouble *problem.Problem
	memory  kit.Memory
}

func (w *window) Window() fyne.Window { return w.over }
func (w *window) Open(link string)    { w.opened = append(w.opened, link) }
func (w *window) Back()               {}
func (w *window) Status(...string)    {}
func (w *window) Changed()            { w.changed++ }
func (w *window) Memory() kit.Memory  { return w.memory }

func (w *window) Problem(p *problem.Problem) {
	if p != nil {
		w.trouble = p
	}
}

// onWindow shows a page with background work done at once.
func onWindow(t *testing.T, build func(c kit.Context) kit.Page) (*window, kit.Page) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(kit.Inline())
	w := &window{over: test.NewTempWindow(t, nil), memory: kit.NewMemory()}
	page := build(w)
	w.over.SetContent(page.Object())
	w.over.Resize(fyne.NewSize(1166, 694))
	page.(kit.Shown).Shown()
	return w, page
}

func TestLinksOpenTheirPages(t *testing.T) {
	d := newDesk(t).withMeasure()
	d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30))
	area := AreaOf(d.claims, d.organisations, d.person)
	for link, want := range map[string]func(kit.Page) bool{
		"new?organization=1": func(p kit.Page) bool { v, is := p.(*DeclareView); return is && v.model.Organization.ID == 1 },
		"correct?claim=1":    func(p kit.Page) bool { v, is := p.(*DeclareView); return is && v.model.number == "2026-001" },
		"schemes?rule=2":     func(p kit.Page) bool { v, is := p.(*SchemesView); return is && v.model.rule == 2 },
		"notice":             func(p kit.Page) bool { _, is := p.(*NoticeView); return is },
		"forms":              func(p kit.Page) bool { _, is := p.(*FormsView); return is },
		"candidates":         func(p kit.Page) bool { _, is := p.(*CandidatesView); return is },
		"payments":           func(p kit.Page) bool { _, is := p.(*PaymentsView); return is },
		"budget":             func(p kit.Page) bool { _, is := p.(*BudgetView); return is },
		"objections":         func(p kit.Page) bool { _, is := p.(*ObjectionsView); return is },
		"":                   func(p kit.Page) bool { _, is := p.(*ListView); return is },
	} {
		_, page := onWindow(t, func(c kit.Context) kit.Page { return area.Links["rewards"](c, link) })
		if !want(page) {
			t.Errorf("%q opens %T", link, page)
		}
	}
	_, page := onWindow(t, func(c kit.Context) kit.Page { return area.Links["claim"](c, "1") })
	if v, is := page.(*ClaimView); !is || v.claim.Claim.Number != "2026-001" {
		t.Errorf("claim/1 opens %T", page)
	}
	w := &window{memory: kit.NewMemory()}
	for _, command := range area.Commands(w) {
		if command.Allowed == nil || command.Allowed() {
			command.Run()
		}
	}
	if strings.Join(w.opened, " ") != strings.Join([]string{newLink, formsLink, candidatesLink, noticeLink, objectionsLink, paymentLink, budgetLink, schemesLink}, " ") {
		t.Errorf("commands open %v", w.opened)
	}
}

func TestMaterialIsChangedOnThePage(t *testing.T) {
	d := newDesk(t).withMeasure()
	id := d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30)).Claim.ID
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewClaimView(c, NewClaimModel(d.office, id)) })
	v := page.(*ClaimView)
	before := v.claim.Materials[0]
	v.setMaterial(before, rewards.Checked)
	if v.claim.Checked() != 1 || w.changed != 1 || w.trouble != nil {
		t.Errorf("%+v, %v", v.claim.Materials[0], w.trouble)
	}
	v.setMaterial(before, rewards.Received) // by somebody who has not seen it
	if w.trouble == nil || w.trouble.Code != "record.changed" || v.claim.Checked() != 1 {
		t.Errorf("a stale change: %v", w.trouble)
	}
}

func TestPapersAreWrittenAndOffered(t *testing.T) {
	d := inNotice(t)
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewNoticeView(c, NewNoticeModel(d.office)) })
	path := filepath.Join(t.TempDir(), "公示表.xlsx")
	v := page.(*NoticeView)
	v.saveTo(path)
	if _, err := os.Stat(path); err != nil || !v.saved.Visible() || w.trouble != nil {
		t.Errorf("saved %v, trouble %v", err, w.trouble)
	}
	v.saveTo(filepath.Join(path, "in a file", "公示表.xlsx"))
	if w.trouble == nil {
		t.Error("a place that is none must be told")
	}
	claim := d.read(1)
	form := filepath.Join(t.TempDir(), "申报表.xlsx")
	writePaper(w, paper{title: "打印申报表…", save: claim.Save}, form)
	if !strings.Contains(strings.Join(cells(t, form), " "), "2026-001") || w.over.Canvas().Overlays().Top() == nil {
		t.Error("the form is written and offered")
	}
}

func TestMonthsArePastedAndWalked(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 100, 500, 30)
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewDeclareView(c, NewDeclareModel(d.office, organization)) })
	v := page.(*DeclareView)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("5000000\r\n\r\n\r\n300000")
	v.months.entries[0].TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if v.model.Month(4) != "300000.00" || v.months.entries[3].Text != "300,000.00" || v.months.sum.Content != "5,300,000.00" {
		t.Errorf("pasted %q, sum %s", v.model.Month(4), v.months.sum.Content)
	}
	w.over.Canvas().Focus(v.months.entries[3])
	v.months.entries[3].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if w.over.Canvas().Focused() != v.months.entries[4] {
		t.Error("the arrow goes to the next month")
	}
	v.months.entries[4].SetText("八万")
	if !v.save.Disabled() {
		t.Error("what is no amount cannot be saved")
	}
}
