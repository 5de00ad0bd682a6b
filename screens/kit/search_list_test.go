package kit

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func towns(_ context.Context, text string, limit int) ([]Found[int], error) {
	var found []Found[int]
	for i, name := range []string{"运河区", "新华区", "运城市", "运河新区"} {
		if strings.HasPrefix(name, text) && len(found) < limit {
			found = append(found, Found[int]{Key: i, Label: name})
		}
	}
	return found, nil
}

func TestSearchListIsWorkedByKeyboard(t *testing.T) {
	var chosen string
	list := NewSearchList("", 5, towns, func(f Found[int]) { chosen = f.Label })
	onWindow(t, 400, 300, list.Roomy())
	test.Type(list.Entry, "运河")
	if len(list.Results()) != 2 {
		t.Fatalf("%v", list.Results())
	}
	list.Entry.TypedKey(keyed(fyne.KeyDown))
	list.Entry.TypedKey(keyed(fyne.KeyDown))
	list.Entry.TypedKey(keyed(fyne.KeyReturn))
	if chosen != "运河新区" {
		t.Errorf("chosen %q", chosen)
	}
	list.Entry.SetText("没有")
	list.Entry.TypedKey(keyed(fyne.KeyReturn))
	if chosen != "运河新区" {
		t.Error("nothing found, nothing chosen")
	}
}

func TestReturnBeforeTheResultsMeansWhatWasTyped(t *testing.T) {
	var chosen string
	list := NewSearchList("", 5, towns, func(f Found[int]) { chosen = f.Label })
	onWindow(t, 400, 300, list.Roomy())
	list.Search("")
	var search func()
	before := start
	start = func(work func()) { search = work }
	t.Cleanup(func() { start = before })
	list.Entry.SetText("运城")
	list.Entry.TypedKey(keyed(fyne.KeyReturn))
	if chosen != "" {
		t.Errorf("chose %q of the older text's results", chosen)
	}
	search()
	if chosen != "运城市" {
		t.Errorf("chose %q", chosen)
	}
}

func TestPickerShowsWhatWasPicked(t *testing.T) {
	var told int
	picker := NewPicker("选择区县", towns, func(f Found[int]) { told = f.Key })
	over := onWindow(t, 800, 600, Row(0, picker))
	test.Tap(picker)
	if len(open) != 1 {
		t.Fatal("the picker opens its search")
	}
	entry := over.Canvas().Focused().(*Entry)
	test.Type(entry, "新")
	entry.TypedKey(keyed(fyne.KeyReturn))
	found, ok := picker.Chosen()
	if !ok || found.Label != "新华区" || told != 1 || picker.Value() == "" || len(open) != 0 {
		t.Errorf("%v %v told %d", found, ok, told)
	}
}
