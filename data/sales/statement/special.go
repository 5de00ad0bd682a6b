package statement

import (
	"slices"
	"strings"
)

// labels of rows that add up others.
var labels = []string{"合计", "总计", "小计", "汇总", "共计", "总和", "本页合计", "本页小计", "合计金额", "总合计", "金额合计", "合计(元)"}

// noting is a parser that listens to notes above and below the lines.
type noting interface{ note(text string) }

// special deals with rows that are no lines: notes, a summary, a header met again, totals. Lines
// mostly begin with a digit and are let through at once.
func (r *reading) special() bool {
	if r.heads != nil {
		r.compareSummary()
		return true
	}
	first := r.cell(0)
	if first != "" && first[0] >= '0' && first[0] <= '9' {
		return false
	}
	first = clean(first)
	switch {
	case strings.HasPrefix(first, "#"), strings.HasPrefix(first, "---"), strings.HasPrefix(first, "==="):
		r.note()
		return true
	case r.summaryBegins(first):
		return true
	case r.headerAgain(first):
		return true
	case r.totals():
		r.result.Passed++
		return true
	}
	return false
}

func (r *reading) note() {
	if listener, is := r.parser.(noting); is && strings.Contains(r.current.Raw, "合计") {
		listener.note(r.current.Raw)
	}
}

// headerAgain takes a header met again, as in bills that were put one below the other. Its columns may
// stand elsewhere.
func (r *reading) headerAgain(first string) bool {
	if len(r.current.Cells) < 2 || !slices.Contains(r.at.names, headerName(first)) {
		return false
	}
	again := newColumns(r.current.Cells)
	if !r.format.matches(again) && !slices.Equal(again.names, r.at.names) && !r.sibling(again) {
		return false
	}
	r.at = again
	r.parser.columns(&r.at)
	return true
}

// sibling holds for another bill of the same family: its parser reads all of them.
func (r *reading) sibling(again columns) bool {
	for _, f := range formats {
		if f.family != "" && f.family == r.format.family && f.matches(again) {
			return true
		}
	}
	return false
}

// totals tells a row whose first text is a label such as 合计.
func (r *reading) totals() bool {
	for i := range r.current.Cells {
		text := strings.TrimRight(r.text(i), ":：")
		if text != "" {
			return slices.Contains(labels, strings.ReplaceAll(text, " ", ""))
		}
	}
	return true
}

// nothing passes over a row without number and without time. With an amount it may be a total without a
// label, and a person is told; without one it is the rest of merged cells, or a remark.
func (r *reading) nothing(amount int) {
	r.result.Passed++
	if !blank(r.text(amount)) {
		r.doubt(amount, "statement.row_passed_over")
	}
}
