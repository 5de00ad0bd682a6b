package date

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/problem"
)

// today is a Monday.
var today = time.Date(2026, 11, 16, 9, 30, 0, 0, time.FixedZone("CST", 8*3600))

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"20261116": "2026-11-16", "2026-11-16": "2026-11-16", "2026/1/5": "2026-01-05", "2026.11.16": "2026-11-16", "2026年11月16日": "2026-11-16",
		"2026年1月5号": "2026-01-05", " 2026 - 11 - 16 ": "2026-11-16", "２０２６－１１－１６": "2026-11-16", "26-11-16": "2026-11-16", "261116": "2026-11-16",
		"98-7-1": "1998-07-01", "980701": "1998-07-01", "11-16": "2026-11-16", "3.5": "2026-03-05", "11月16日": "2026-11-16", "1116": "2026-11-16", "0305": "2026-03-05",
		"16": "2026-11-16", "5日": "2026-11-05", "5号": "2026-11-05", "20280229": "2028-02-29",
		"今天": "2026-11-16", "昨天": "2026-11-15", "前天": "2026-11-14", "明天": "2026-11-17", "后天": "2026-11-18", "大后天": "2026-11-19", "Today": "2026-11-16",
		"周一": "2026-11-16", "周日": "2026-11-22", "星期天": "2026-11-22", "下周一": "2026-11-23", "下下周三": "2026-12-02", "上周五": "2026-11-13", "这个星期五": "2026-11-20",
		"月初": "2026-11-01", "月底": "2026-11-30", "上月底": "2026-10-31", "下个月初": "2026-12-01", "年底": "2026-12-31", "去年底": "2025-12-31", "明年初": "2027-01-01",
		"今年末": "2026-12-31", "去年11月16日": "2025-11-16", "前年3-1": "2024-03-01", "明年1116": "2027-11-16",
	} {
		got, err := Parse(text, today)
		if err != nil || got.Format(Form) != want || got.Location() != today.Location() || got.Hour() != 0 {
			t.Errorf("%q is %v, %v; want %s", text, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, code := range map[string]string{
		"": "unreadable", "很久以前": "unreadable", "2026": "no_such_day", "2026-11": "unreadable", "2026-11-16-1": "unreadable", "11-16日前": "unreadable",
		"20261": "unreadable", "11-31": "no_such_day", "20260229": "no_such_day", "13-1": "no_such_day", "0-1": "no_such_day", "32": "no_such_day", "0": "no_such_day",
		"1899-12-31": "no_such_day", "2200-01-01": "no_such_day", "-1": "unreadable", "1.5万": "unreadable", "周八": "unreadable", "下天": "unreadable", "去年": "unreadable",
	} {
		if got, err := Parse(text, today); !errors.Is(err, problem.New("date."+code)) {
			t.Errorf("%q: %v %v, want %s", text, got, err, code)
		}
	}
}

func TestEveryDayIsReadInEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 36524).Draw(t, "day")) // to 2069, so that two digits tell the year
		forms := []string{"20060102", "2006-01-02", "2006/1/2", "2006.1.2", "2006年1月2日", "06-1-2", "060102"}
		for _, form := range forms {
			if got, err := Parse(day.Format(form), today); err != nil || got.Format(Form) != day.Format(Form) {
				t.Fatalf("%s is %v, %v", day.Format(form), got, err)
			}
		}
		for _, form := range []string{"01-02", "1月2日", "0102"} {
			if got, err := Parse(day.Format(form), day); err != nil || got.Format(Form) != day.Format(Form) {
				t.Fatalf("%s in %d is %v, %v", day.Format(form), day.Year(), got, err)
			}
		}
	})
}

func TestWordsHoldOnEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := today.AddDate(0, 0, rapid.IntRange(-20000, 20000).Draw(t, "now"))
		on := func(text string) time.Time {
			day, err := Parse(text, now)
			if err != nil {
				t.Fatalf("%s on %v: %v", text, now, err)
			}
			return day
		}
		if on("昨天").AddDate(0, 0, 2) != on("明天") || on("下周一").AddDate(0, 0, -8) != on("上周日") || on("周一").Weekday() != time.Monday {
			t.Fatalf("days around %v", now)
		}
		if on("月底").AddDate(0, 0, 1) != on("下月初") || on("上月底").AddDate(0, 0, 1) != on("月初") || on("去年底").AddDate(0, 0, 1) != on("年初") {
			t.Fatalf("ends of months around %v", now)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"20261116", "11-16", "去年底", "下下周三", "２０２６年１月５号", "99999999", "年", "-"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, err := Parse(text, today)
		if err != nil {
			if problem.Of(err).Code == "unexpected" {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		if again, err := Parse(day.Format(Form), today); err != nil || again != day {
			t.Errorf("%q is %v, shown %v", text, day, again)
		}
	})
}
