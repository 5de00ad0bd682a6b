package council

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/store"
)

// lampByDay is the rule as offices write it, looked at day by day: the course must say the same.
func lampByDay(s Settings, t *SupervisedTask, day string) Lamp {
	if t.Step == Closed || t.handedIn() {
		return Green
	}
	total, gone := between(t.FiledOn, t.DueOn), between(t.FiledOn, day)
	behind100 := 0 // hundredths of points
	if total > 0 && t.Progress < 100 {
		behind100 = (gone*100 - t.Progress*total) * 100 / total
	}
	late := t.BeginOn != "" && t.BegunOn == "" && day > t.BeginOn
	exact := gone*100 - t.Progress*total // behind times total, without rounding
	switch {
	case day > t.DueOn:
		return Overdue
	case behind100 > 0 && exact > s.RedOver*total, late && day >= monthsAfter(t.BeginOn, s.NotBegunMonths):
		return Red
	case behind100 > 0 && s.UrgentRed && t.Priority == Urgent && exact >= s.YellowFrom*total && !s.SlightIsYellow:
		return Red
	case s.UrgentRed && t.Priority == Urgent && s.SlightIsYellow && t.Progress < 100 && exact > 0:
		return Red
	case t.Progress < 100 && total > 0 && !s.SlightIsYellow && exact >= s.YellowFrom*total, t.Progress < 100 && s.SlightIsYellow && exact > 0, late:
		return Yellow
	case between(day, t.DueOn) <= s.SoonDays:
		return Blue
	}
	return Green
}

func TestTheCourseSaysWhatTheRuleSaysEachDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Defaults()
		s.YellowFrom = rapid.IntRange(1, 40).Draw(t, "yellow")
		s.RedOver = rapid.IntRange(s.YellowFrom, 60).Draw(t, "red")
		s.SoonDays = rapid.IntRange(0, 20).Draw(t, "soon")
		s.SlightIsYellow, s.UrgentRed = rapid.Bool().Draw(t, "slight"), rapid.Bool().Draw(t, "urgent red")
		task := &SupervisedTask{FiledOn: "2026-03-01", Step: Reporting, Priority: rapid.SampledFrom(Priorities).Draw(t, "priority")}
		total := rapid.IntRange(0, 400).Draw(t, "days")
		task.DueOn, task.Progress = after(task.FiledOn, total), rapid.IntRange(0, 100).Draw(t, "progress")
		if rapid.Bool().Draw(t, "begins") {
			task.BeginOn = after(task.FiledOn, rapid.IntRange(0, total).Draw(t, "begin"))
		}
		course := s.course(task)
		for gone := range total + 5 {
			day := after(task.FiledOn, gone)
			if got, want := course.LampOn(day), lampByDay(s, task, day); got != want {
				t.Fatalf("day %d of %d at %d%%: %s, want %s (%+v)", gone, total, task.Progress, got, want, course)
			}
		}
	})
}

// TestLampsOfTheRules are the bands as published: 10 to 30 points behind yellow, over 30 red, what is less a setting.
func TestLampsOfTheRules(t *testing.T) {
	for _, c := range []struct {
		behind int
		slight bool
		want   Lamp
	}{{0, false, Green}, {1, false, Green}, {9, false, Green}, {10, false, Yellow}, {30, false, Yellow}, {31, false, Red}, {0, true, Green}, {1, true, Yellow}, {9, true, Yellow}} {
		s := Defaults()
		s.SlightIsYellow = c.slight
		task := &SupervisedTask{FiledOn: "2026-01-01", DueOn: after("2026-01-01", 100), Progress: 50 - c.behind, Step: Reporting}
		if got := s.course(task).LampOn(after("2026-01-01", 50)); got != c.want {
			t.Errorf("%d behind, slight yellow %t: %s, want %s", c.behind, c.slight, got, c.want)
		}
	}
}

func TestPlannedProgress(t *testing.T) {
	for _, c := range []struct {
		filed, due, day string
		want            int
	}{
		{"2026-10-29", "2026-11-28", "2026-10-29", 0}, {"2026-10-29", "2026-11-28", "2026-11-13", 50}, {"2026-10-29", "2026-11-28", "2026-12-31", 100},
		{"2026-10-29", "2026-11-28", "2026-01-01", 0}, {"2026-10-29", "2026-10-29", "2026-10-29", 100}, {"2026-10-01", "2027-01-01", "2026-10-31", 32},
	} {
		if got := PlannedProgress(c.filed, c.due, c.day); got != c.want {
			t.Errorf("%v: %d", c, got)
		}
	}
}

func TestMonthsAfter(t *testing.T) {
	for _, c := range []struct {
		day    string
		months int
		want   string
	}{{"2026-11-30", 3, "2027-02-28"}, {"2026-01-31", 1, "2026-02-28"}, {"2026-10-15", 3, "2027-01-15"}, {"2024-01-31", 1, "2024-02-29"}} {
		if got := monthsAfter(c.day, c.months); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
	}
}

