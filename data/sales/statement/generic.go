package statement

const genericCode = "generic"

// Mapping says which column of a table nobody publishes is what, by the column's cleaned name. Time
// and Amount must be there, the others may be "".
type Mapping struct {
	Time    string `json:"time"`
	Amount  string `json:"amount"`
	OrderNo string `json:"order_no,omitempty"`
	Account string `json:"account,omitempty"`
	Refund  string `json:"refund,omitempty"`
	Status  string `json:"status,omitempty"`
}

// fits holds for a header that has every column the mapping names.
func (m Mapping) fits(at columns) bool {
	if m.Time == "" || m.Amount == "" {
		return false
	}
	for _, name := range []string{m.Time, m.Amount, m.OrderNo, m.Account, m.Refund, m.Status} {
		if name != "" && at.find(name) < 0 {
			return false
		}
	}
	return true
}

func generic(m Mapping) format {
	known := format{code: genericCode, platform: Other, evidence: Counted, account: oneOf(m.Account),
		needs: all(m.Time, m.Amount), parser: func() parser { return &table{mapping: m} }}
	return known
}

// table reads sales as a clerk explained them: a negative amount is a refund, so is one in a
// column of its own.
type table struct {
	mapping                                         Mapping
	time, amount, number, account, refund, statusAt int
}

func (t *table) columns(at *columns) {
	m := t.mapping
	t.time, t.amount = at.need(m.Time), at.need(m.Amount)
	t.number, t.account, t.refund, t.statusAt = at.find(m.OrderNo), at.find(m.Account), at.find(m.Refund), at.find(m.Status)
}

func (t *table) row(r *reading) {
	if r.told(t.time) == "" && r.told(t.number) == "" {
		r.nothing(t.amount)
		return
	}
	line := Line{Channel: Online, OrderNo: r.told(t.number), Status: r.text(t.statusAt), Account: r.sale(r.told(t.account))}
	when, amount, refund := r.time(t.time), r.amount(t.amount), firstAmount(r.optional(t.refund))
	if r.bad {
		return
	}
	if amount < 0 {
		amount, refund = 0, refund-amount
	}
	t.sides(r, &line, order{status: line.Status, statusAt: t.statusAt, paid: when, created: when, total: amount, settled: amount, refund: refund})
	line.Identity = t.identity(r, &line)
	line.Freshness = freshness(when.seconds, ranks[stateOf(line.Status)], r.ExportedAt)
	r.give(&line)
}

// sides trusts the status where it says that nothing was paid: such a table has one time only.
func (t *table) sides(r *reading, line *Line, o order) {
	switch state := stateOf(o.status); {
	case state == stateUnpaid:
		o.paid = moment{}
	case state == stateClosed && o.refund == 0:
		o.paid = moment{}
		r.doubt(t.statusAt, "statement.closed_unclear", "status", o.status)
	}
	r.fill(line, o)
	if line.Order == 0 && o.refund > 0 {
		line.Sides = Refunded
	}
}

// identity tells rows of one order apart by their place: such tables often have one for each product.
func (t *table) identity(r *reading, line *Line) uint64 {
	if line.OrderNo == "" || !r.whole(t.number) {
		return r.content(genericCode, t.time)
	}
	return r.occurrence(genericCode, line.Account, line.OrderNo)
}
