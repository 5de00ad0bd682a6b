package council

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var known = []string{"商务局", "农业农村局", "发展和改革局", "市场监管局", "科工局", "运河区商务局", "小王庄镇"}

func TestMinutesAreSplitIntoDecisions(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []DraftDecision
	}{
		"numbered behind an opening line": {
			"10月29日，区长主持召开联席会议。\n会议议定以下事项：\n一、由商务局牵头，会同农业农村局，于11月底前在京东农特产馆开设沧州金丝小枣专区。\n二、科工局负责村级服务站宽带提速，农业农村局配合，12月15日前完成。\n出席：张三、李四",
			[]DraftDecision{
				{"由商务局牵头，会同农业农村局，于11月底前在京东农特产馆开设沧州金丝小枣专区。", "在京东农特产馆开设沧州金丝小枣专区", "商务局", []string{"农业农村局"}, "2026-11-30"},
				{"科工局负责村级服务站宽带提速，农业农村局配合，12月15日前完成。", "科工局负责村级服务站宽带提速，农业农村局配合，12月15日前完成", "科工局", []string{"农业农村局"}, "2026-12-15"},
			},
		},
		"a numbered part among others, items below it": {
			"一、会议听取汇报\n（一）商务局汇报。\n二、会议议定事项\n（一）印发奖励办法（牵头单位：商务局；配合单位：发展和改革局、市场监管局；时限：2027年1月31日前）。\n细则另行制定。\n（二）15日内报送台账。\n三、其他\n（一）散会。",
			[]DraftDecision{
				{"印发奖励办法（牵头单位：商务局；配合单位：发展和改革局、市场监管局；时限：2027年1月31日前）。\n细则另行制定。", "印发奖励办法", "商务局", []string{"发展和改革局", "市场监管局"}, "2027-01-31"},
				{"15日内报送台账。", "报送台账", "", nil, "2026-11-13"},
			},
		},
		"points within a paragraph": {
			"会议要求，一是商务局要建好台账；二是由市场监管局、科工局负责网店亮照检查，两周内完成；三是加强宣传。",
			[]DraftDecision{
				{"商务局要建好台账", "商务局要建好台账", "商务局", nil, ""},
				{"由市场监管局、科工局负责网店亮照检查，两周内完成", "由市场监管局、科工局负责网店亮照检查，两周内完成", "市场监管局", []string{"科工局"}, "2026-11-12"},
				{"加强宣传。", "加强宣传", "", nil, ""},
			},
		},
		"numbers with points, pasted from Windows": {
			"会议研究决定如下：\r\n1.建设产地仓。责任单位：小王庄镇、农业农村局\r\n2. 投资1.5亿元的项目年底前开工，运河区商务局牵头。\r\n",
			[]DraftDecision{
				{"建设产地仓。责任单位：小王庄镇、农业农村局", "建设产地仓", "小王庄镇", []string{"农业农村局"}, ""},
				{"投资1.5亿元的项目年底前开工，运河区商务局牵头。", "投资1.5亿元的项目年底前开工，运河区商务局牵头", "运河区商务局", nil, "2026-12-31"},
			},
		},
		"no numbers": {
			"会议听取了情况。\n由商务局牵头做好双十二促销。\n大家畅所欲言。",
			[]DraftDecision{{"由商务局牵头做好双十二促销。", "由商务局牵头做好双十二促销", "商务局", nil, ""}},
		},
		"nothing decided": {"今天天气不错。", nil},
		"nothing":         {"", nil},
	} {
		got := SplitMinutes(c.text, Surroundings{HeldOn: "2026-10-29", Departments: known})
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", name, shownDrafts(got), shownDrafts(c.want))
		}
	}
}

func shownDrafts(drafts []DraftDecision) string {
	var b strings.Builder
	for _, d := range drafts {
		fmt.Fprintf(&b, "\n  %+v", d)
	}
	return b.String()
}

func TestDaysInMinutes(t *testing.T) {
	for text, want := range map[string]string{
		"2026年12月1日前报区政府": "2026-12-01",
		"3月5日之前完成":        "2027-03-05", // has passed this year
		"11月上旬":           "2026-11-10",
		"2月底前":            "2027-02-28",
		"明年6月底前建成":        "2027-06-30",
		"本月底前":            "2026-10-31",
		"下月底前":            "2026-11-30",
		"明年底前":            "2027-12-31",
		"十五个工作日内":         "2026-11-19",
		"两个月内":            "2026-12-29",
		"2月30日前":          "",
		"10月29日召开会议":      "",
		"尽快":              "",
		"12月1日前报方案，12月20日前建成": "2026-12-01",
	} {
		if got := (Surroundings{HeldOn: "2026-10-29"}).dueIn(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestNoWordOfAnItemIsLost splits minutes written by a known way.
func TestNoWordOfAnItemIsLost(t *testing.T) {
	word := rapid.StringMatching(`[\p{Han}，A-Za-z]{1,40}`)
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		text.WriteString("会议议定以下事项：\n")
		var want []string
		for i := range rapid.IntRange(1, 12).Draw(t, "items") {
			item := word.Filter(plainLine).Draw(t, "item")
			fmt.Fprintf(&text, "%d．%s\n", i+1, item)
			if rapid.Bool().Draw(t, "more") {
				more := word.Filter(plainLine).Draw(t, "second line")
				item += "\n" + more
				text.WriteString("　　" + more + "\n")
			}
			want = append(want, item)
		}
		drafts := SplitMinutes(text.String(), Surroundings{HeldOn: "2026-10-29", Departments: known})
		if len(drafts) != len(want) {
			t.Fatalf("%d items, want %d", len(drafts), len(want))
		}
		for i, draft := range drafts {
			if draft.Text != want[i] {
				t.Fatalf("%q, want %q", draft.Text, want[i])
			}
		}
	})
}

func plainLine(line string) bool {
	level, _ := levelOf(line)
	return level == 0 && !opening.MatchString(line) && !closing.MatchString(line)
}

// TestMinutesOfTwoHundredPages pastes 200 pages of 22 lines of 28 characters, an item every tenth line.
func TestMinutesOfTwoHundredPages(t *testing.T) {
	var text strings.Builder
	text.WriteString("会议议定以下事项：\n")
	line := strings.Repeat("由商务局牵头会同农业农村局研究", 2)
	items := 0
	for i := range 200 * 22 {
		if i%10 == 0 {
			items++
			fmt.Fprintf(&text, "（%s）", numerals(items%99+1))
		}
		text.WriteString(line + "。\n")
	}
	begun := time.Now()
	drafts := SplitMinutes(text.String(), Surroundings{HeldOn: "2026-10-29", Departments: known})
	if len(drafts) != items || drafts[0].Lead != "商务局" {
		t.Errorf("%d items, want %d; led by %q", len(drafts), items, drafts[0].Lead)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

func numerals(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	if n < 10 {
		return digits[n]
	}
	tens := digits[n/10] + "十"
	return strings.TrimPrefix(tens, "一") + digits[n%10]
}

func FuzzSplitMinutes(f *testing.F) {
	f.Add("会议议定以下事项：\n一、由商务局牵头，年底前完成。", "2026-10-29")
	f.Add("一是甲；二是乙", "")
	f.Add("1.\n2.\n（一）", "x")
	f.Fuzz(func(t *testing.T, text, held string) {
		for _, draft := range SplitMinutes(text, Surroundings{HeldOn: held, Departments: known}) {
			if draft.Text == "" || utf8.ValidString(text) && !utf8.ValidString(draft.Title) {
				t.Errorf("%q: %+v", text, draft)
			}
		}
	})
}