// TestTheHistoryOfColours goes on through days on which nobody opened the program.
func TestTheHistoryOfColours(t *testing.T) {
	o := newOffice(t)
	id := o.reporting() // 10-29 to 11-28, begun the first day
	o.on("2026-11-10")  // 40 % planned, red since the day over 30 %
	must(t, o.Report(t.Context(), clerk, o.held(id), Report{Progress: 30, Text: "过半准备"}))
	o.on("2026-11-20")
	page, err := o.Page(t.Context(), id)
	must(t, err)
	want := []Colour{
		{"2026-10-29", "2026-10-31", Green}, {"2026-11-01", "2026-11-07", Yellow}, {"2026-11-08", "2026-11-09", Red},
		{"2026-11-10", "2026-11-16", Yellow}, {"2026-11-17", "2026-11-20", Red},
	}
	if fmt.Sprint(page.Colours) != fmt.Sprint(want) {
		t.Errorf("%v\nwant %v", page.Colours, want)
	}
	if planned, lamp := page.Row.Planned, page.Row.Lamp; planned != 73 || lamp != Red || page.Row.Behind() != 43 {
		t.Errorf("planned %d, %s", planned, lamp)
	}
}

// TestTheOfficesOwnDaysDoNotCount: what was handed in in time is not overdue while it is reviewed.
func TestTheOfficesOwnDaysDoNotCount(t *testing.T) {
	o := newOffice(t)
	id := o.reviewing()
	o.on("2026-12-30")
	if lamp := o.lamp(id); lamp != Green {
		t.Errorf("under review: %s", lamp)
	}
	must(t, o.Return(t.Context(), leader, o.held(id), "缺报告"))
	if lamp := o.lamp(id); lamp != Overdue {
		t.Errorf("sent back: %s", lamp)
	}
}

func (o *office) lamp(id int64) Lamp {
	o.t.Helper()
	rows, err := o.Tasks(o.t.Context(), []int32{int32(id)})
	must(o.t, err)
	return rows[0].Lamp
}

func TestNewRulesRecolourWhatIsOpen(t *testing.T) {
	o := newOffice(t)
	id := o.reporting()
	o.on("2026-10-31") // 2 of 30 days: 6.7 points behind
	if lamp := o.lamp(id); lamp != Green {
		t.Fatal(lamp)
	}
	s := Defaults()
	s.SlightIsYellow = true
	version := o.task(id).Version
	must(t, o.SetSettings(t.Context(), leader, s))
	if lamp := o.lamp(id); lamp != Yellow || o.task(id).Version != version {
		t.Errorf("%s, version %d", lamp, o.task(id).Version)
	}
	if now, err := o.Settings(t.Context()); err != nil || now != s {
		t.Errorf("%+v %v", now, err)
	}
	s.RedOver = 5
	refused(t, o.SetSettings(t.Context(), leader, s), "council.setting_order")
	s.RedOver = 0
	refused(t, o.SetSettings(t.Context(), leader, s), "council.setting_range")
}

// TestFiguresAreThoseOfTheList counts lamps of tasks drawn by chance, in both ways.
func TestFiguresAreThoseOfTheList(t *testing.T) {
	o := newOffice(t)
	o.on("2026-11-23")
	for i := range 60 {
		task := &Filing{Task: SupervisedTask{Title: fmt.Sprint("事项", i), OrganizationID: o.commerce, FiledOn: after("2026-09-01", i), DueOn: after("2026-11-01", i*2)}}
		must(t, o.File(t.Context(), clerk, task))
		must(t, o.Assign(t.Context(), clerk, Held{task.Task.ID, 1}, ""))
		progress := i * 17 % 100
		if i%4 == 0 {
			progress = 99 // due soon, but on schedule
		}
		must(t, o.Report(t.Context(), clerk, Held{task.Task.ID, 2}, Report{Progress: progress, Text: "x"}))
	}
	figures, err := o.Figures(t.Context())
	must(t, err)
	all, err := o.TaskIDs(t.Context(), TaskFilter{Open: true}, nil)
	must(t, err)
	rows, err := o.Tasks(t.Context(), all)
	must(t, err)
	counted, oldest := map[Lamp]int{}, 0
	for _, row := range rows {
		counted[row.Lamp]++
		if row.Lamp == Overdue {
			oldest = max(oldest, between(row.DueOn, "2026-11-23"))
		}
	}
	for _, lamp := range Lamps {
		ids, err := o.TaskIDs(t.Context(), TaskFilter{Lamp: lamp}, nil)
		must(t, err)
		if counted[lamp] == 0 || len(ids) != counted[lamp] || figures.Lamps[lamp] != counted[lamp] {
			t.Errorf("%s: %d in the list, %d by filter, %d in the figures", lamp, counted[lamp], len(ids), figures.Lamps[lamp])
		}
	}
	if figures.Open != 60 || figures.OldestDays != oldest {
		t.Errorf("%+v, oldest %d", figures, oldest)
	}
}

