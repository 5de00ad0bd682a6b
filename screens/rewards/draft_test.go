package rewards

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

// words are the texts of the page and of what lies over it.
func (w *window) words() string {
	var words []string
	for _, root := range append([]fyne.CanvasObject{w.over.Content()}, w.over.Canvas().Overlays().List()...) {
		for _, o := range test.LaidOutObjects(root) {
			if text, is := o.(*canvas.Text); is {
				words = append(words, text.Text)
			}
		}
	}
	return strings.Join(words, "|")
}

// declare opens the page of a new claim with a memory.
func declare(t *testing.T, d *desk, organization int64, memory kit.Memory) (*window, *DeclareView) {
	t.Helper()
	var held *window
	w, page := onWindow(t, func(c kit.Context) kit.Page {
		held = c.(*window)
		held.memory = memory
		return NewDeclareView(c, NewDeclareModel(d.office, organization))
	})
	return w, page.(*DeclareView)
}

func TestADeclarationLeftUnsavedIsThereAgain(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 100, 500, 30)
	memory := kit.NewMemory()
	w, v := declare(t, d, organization, memory)
	w.over.Canvas().Focus(v.months.entries[0])
	test.Type(v.months.entries[0], "500万")
	w.over.Canvas().Focus(v.months.entries[1]) // leaving shows the amount in full
	if v.months.entries[0].Text != "5,000,000.00" || v.months.sum.Content != "5,000,000.00" {
		t.Errorf("%q, sum %s", v.months.entries[0].Text, v.months.sum.Content)
	}
	// the program ends here without being asked
	w, v = declare(t, d, organization, memory)
	if v.model.Month(1) != "5000000.00" || v.months.entries[0].Text != "5,000,000.00" || !strings.Contains(w.words(), "已恢复") {
		t.Fatalf("%q %q\n%s", v.model.Month(1), v.months.entries[0].Text, w.words())
	}
	if v.MayLeave(func() {}) || !strings.Contains(w.words(), "有内容还没有保存") {
		t.Error(w.words())
	}
	_, other := declare(t, d, 0, memory)
	if other.model.Month(1) != "" {
		t.Error("another claim's declaration has its own draft")
	}
}

func TestADraftGivenUpLeavesTheDeclarationAsItBegan(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 100, 500, 30)
	memory := kit.NewMemory()
	w, v := declare(t, d, 0, memory)
	v.model.Organization = nil
	v.put(map[string]string{"organization": "1 运河老号食品有限公司", "note": "备注", "month03": "12"})
	v.typed()
	if v.model.Organization.ID != organization || v.model.Note != "备注" || v.months.entries[2].Text != "12.00" {
		t.Fatalf("%+v", v.model)
	}
	v.draft.Discard()
	if v.model.Organization != nil || v.model.Note != "" || v.months.entries[2].Text != "" || !v.MayLeave(func() {}) {
		t.Errorf("%+v\n%s", v.model, w.words())
	}
	if keys, _ := memory.Keys(t.Context(), "draft/"); len(keys) != 0 {
		t.Error(keys)
	}
}

func TestAnOpinionLeftUnsavedIsThereAgain(t *testing.T) {
	d := newDesk(t).withMeasure()
	id := d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30)).Claim.ID
	memory := kit.NewMemory()
	open := func() *window {
		w, page := onWindow(t, func(c kit.Context) kit.Page {
			c.(*window).memory = memory
			return NewClaimView(c, NewClaimModel(d.office, id))
		})
		page.(*ClaimView).askPass()
		return w
	}
	w := open()
	test.Type(w.over.Canvas().Focused(), "材料齐全，建议通过。")
	w = open()
	if !strings.Contains(w.words(), "材料齐全，建议通过。") || !strings.Contains(w.words(), "已恢复") {
		t.Error(w.words())
	}
}

func TestAnEnterpriseThatIsNotFoundIsMadeInTheRegister(t *testing.T) {
	d := newDesk(t).withMeasure()
	w, v := declare(t, d, 0, kit.NewMemory())
	picker := v.form.Fields()[0].Input.(fyne.Focusable)
	w.over.Canvas().Focus(picker)
	picker.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.over.Canvas().FocusNext() // from the search to the first button
	w.over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(w.opened) != 1 || w.opened[0] != "smartcanal://organization/new" {
		t.Error(w.opened)
	}
}
