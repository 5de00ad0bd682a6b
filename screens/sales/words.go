package sales

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/wording"
)

// yuan writes an amount with its unit: 1,234.50 元.
func yuan(amount money.Fen) string { return amount.String() + wording.Text("sales.yuan") }

// timeText writes seconds since 1970 as China's time, "" for 0.
func timeText(at int64) string {
	if at == 0 {
		return ""
	}
	return time.Unix(at, 0).In(statement.China).Format(time.DateTime)
}

// monthText writes yyyymm as 2026-11.
func monthText(month int) string { return fmt.Sprintf("%04d-%02d", month/100, month%100) }

// periodText words the months from first to last, yyyymm: a year, a month, or a span.
func periodText(first, last int) string {
	switch {
	case first == 0 && last == 0:
		return wording.Text("sales.period.all")
	case first == last:
		return wording.Text("sales.period.month", "year", first/100, "month", first%100)
	case first%100 == 1 && last == first+11:
		return wording.Text("sales.period.year", "year", first/100)
	case first == 0:
		return wording.Text("sales.period.until", "last", monthText(last))
	case last == 0:
		return wording.Text("sales.period.since", "first", monthText(first))
	}
	return wording.Text("sales.period.span", "first", monthText(first), "last", monthText(last))
}

func platformWord(platform string) string { return wording.Text("platform." + platform) }

func kindWord(kind register.Kind) string { return wording.Text("register.kind." + string(kind)) }

// channelWord words a channel, 0 for both.
func channelWord(channel statement.Channel) string {
	return wording.Text("sales.channel." + strconv.Itoa(int(channel)))
}

// statusWord says in Chinese what WeChat's bills say in capitals; other platforms write Chinese already. A
// format without a status column is worded by what the line carries.
func statusWord(status string, sides statement.Sides) string {
	switch strings.ToUpper(status) {
	case "SUCCESS":
		return wording.Text("sales.status.success")
	case "REFUND":
		return wording.Text("sales.status.refund")
	case "REVOKED":
		return wording.Text("sales.status.revoked")
	case "":
		return wording.Text("sales.sides." + strconv.Itoa(int(sides)))
	}
	return status
}

// joinedWords puts parts side by side with dots, leaving out the empty ones.
func joinedWords(parts ...string) string {
	kept := parts[:0:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " · ")
}

func orBlank(text string) string {
	if text == "" {
		return wording.Text("sales.blank")
	}
	return text
}

// sizeOf words a file's size.
func sizeOf(bytes int64) string {
	switch {
	case bytes >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
	case bytes >= 1<<10:
		return fmt.Sprintf("%.1f KB", float64(bytes)/(1<<10))
	}
	return fmt.Sprintf("%d B", bytes)
}

// wan writes an amount in 万元 with its unit.
func wan(amount money.Fen) string { return amount.Wan() + wording.Text("sales.wan") }
