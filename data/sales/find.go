package sales

import (
	"context"
)

// LineCount is how many lines there are.
func (r *Room) LineCount(ctx context.Context) (int, error) {
	var n int
	err := r.store.Read(ctx).Raw(`SELECT COUNT(*) FROM transactions`).Scan(&n).Error
	return n, err
}

// FindNumber gives the newest lines whose order number, the platform's or the merchant's, holds a text; at most
// limit.
func (r *Room) FindNumber(ctx context.Context, part string, limit int) ([]TransactionLine, error) {
	var ids []int32
	where, args := LineFilter{Number: part}.where()
	err := r.store.Read(ctx).Raw(`SELECT t.id FROM transactions t`+where+` ORDER BY t.id DESC LIMIT ?`, append(args, limit)...).Scan(&ids).Error
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return r.Lines(ctx, ids)
}

// FindFile gives the files that are in and have a text in their names, the newest first; at most limit.
func (r *Room) FindFile(ctx context.Context, part string, limit int) ([]StatementFile, error) {
	var files []StatementFile
	err := r.store.Read(ctx).Where(`name LIKE ? ESCAPE '\'`, like(part)).Order("id DESC").Limit(limit).Find(&files).Error
	return files, err
}
