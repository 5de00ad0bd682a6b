package workdays

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

const clerk store.Actor = "王经办"

// notices are the published texts; the tables a new file begins with must say the same.
var notices = map[int]string{
	2024: `国务院办公厅关于2024年部分节假日安排的通知
经国务院批准，现将2024年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
	2025: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
	2026: `一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节:4月4日(周六)至6日(周一)放假,共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节:6月19日(周五)至21日(周日)放假,共3天。
六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。`,
	2015: `一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。
二、春节：2月18日至24日放假调休，共7天。2月15日（星期日）、2月28日（星期六）上班。
三、清明节：4月5日放假，4月6日（星期一）补休。
四、劳动节：5月1日放假，与周末连休。
五、端午节：6月20日放假，6月22日（星期一）补休。
六、抗战胜利纪念日：9月3日至5日放假调休，共3天。9月6日（星期日）上班。
七、中秋节：9月27日放假。
八、国庆节：10月1日至7日放假调休，共7天。10月10日（星期六）上班。`,
}

func newRoom(t testing.TB) *Room {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return New(st)
}

func (r *Room) calendar(t testing.TB) Calendar {
	t.Helper()
	c, err := r.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func day(t testing.TB, text string) time.Time {
	t.Helper()
	d, err := time.ParseInLocation(time.DateOnly, text, china)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// said are the days of a list without what the file adds to them.
func said(days []Day) []Day {
	plain := make([]Day, len(days))
	for i, d := range days {
		plain[i] = Day{Day: d.Day, Working: d.Working, Name: d.Name}
	}
	slices.SortFunc(plain, func(a, b Day) int {
		if a.Day < b.Day {
			return -1
		}
		return 1
	})
	return plain
}

func TestANewFileKnowsThePublishedCalendars(t *testing.T) {
	r := newRoom(t)
	for year, text := range notices {
		read, err := ReadNotice(year, text)
		if err != nil {
			t.Fatal(err)
		}
		kept, err := r.Days(t.Context(), year)
		if err != nil || !slices.Equal(said(kept), said(read)) {
			t.Errorf("%d: %v\nkept %v\nread %v", year, err, said(kept), said(read))
		}
		if r.calendar(t).Source(year) == "" {
			t.Errorf("%d has no source", year)
		}
	}
	if years, err := r.Years(t.Context()); err != nil || len(years) != 4 || years[0].Year != 2026 {
		t.Errorf("%+v, %v", years, err)
	}
}

func TestWorkingDaysAreCounted(t *testing.T) {
	c := newRoom(t).calendar(t)
	for _, k := range []struct {
		from string
		n    int
		to   string
	}{
		{"2026-11-23", 5, "2026-11-30"}, // a Monday
		{"2026-11-20", 1, "2026-11-23"}, // over a weekend
		{"2026-09-30", 1, "2026-10-08"}, // over 国庆
		{"2026-10-09", 1, "2026-10-10"}, // a Saturday that is worked
		{"2026-09-18", 1, "2026-09-20"}, // a Sunday that is worked
		{"2026-02-13", 2, "2026-02-24"}, // the 14th is worked, then 春节
		{"2026-02-24", -2, "2026-02-13"},
		{"2025-12-31", 1, "2026-01-04"},
		{"2015-09-02", 1, "2015-09-06"},
		{"2026-10-03", 0, "2026-10-03"},
		{"2027-01-01", 1, "2027-01-04"}, // no table: New Year's Friday counts as any other
	} {
		from, to := day(t, k.from), day(t, k.to)
		if got := c.Add(from, k.n); !got.Equal(to) {
			t.Errorf("%s %+d: %s, want %s", k.from, k.n, got.Format(time.DateOnly), k.to)
		}
		if got := c.Between(from, to); got != k.n {
			t.Errorf("%s to %s: %d, want %d", k.from, k.to, got, k.n)
		}
	}
	late := time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC) // the 23rd in China
	if got := c.Add(late, 1); !got.Equal(day(t, "2026-11-24")) {
		t.Errorf("a day begins in China: %s", got)
	}
	if got := c.First(day(t, "2026-10-01")); !got.Equal(day(t, "2026-10-08")) {
		t.Errorf("%s", got)
	}
	if c.Name(day(t, "2026-10-01")) != "国庆节" || c.Name(day(t, "2026-10-09")) != "" {
		t.Error("names")
	}
	if got := c.Unknown(day(t, "2026-12-01"), day(t, "2028-01-01")); !slices.Equal(got, []int{2027, 2028}) {
		t.Errorf("%v", got)
	}
	if got := c.Unknown(day(t, "2024-12-01"), day(t, "2026-01-01")); got != nil {
		t.Errorf("%v", got)
	}
}

func TestCountingThereAndBack(t *testing.T) {
	c := newRoom(t).calendar(t)
	rapid.Check(t, func(t *rapid.T) {
		from := time.Date(2014, 6, 1, 0, 0, 0, 0, china).AddDate(0, 0, rapid.IntRange(0, 5000).Draw(t, "from"))
		n := rapid.IntRange(-300, 300).Draw(t, "n")
		m := rapid.IntRange(0, 300).Draw(t, "m")
		to := c.Add(from, n)
		if got := c.Between(from, to); got != n {
			t.Fatalf("%s %+d is %s, counted %d", from, n, to, got)
		}
		if n != 0 && !c.Is(to) {
			t.Fatalf("%s is not worked", to)
		}
		if n >= 0 && !c.Add(to, m).Equal(c.Add(from, n+m)) {
			t.Fatalf("%s %+d %+d", from, n, m)
		}
		if first := c.First(from); !c.Is(first) || first.Before(from) {
			t.Fatalf("%s begins on %s", from, first)
		}
	})
}

func TestANoticeIsTakenAsItIsPublished(t *testing.T) {
	r := newRoom(t)
	text := "一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。"
	if err := r.TakeNotice(t.Context(), clerk, 2023, " 国办发明电〔2022〕16号 ", text); err != nil {
		t.Fatal(err)
	}
	c := r.calendar(t)
	if c.Source(2023) != "国办发明电〔2022〕16号" || c.Is(day(t, "2023-01-23")) || !c.Is(day(t, "2023-01-28")) {
		t.Error("the table is not what the notice says")
	}
	// A corrected text takes the place of the first; days it does not name are usual again.
	if err := r.TakeNotice(t.Context(), clerk, 2023, "国办发明电〔2022〕16号", "一、春节：1月23日至27日放假调休，共5天。"); err != nil {
		t.Fatal(err)
	}
	if c = r.calendar(t); c.Is(day(t, "2023-01-28")) || c.Is(day(t, "2023-01-23")) {
		t.Error("a Saturday is no working day any more")
	}
	if c.Is(day(t, "2026-10-01")) {
		t.Error("other years stay")
	}
}

func TestNoticesThatCannotBeRead(t *testing.T) {
	r := newRoom(t)
	for _, k := range []struct{ source, text, code string }{
		{" ", "一、元旦：1月1日放假。", "workdays.no_source"},
		{"某号", "没有安排", "workdays.notice_year"},
		{"某号", "一、元旦：2026年1月1日放假。", "workdays.notice_year"},
		{"某号", "一、元旦：1月1日至3日放假调休，共4天。", "workdays.notice_count"},
		{"某号", "一、元旦：1月1日。", "workdays.notice_unclear"},
		{"某号", "一、端午节：6月31日放假。", "workdays.no_day"},
		{"某号", "一、国庆节：10月7日至1日放假。", "workdays.no_day"},
		{"某号", "一、国庆节：7日放假。", "workdays.no_day"},
	} {
		err := r.TakeNotice(t.Context(), clerk, 2027, k.source, k.text)
		if err == nil || problem.Of(err).Code != k.code {
			t.Errorf("%s: %v, want %s", k.text, err, k.code)
		}
	}
	if days, err := r.Days(t.Context(), 2027); err != nil || len(days) != 0 {
		t.Errorf("%v, %v", days, err)
	}
}

func TestADayIsEdited(t *testing.T) {
	r := newRoom(t)
	local := &Day{Day: "2026-11-11", Name: "本地活动放假"}
	if err := r.Save(t.Context(), clerk, local); err != nil {
		t.Fatal(err)
	}
	days, err := r.Days(t.Context(), 2026)
	if err != nil || days[len(days)-1].Day != "2026-11-11" || r.calendar(t).Is(day(t, "2026-11-11")) {
		t.Fatalf("%+v, %v", days, err)
	}
	last := days[len(days)-1]
	last.Working = true
	if err := r.Save(t.Context(), clerk, &last); err != nil || !r.calendar(t).Is(day(t, "2026-11-11")) {
		t.Errorf("%v", err)
	}
	if err := r.Remove(t.Context(), clerk, &last); err != nil || r.calendar(t).Name(day(t, "2026-11-11")) != "" {
		t.Errorf("%v", err)
	}
	if err := r.Save(t.Context(), clerk, &Day{Day: "2026-02-30"}); err == nil || problem.Of(err).Code != "workdays.no_day" {
		t.Errorf("%v", err)
	}
}

func FuzzReadNotice(f *testing.F) {
	for year, text := range notices {
		f.Add(year, text)
	}
	f.Fuzz(func(t *testing.T, year int, text string) {
		days, err := ReadNotice(year, text)
		if err == nil && len(days) == 0 {
			t.Error("nothing was read and nothing said")
		}
		for _, d := range days {
			if _, err := time.Parse(time.DateOnly, d.Day); err != nil || d.Name == "" {
				t.Errorf("%+v", d)
			}
		}
	})
}
