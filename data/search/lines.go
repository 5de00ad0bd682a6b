package search

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"smartcanal/data/grams"
)

const (
	readAtOnce  = 32   // lines read again in one query
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

func (f *findings) inTail(ctx context.Context) error {
	return f.take(ctx, `SELECT id, text FROM (SELECT id, text FROM searched_lines WHERE id > COALESCE((SELECT MAX(upto) FROM search_blocks), 0)
		ORDER BY id DESC LIMIT ?)`, scannedTail)
}

func (f *findings) inBlock(ctx context.Context, b block, sought grams.Sought) error {
	if len(sought.All) > 0 {
		likely, err := f.index.having(ctx, b, sought.All)
		if err != nil {
			return err
		}
		return f.read(ctx, likely)
	}
	before := len(f.ids)
	likely, whole, err := f.index.beginning(ctx, b, sought, f.limit-before)
	if err == nil {
		err = f.read(ctx, slices.Values(likely))
	}
	if err != nil || whole || len(f.ids) >= f.limit {
		return err
	}
	f.ids = f.ids[:before] // the heads of the lists held lines that were taken back: all there is must be looked at
	if likely, _, err = f.index.beginning(ctx, b, sought, 1<<blockBits); err != nil {
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

// having gives the lines of a block that have every piece, the last first.
func (x *Index) having(ctx context.Context, b block, codes []grams.Code) (iter.Seq[int64], error) {
	keys := make([]int64, len(codes))
	for i, code := range codes {
		keys[i] = b.piece(code)
	}
	lists, err := column[[]byte](ctx, x.store.SQL(), `SELECT lines FROM search_postings WHERE piece IN (`+joined(keys)+`)`)
	if err != nil {
		return nil, err
	}
	if len(lists) < len(codes) {
		return slices.Values[[]int64](nil), nil
	}
	slices.SortFunc(lists, func(a, b []byte) int { return len(a) - len(b) })
	return inAll(lists, b.end()), nil
}

// longest is how many bytes a difference within a block takes at most.
const longest = 3

// beginning gives lines that have a piece in a range, the last first, and whether these are all of them:
// of each list as much is read as holds the wanted number of newest lines.
func (x *Index) beginning(ctx context.Context, b block, sought grams.Sought, limit int) ([]int64, bool, error) {
	head := longest * limit
	lists, err := column[[]byte](ctx, x.store.SQL(), `SELECT substr(lines, 1, ?) FROM search_postings WHERE piece >= ? AND piece <= ?`,
		head, b.piece(sought.Least), b.piece(sought.Most))
	if err != nil {
		return nil, false, err
	}
	var ids []int64
	whole, least := true, int64(0)
	for _, list := range lists {
		whole = whole && len(list) < head
		for id := range idsIn(list, b.end()) {
			if id <= least {
				break
			}
			ids = append(ids, id)
		}
		if len(ids) > 8*limit { // only the newest of them can matter
			if ids = newest(ids, limit); len(ids) == limit {
				least = ids[limit-1]
			}
		}
	}
	if whole {
		limit = len(ids)
	}
	return newest(ids, limit), whole, nil
}

// newest sorts ids from the greatest down, each once, and keeps as many as wanted.
func newest(ids []int64, limit int) []int64 {
	slices.SortFunc(ids, func(a, b int64) int { return int(b - a) })
	ids = slices.Compact(ids)
	return ids[:min(len(ids), limit)]
}

func joined(numbers []int64) string {
	var b strings.Builder
	for i, n := range numbers {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprint(&b, n)
	}
	return b.String()
}
