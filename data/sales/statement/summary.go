package statement

import (
	"regexp"
	"slices"
	"strconv"

	"smartcanal/data/money"
)

// unit says what a total counts.
type unit uint8

const (
	lines      unit = iota
	fen             // hundredths of a yuan
	thousandth      // of a fen, in which fees are charged
)

// summarised is a parser whose files end in a row of totals below a row with their names.
type summarised interface {
	beginsSummary(first string) bool
	total(name string) (found int64, in unit, known bool)
	newSection() // totals begin anew: another bill may follow
}

// statedItem is a total as the file states it, beside what was found.
type statedItem struct {
	name          string
	in            unit
	stated, found int64
	differs       bool
	unread        string // what stands there, where it is no number
}

func (r *reading) summaryBegins(first string) bool {
	p, is := r.parser.(summarised)
	if !is || !p.beginsSummary(first) {
		return false
	}
	r.heads = newColumns(r.current.Cells).names
	return true
}

// compareSummary takes the row of values. Names that have no value there are not compared.
func (r *reading) compareSummary() {
	p := r.parser.(summarised)
	for i, name := range r.heads {
		found, in, known := p.total(name)
		if text := r.text(i); known && text != "" {
			r.state(name, in, text, found)
		}
	}
	r.heads = nil
	p.newSection()
}

// state books a stated total. Totals of several bills in one table are added up, but one that differs
// is not made good by another.
func (r *reading) state(name string, in unit, text string, found int64) {
	stated, err := parseTotal(text, in)
	item := statedItem{name: name, in: in, stated: stated, found: found, differs: err != nil || stated != found}
	if err != nil {
		item.unread = text
	}
	i := slices.IndexFunc(r.stated, func(s statedItem) bool { return s.name == name })
	if i < 0 {
		r.stated = append(r.stated, item)
		return
	}
	was := &r.stated[i]
	was.stated += stated
	was.found += found
	was.differs = was.differs || item.differs
}

// parseTotal reads counts such as 45.0 as well.
func parseTotal(text string, in unit) (int64, error) {
	if in == thousandth {
		return money.ParseFine(text)
	}
	amount, err := money.Parse(text)
	if in == lines {
		return int64(amount / money.Yuan), err
	}
	return int64(amount), err
}

func (r *reading) settleSummary() {
	r.result.Summary = SummaryNone
	for _, item := range r.stated {
		if r.result.Summary == SummaryNone {
			r.result.Summary = SummaryAgrees
		}
		if item.differs {
			r.result.Summary = SummaryDiffers
		}
		stated := item.in.text(item.stated)
		if item.unread != "" {
			stated = item.unread
		}
		r.result.Items = append(r.result.Items, SummaryItem{item.name, stated, item.in.text(item.found), !item.differs})
	}
}

// text writes a total as people read it; fees keep the decimals they have.
func (u unit) text(n int64) string {
	switch u {
	case lines:
		grouped := money.Fen(n * int64(money.Yuan)).String()
		return grouped[:len(grouped)-len(".00")]
	case fen:
		return money.Fen(n).String()
	}
	whole, rest := n/1000, n%1000
	if rest == 0 {
		return money.Fen(whole).String()
	}
	sign := ""
	if n < 0 && whole == 0 {
		sign = "-"
	}
	return sign + money.Fen(whole).String() + strconv.Itoa(int(max(rest, -rest)) + 1000)[1:]
}

var (
	notedCount = regexp.MustCompile(`(\d+)\s*笔`)
	notedSum   = regexp.MustCompile(`共(-?[\d.,]+)元`)
)

// noted are the count and the sums of a note such as “#交易合计：6笔，商家实收共0.06元”, as text.
func noted(text string) (count string, sums []string) {
	if found := notedCount.FindStringSubmatch(text); found != nil {
		count = found[1]
	}
	for _, found := range notedSum.FindAllStringSubmatch(text, -1) {
		sums = append(sums, found[1])
	}
	return count, sums
}
