package form

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// agreement is a form of every kind of input, as a page builds it from a record.
type agreement struct {
	form   *Form
	name   *kit.Entry
	day    *Date
	sum    *Amount
	kind   *kit.Select
	owner  *kit.Picker[int64]
	public *kit.Check
	note   *kit.Entry
}

func newAgreement(name, day string, sum money.Fen) *agreement {
	a := &agreement{}
	var fields [5]*Field
	fields[0], a.name = Text("名称", name)
	fields[1], a.day = Day("日期", day)
	a.day.Today = aMonday
	fields[2], a.sum = Money("金额")
	a.sum.SetFen(sum)
	fields[3], a.kind = Choice("类型", []kit.Choice{{Value: "a", Label: "框架"}, {Value: "b", Label: "正式"}}, "a")
	fields[4], a.note = Lines("备注", "", 2)
	a.owner = kit.NewPicker[int64]("企业", func(context.Context, string, int) ([]kit.Found[int64], error) {
		return []kit.Found[int64]{{Key: 7, Label: "运河老号"}}, nil
	}, nil)
	a.public = kit.NewCheck("公开", false, nil)
	a.form = New(append(fields[:], &Field{Label: "企业", Input: a.owner}, &Field{Label: "公开", Input: a.public})...)
	return a
}

func (a *agreement) String() string {
	owner, _ := a.owner.Chosen()
	return fmt.Sprint(a.name.Text, " ", a.day.Text, " ", a.sum.Text, " ", a.kind.Value(), " ", owner.Key, " ", a.public.Checked(), " ", a.note.Text)
}

// fillIn changes every field by events.
func (a *agreement) fillIn(over fyne.Window) {
	typeInto(over, a.name, "（修订）")
	typeInto(over, a.day, "昨天")
	typeInto(over, a.sum, "12.5万")
	typeInto(over, a.note, "第一行\n")
	over.Canvas().Focus(a.owner)
	press(over, fyne.KeyReturn, fyne.KeyReturn) // opens and takes the first
	over.Canvas().Focus(a.public)
	press(over, fyne.KeySpace)
}

func typeInto(over fyne.Window, input fyne.Focusable, text string) {
	over.Canvas().Focus(input)
	line := input.(lined).Line()
	line.CursorColumn = len([]rune(line.Text))
	test.Type(input, text)
}

const draftName = "agreement/42"

func TestWhatWasTypedIsThereAgainAfterAFault(t *testing.T) {
	memory := kit.NewMemory()
	a := newAgreement("协议", "", 0)
	a.sum.SetText("")
	a.form.KeepDraft(memory, draftName)
	a.fillIn(onWindow(t, 700, 700, a.form.Object()))
	// Nothing is closed, left or saved here: the program is gone.
	b := newAgreement("协议", "", 0)
	b.sum.SetText("")
	b.form.KeepDraft(memory, draftName)
	onWindow(t, 700, 700, b.form.Object())
	if got := b.String(); got != "协议（修订） 2026-11-15 125,000.00 a 7 true 第一行\n" {
		t.Errorf("%s", got)
	}
	if !b.form.draft.Bar().Visible() || !strings.Contains(barText(b.form.draft), "6 项") {
		t.Errorf("%q", barText(b.form.draft))
	}
	if !b.form.draft.Changed() {
		t.Error("what came back is still to be saved")
	}
}

// barText is what the line at a form's head says.
func barText(d *Draft) string {
	text := ""
	for _, o := range test.LaidOutObjects(d.Bar()) {
		if p, is := o.(*kit.Paragraph); is {
			text += p.Content
		}
	}
	return text
}

func TestADraftIsGivenUp(t *testing.T) {
	memory := kit.NewMemory()
	a := newAgreement("协议", "2026-11-01", 100)
	a.form.KeepDraft(memory, draftName)
	a.fillIn(onWindow(t, 700, 700, a.form.Object()))
	b := newAgreement("协议", "2026-11-01", 100)
	began := b.String()
	b.form.KeepDraft(memory, draftName)
	over := onWindow(t, 700, 700, b.form.Object())
	for _, o := range test.LaidOutObjects(b.form.draft.Bar()) {
		if link, is := o.(*kit.Button); is {
			over.Canvas().Focus(link)
		}
	}
	press(over, fyne.KeyReturn)
	if b.String() != began || b.form.draft.Changed() || b.form.draft.Bar().Visible() {
		t.Errorf("%s", b)
	}
	if keys, _ := memory.Keys(t.Context(), "draft/"); len(keys) != 0 {
		t.Error(keys)
	}
}

func TestNothingIsKeptOfWhatIsAsItWas(t *testing.T) {
	memory := kit.NewMemory()
	a := newAgreement("协议", "2026-11-16", 123_450)
	a.form.KeepDraft(memory, draftName)
	over := onWindow(t, 700, 700, a.form.Object())
	for _, input := range []fyne.Focusable{a.sum, a.day, a.name} { // an amount loses its separators meanwhile
		over.Canvas().Focus(input)
	}
	if a.form.draft.Changed() {
		t.Error("nothing was changed")
	}
	test.Type(a.name, "x")
	press(over, fyne.KeyBackspace)
	if keys, _ := memory.Keys(t.Context(), "draft/"); len(keys) != 0 || a.form.draft.Changed() {
		t.Error(keys)
	}
}

