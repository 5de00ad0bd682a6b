package workdays

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/problem"
)

var (
	section  = regexp.MustCompile(`^\s*[一二三四五六七八九十]+、([^:：，。]+)[:：]`)
	brackets = regexp.MustCompile(`（[^）]*）|\([^)]*\)`)
	stretch  = regexp.MustCompile(`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:(?:至|—|-)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?`)
	counted  = regexp.MustCompile(`共(\d+)天`)
)

// ReadNotice reads the days out of the usual from the text of the State Council's notice of a year, as it is
// published: “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”
//
// Problems: workdays.notice_unclear (text) for a sentence with dates that says neither 放假 nor 上班,
// workdays.notice_count (name, said, found) where the days named are not as many as the notice says,
// workdays.no_day (text), workdays.notice_year (year).
func ReadNotice(year int, text string) ([]Day, error) {
	var days []Day
	name := ""
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		head := section.FindStringSubmatch(line)
		if head != nil {
			name, line = strings.TrimSpace(head[1]), strings.TrimPrefix(line, head[0])
		}
		if name == "" {
			continue // what stands above the first holiday
		}
		found, err := readHoliday(year, name, line)
		if err != nil {
			return nil, err
		}
		days = append(days, found...)
	}
	for _, day := range days {
		if strings.HasPrefix(day.Day, strconv.Itoa(year)) {
			return days, nil
		}
	}
	return nil, problem.New("workdays.notice_year", "year", year)
}

// readHoliday reads the sentences of one holiday, clause by clause.
func readHoliday(year int, name, text string) ([]Day, error) {
	var days []Day
	free := 0
	for _, clause := range strings.FieldsFunc(brackets.ReplaceAllString(text, ""), func(r rune) bool { return strings.ContainsRune("，,。；;", r) }) {
		working := strings.Contains(clause, "上班")
		found, err := readClause(year, clause)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 && !working && !strings.Contains(clause, "放假") && !strings.Contains(clause, "休") {
			return nil, problem.New("workdays.notice_unclear", "text", strings.TrimSpace(clause))
		}
		for _, day := range found {
			days = append(days, Day{Day: day.Format(time.DateOnly), Working: working, Name: name})
		}
		if !working {
			free += len(found)
		}
		if said := counted.FindStringSubmatch(clause); said != nil && said[1] != strconv.Itoa(free) {
			return nil, problem.New("workdays.notice_count", "name", name, "said", said[1], "found", free)
		}
	}
	return days, nil
}

// readClause gives all days of the stretches a clause names; a month or year not named is the one before.
func readClause(year int, clause string) ([]time.Time, error) {
	var days []time.Time
	month := 0
	for _, m := range stretch.FindAllStringSubmatch(clause, -1) {
		year, month = orElse(m[1], year), orElse(m[2], month)
		first, ok := dateOf(year, month, orElse(m[3], 0))
		last := first
		if ok && m[6] != "" {
			year, month = orElse(m[4], year), orElse(m[5], month)
			last, ok = dateOf(year, month, orElse(m[6], 0))
		}
		if !ok || last.Before(first) || last.Sub(first) > longest {
			return nil, problem.New("workdays.no_day", "text", m[0])
		}
		for day := first; !day.After(last); day = day.AddDate(0, 0, 1) {
			days = append(days, day)
		}
	}
	return days, nil
}

// longest is more than any holiday lasts: what is longer was misread.
const longest = 31 * 24 * time.Hour

func orElse(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return otherwise
}

// dateOf refuses the 31st of June, and years nobody keeps a calendar of.
func dateOf(year, month, day int) (time.Time, bool) {
	if year < 1949 || year > 2999 {
		return time.Time{}, false
	}
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, china)
	return date, date.Year() == year && int(date.Month()) == month && date.Day() == day
}
