package rewards

import (
	"strconv"

	"smartcanal/data/money"
)

// steps collects what a computation does, all under one clause.
type steps struct {
	clause string
	list   []Step
}

func (s *steps) add(step Step) {
	if step.Origin == FromRule {
		step.Clause = s.clause
	}
	s.list = append(s.list, step)
}

// thresholdStep asks whether a threshold is reached; until the caller knows better it is not.
func thresholdStep(code string, t Threshold) Step {
	if t.Strict {
		code += "_strict"
	}
	return Step{Code: code, Args: map[string]string{"wan": exactWan(t.Fen)}, Origin: FromRule, Verdict: Unmet, Result: Nothing}
}

// thisYear takes the verified sales of the claim's year.
func (s *steps) thisYear(e Evidence) money.Fen {
	s.year(e, YearFigure{e.Year, e.Verified()})
	return e.Verified()
}

// earlierYears takes every year before and gives the highest: Year 0 where what was declared is higher
// than anything verified. Of nothing the highest is nothing.
func (s *steps) earlierYears(e Evidence) YearFigure {
	var highest YearFigure
	for i, figure := range e.Earlier {
		s.year(e, figure)
		if i == 0 || figure.Fen > highest.Fen {
			highest = figure
		}
	}
	if len(e.Earlier) == 0 {
		s.add(Step{Code: "no_earlier_year", Args: map[string]string{"year": strconv.Itoa(e.Year)}, Origin: FromStatements, Result: Nothing})
	}
	if e.EarlierHighest > 0 {
		s.add(Step{Code: "earlier_declared", Origin: FromDeclaration, Result: Figure, Fen: e.EarlierHighest})
	}
	if e.EarlierHighest > highest.Fen {
		highest = YearFigure{0, e.EarlierHighest}
	}
	return highest
}

func (s *steps) year(e Evidence, figure YearFigure) {
	s.add(Step{
		Code: "verified_year", Args: map[string]string{"year": strconv.Itoa(figure.Year)}, Origin: FromStatements,
		Lines: e.linesOf(figure.Year), Result: Figure, Fen: figure.Fen,
	})
}

// capped limits an amount and tells what the limit takes away.
func (s *steps) capped(step Step, amount, limit money.Fen) money.Fen {
	step.Result = Untouched
	if amount > limit {
		step.Result, step.Fen = Deducts, amount-limit
	}
	s.add(step)
	return min(amount, limit)
}
