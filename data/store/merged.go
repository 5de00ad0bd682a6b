package store

import (
	"maps"
	"slices"

	"smartcanal/data/problem"
)

// Merged puts what a person changed of some settings into those there are by now: what others changed meanwhile stays.
// Problem: settings.contested (names): both changed the same ones, each to something else; then nothing is to be written.
func Merged[V comparable](seen, wanted, present map[string]V) (map[string]V, error) {
	merged := maps.Clone(present)
	var contested []string
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		switch {
		case wanted[name] == seen[name]:
		case present[name] == seen[name] || present[name] == wanted[name]:
			merged[name] = wanted[name]
		default:
			contested = append(contested, name)
		}
	}
	if len(contested) > 0 {
		return nil, problem.New("settings.contested", "n", len(contested)).At(0, contested[0])
	}
	return merged, nil
}
