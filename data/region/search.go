package region

import (
	"sort"
	"strings"
	"sync"
	"unicode"

	"smartcanal/data/pinyin"
)

// Found is a district or county that answers a search.
type Found struct {
	Place
	Within string // the places above it: 河北省沧州市
}

// entry is a district made ready for searching.
type entry struct {
	Found
	full       string // the whole path as one word
	name, path pinyin.Word
}

var index = sync.OnceValue(func() []entry {
	var all []entry
	for _, place := range places() {
		if len(place.Code) != DistrictDigits {
			continue
		}
		full := strings.ReplaceAll(Path(place.Code), " ", "")
		within := strings.TrimSuffix(full, place.Name)
		all = append(all, entry{
			Found: Found{place, within}, full: full,
			name: pinyin.Spell(place.Name), path: pinyin.Spell(full),
		})
	}
	return all
})

// Search finds districts and counties by name (运河), pinyin (yunhe), initials (yhq) or the first digits of
// their code, best first and at most limit; what lies above may be given too (沧州运河, czyh). The first call
// unpacks and spells the names.
func Search(text string, limit int) []Found {
	query := normal(text)
	if query == "" {
		return nil
	}
	rank := rankBySign
	if strings.Trim(query, "0123456789") == "" {
		rank = rankByCode
	} else if strings.Trim(query, "abcdefghijklmnopqrstuvwxyz") == "" {
		rank = rankBySound
	}
	return best(query, rank, limit)
}

// normal drops blanks and marks between the parts and folds letters.
func normal(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// A rank says how well an entry answers: 0 best, below 0 not at all.
type rank func(e *entry, query string) int

func best(query string, rank rank, limit int) []Found {
	type scored struct {
		at, rank int
	}
	var hits []scored
	all := index()
	for i := range all {
		if r := rank(&all[i], query); r >= 0 {
			hits = append(hits, scored{i, r})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].rank < hits[j].rank })
	found := make([]Found, 0, min(limit, len(hits)))
	for _, hit := range hits[:min(limit, len(hits))] {
		found = append(found, all[hit.at].Found)
	}
	return found
}

func rankByCode(e *entry, query string) int {
	if strings.HasPrefix(e.Code, query) {
		return 0
	}
	return -1
}

func rankBySign(e *entry, query string) int {
	switch {
	case strings.HasPrefix(e.Name, query):
		return 0
	case strings.Contains(e.Name, query):
		return 1
	case strings.Contains(e.full, query):
		return 2
	case inOrder(e.full, query):
		return 3
	}
	return -1
}

// inOrder tells whether all signs of query occur in text one after the other: 沧州运河 in 河北省沧州市运河区.
func inOrder(text, query string) bool {
	for _, r := range query {
		_, rest, ok := strings.Cut(text, string(r))
		if !ok {
			return false
		}
		text = rest
	}
	return true
}

func rankBySound(e *entry, query string) int {
	if start := e.name.Match(query); start >= 0 {
		return min(start, 1)
	}
	if e.path.Match(query) >= 0 {
		return 2
	}
	if e.twoPlaces(query) {
		return 3
	}
	return -1
}

// twoPlaces splits query into something the places above begin with or contain and the district's name:
// czyh is 沧州, 运河.
func (e *entry) twoPlaces(query string) bool {
	for cut := 2; cut <= len(query)-2; cut++ {
		if e.name.Match(query[cut:]) == 0 && e.path.Match(query[:cut]) >= 0 {
			return true
		}
	}
	return false
}
