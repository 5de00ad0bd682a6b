package statement

import "smartcanal/data/money"

// flow reads tables in which each line goes one way: personal exports and flows of funds. They are
// summed and shown, and never counted as sales.
type flow struct {
	names  flowNames
	family string
	// amount reads the amount in its column; nil for a plain one.
	amount func(r *reading, i int) money.Fen
	at     flowColumns
}

// flowNames are the columns of a format by their names.
type flowNames struct{ time, direction, amount, kind, product, status, number, merchantNo []string }

type flowColumns struct{ time, direction, amount, kind, product, status, number, merchantNo int }

func (f *flow) columns(at *columns) {
	f.at = flowColumns{
		time: at.need(f.names.time...), direction: at.need(f.names.direction...), amount: at.need(f.names.amount...),
		kind: at.find(f.names.kind...), product: at.find(f.names.product...), status: at.find(f.names.status...),
		number: at.find(f.names.number...), merchantNo: at.find(f.names.merchantNo...),
	}
}

func (f *flow) row(r *reading) {
	line, ok := f.line(r)
	if !ok {
		return
	}
	if f.amount != nil {
		line.DirectionAmount = f.amount(r, f.at.amount)
	} else {
		line.DirectionAmount = firstAmount(r.amount(f.at.amount))
	}
	line.Direction = directionOf(r, f.at.direction)
	f.give(r, line)
}

// line reads what all flows have.
func (f *flow) line(r *reading) (*Line, bool) {
	if r.told(f.at.time) == "" && r.told(f.at.number) == "" {
		r.nothing(f.at.amount)
		return nil, false
	}
	when := r.time(f.at.time)
	return &Line{
		Channel: Online, At: when.seconds, Month: when.month, Account: r.sale(""),
		OrderNo: r.text(f.at.number), MerchantNo: r.told(f.at.merchantNo), TradeType: r.text(f.at.kind),
		Status: r.text(f.at.status), Product: r.told(f.at.product),
	}, !r.bad
}

func (f *flow) give(r *reading, line *Line) {
	if r.bad {
		return
	}
	line.Identity = r.content(f.family)
	r.give(line)
}

// directionOf reads 收/支. What is neither is neutral: money moved between a person's own accounts.
func directionOf(r *reading, i int) Direction {
	switch text := r.told(i); text {
	case "收入", "收", "已收入":
		return In
	case "支出", "支", "已支出":
		return Out
	case "", "不计收支", "中性交易", "中性", "其他", "资金转移":
		return Neutral
	default:
		r.doubt(i, "statement.unknown_direction", "text", text)
		return Neutral
	}
}
