package gallery

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/demo"
	"smartcanal/screens/chronicle"
	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

func TestChronicle(t *testing.T) {
	st := councilFile(t, demo.FillCouncil, demo.FillChronicle)
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "chronicle-"+name, officeWidth, officeHeight, false, atArea(chronicle.Area(st, "经办员"), link, steps...))
	}
	shot("timeline", "smartcanal://chronicle")
	shot("story", "smartcanal://chronicle", pressing(t, "2015"))
	shot("list", "smartcanal://chronicle", tapping(t, "列表"))
	shot("calendar", "smartcanal://chronicle", tapping(t, "月历"))
	shot("entry", "smartcanal://entry/5")
	shot("entry-lost", "smartcanal://entry/4711")
	shot("rules", "smartcanal://chronicle/rules")
	shot("add", "smartcanal://chronicle", tapping(t, "新增记事…"))
	shot("edit", "smartcanal://entry/5", tapping(t, "编辑…"))
	shot("nothing-found", "smartcanal://chronicle", enter(map[int]string{0: "没有这条"}))
	Shot(t, "chronicle-story-dark", officeWidth, officeHeight, true, atArea(chronicle.Area(st, "经办员"), "smartcanal://chronicle", pressing(t, "2015")))
	Shot(t, "chronicle-story-wide", wideWidth, wideHeight, false, atArea(chronicle.Area(st, "经办员"), "smartcanal://chronicle", pressing(t, "2015")))
}

func TestChronicleInEnglish(t *testing.T) {
	st := councilFile(t, demo.FillCouncil, demo.FillChronicle)
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	for name, step := range map[string]string{"timeline": "Timeline", "list": "List", "calendar": "Calendar"} {
		Shot(t, "chronicle-"+name+"-english", officeWidth, officeHeight, false, atArea(chronicle.Area(st, "Clerk"), "smartcanal://chronicle", tapping(t, step)))
	}
	Shot(t, "chronicle-rules-english", officeWidth, officeHeight, false, atArea(chronicle.Area(st, "Clerk"), "smartcanal://chronicle/rules"))
}

func TestChronicleEmptyAndFailed(t *testing.T) {
	empty := councilFile(t)
	Shot(t, "chronicle-empty", officeWidth, officeHeight, false, atArea(chronicle.Area(empty, "经办员"), "smartcanal://chronicle"))
	_ = empty.Close()
	Shot(t, "chronicle-failed", officeWidth, officeHeight, false, atArea(chronicle.Area(empty, "经办员"), "smartcanal://chronicle"))
}

// pressing presses what holds a text: a year of the list of years.
func pressing(t *testing.T, text string) func(*shell.Shell, fyne.Window) {
	return func(_ *shell.Shell, over fyne.Window) {
		var found *kit.Pressable
		everyPart(over.Canvas().Content(), func(o fyne.CanvasObject) {
			if p, is := o.(*kit.Pressable); is && saysExactly(p, text) {
				found = p
			}
		})
		if found == nil {
			t.Errorf("nothing to press says %q", text)
			return
		}
		test.Tap(found)
	}
}

func saysExactly(o fyne.CanvasObject, text string) bool {
	is := false
	everyPart(o, func(part fyne.CanvasObject) {
		if drawn, ok := part.(*canvas.Text); ok && drawn.Text == text {
			is = true
		}
	})
	return is
}
