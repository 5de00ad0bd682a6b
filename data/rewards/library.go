package rewards

import (
	"io/fs"

	"smartcanal/assets"
	"smartcanal/data/problem"
)

// Library gives the measures that ship with the program to start from: clauses as districts published them,
// read through the same door as any file. Titles name the place; years and numbers are to be adapted.
func Library() ([]Scheme, error) {
	names, err := fs.Glob(assets.RewardSchemes, "templates/reward-schemes/*.json")
	if err != nil {
		return nil, err
	}
	var all []Scheme
	for _, name := range names {
		content, err := assets.RewardSchemes.ReadFile(name)
		if err != nil {
			return nil, err
		}
		scheme, err := ReadScheme(content)
		if err != nil {
			return nil, problem.Of(err).In(name)
		}
		all = append(all, scheme)
	}
	return all, nil
}
