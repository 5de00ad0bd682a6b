package today

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// The pages the front page leads to.
const (
	wantedLink    = "smartcanal://today/wanted"
	importLink    = "smartcanal://sales/import"
	unmatchedLink = "smartcanal://sales/unmatched"
	chronicleLink = "smartcanal://chronicle"
)

// linesLink opens the lines of verified sales of the months from and to, yyyymm; more is further of the query.
func linesLink(from, to int, more string) string {
	return fmt.Sprintf("smartcanal://sales/lines?channel=1&matched=1&from=%d&to=%d%s", from, to, more)
}

// totalsLink opens the totals of a year's verified sales by organisation.
func totalsLink(year int) string {
	return fmt.Sprintf("smartcanal://sales/totals?by=organization&channel=1&matched=1&from=%d&to=%d", year*100+1, year*100+12)
}

func lampLink(lamp string) string { return "smartcanal://council/tasks?lamp=" + lamp }

func joined(parts []string) string { return strings.Join(parts, wording.Text("today.comma")) }

// dotted puts parts side by side with dots, leaving out the empty ones.
func dotted(parts ...string) string {
	kept := parts[:0:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " · ")
}

// large words an amount for a key figure: 3.42 亿元, 412.50 万元.
func large(amount money.Fen) string {
	if amount >= money.Yi || amount <= -money.Yi {
		if wording.Language() == wording.English { // which has no word for 亿
			return wording.Text("today.million", "n", amount.Times(1, int64(100*money.Wan/money.Yuan), money.HalfAway))
		}
		return wording.Text("today.hundred_million", "n", amount.Times(1, int64(money.Yi/money.Yuan), money.HalfAway))
	}
	return wording.Text("today.ten_thousand", "n", amount.Wan())
}

// change is by how many tenths of a per cent an amount grew, and the words of it: 18.6%.
func change(now, before money.Fen) (tenths int64, text string) {
	if before <= 0 {
		return 0, ""
	}
	tenths = int64((now - before).Times(1000, int64(before), money.HalfAway))
	sign, size := "", tenths
	if tenths < 0 {
		sign, size = "−", -tenths
	}
	return tenths, sign + strconv.FormatInt(size/10, 10) + "." + strconv.FormatInt(size%10, 10) + "%"
}

// dayTitle is the page's title: 11 月 25 日 星期三.
func dayTitle(at time.Time) string {
	day := wording.Text("chronicle.day", "month", monthLabel(int(at.Month())), "day", at.Day())
	return day + " " + wording.Text("chronicle.weekday."+strconv.Itoa(int(at.Weekday())))
}

func monthLabel(month int) string { return wording.Text("chronicle.month." + strconv.Itoa(month)) }

// reason words why an item is on the list: 督办逾期, 复核, 读不出 3 行.
func reason(item today.Item) string {
	switch {
	case item.Source == today.OfCouncil:
		return wording.Text("council.due." + item.Kind)
	case item.Kind == string(rewards.AwaitsStage):
		return wording.Text("rewards.stage." + string(item.Stage))
	}
	return wording.Text("today.due."+item.Kind, "n", wording.Grouped(item.Count))
}

// titleOf words what an item is about.
func titleOf(item today.Item) string {
	switch {
	case item.Kind == today.Outdated || item.Kind == today.PaidWrong:
		return wording.Text("today.due.outdated_title", "number", item.Number, "was", item.Was.String(), "is", item.Is.String())
	case item.Count > 0 && item.Source == today.OfCouncil:
		return wording.Text("today.due.comments_title", "title", item.Title, "n", item.Count)
	case item.Source == today.OfRewards:
		return item.Number + " " + item.Title
	}
	return item.Title
}

// whenDue words the day of an item with its tint: 逾期 4 天, 今天, 还剩 2 天.
func whenDue(item today.Item) (string, kit.Tint) {
	unit := "days"
	if item.Source == today.OfRewards {
		unit = "working"
	}
	switch {
	case item.Group == today.Late:
		return wording.Text("today.late."+unit, "n", max(1, -item.Days)), kit.RedTint
	case item.On == "":
		return wording.Text("today.pending"), kit.AmberTint
	case item.Group == today.OfToday:
		return wording.Text("today.due_today"), kit.AmberTint
	case item.Group == today.ThisWeek:
		return wording.Text("today.left."+unit, "n", max(0, item.Days)), kit.Blue
	}
	return wording.Text("today.left."+unit, "n", max(0, item.Days)), kit.GreenTint
}

func number(id int64) string { return strconv.FormatInt(id, 10) }
