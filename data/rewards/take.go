package rewards

import (
	"slices"
	"strconv"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// take gives the value of a measure and shows what it was made of, the first time. Where the evidence does
// not tell, why says so: a code of rewards.reason. Problem: rewards.base_missing (name).
func (r *run) take(m *Measure) (value Quantity, why string, err error) {
	for _, before := range r.taken {
		if before.measure.same(*m) {
			return before.value, before.why, nil
		}
	}
	switch m.Of {
	case OfRegister:
		value, why = r.takeFact(m)
	case OfDeclared:
		value, err = r.takeDeclared(m)
	default:
		value, why = r.takeTrade(m)
	}
	r.taken = append(r.taken, taking{m, value, why})
	return value, why, err
}

func (r *run) takeFact(m *Measure) (Quantity, string) {
	value, known := r.e.Facts[m.factKey()]
	if !known {
		return 0, "unknown"
	}
	if m.unit() != YesNo {
		r.add(func() Step {
			return Step{Code: "fact", Measure: m, Origin: FromRegister, Result: Counted, Value: value}
		})
	}
	return value, ""
}

func (r *run) takeDeclared(m *Measure) (Quantity, error) {
	value, known := r.e.Declared[m.Name]
	if !known {
		return 0, problem.New("rewards.base_missing", "name", m.Name)
	}
	if m.unit() != YesNo {
		r.showDeclared(m, m.Name, "", value)
	}
	for _, name := range m.Less {
		off, known := r.e.Declared[name]
		if !known {
			return 0, problem.New("rewards.base_missing", "name", name)
		}
		r.showDeclared(m, name, "_less", off)
		value -= off
	}
	return max(0, value), nil
}

func (r *run) showDeclared(m *Measure, name, less string, value Quantity) {
	r.add(func() Step {
		step := Step{Code: "declared_base" + less, Args: map[string]string{"name": name}, Origin: FromDeclaration, Result: Figure, Fen: value.Fen()}
		if !m.money() {
			step.Code, step.Measure, step.Result, step.Fen, step.Value = "declared"+less, m, Counted, 0, value
		}
		return step
	})
}

// takeTrade takes sales or orders of a period and, where they are compared, of the same one a year before.
func (r *run) takeTrade(m *Measure) (Quantity, string) {
	span := r.e.Part.span()
	if m.Span != nil {
		span = *m.Span
	}
	value, months := r.period(m, r.e.Year, span)
	if m.Per == PerMonth {
		value = average(value, months)
		r.add(func() Step {
			return Step{Code: "average", Measure: m.bare(), Args: map[string]string{"months": strconv.Itoa(months)}, Origin: FromRule, Result: Counted, Value: value}
		})
	}
	if m.Change == "" {
		return value, ""
	}
	before, monthsBefore := r.period(m, r.e.Year-1, span)
	if m.Per == PerMonth {
		before = average(before, monthsBefore)
	}
	return r.compare(m, value, before)
}

func average(value Quantity, months int) Quantity {
	return Quantity(money.Fen(value).Times(1, int64(max(1, months)), money.Down))
}

// compare gives increase or growth. Of nothing before there is no rate.
func (r *run) compare(m *Measure, value, before Quantity) (Quantity, string) {
	if m.Change == Increase {
		r.add(func() Step {
			return Step{Code: "increase", Measure: m, Origin: FromRule, Result: Counted, Value: value - before}
		})
		return value - before, ""
	}
	if before <= 0 {
		return 0, "no_base"
	}
	rate := Quantity(money.Fen(value-before).Times(int64(money.WholeInBasisPoints), int64(before), money.Down))
	r.add(func() Step { return Step{Code: "growth", Measure: m, Origin: FromRule, Result: Counted, Value: rate} })
	return rate, ""
}

// period sums a measure over some months of a year and counts those that have sales.
func (r *run) period(m *Measure, year int, span Span) (Quantity, int) {
	value, months := r.e.sum(m, year, span)
	r.add(func() Step { return r.figureStep(m, year, span, value) })
	return value, months
}

// sum is a measure over some months of a year, from what the evidence has of it.
func (e *Evidence) sum(m *Measure, year int, span Span) (value Quantity, months int) {
	first, last := year*100+span.From, year*100+span.To
	if series := e.series(m.Selection); series != nil {
		for _, figure := range series.Months {
			if figure.Month >= first && figure.Month <= last {
				value += figure.of(m.Of)
				months++
			}
		}
		return value, months
	}
	if year < e.Year {
		for _, earlier := range e.Earlier {
			if earlier.Year == year {
				value = Quantity(earlier.Fen)
			}
		}
		return value, 12
	}
	before := 0
	for _, figure := range e.Months { // in their order
		if figure.Month >= first && figure.Month <= last {
			value += Quantity(figure.Fen)
			if figure.Month != before {
				months, before = months+1, figure.Month
			}
		}
	}
	return value, months
}

func (f MonthFigure) of(source Source) Quantity {
	if source == OfOrders {
		return Quantity(f.Orders) * One
	}
	return Quantity(f.Fen)
}

func (e *Evidence) series(s Selection) *Series {
	i := slices.IndexFunc(e.Series, func(known Series) bool { return known.Selection.same(s) })
	if i < 0 {
		return nil
	}
	return &e.Series[i]
}

// yearsBefore are the sums of the years before the claim's that there are lines of, ascending.
func (e *Evidence) yearsBefore(m *Measure) []YearFigure {
	if m.Selection.plain() {
		return e.Earlier
	}
	var years []YearFigure
	if series := e.series(m.Selection); series != nil {
		for _, figure := range series.Months { // ascending
			year := figure.Month / 100
			if year >= e.Year {
				break
			}
			if len(years) == 0 || years[len(years)-1].Year != year {
				years = append(years, YearFigure{Year: year})
			}
			years[len(years)-1].Fen += figure.Fen
		}
	}
	return years
}

// bare is the measure without what is made of its sum.
func (m *Measure) bare() *Measure {
	if m.Per == "" && m.Change == "" {
		return m
	}
	plain := *m
	plain.Per, plain.Change = "", ""
	return &plain
}

// needsSeries tells whether a rule's measure looks at more than evidence always has.
func (m *Measure) needsSeries(cycle Cycle) bool {
	trades := m.Of == OfSales || m.Of == OfOrders
	return trades && (m.Of == OfOrders || !m.Selection.plain() || m.Change != "" && (m.Span != nil || cycle != Yearly))
}
