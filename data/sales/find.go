package sales

import (
	"context"

	"smartcanal/data/search"
)

// LineCount is how many lines there are.
func (r *Room) LineCount(ctx context.Context) (int, error) {
	var n int
	err := r.store.Read(ctx).Raw(`SELECT COUNT(*) FROM transactions`).Scan(&n).Error
	return n, err
}

// FindLines gives the newest lines that have a text in their numbers or product; at most limit.
func (r *Room) FindLines(ctx context.Context, text string, limit int) ([]TransactionLine, error) {
	ids, err := search.New(r.store).Lines(ctx, text, limit)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return r.Lines(ctx, ids)
}

// FindFile gives the files that are in and have a text in their names, the newest first; at most limit.
func (r *Room) FindFile(ctx context.Context, text string, limit int) ([]StatementFile, error) {
	ids, err := search.New(r.store).Records(ctx, search.File, text, limit)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	var files []StatementFile
	err = r.store.Read(ctx).Where("id IN ?", ids).Order("id DESC").Find(&files).Error
	return files, err
}

// FindBatch gives the imports that have a text in their number, day or actor, the newest first; at most limit.
func (r *Room) FindBatch(ctx context.Context, text string, limit int) ([]ImportBatch, error) {
	ids, err := search.New(r.store).Records(ctx, search.Batch, text, limit)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	var batches []ImportBatch
	err = r.store.Read(ctx).Unscoped().Where("id IN ?", ids).Order("id DESC").Find(&batches).Error
	return batches, err
}

// Index indexes the lines that came last for FindLines; stopped, it goes on at the next call. progress counts
// blocks and may be nil.
func (r *Room) Index(ctx context.Context, progress func(done, total int)) error {
	return search.New(r.store).Follow(ctx, progress)
}

// Reindex makes the whole search index anew.
func (r *Room) Reindex(ctx context.Context, progress func(done, total int)) error {
	return search.New(r.store).Rebuild(ctx, progress)
}

// Unindexed is how many lines FindLines may not know yet.
func (r *Room) Unindexed(ctx context.Context) (int, error) { return search.New(r.store).Waiting(ctx) }
