package search

import (
	"iter"
	"math/bits"
)

// set is some of a block's lines, a bit each (16 KB).
type set struct {
	block block
	bits  [1 << blockBits / 64]uint64
	any   bool
}

func newSet(b block) *set { return &set{block: b} }

// add puts the lines of a posting list in.
func (s *set) add(list []byte) {
	for id := range idsIn(list, s.block.end()) {
		place := id - s.block.first()
		if place < 0 { // a damaged list
			return
		}
		s.bits[place/64] |= 1 << (place % 64)
		s.any = true
	}
}

func (s *set) empty() bool { return !s.any }

func (s *set) has(id int64) bool {
	place := id - s.block.first()
	return s.bits[place/64]&(1<<(place%64)) != 0
}

func inEach(sets []*set, id int64) bool {
	for _, s := range sets {
		if !s.has(id) {
			return false
		}
	}
	return true
}

// inSets gives the lines that are in all sets of a block, the last first.
func inSets(sets []*set) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		first := sets[0].block.first()
		for i := len(sets[0].bits) - 1; i >= 0; i-- {
			all := ^uint64(0)
			for _, s := range sets {
				all &= s.bits[i]
			}
			for ; all != 0; all &^= 1 << (63 - bits.LeadingZeros64(all)) {
				if !yield(first + int64(i*64+63-bits.LeadingZeros64(all))) {
					return
				}
			}
		}
	}
}
