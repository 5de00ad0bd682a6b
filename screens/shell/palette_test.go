package shell

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

// TestASlowSearchHoldsNoTyping types on while an area looks for the first letters, which it would do for ever.
func TestASlowSearchHoldsNoTyping(t *testing.T) {
	stopped := make(chan struct{})
	f := start(t, func(h *fakeHost) {
		h.session.Areas[1].Find = func(ctx context.Context, text string, _ int) ([]kit.Found[string], error) {
			if text == "慢" {
				<-ctx.Done()
				close(stopped)
				return nil, ctx.Err()
			}
			return []kit.Found[string]{{Key: "smartcanal://organization/9", Label: text + "食品", Kind: "企业"}}, nil
		}
	})
	f.OpenSearch()
	f.apart()
	list := f.palette.list
	results := make(chan []kit.Found[target], 9)
	drawn := list.OnResults
	list.OnResults = func(height float32) {
		drawn(height)
		results <- list.Results()
	}
	began := time.Now()
	test.Type(list.Entry, "慢")
	test.Type(list.Entry, "河")
	if list.Entry.Text != "慢河" || time.Since(began) > time.Second {
		t.Fatalf("%q after %v", list.Entry.Text, time.Since(began))
	}
	select {
	case found := <-results:
		if !slices.ContainsFunc(found, func(r kit.Found[target]) bool { return r.Label == "慢河食品" }) {
			t.Errorf("%+v", found)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("no results")
	}
	select {
	case <-stopped:
	case <-time.After(5 * time.Second):
		t.Error("the search for the older letters goes on")
	}
}

// TestSlowAreasAreAskedSideBySide has two areas of which each waits for the other to be asked.
func TestSlowAreasAreAskedSideBySide(t *testing.T) {
	met := make(chan struct{})
	meet := func(label string) kit.SearchFunc[string] {
		return func(ctx context.Context, _ string, _ int) ([]kit.Found[string], error) {
			select {
			case met <- struct{}{}:
			case <-met:
			case <-time.After(5 * time.Second):
				return nil, errors.New("alone")
			}
			return []kit.Found[string]{{Key: "smartcanal://organization/1", Label: label}}, nil
		}
	}
	f := start(t, func(h *fakeHost) {
		h.session.Areas[0].Find, h.session.Areas[1].Find = meet("交易"), meet("主体")
	})
	f.OpenSearch()
	f.palette.list.Entry.SetText("运河")
	found := f.palette.list.Results()
	if len(found) != 2 || found[0].Label != "主体" || found[1].Label != "交易" || found[0].Group != "市场主体" {
		t.Errorf("%+v: the areas in their order, each under its name", found)
	}
}

func TestOneAreaThatFailsLeavesTheOthers(t *testing.T) {
	for name, fault := range map[string]func(context.Context, string, int) ([]kit.Found[string], error){
		"error": func(context.Context, string, int) ([]kit.Found[string], error) { return nil, errors.New("busy") },
		"panic": func(context.Context, string, int) ([]kit.Found[string], error) { panic("boom") },
	} {
		f := start(t, func(h *fakeHost) { h.session.Areas[0].Find = fault })
		f.OpenSearch()
		f.palette.list.Entry.SetText("老号")
		if found := f.palette.list.Results(); len(found) != 1 || found[0].Label != "老号食品" {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

func TestArrowsChooseAmongTheResults(t *testing.T) {
	f := start(t, func(h *fakeHost) {
		h.session.Areas[1].Find = func(_ context.Context, text string, _ int) ([]kit.Found[string], error) {
			return []kit.Found[string]{{Key: "smartcanal://organization/1", Label: text + "一厂"}, {Key: "smartcanal://organization/2", Label: text + "二厂"}}, nil
		}
	})
	f.OpenSearch()
	entry := f.palette.list.Entry
	test.Type(entry, "河间")
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn} {
		entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if f.page() != "organization 2" {
		t.Errorf("%q", f.page())
	}
}

func TestCommandsAreFoundByPinyinAndStayAllowed(t *testing.T) {
	f := start(t, nil)
	for text, want := range map[string]string{
		"导入账": "导入账单…", "drzd": "导入账单…", "shuaxin": "刷新", "sx": "刷新",
		"cxdr": "", "ljbf": "", // not allowed now
		"fuzhi": "", // belongs to what has the keyboard, which is the search box itself
	} {
		f.OpenSearch()
		f.palette.list.Entry.SetText("命令：" + text)
		got := ""
		if found := f.palette.list.Results(); len(found) > 0 {
			got = found[0].Label
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		f.closePalette()
	}
}

func TestTheResultsOpenOverTheBox(t *testing.T) {
	f := start(t, nil)
	f.OpenSearch()
	box := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.frame.search)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.palette.list.Entry)
	if gap := at.Subtract(box); box.IsZero() || gap.X < 0 || gap.X > 8 || gap.Y < 0 || gap.Y > 8 {
		t.Errorf("the box is at %v, what one types into at %v", box, at)
	}
}
