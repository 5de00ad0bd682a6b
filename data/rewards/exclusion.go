package rewards

import (
	"slices"

	"smartcanal/data/problem"
)

// Keep is which of several rules that exclude each other counts.
type Keep string

// The ways to keep one.
const (
	KeepHighest Keep = "highest" // 就高不重复
	KeepChosen  Keep = "chosen"  // 由申报主体择一; of proposals nobody has chosen from, the highest
	KeepFirst   Keep = "first"   // the rule named first goes before those after it
)

// Exclusion is some rules of which an enterprise gets one in a year.
type Exclusion struct {
	Keep  Keep     `json:"keep"`
	Rules []string `json:"rules"` // by title, or by clause where it has one rule only
}

// find gives the place of the one rule a text names, -1 if it names none or several.
func (s *Scheme) find(name string) int {
	found := -1
	for i := range s.Rules {
		if s.Rules[i].Named(name) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// Named tells whether an exclusion's name may mean the rule.
func (r *Rule) Named(name string) bool {
	return r.Title == name || r.Clause == name || r.Clause+" "+r.Title == name
}

// checkExclusions refuses rules nobody knows, a rule in two groups of which one is kept (whether the excluded
// one still excludes a third is a guess), and precedence that runs in a circle. Problems:
// rewards.exclusion_open, rewards.exclusion_rule (name), rewards.exclusion_twice (name), rewards.exclusion_circular (name).
func (s *Scheme) checkExclusions() error {
	grouped, edges := map[int]bool{}, map[int][]int{}
	for _, e := range s.Exclusions {
		places, err := s.placesOf(e)
		if err != nil {
			return err
		}
		for i, place := range places {
			switch {
			case e.Keep == KeepFirst && i > 0:
				edges[places[i-1]] = append(edges[places[i-1]], place)
			case e.Keep != KeepFirst && grouped[place]:
				return problem.New("rewards.exclusion_twice", "name", s.Rules[place].Title)
			case e.Keep != KeepFirst:
				grouped[place] = true
			}
		}
	}
	for at := range s.Rules {
		if comesBack(edges, at, at, map[int]bool{}) {
			return problem.New("rewards.exclusion_circular", "name", s.Rules[at].Title)
		}
	}
	return nil
}

func (s *Scheme) placesOf(e Exclusion) ([]int, error) {
	if e.Keep != KeepHighest && e.Keep != KeepChosen && e.Keep != KeepFirst || len(e.Rules) < 2 {
		return nil, problem.New("rewards.exclusion_open")
	}
	var places []int
	for _, name := range e.Rules {
		place := s.find(name)
		if place < 0 {
			return nil, problem.New("rewards.exclusion_rule", "name", name)
		}
		if slices.Contains(places, place) && e.Keep != KeepFirst {
			return nil, problem.New("rewards.exclusion_twice", "name", s.Rules[place].Title)
		}
		places = append(places, place)
	}
	return places, nil
}

// comesBack tells whether precedence leads from a rule to itself.
func comesBack(edges map[int][]int, from, to int, seen map[int]bool) bool {
	for _, next := range edges[from] {
		if next == to {
			return true
		}
		if !seen[next] {
			seen[next] = true
			if comesBack(edges, next, to, seen) {
				return true
			}
		}
	}
	return false
}

// excluding is an exclusion with its rules by their places.
type excluding struct {
	keep   Keep
	places []int
}

// excludings are the scheme's exclusions; the scheme has been checked.
func (s *Scheme) excludings() []excluding {
	var all []excluding
	for _, e := range s.Exclusions {
		if places, err := s.placesOf(e); err == nil {
			all = append(all, excluding{e.Keep, places})
		}
	}
	return all
}

// before are the rules that go before one.
func before(all []excluding, place int) []int {
	var rules []int
	for _, e := range all {
		if at := slices.Index(e.places, place); e.keep == KeepFirst && at > 0 {
			rules = append(rules, e.places[:at]...)
		}
	}
	return rules
}

// precedence is the order in which exclusions are decided: a rule after those that go before it.
func precedence(all []excluding, rules int) []int {
	var order []int
	done := make([]bool, rules)
	var visit func(place int)
	visit = func(place int) {
		if done[place] {
			return
		}
		done[place] = true
		for _, earlier := range before(all, place) {
			visit(earlier)
		}
		order = append(order, place)
	}
	for place := range rules {
		visit(place)
	}
	return order
}
