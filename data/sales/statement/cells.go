package statement

import "smartcanal/data/money"

// cell gives a cell as it stands, "" where the row or the table has none.
func (r *reading) cell(i int) string {
	if i < 0 || i >= len(r.current.Cells) {
		return ""
	}
	return r.current.Cells[i]
}

// text gives a cell cleaned.
func (r *reading) text(i int) string { return clean(r.cell(i)) }

// told is like text, and "" for what exports put where there is nothing.
func (r *reading) told(i int) string {
	if text := r.text(i); !blank(text) {
		return text
	}
	return ""
}

// amount reads an amount the line cannot do without.
func (r *reading) amount(i int) money.Fen {
	if blank(r.text(i)) {
		r.unreadable(i, "statement.blank")
		return 0
	}
	return r.optional(i)
}

// The largest amount one line may have: ten thousand million yuan. What is larger is damage, and a
// million such lines still add up without overflow.
const largest = 10_000_000_000 * money.Yuan

// optional reads an amount that is nothing where the cell is blank or the column is not there.
func (r *reading) optional(i int) money.Fen {
	text := r.text(i)
	if blank(text) {
		return 0
	}
	fen, err := money.Parse(text)
	if err != nil {
		r.refuse(i, err)
		return 0
	}
	if fen > largest || fen < -largest {
		r.unreadable(i, "statement.amount_too_large", "text", text)
		return 0
	}
	return fen
}

// positive is an amount that may not be below nothing.
func (r *reading) positive(i int) money.Fen {
	fen := r.amount(i)
	if fen < 0 {
		r.unreadable(i, "statement.negative_amount", "text", r.text(i))
	}
	return fen
}

// inYuan keeps a line in another currency aside: its amount is no number of fen.
func (r *reading) inYuan(i int) {
	switch currency := r.told(i); currency {
	case "", "CNY", "人民币", "RMB":
	default:
		r.unreadable(i, "statement.foreign_currency", "text", currency)
	}
}

// time reads a time the line cannot do without.
func (r *reading) time(i int) moment {
	if r.told(i) == "" {
		r.unreadable(i, "statement.blank")
		return moment{}
	}
	return r.maybeTime(i)
}

// maybeTime reads a time that may be blank.
func (r *reading) maybeTime(i int) moment {
	text := r.told(i)
	if text == "" {
		return moment{}
	}
	m, ok := parseTime(text)
	if !ok {
		r.unreadable(i, "statement.not_a_time", "text", text)
	}
	return m
}

// fee reads a fee, which has up to five decimals.
func (r *reading) fee(i int) int64 {
	text := r.text(i)
	if blank(text) {
		return 0
	}
	fee, err := money.ParseFine(text)
	if err != nil {
		r.refuse(i, err)
	}
	return fee
}

// sale fills in whose sale a line is where the row does not tell.
func (r *reading) sale(account string) string {
	switch {
	case account != "":
		return account
	case r.AccountHint != "":
		return r.AccountHint
	}
	return r.Account
}
