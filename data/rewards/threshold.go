package rewards

import "smartcanal/data/money"

// Threshold is an amount to be reached. Whether the amount itself is enough is never left open: Strict
// asks for more than it (超过), otherwise it is enough (达到).
type Threshold struct {
	Fen    money.Fen `json:"fen"`
	Strict bool      `json:"strict"`
}

// Reached tells whether f gets there.
func (t Threshold) Reached(f money.Fen) bool {
	if t.Strict {
		return f > t.Fen
	}
	return f >= t.Fen
}

// reading is the condition as a clause words it: 达到 500 万元.
func (t Threshold) reading() string {
	if t.Strict {
		return "超过 " + amountInWords(t.Fen)
	}
	return "达到 " + amountInWords(t.Fen)
}
