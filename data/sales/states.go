package sales

import (
	"context"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
)

// LineState is what one file says of a transaction of which several files tell. Amounts are in fen.
type LineState struct {
	At            time.Time `gorm:"-"`
	AtSeconds     int64     `gorm:"column:at"`
	Status        string
	TradeType     string
	Order         money.Fen `gorm:"column:order_fen"`
	Settled       money.Fen `gorm:"column:settled_fen"`
	RefundOrder   money.Fen `gorm:"column:refund_order_fen"`
	RefundSettled money.Fen `gorm:"column:refund_settled_fen"`
	FileID        int64
	FileName      string
	Line          int // row in the file
	BatchID       int64
}

// Line gives one line.
//
// Problem: sales.line_gone, where the batch it came with was taken back.
func (r *Room) Line(ctx context.Context, id int64) (TransactionLine, error) {
	lines, err := r.Lines(ctx, []int32{int32(id)})
	if err == nil && len(lines) == 0 {
		err = problem.New("sales.line_gone")
	}
	if err != nil {
		return TransactionLine{}, err
	}
	return lines[0], nil
}

// OtherStates gives what other files say of a line's transaction and does not count: older states, and the
// same one again. The freshest comes first.
func (r *Room) OtherStates(ctx context.Context, lineID int64) ([]LineState, error) {
	var states []LineState
	err := r.store.Read(ctx).Raw(`SELECT v.at, v.status, v.trade_type, v.order_fen, v.settled_fen, v.refund_order_fen, v.refund_settled_fen,
			v.file_id, f.name AS file_name, v.line, f.batch_id
		FROM transactions t
		JOIN transaction_versions v ON v.identity = t.identity
		LEFT JOIN statement_files f ON f.id = v.file_id
		WHERE t.id = ? ORDER BY v.freshness DESC, v.id`, lineID).Scan(&states).Error
	for i := range states {
		states[i].At = time.Unix(states[i].AtSeconds, 0).In(statement.China)
	}
	return states, err
}
