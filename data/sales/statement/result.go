package statement

import "smartcanal/data/money"

// Doubt is something a person should see about a row. An unreadable row gives no line and is kept aside as
// it stands; any other doubt belongs to a row that was read.
type Doubt struct {
	Row        int
	Column     string // cleaned name, "" for the whole row
	Code       string // worded as a problem: statement.… or money.…
	Args       map[string]string
	Unreadable bool
	Raw        string // the whole row
}

// Result is what was found in a table.
type Result struct {
	Lines      int // that were read; one order is one line
	Unreadable int // rows kept aside
	Doubtful   int // other doubts
	Repeated   int // lines of a ledger or personal export that an earlier table of the file has as well
	Passed     int // rows that are no lines: totals, notes, fees beside the price of goods

	Payments int
	Paid     Amounts
	Refunds  int
	Refunded Amounts

	In, Out, Neutral Flow // of ledgers and personal exports

	First, Last int64 // seconds since 1970 of the earliest and the latest payment or refund; 0 for none
	Summary     string
	Items       []SummaryItem
}

// Amounts are sums in fen in both bases.
type Amounts struct{ Order, Settled money.Fen }

// Flow is what went one way, in lines and in fen.
type Flow struct {
	Count  int
	Amount money.Fen
}

// What Result.Summary says of the totals a file states of itself.
const (
	SummaryNone    = "none"
	SummaryAgrees  = "agrees"
	SummaryDiffers = "differs"
)

// SummaryItem compares one stated total with the lines, both as text ready to show.
type SummaryItem struct {
	Name   string // as the file names it
	Stated string
	Found  string
	Agrees bool
}

// count adds a line that was read.
func (r *Result) count(line *Line) {
	r.Lines++
	if line.Sides&Paid != 0 {
		r.Payments++
		r.Paid.Order += line.Order
		r.Paid.Settled += line.Settled
	}
	if line.Sides&Refunded != 0 {
		r.Refunds++
		r.Refunded.Order += line.RefundOrder
		r.Refunded.Settled += line.RefundSettled
	}
	if line.Direction != 0 {
		flow := r.flow(line.Direction)
		flow.Count++
		flow.Amount += line.DirectionAmount
	}
	if line.At != 0 && (line.Sides != 0 || line.Direction != 0) {
		r.period(line.At)
	}
}

func (r *Result) flow(direction Direction) *Flow {
	switch direction {
	case In:
		return &r.In
	case Out:
		return &r.Out
	}
	return &r.Neutral
}

func (r *Result) period(at int64) {
	if r.First == 0 || at < r.First {
		r.First = at
	}
	r.Last = max(r.Last, at)
}
