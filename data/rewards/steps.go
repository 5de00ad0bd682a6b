package rewards

import (
	"strconv"

	"smartcanal/data/money"
)

// run is a rule on its way through the steps of a computation, over the evidence of one organisation.
type run struct {
	scheme *Scheme
	rule   *Rule
	e      *Evidence
	quiet  bool // many at once: the steps are not kept, only what comes of them
	list   []Step
	taken  []taking
	due    bool      // nothing yet has ended it
	amount money.Fen // so far
	tier   int       // which tier pays, -1 none
}

// taking is a measure that was taken already; it is not shown twice.
type taking struct {
	measure *Measure
	value   Quantity
	why     string
}

// add keeps a step; what makes it is not called where many run at once.
func (r *run) add(step func() Step) {
	if r.quiet {
		return
	}
	made := step()
	if made.Origin == FromRule {
		made.Clause = r.rule.Clause
	}
	r.list = append(r.list, made)
}

// end takes all away: a condition is not met.
func (r *run) end() { r.due, r.amount = false, 0 }

// limit holds the amount to a limit and tells what the limit takes away.
func (r *run) limit(limit money.Fen, step func() Step) {
	over := max(0, r.amount-limit)
	r.add(func() Step {
		made := step()
		made.Result = Untouched
		if over > 0 {
			made.Result, made.Fen = Deducts, over
		}
		return made
	})
	r.amount -= over
}

// award adds an amount the clause gives.
func (r *run) award(fen money.Fen, code string, args func() map[string]string) {
	r.add(func() Step { return Step{Code: code, Args: args(), Origin: FromRule, Result: Awards, Fen: fen} })
	r.amount += fen
}

// thresholdStep asks whether a measure reaches a threshold; until the caller knows better it does not. Of the
// plain sales it is worded in short, under a code of its own.
func (r *run) thresholdStep(short string, m *Measure, t *Threshold) Step {
	step := Step{Code: "threshold", Measure: m, At: t, Origin: FromRule, Verdict: Unmet, Reason: "not_reached", Result: Nothing}
	if short != "" && m.plainSales() && m.Change == "" && r.e.Part == WholeYear {
		step.Code, step.Measure, step.At, step.Args = short, nil, nil, map[string]string{"wan": exactWan(t.At.Fen())}
	}
	if t.Strict {
		step.Code += "_strict"
	}
	return step
}

// highestBefore takes every year before the claim's and gives the highest: Year 0 where what was declared is
// higher than anything verified. Of nothing the highest is nothing.
func (r *run) highestBefore(m *Measure) YearFigure {
	var highest YearFigure
	earlier := r.e.yearsBefore(m)
	for i, figure := range earlier {
		r.showYear(m, figure)
		if i == 0 || figure.Fen > highest.Fen {
			highest = figure
		}
	}
	if len(earlier) == 0 {
		r.add(func() Step {
			return Step{Code: "no_earlier_year", Args: map[string]string{"year": strconv.Itoa(r.e.Year)}, Origin: FromStatements, Result: Nothing}
		})
	}
	if r.e.EarlierHighest > 0 {
		r.add(func() Step {
			return Step{Code: "earlier_declared", Origin: FromDeclaration, Result: Figure, Fen: r.e.EarlierHighest}
		})
	}
	if r.e.EarlierHighest > highest.Fen {
		highest = YearFigure{0, r.e.EarlierHighest}
	}
	return highest
}

func (r *run) showYear(m *Measure, figure YearFigure) {
	r.add(func() Step {
		return r.figureStep(m, figure.Year, Span{1, 12}, Quantity(figure.Fen))
	})
}

// figureStep is a figure taken from the statements: some months of a year. A plain year is worded in short.
func (r *run) figureStep(m *Measure, year int, span Span, value Quantity) Step {
	step := Step{
		Code: "verified", Args: map[string]string{"period": periodCode(year, span)}, Measure: m.bare(), Origin: FromStatements,
		Lines: r.e.lines(m, year*100+span.From, year*100+span.To), Result: Counted, Value: value,
	}
	if m.Of == OfSales {
		step.Result, step.Fen, step.Value = Figure, value.Fen(), 0
	}
	if m.Of == OfSales && m.Selection.plain() && span == (Span{1, 12}) {
		step.Code, step.Measure, step.Args = "verified_year", nil, map[string]string{"year": strconv.Itoa(year)}
	}
	return step
}

// periodCode keeps a period in a step's arguments: 2026, 202601-202609.
func periodCode(year int, span Span) string {
	if span == (Span{1, 12}) {
		return strconv.Itoa(year)
	}
	return strconv.Itoa(year*100+span.From) + "-" + strconv.Itoa(year*100+span.To)
}
