package form

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLongValuesAreShownWhereTheyDiffer(t *testing.T) {
	pages := strings.Repeat("会议听取了关于电子商务发展情况的汇报。", 2000)
	c := Contested{"纪要", pages + "定于十一月召开。", pages + "定于十二月召开。", pages + "定于十一月召开。请假两人。"}.excerpts()
	for side, want := range map[string]string{c.Was: "十一月召开。", c.Theirs: "十二月", c.Mine: "请假两人"} {
		if !strings.HasPrefix(side, "…") || !strings.Contains(side, want) || utf8.RuneCountInString(side) > longestShown+2 {
			t.Errorf("%q lacks %q", side, want)
		}
	}
	if short := (Contested{"名称", "甲", "乙", "甲"}); short.excerpts() != short {
		t.Errorf("%+v was cut", short.excerpts())
	}
}

// TestWhatOneSideChangedIsShown: where only the other side wrote, what is shown of its value is not what was there.
func TestWhatOneSideChangedIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		head := strings.Repeat("同样的话。", rapid.IntRange(0, 60).Draw(t, "head"))
		tail := rapid.StringOfN(rapid.SampledFrom([]rune("甲乙丙\n")), 0, 200, -1)
		c := Contested{Was: head + tail.Draw(t, "was"), Theirs: head + tail.Draw(t, "theirs")}
		c.Mine = c.Was
		cut := c.excerpts()
		differ := func(a, b string) bool { return strings.ReplaceAll(a, "\n", " ") != strings.ReplaceAll(b, "\n", " ") }
		if differ(c.Was, c.Theirs) && !differ(cut.Was, cut.Theirs) {
			t.Fatalf("%q and %q look alike: %q", c.Was, c.Theirs, cut.Was)
		}
	})
}
