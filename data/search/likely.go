package search

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"smartcanal/data/grams"
)

// having gives the lines of a block that have every piece and one of each span, the last first.
func (x *Index) having(ctx context.Context, b block, sought grams.Sought) (iter.Seq[int64], error) {
	lists, err := x.lists(ctx, b, sought.All)
	if err != nil || len(lists) < len(sought.All) {
		return none, err
	}
	sets := make([]*set, 0, len(sought.Spans))
	for _, span := range sought.Spans {
		s, err := x.within(ctx, b, span, len(lists) > 0)
		if err != nil || s != nil && s.empty() {
			return none, err
		}
		if s != nil {
			sets = append(sets, s)
		}
	}
	if len(lists) == 0 {
		return inSets(sets), nil
	}
	slices.SortFunc(lists, func(a, b []byte) int { return len(a) - len(b) })
	return func(yield func(int64) bool) {
		for id := range inAll(lists, b.end()) {
			if inEach(sets, id) && !yield(id) {
				return
			}
		}
	}, nil
}

func none(func(int64) bool) {}

// lists are the posting lists of pieces; none where a piece is in no line.
func (x *Index) lists(ctx context.Context, b block, codes []grams.Code) ([][]byte, error) {
	if len(codes) == 0 {
		return nil, nil
	}
	keys := make([]int64, len(codes))
	for i, code := range codes {
		keys[i] = b.piece(code)
	}
	return column[[]byte](ctx, x.store.SQL(), `SELECT lines FROM search_postings WHERE piece IN (`+joined(keys)+`)
		AND (SELECT COUNT(*) FROM search_postings WHERE piece IN (`+joined(keys)+`)) = ?`, len(keys))
}

// telling is how many bytes the lists of a span take at most to be worth reading where whole pieces are sought too.
const telling = 1 << 17

// within is the set of lines that have a piece of a span; nil where it has so many that it tells too little.
func (x *Index) within(ctx context.Context, b block, span grams.Span, optional bool) (*set, error) {
	if optional {
		size, err := column[int](ctx, x.store.SQL(), `SELECT COALESCE(SUM(length(lines)), 0) FROM search_postings WHERE piece >= ? AND piece <= ?`,
			b.piece(span.Least), b.piece(span.Most))
		if err != nil || size[0] > telling {
			return nil, err
		}
	}
	lists, err := column[[]byte](ctx, x.store.SQL(), `SELECT lines FROM search_postings WHERE piece >= ? AND piece <= ?`,
		b.piece(span.Least), b.piece(span.Most))
	if err != nil {
		return nil, err
	}
	s := newSet(b)
	for _, list := range lists {
		s.add(list)
	}
	return s, nil
}

// longest is how many bytes a difference within a block takes at most.
const longest = 3

// heads gives lines that have a piece of a span, the last first, and whether these are all of them: of
// each list as much is read as holds the wanted number of newest lines.
func (x *Index) heads(ctx context.Context, b block, span grams.Span, limit int) ([]int64, bool, error) {
	head := longest * limit
	lists, err := column[[]byte](ctx, x.store.SQL(), `SELECT substr(lines, 1, ?) FROM search_postings WHERE piece >= ? AND piece <= ?`,
		head, b.piece(span.Least), b.piece(span.Most))
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
			if ids = greatest(ids, limit); len(ids) == limit {
				least = ids[limit-1]
			}
		}
	}
	if whole {
		limit = len(ids)
	}
	return greatest(ids, limit), whole, nil
}

// greatest sorts ids from the greatest down, each once, and keeps as many as wanted.
func greatest(ids []int64, limit int) []int64 {
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
