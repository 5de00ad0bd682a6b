package sales

import (
	"context"

	"smartcanal/data/sales"
)

// origin is where a line comes from: the line itself, its file, and what other files say of the same transaction.
type origin struct {
	Line   sales.TransactionLine
	File   sales.StatementFile
	States []sales.LineState
}

// origin gathers all that is known of a line.
func (r rooms) origin(ctx context.Context, id int64) (origin, error) {
	var o origin
	var err error
	if o.Line, err = r.sales.Line(ctx, id); err != nil {
		return o, err
	}
	if o.File, err = r.sales.File(ctx, o.Line.FileID); err != nil {
		return o, err
	}
	o.States, err = r.sales.OtherStates(ctx, id)
	return o, err
}
