package shell

import (
	"sort"
	"strings"

	"smartcanal/screens/kit"
)

const scheme = "smartcanal://"

func linkTo(key string) string { return scheme + key }

// parts cuts smartcanal://kind/rest.
func parts(link string) (kind, rest string, ok bool) {
	after, ok := strings.CutPrefix(link, scheme)
	if !ok {
		return "", "", false
	}
	kind, rest, _ = strings.Cut(after, "/")
	return kind, rest, kind != ""
}

// inOrder sorts the areas as the navigation shows them: the lower ones last.
func inOrder(areas []kit.Area) []kit.Area {
	sorted := append([]kit.Area(nil), areas...)
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i], sorted[j]
		if a.Lower != b.Lower {
			return b.Lower
		}
		return a.Order < b.Order
	})
	return sorted
}