func TestADraftOvertakenBySomebodyElseSaysSo(t *testing.T) {
	memory := kit.NewMemory()
	a := newAgreement("协议", "2026-11-01", 100)
	a.form.KeepDraft(memory, draftName)
	over := onWindow(t, 700, 700, a.form.Object())
	typeInto(over, a.name, "甲")
	b := newAgreement("协议书", "2026-11-02", 100) // what others made of the record since
	b.form.KeepDraft(memory, draftName)
	onWindow(t, 700, 700, b.form.Object())
	if b.name.Text != "协议甲" || b.day.Text != "2026-11-02" {
		t.Errorf("%s: what the person typed comes back, what he did not touch is the record's", b)
	}
	if !strings.Contains(barText(b.form.draft), "“名称”") || b.form.fields[0].note.Content != "现在登记的是“协议书”" {
		t.Errorf("%q %q", barText(b.form.draft), b.form.fields[0].note.Content)
	}
}

func TestADraftNeverRewritesTextUnderComposition(t *testing.T) {
	memory := kit.NewMemory()
	a := newAgreement("协议", "", 100)
	a.form.KeepDraft(memory, draftName)
	typeInto(onWindow(t, 700, 700, a.form.Object()), a.name, "甲")
	b := newAgreement("协议", "", 100)
	over := onWindow(t, 700, 700, b.form.Object())
	over.Canvas().Focus(b.name)
	press(over, fyne.KeyY, fyne.KeyU) // an input method has begun a word
	b.form.KeepDraft(memory, draftName)
	if b.name.Text != "协议" {
		t.Errorf("%q", b.name.Text)
	}
	press(over, fyne.KeyReturn) // ends the word, not the form
	for _, r := range "运河" {
		b.name.TypedRune(r)
	}
	if !strings.Contains(b.name.Text, "运河") || len([]rune(b.name.Text)) != 4 {
		t.Errorf("%q: the word arrives whole", b.name.Text)
	}
}

func TestFieldsAreNotRewrittenUnderComposition(t *testing.T) {
	a := newAgreement("", "", 100)
	over := onWindow(t, 700, 700, a.form.Object())
	for _, input := range []fyne.Focusable{a.day, a.sum} {
		over.Canvas().Focus(input)
		input.(lined).Line().SetText("1")
		press(over, fyne.KeyT, fyne.KeyI)                 // 天 or 万 is being composed
		press(over, fyne.KeyBackspace, fyne.KeyI)         // and corrected
		if got := input.(lined).Line().Text; got != "1" { // not a letter, nothing deleted
			t.Errorf("%q while composing", got)
		}
		input.TypedRune('万')
		if got := input.(lined).Line().Text; !strings.ContainsRune(got, '万') {
			t.Errorf("%q", got)
		}
	}
}

// show opens a form with a draft in a dialog.
func show(t *testing.T, memory kit.Memory) (*agreement, fyne.Window, *int) {
	t.Helper()
	saved := 0
	a := newAgreement("协议", "", 100)
	over := onWindow(t, 900, 800, kit.NewLoading())
	Show(over.Canvas(), "修改协议", a.form.KeepDraft(memory, draftName), "保存", func() *problem.Problem {
		saved++
		return nil
	})
	return a, over, &saved
}

func dialogs(over fyne.Window) int { return len(over.Canvas().Overlays().List()) }

func TestLeavingAFormWithChangesAsksOnce(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []fyne.KeyName // in the question
		open  int
		draft bool
	}{
		{"the draft is kept", []fyne.KeyName{fyne.KeyReturn}, 0, true},
		{"the person goes on", []fyne.KeyName{fyne.KeyEscape}, 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			memory := kit.NewMemory()
			a, over, _ := show(t, memory)
			typeInto(over, a.name, "甲")
			if press(over, fyne.KeyEscape); dialogs(over) != 2 {
				t.Fatal("Escape asks before what was typed is left")
			}
			if press(over, c.keys...); dialogs(over) != c.open {
				t.Errorf("%d dialogs", dialogs(over))
			}
			if text, _ := memory.Recall(t.Context(), "draft/"+draftName); (text != "") != c.draft {
				t.Errorf("%q", text)
			}
		})
	}
}

func TestDiscardingInTheQuestionForgetsTheDraft(t *testing.T) {
	memory := kit.NewMemory()
	a, over, _ := show(t, memory)
	typeInto(over, a.name, "甲")
	press(over, fyne.KeyEscape)
	for range 2 { // from keep back to discard
		over.Canvas().FocusPrevious()
		if b, is := over.Canvas().Focused().(*kit.Button); is && b.Label() == "放弃修改" {
			break
		}
	}
	press(over, fyne.KeyReturn)
	if text, _ := memory.Recall(t.Context(), "draft/"+draftName); text != "" || dialogs(over) != 0 {
		t.Errorf("%q, %d dialogs", text, dialogs(over))
	}
}

func TestAFormWithoutChangesIsLeftUnasked(t *testing.T) {
	_, over, _ := show(t, kit.NewMemory())
	if press(over, fyne.KeyEscape); dialogs(over) != 0 {
		t.Error("nothing is lost, so nothing is asked")
	}
}

func TestASavedFormForgetsItsDraft(t *testing.T) {
	memory := kit.NewMemory()
	a, over, saved := show(t, memory)
	typeInto(over, a.name, "甲")
	press(over, fyne.KeyReturn)
	if text, _ := memory.Recall(t.Context(), "draft/"+draftName); text != "" || *saved != 1 || dialogs(over) != 0 {
		t.Errorf("%q, saved %d times, %d dialogs", text, *saved, dialogs(over))
	}
}
