package statement

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/sheet"
)

const (
	xlsx       = sheet.XLSX
	began      = 946656000 // 2000-01-01 in China, in seconds since 1970
	minuteBits = 38
	rankBits   = 34
)

// neverChanges stands for the time of export where a line is the same in every export.
var neverChanges time.Time

// freshness tells the newer of two states of one line: first by the latest time found in it, then by how far
// it has come, at last by when the file was exported (0 for formats that never change a line).
func freshness(latest int64, rank int, exported time.Time) int64 {
	packed := int64(rank) << rankBits
	if latest > began {
		packed |= (latest - began) / 60 << minuteBits
	}
	if !exported.IsZero() && exported.Unix() > began {
		eighths := (exported.Unix()-began)*8 + int64(exported.Nanosecond())/125_000_000
		packed |= min(eighths, 1<<rankBits-1)
	}
	return packed
}

// latest is the latest of the times in these columns; a time nobody can read says nothing here.
func (r *reading) latest(columns []int) int64 {
	var last int64
	for _, i := range columns {
		if text := r.told(i); text != "" {
			if m, ok := parseTime(text); ok {
				last = max(last, m.seconds)
			}
		}
	}
	return last
}

var (
	exportNote = regexp.MustCompile(`(?:导出|下载|申请)时间[:：]\s*\[?([0-9０-９年月日时分秒/:： -]+)`)
	nameDate   = regexp.MustCompile(`(?:^|\D)(20\d{2})[-_.年]?([01]\d)[-_.月]?([0-3]\d)日?(?:[-_ T]?([0-2]\d)[-_.:时]?([0-5]\d)(?:[-_.:分]?([0-5]\d))?)?(?:\D|$)`)
	accountIs  = regexp.MustCompile(`账[号户][:：]\s*\[?([0-9A-Za-z@._*-]+)`)
)

// exportedAt looks above the header, then into the table's name, and falls back on when it was last written.
func exportedAt(table sheet.Table, above []string) time.Time {
	for _, line := range above {
		if found := exportNote.FindStringSubmatch(line); found != nil {
			if m, ok := parseTime(strings.TrimSpace(found[1])); ok {
				return time.Unix(m.seconds, 0).In(China)
			}
		}
	}
	found := nameDate.FindAllStringSubmatch(table.Name, -1)
	for i := len(found) - 1; i >= 0; i-- {
		if m, ok := momentOf(found[i][1:]); ok {
			return time.Unix(m.seconds, 0).In(China)
		}
	}
	return table.ModTime
}

// accountAbove finds the account a merchant's file is of: “#账号：[20881117373712940156]”.
func accountAbove(above []string) string {
	for _, line := range above {
		if !strings.HasPrefix(clean(line), "#") {
			continue
		}
		if found := accountIs.FindStringSubmatch(line); found != nil {
			return found[1]
		}
	}
	return ""
}

// dayInNumber reads the day at the beginning of an order number (yymmdd), at midnight.
func dayInNumber(number string) (moment, bool) {
	if len(number) < 6 || !isDigits(number[:6]) {
		return moment{}, false
	}
	day, err := strconv.Atoi(number[:6])
	if err != nil {
		return moment{}, false
	}
	return at(firstYear+day/10000, day/100%100, day%100, 0, 0, 0)
}
