package council

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"smartcanal/data/problem"
)

// Piece is a run of text, changed or not.
type Piece struct {
	Text    string
	Changed bool
}

// Pair is one paragraph of two versions side by side. A paragraph one of them has not is empty there.
type Pair struct {
	Before, After []Piece
}

// Same tells whether nothing changed in a pair.
func (p Pair) Same() bool {
	for _, pieces := range [][]Piece{p.Before, p.After} {
		for _, piece := range pieces {
			if piece.Changed {
				return false
			}
		}
	}
	return true
}

// Compare puts two texts side by side, paragraph by paragraph, with what was taken out marked at the left and what was
// put in at the right.
func Compare(before, after string) []Pair {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the same pair of texts gives the same answer on every machine
	left, right := paragraphs(before), paragraphs(after)
	a, b, lines := d.DiffLinesToRunes(strings.Join(left, "\n")+"\n", strings.Join(right, "\n")+"\n")
	var pairs []Pair
	var out []string
	flush := func(in []string) {
		pairs = append(pairs, pairUp(d, out, in)...)
		out = nil
	}
	for _, part := range d.DiffCharsToLines(d.DiffMainRunes(a, b, false), lines) {
		some := paragraphs(part.Text)
		switch part.Type {
		case diffmatchpatch.DiffDelete:
			out = append(out, some...)
		case diffmatchpatch.DiffInsert:
			flush(some)
		default:
			flush(nil)
			for _, line := range some {
				pairs = append(pairs, Pair{[]Piece{{line, false}}, []Piece{{line, false}}})
			}
		}
	}
	flush(nil)
	return pairs
}

// pairUp puts paragraphs taken out beside those put in: in their order, alike ones character by character.
func pairUp(d *diffmatchpatch.DiffMatchPatch, out, in []string) []Pair {
	var pairs []Pair
	for i := range max(len(out), len(in)) {
		var p Pair
		switch {
		case i >= len(out):
			p.After = []Piece{{in[i], true}}
		case i >= len(in):
			p.Before = []Piece{{out[i], true}}
		default:
			p = within(d, out[i], in[i])
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// leastAlike is the share two paragraphs have in common, in percent, from which on they are one that was changed.
const leastAlike = 30

func within(d *diffmatchpatch.DiffMatchPatch, before, after string) Pair {
	parts := d.DiffCleanupSemantic(d.DiffMain(before, after, false))
	var p Pair
	alike := 0
	for _, part := range parts {
		switch part.Type {
		case diffmatchpatch.DiffDelete:
			p.Before = append(p.Before, Piece{part.Text, true})
		case diffmatchpatch.DiffInsert:
			p.After = append(p.After, Piece{part.Text, true})
		default:
			p.Before, p.After = append(p.Before, Piece{part.Text, false}), append(p.After, Piece{part.Text, false})
			alike += utf8.RuneCountInString(part.Text)
		}
	}
	if most := max(utf8.RuneCountInString(before), utf8.RuneCountInString(after)); alike*100 < leastAlike*most {
		return Pair{[]Piece{{before, true}}, []Piece{{after, true}}}
	}
	return p
}

// CompareVersions puts two versions of a document side by side. Problem: council.no_version.
func (r *Room) CompareVersions(ctx context.Context, before, after int64) ([]Pair, error) {
	var versions []PolicyVersion
	if err := r.store.Read(ctx).Where("id IN ?", []int64{before, after}).Find(&versions).Error; err != nil {
		return nil, err
	}
	texts := map[int64]string{}
	for _, v := range versions {
		texts[v.ID] = v.Text
	}
	if len(texts) < 2 {
		return nil, problem.New("council.no_version")
	}
	return Compare(texts[before], texts[after]), nil
}
