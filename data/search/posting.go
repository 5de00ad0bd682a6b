package search

import (
	"encoding/binary"
	"iter"
	"slices"

	"smartcanal/data/grams"
)

// A posting list is the ids of lines that have a piece, the last line first, written as differences: from
// the block's end to the first id, then from each id to the one below. Most take one byte.

// cursor stands at an id of a posting list; 0: behind the last, or before what is damaged.
type cursor struct {
	rest []byte
	id   int64
}

func (c *cursor) next() {
	step, n := binary.Uvarint(c.rest)
	if n <= 0 {
		c.id = 0
		return
	}
	c.id, c.rest = c.id-int64(step), c.rest[n:]
}

// idsIn gives the ids of a posting list, from the greatest down.
func idsIn(list []byte, end int64) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		c := cursor{list, end}
		for c.next(); c.id > 0 && yield(c.id); c.next() {
		}
	}
}

// inAll gives the ids that all lists have, from the greatest down; the shortest list should come first.
func inAll(lists [][]byte, end int64) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		others := make([]cursor, len(lists)-1)
		for i := range others {
			others[i] = cursor{lists[i+1], end}
		}
		for id := range idsIn(lists[0], end) {
			if reach(others, id) && !yield(id) {
				return
			}
		}
	}
}

// reach moves the cursors down to an id and tells whether all stand on it.
func reach(cursors []cursor, id int64) bool {
	for i := range cursors {
		c := &cursors[i]
		for c.id > id {
			c.next()
		}
		if c.id != id {
			return false
		}
	}
	return true
}

// postings collects the pieces of a block's lines, which must come from the last to the first.
type postings struct {
	end    int64
	latin  []int32 // by code: place in lists + 1
	others map[grams.Code]int32
	lists  []posting
}

type posting struct {
	code grams.Code
	last int64
	ids  []byte
}

func newPostings(end int64) *postings {
	return &postings{end: end, latin: make([]int32, grams.Latin), others: map[grams.Code]int32{}}
}

func (p *postings) add(id int64, text string) {
	grams.Codes(text, func(code grams.Code) {
		list := p.of(code)
		if list.last != id {
			list.ids = binary.AppendUvarint(list.ids, uint64(list.last-id))
			list.last = id
		}
	})
}

func (p *postings) of(code grams.Code) *posting {
	var place int32
	if code < grams.Latin {
		place = p.latin[code]
	} else {
		place = p.others[code]
	}
	if place == 0 {
		p.lists = append(p.lists, posting{code: code, last: p.end})
		place = int32(len(p.lists))
		if code < grams.Latin {
			p.latin[code] = place
		} else {
			p.others[code] = place
		}
	}
	return &p.lists[place-1]
}

// sorted gives the lists in the order of the table they go to.
func (p *postings) sorted() []posting {
	slices.SortFunc(p.lists, func(a, b posting) int {
		if a.code < b.code {
			return -1
		}
		return 1
	})
	return p.lists
}
