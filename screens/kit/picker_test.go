package kit

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func someTowns(_ context.Context, text string, limit int) ([]Found[string], error) {
	var found []Found[string]
	for _, name := range []string{"小王庄镇", "南陈屯镇", "市场街道"} {
		if strings.Contains(name, text) && len(found) < limit {
			found = append(found, Found[string]{Key: name, Label: name})
		}
	}
	return found, nil
}

func TestAPickerIsUsedByKeyboard(t *testing.T) {
	var told []string
	p := NewPicker("选择地区…", someTowns, func(found Found[string]) { told = append(told, found.Key) }).Clearable()
	changed := 0
	p.WhenChanged(func() { changed++ })
	over := onWindow(t, 700, 500, p)
	over.Canvas().Focus(p)
	over.Canvas().Focused().TypedRune('陈')
	if len(open) != 1 {
		t.Fatal("typing begins the search")
	}
	test.Type(over.Canvas().Focused(), "屯")
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyReturn))
	if p.Value() != "南陈屯镇" || len(open) != 0 {
		t.Errorf("%q", p.Value())
	}
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyDelete))
	if _, picked := p.Chosen(); picked || p.Value() != "" {
		t.Error("Delete takes the choice away")
	}
	if strings.Join(told, "|") != "南陈屯镇|" || changed != 2 {
		t.Errorf("%q, %d", told, changed)
	}
}

func TestWhatIsNotFoundIsMadeFromThePicker(t *testing.T) {
	p := NewPicker("选择地区…", someTowns, nil)
	p.Offer("新建…", func(sought string, made func(Found[string])) { made(Found[string]{Key: "x", Label: sought + "镇"}) })
	over := onWindow(t, 700, 500, p)
	over.Canvas().Focus(p)
	over.Canvas().Focused().TypedRune('新')
	over.Canvas().FocusNext() // past the entry stand the buttons
	for range 5 {
		if b, is := over.Canvas().Focused().(*Button); is && b.Label() == "新建…" {
			break
		}
		over.Canvas().FocusNext()
	}
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyReturn))
	if found, picked := p.Chosen(); !picked || found.Label != "新镇" {
		t.Errorf("%+v", found)
	}
}

func TestAPickersChoiceComesBackFromItsDraft(t *testing.T) {
	onWindow(t, 100, 100, NewText(""))
	was := NewPicker("", someTowns, nil)
	is := NewPicker("", someTowns, nil)
	is.PutDraft(was.Draft())
	if _, picked := is.Chosen(); picked {
		t.Error("nothing chosen stays nothing")
	}
	was.Set(Found[string]{Key: "130903100", Label: "小王庄镇", Note: "运河区"})
	is.PutDraft(was.Draft())
	if found, picked := is.Chosen(); !picked || found.Key != "130903100" || found.Note != "运河区" {
		t.Errorf("%+v", found)
	}
	is.PutDraft("{broken")
	if _, picked := is.Chosen(); picked {
		t.Error("what cannot be read is nothing")
	}
}
