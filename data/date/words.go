package date

import (
	"regexp"
	"strings"
	"time"
)

// apart are words for a day by how far it is from today.
var apart = map[string]int{
	"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
	"yesterday": -1, "today": 0, "tomorrow": 1,
}

// spoken reads a day said in words.
func spoken(text string, today time.Time) (time.Time, bool) {
	if by, is := apart[text]; is {
		return today.AddDate(0, 0, by), true
	}
	if day, is := weekday(text, today); is {
		return day, true
	}
	return edge(text, today)
}

var weekdays = regexp.MustCompile(`^(上上|上|本|这|下|下下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$`)

// weekday reads 下周一; a week begins on Monday, and a day without more is this week's.
func weekday(text string, today time.Time) (time.Time, bool) {
	parts := weekdays.FindStringSubmatch(text)
	if parts == nil {
		return time.Time{}, false
	}
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	weeks := strings.Count(parts[1], "下") - strings.Count(parts[1], "上")
	place := map[string]int{"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}[parts[2]]
	return monday.AddDate(0, 0, 7*weeks+place), true
}

var edges = regexp.MustCompile(`^(?:(前年|去年|今年|明年|后年|年)|(上|本|这|下)?(?:个)?(月))(初|底|末)$`)

// edge reads the first or the last day of a year or a month: 去年底, 月初.
func edge(text string, today time.Time) (time.Time, bool) {
	parts := edges.FindStringSubmatch(text)
	if parts == nil {
		return time.Time{}, false
	}
	first, next := at(today.Year(), today.Month(), 1, today.Location()), 0
	if parts[3] != "" {
		first, next = first.AddDate(0, strings.Count(parts[2], "下")-strings.Count(parts[2], "上"), 0), 1
	} else {
		year, _ := yearWord(parts[1], today)
		first, next = at(year, time.January, 1, today.Location()), 12
	}
	if parts[4] == "初" {
		return first, true
	}
	return first.AddDate(0, next, -1), true
}
