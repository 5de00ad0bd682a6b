package statement

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/sheet"
)

// China is the time zone of every statement. It has had no summer time since 1991.
var China = time.FixedZone("China", chinaOffset)

const (
	chinaOffset = 8 * 60 * 60
	firstYear   = 2000
	lastYear    = 2099
)

// moment is a time as totals need it.
type moment struct {
	seconds int64 // since 1970
	month   int   // yyyymm in China
}

var (
	wideDigits = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
		"：", ":", "－", "-", "／", "/", "．", ".", "　", " ", "年", "-", "月", "-", "日", " ", "时", ":", "分", ":", "秒", "")
	written = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]*(\d{1,2}):(\d{1,2}):?(\d{1,2})?(?:\.\d+)?(?:\+08:?00)?)?$`)
	compact = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:[ T]?(\d{2}):?(\d{2}):?(\d{2})?)?$`)
)

// parseTime reads a time in any shape platforms and spreadsheets write it in: 2026-09-10 08:00:00 with
// full-width colons or without seconds, 2026/9/10 8:00, 2026年9月10日, 20260910080000, Excel's serial number.
func parseTime(text string) (moment, bool) {
	if len(text) == 19 {
		if m, ok := parsePlainTime(text); ok {
			return m, true
		}
	}
	text = strings.TrimSpace(wideDigits.Replace(text))
	if parts := written.FindStringSubmatch(text); parts != nil {
		return momentOf(parts[1:])
	}
	if parts := compact.FindStringSubmatch(text); parts != nil {
		return momentOf(parts[1:])
	}
	return parseSerial(text)
}

// parsePlainTime reads the shape nearly every line has; no other may cost it anything.
func parsePlainTime(t string) (moment, bool) {
	if t[4] != '-' || t[7] != '-' || t[10] != ' ' || t[13] != ':' || t[16] != ':' {
		return moment{}, false
	}
	year, ok1 := twoDigits(t[0:2])
	rest, ok2 := twoDigits(t[2:4])
	month, ok3 := twoDigits(t[5:7])
	day, ok4 := twoDigits(t[8:10])
	hour, ok5 := twoDigits(t[11:13])
	minute, ok6 := twoDigits(t[14:16])
	second, ok7 := twoDigits(t[17:19])
	if !(ok1 && ok2 && ok3 && ok4 && ok5 && ok6 && ok7) {
		return moment{}, false
	}
	return at(year*100+rest, month, day, hour, minute, second)
}

func twoDigits(t string) (int, bool) {
	a, b := t[0]-'0', t[1]-'0'
	return int(a)*10 + int(b), a < 10 && b < 10
}

func momentOf(parts []string) (moment, bool) {
	var n [6]int
	for i, part := range parts {
		n[i], _ = strconv.Atoi(part) // digits by the pattern, or a time that was left out
	}
	return at(n[0], n[1], n[2], n[3], n[4], n[5])
}

// at refuses what no calendar has.
func at(year, month, day, hour, minute, second int) (moment, bool) {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) ||
		hour > 23 || minute > 59 || second > 59 {
		return moment{}, false
	}
	seconds := daysSince1970(year, month, day)*86400 + int64(hour*3600+minute*60+second) - chinaOffset
	return moment{seconds, year*100 + month}, true
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// daysSince1970 counts in years that begin in March, so that the leap day comes last.
func daysSince1970(year, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	const daysTo1970 = 719468
	return int64(365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 - daysTo1970)
}

// parseSerial reads the number a spreadsheet keeps a date as.
func parseSerial(text string) (moment, bool) {
	if !isNumber(text) {
		return moment{}, false
	}
	t, ok := sheet.SerialTime(text)
	if !ok {
		return moment{}, false
	}
	return at(t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second())
}
