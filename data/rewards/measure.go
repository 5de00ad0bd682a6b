package rewards

import (
	"slices"

	"smartcanal/data/problem"
)

// Source is where the evidence of a measure is.
type Source string

// The sources.
const (
	OfSales    Source = "sales"    // verified sales: sums of statement lines
	OfOrders   Source = "orders"   // how many payments those are
	OfRegister Source = "register" // a fact of the register
	OfDeclared Source = "declared" // what the enterprise declares with its vouchers
)

// Change compares a period with the same one a year before.
type Change string

// The changes.
const (
	Increase Change = "increase" // this period less the one before
	Growth   Change = "growth"   // the increase in percent of the one before
)

// PerMonth averages over the months that have sales.
const PerMonth = "month"

// Measure says what is counted. Only the parts of its source are set: Selection, Span, Per and Change with
// sales and orders; Fact and Place with the register; Name, Unit, Counter and Less with declared figures.
type Measure struct {
	Of Source `json:"of"`
	Selection
	Span    *Span    `json:"months,omitempty"` // nil: the period the claim is of
	Per     string   `json:"per,omitempty"`    // "" the sum, or PerMonth
	Change  Change   `json:"change,omitempty"`
	Fact    Fact     `json:"fact,omitempty"`
	Place   string   `json:"place,omitempty"` // region code, with the fact Located
	Name    string   `json:"name,omitempty"`  // 代运营服务费
	Unit    Unit     `json:"unit,omitempty"`  // "" is Yuan
	Counter string   `json:"counter,omitempty"`
	Outlay  bool     `json:"outlay,omitempty"` // money the enterprise spent: 实际支出的…
	Less    []string `json:"less,omitempty"`   // declared figures of the same unit that do not count: 土建投资
}

// Span is some months of the year, from 1, inclusive.
type Span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// unit is what the measure is counted in.
func (m Measure) unit() Unit {
	switch {
	case m.Change == Growth:
		return Percent
	case m.Of == OfOrders:
		return Count
	case m.Of == OfRegister:
		return m.Fact.unit()
	case m.Of == OfDeclared && m.Unit != "":
		return m.Unit
	}
	return Yuan
}

// counter is what orders or declared units are counted in: 单, 人.
func (m Measure) counter(language string) string {
	switch {
	case m.Of == OfOrders:
		return text(language, "rewards.says.order")
	case m.Of == OfRegister && m.unit() == Count:
		return text(language, "rewards.says.shop")
	}
	return m.Counter
}

// CounterIn is counter for a screen.
func (m Measure) CounterIn(language string) string { return m.counter(language) }

// Asked gives the unit a form asks the measure in.
func (m Measure) Asked() Unit { return m.unit() }

// money tells whether it is an amount of money.
func (m Measure) money() bool { return m.unit() == Yuan }

// plainSales tells whether it is the plain verified online sales of the period, which evidence always has by month.
func (m Measure) plainSales() bool {
	return m.Of == OfSales && m.Selection.plain() && m.Span == nil && m.Per == ""
}

// same tells whether two measures count the same.
func (m Measure) same(other Measure) bool {
	return m.Of == other.Of && m.Selection.same(other.Selection) && m.Per == other.Per && m.Change == other.Change &&
		(m.Span == nil) == (other.Span == nil) && (m.Span == nil || *m.Span == *other.Span) &&
		m.Fact == other.Fact && m.Place == other.Place && m.Name == other.Name && m.unit() == other.unit() &&
		m.Counter == other.Counter && slices.Equal(m.Less, other.Less)
}

// Check refuses parts that do not belong to the source and ones nobody knows. Problems: rewards.measure_unknown
// (part, value), rewards.measure_unnamed, rewards.measure_parts, rewards.measure_months.
func (m Measure) Check() error {
	trades := m.Of == OfSales || m.Of == OfOrders
	switch {
	case !trades && m.Of != OfRegister && m.Of != OfDeclared:
		return problem.New("rewards.measure_unknown", "part", "of", "value", m.Of)
	case !trades && m.tradesParts(), m.Of != OfRegister && (m.Fact != "" || m.Place != ""), m.Of != OfDeclared && m.declaredParts():
		return problem.New("rewards.measure_parts", "of", m.Of)
	case m.Of == OfRegister:
		return m.Fact.check(m.Place)
	case m.Of == OfDeclared:
		return m.checkDeclared()
	}
	return m.checkTrades()
}

// tradesParts tells whether a part is set that only sales and orders have.
func (m Measure) tradesParts() bool {
	return !m.Selection.plain() || m.Span != nil || m.Per != "" || m.Change != ""
}

// declaredParts tells whether a part is set that only declared figures have.
func (m Measure) declaredParts() bool {
	return m.Name != "" || m.Unit != "" || m.Counter != "" || m.Less != nil || m.Outlay
}

func (m Measure) checkDeclared() error {
	switch {
	case blank(m.Name) || m.unit() == Count && blank(m.Counter) || slices.ContainsFunc(m.Less, blank):
		return problem.New("rewards.measure_unnamed")
	case !slices.Contains(Units, m.unit()):
		return problem.New("rewards.measure_unknown", "part", "unit", "value", m.Unit)
	case m.Counter != "" && m.unit() != Count, m.Outlay && !m.money(), m.Less != nil && (len(m.Less) == 0 || m.unit() == YesNo), slices.Contains(m.Less, m.Name):
		return problem.New("rewards.measure_parts", "of", m.Name)
	}
	return nil
}

func (m Measure) checkTrades() error {
	switch {
	case m.Per != "" && m.Per != PerMonth:
		return problem.New("rewards.measure_unknown", "part", "per", "value", m.Per)
	case m.Change != "" && m.Change != Increase && m.Change != Growth:
		return problem.New("rewards.measure_unknown", "part", "change", "value", m.Change)
	case m.Span != nil && (m.Span.From < 1 || m.Span.To < m.Span.From || m.Span.To > 12):
		return problem.New("rewards.measure_months", "from", m.Span.From, "to", m.Span.To)
	}
	return m.Selection.check()
}
