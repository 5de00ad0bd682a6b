package search

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"smartcanal/data/store"
)

// actor is who writes blocks: nobody's work, so the journal has no entry of it.
const actor store.Actor = "search"

// Waiting is how many ids of lines are not indexed yet; lines taken back may be counted.
func (x *Index) Waiting(ctx context.Context) (int, error) {
	waiting, err := column[int](ctx, x.store.SQL(), `SELECT COALESCE((SELECT MAX(id) FROM transactions), 0) - MIN(
		COALESCE((SELECT MAX(id) FROM transactions), 0), COALESCE((SELECT MAX(upto) FROM search_blocks), 0))
		+ COALESCE((SELECT SUM(stale) FROM search_blocks), 0)`)
	if err != nil {
		return 0, err
	}
	return waiting[0], nil
}

// Follow indexes the lines that are not yet, a block a write; stopped in the middle, it goes on at the
// next call. progress may be nil; it counts blocks.
func (x *Index) Follow(ctx context.Context, progress func(done, total int)) error {
	if err := x.drop(ctx); err != nil {
		return err
	}
	blocks, err := x.due(ctx)
	if err != nil {
		return err
	}
	done := 0
	for some := range slices.Chunk(blocks, runtime.NumCPU()) {
		if err := x.index(ctx, some); err != nil {
			return err
		}
		if done += len(some); progress != nil {
			progress(done, len(blocks))
		}
	}
	return nil
}

// due are the blocks to index, in their order: those with changed lines and those with lines that are not in.
func (x *Index) due(ctx context.Context) ([]*block, error) {
	rows, err := x.store.SQL().QueryContext(ctx, `WITH last (id) AS (SELECT COALESCE(MAX(upto), 0) FROM search_blocks),
		fresh (block, most) AS (
			SELECT (SELECT id FROM transactions WHERE id > (SELECT id FROM last) ORDER BY id LIMIT 1) >> 17, (SELECT MAX(id) FROM transactions) >> 17
			UNION ALL SELECT block + 1, most FROM fresh WHERE block < most)
		SELECT block, stale FROM search_blocks WHERE stale > 0
		UNION SELECT block, COALESCE((SELECT stale FROM search_blocks b WHERE b.block = fresh.block), 0) FROM fresh WHERE block IS NOT NULL
		ORDER BY 1`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var due []*block
	for rows.Next() {
		b := &block{}
		if err := rows.Scan(&b.number, &b.stale); err != nil {
			return nil, err
		}
		due = append(due, b)
	}
	return due, rows.Err()
}

// index builds some blocks side by side and writes them in their order: the last id that is in must
// never be ahead of one that is not.
func (x *Index) index(ctx context.Context, blocks []*block) error {
	built, errs := make([]*postings, len(blocks)), make([]error, len(blocks))
	var building sync.WaitGroup
	for i, b := range blocks {
		building.Go(func() { built[i], errs[i] = b.build(ctx, x.store.SQL()) })
	}
	building.Wait()
	for i, b := range blocks {
		if errs[i] != nil {
			return errs[i]
		}
		err := x.store.Write(ctx, actor, "search.follow", func(tx *store.Tx) error { return b.save(ctx, tx, built[i]) })
		if err != nil {
			return err
		}
	}
	return nil
}

// drop forgets blocks of which no line is left.
func (x *Index) drop(ctx context.Context) error {
	empty, err := column[int64](ctx, x.store.SQL(), `SELECT block FROM search_blocks b
		WHERE NOT EXISTS (SELECT 1 FROM transactions WHERE id >= b.block << 17 AND id < (b.block + 1) << 17)`)
	if err != nil {
		return err
	}
	for _, number := range empty {
		b := &block{number: number}
		if err := x.store.Write(ctx, actor, "search.follow", func(tx *store.Tx) error { return b.save(ctx, tx, nil) }); err != nil {
			return err
		}
	}
	return nil
}