func TestReminders(t *testing.T) {
	o := newOffice(t)
	id := o.reporting()
	o.on("2026-11-13")
	remind := func() Level {
		t.Helper()
		planned, err := o.PlanReminders(t.Context(), []int32{int32(id)})
		must(t, err)
		if len(planned) != 1 || planned[0].Department != "商务局" || len(planned[0].Tasks) != 1 {
			t.Fatalf("%+v", planned)
		}
		_, err = o.Remind(t.Context(), clerk, []SentReminder{{planned[0].OrganizationID, planned[0].Level, "请反馈进展", []int64{id}}})
		must(t, err)
		return planned[0].Level
	}
	levels := []Level{remind(), remind(), remind(), remind()}
	if want := []Level{ToLiaison, ToLiaison, ToLeader, ToConvener}; !slices.Equal(levels, want) {
		t.Errorf("%v, want %v", levels, want)
	}
	must(t, o.Report(t.Context(), clerk, o.held(id), Report{Progress: 40, Text: "已反馈"}))
	if level := remind(); level != ToLiaison {
		t.Errorf("after a report: %s", level)
	}
	o.on("2026-12-01")
	if level := remind(); level != ToLeader {
		t.Errorf("overdue: %s", level)
	}
	sent, err := o.Reminders(t.Context(), "2026")
	must(t, err)
	if len(sent) != 6 || sent[0].Number != 6 || sent[0].Tasks != 1 {
		t.Errorf("%+v", sent)
	}
	if page, _ := o.Page(t.Context(), id); page.Acts[0].Text != "发催办单 6 号" {
		t.Errorf("%+v", page.Acts[0])
	}
}

func TestRankingOfAQuarter(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	o.on("2026-10-08")
	file := func(lead int64, due string) int64 {
		filing := &Filing{Task: SupervisedTask{Title: "事项", OrganizationID: lead, DueOn: due}}
		must(t, o.File(ctx, clerk, filing))
		must(t, o.Assign(ctx, clerk, o.held(filing.Task.ID), ""))
		return filing.Task.ID
	}
	done := func(id int64, on string) {
		o.on(on)
		must(t, o.Report(ctx, clerk, o.held(id), Report{Progress: 100, Text: "完成", Submit: true}))
	}
	good, late, open, next := file(o.commerce, "2026-11-01"), file(o.agriculture, "2026-11-01"), file(o.technology, "2026-11-10"), file(o.town, "2027-02-01")
	done(good, "2026-10-30")
	done(late, "2026-11-05")
	must(t, o.Return(ctx, leader, o.held(late), "不合格"))
	done(late, "2026-11-06")
	o.on("2026-11-23")
	_, err := o.Remind(ctx, clerk, []SentReminder{{o.technology, ToLeader, "x", []int64{open}}})
	must(t, err)
	ranking, err := o.Ranking(ctx, 2026, 4)
	must(t, err)
	var got []string
	for _, s := range ranking {
		got = append(got, fmt.Sprint(s.Rank, s.Department, s.Due, s.InTime, s.Late, s.Open, s.Returned, s.Reminded))
	}
	want := []string{fmt.Sprint(1, "商务局", 1, 1, 0, 0, 0, 0), fmt.Sprint(2, "农业农村局", 1, 0, 1, 0, 1, 0), fmt.Sprint(3, "科工局", 1, 0, 0, 1, 0, 1)}
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v; task %d is of the next quarter", got, want, next)
	}
	if first, last := Quarter(2026, 4); first != "2026-10-01" || last != "2026-12-31" {
		t.Error(first, last)
	}
}

func TestTheDayOfAFile(t *testing.T) {
	o := newOffice(t)
	o.on("2026-11-20")
	reviewing, extended := o.reviewing(), o.reporting()
	must(t, o.Extend(t.Context(), clerk, o.held(extended), "2026-12-20", "排期"))
	meeting := &Meeting{Kind: Regular, HeldOn: "2026-11-25"}
	must(t, o.CreateMeeting(t.Context(), clerk, meeting))
	items, err := o.Due(t.Context(), 5)
	must(t, err)
	var got []string
	for _, item := range items {
		got = append(got, fmt.Sprint(item.Kind, item.Link))
	}
	task := func(kind DueKind, id int64) string { return fmt.Sprintf("%s%s%d", kind, "smartcanal://task/", id) }
	want := []string{task(DueReview, reviewing), task(DueExtension, extended), fmt.Sprintf("meetingsmartcanal://meeting/%d", meeting.ID)}
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
}

// TestAnUndoneStepKeepsTheRule: the journal's undo is a way in as well.
func TestAnUndoneStepKeepsTheRule(t *testing.T) {
	o := newOffice(t)
	id := o.reviewing()
	must(t, o.Approve(t.Context(), leader, o.held(id), ""))
	must(t, o.Close(t.Context(), clerk, o.held(id), ""))
	var entry int64
	must(t, o.store.Read(t.Context()).Raw(`SELECT id FROM journal WHERE subject = 'task_acts' AND after LIKE '%approved%' ORDER BY id DESC LIMIT 1`).Scan(&entry).Error)
	err := o.store.Write(t.Context(), leader, "test", func(tx *store.Tx) error { return tx.Undo(entry) })
	if err == nil || o.task(id).Step != Closed {
		t.Errorf("an approval was undone: %v", err)
	}
}
