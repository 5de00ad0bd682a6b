package search

import (
	"context"
	"iter"
	"slices"

	"smartcanal/data/grams"
)

const (
	readAtOnce  = 32   // lines read again in one query
	newest      = 100  // lines read first of all: of a word of one letter they often hold enough
	scannedTail = 2000 // lines not indexed yet that are read through while one types
)

// Lines gives the ids of the lines whose numbers or product hold all words of a text, the newest first;
// at most limit. Of lines not indexed yet the newest 2,000 are looked at.
func (x *Index) Lines(ctx context.Context, text string, limit int) ([]int32, error) {
	words := grams.Words(text)
	if len(words) == 0 || limit <= 0 {
		return nil, nil
	}
	found := &findings{index: x, words: words, limit: limit}
	if err := found.inNewest(ctx); err != nil || len(found.ids) == limit {
		return found.ids, err
	}
	found.ids = nil
	if err := found.inTail(ctx); err != nil {
		return nil, err
	}
	blocks, err := column[int64](ctx, x.store.SQL(), `SELECT block FROM search_blocks ORDER BY block DESC`)
	if err != nil {
		return nil, err
	}
	sought := grams.Seek(words)
	for _, number := range blocks {
		if len(found.ids) >= limit {
			break
		}
		if err := found.inBlock(ctx, block{number: number}, sought); err != nil {
			return nil, err
		}
	}
	return found.ids, nil
}

// findings are the lines found so far.
type findings struct {
	index *Index
	words []string
	limit int
	ids   []int32
}

// inNewest looks at the newest lines, indexed or not.
func (f *findings) inNewest(ctx context.Context) error {
	return f.take(ctx, `SELECT id, text FROM (SELECT id, text FROM searched_lines ORDER BY id DESC LIMIT ?)`, newest)
}

func (f *findings) inTail(ctx context.Context) error {
	return f.take(ctx, `SELECT id, text FROM (SELECT id, text FROM searched_lines WHERE id > COALESCE((SELECT MAX(upto) FROM search_blocks), 0)
		ORDER BY id DESC LIMIT ?)`, scannedTail)
}

func (f *findings) inBlock(ctx context.Context, b block, sought grams.Sought) error {
	if len(sought.All) == 0 && len(sought.Spans) == 1 {
		return f.beginning(ctx, b, sought.Spans[0])
	}
	likely, err := f.index.having(ctx, b, sought)
	if err != nil {
		return err
	}
	return f.read(ctx, likely)
}

// beginning looks for a word too short for a whole piece.
func (f *findings) beginning(ctx context.Context, b block, span grams.Span) error {
	before := len(f.ids)
	likely, whole, err := f.index.heads(ctx, b, span, f.limit-before)
	if err == nil {
		err = f.read(ctx, slices.Values(likely))
	}
	if err != nil || whole || len(f.ids) >= f.limit {
		return err
	}
	f.ids = f.ids[:before] // the heads of the lists held lines that were taken back: all there is must be looked at
	if likely, _, err = f.index.heads(ctx, b, span, 1<<blockBits); err != nil {
		return err
	}
	return f.read(ctx, slices.Values(likely))
}

// read looks at likely lines themselves, until there are enough.
func (f *findings) read(ctx context.Context, likely iter.Seq[int64]) error {
	some := make([]int64, 0, readAtOnce)
	look := func() error {
		if len(some) == 0 {
			return nil
		}
		defer func() { some = some[:0] }()
		return f.take(ctx, `SELECT id, text FROM searched_lines WHERE id IN (`+joined(some)+`) ORDER BY id DESC`)
	}
	for id := range likely {
		if some = append(some, id); len(some) < readAtOnce {
			continue
		}
		if err := look(); err != nil || len(f.ids) >= f.limit {
			return err
		}
	}
	return look()
}

// take adds the lines of a query that hold the words.
func (f *findings) take(ctx context.Context, query string, args ...any) error {
	rows, err := f.index.store.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() && len(f.ids) < f.limit {
		var id int32
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		if grams.Hold(grams.Fold(text), f.words) {
			f.ids = append(f.ids, id)
		}
	}
	return rows.Err()
}
