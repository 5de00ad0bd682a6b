package rewards

import (
	"reflect"

	"smartcanal/data/money"
)

// Difference is a step in which two traces disagree. Was is nil for a step that is new, Is for one that
// is gone. At counts the steps from 1: of the later trace, or, where it is gone there, of the earlier one.
type Difference struct {
	At  int
	Was *Step
	Is  *Step
}

// Compare says which steps of a trace differ from those of an earlier one of the same claim; none where
// they are the same. What the amounts are made of is in the steps, so equal steps mean equal amounts.
func Compare(was, is Trace) []Difference {
	var differences []Difference
	place := map[string]int{}
	for i, step := range was.Steps {
		place[step.subject()] = i
	}
	for i := range is.Steps {
		j, there := place[is.Steps[i].subject()]
		switch {
		case !there:
			differences = append(differences, Difference{At: i + 1, Is: &is.Steps[i]})
		case !reflect.DeepEqual(was.Steps[j], is.Steps[i]):
			differences = append(differences, Difference{At: i + 1, Was: &was.Steps[j], Is: &is.Steps[i]})
		}
		delete(place, is.Steps[i].subject())
	}
	for i := range was.Steps {
		if j, gone := place[was.Steps[i].subject()]; gone && i == j {
			differences = append(differences, Difference{At: i + 1, Was: &was.Steps[i]})
		}
	}
	return differences
}

// Change is how much a difference adds to its step's figure, fen.
func (d Difference) Change() money.Fen {
	var change money.Fen
	if d.Is != nil {
		change += d.Is.Fen
	}
	if d.Was != nil {
		change -= d.Was.Fen
	}
	return change
}
