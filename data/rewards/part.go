package rewards

import "slices"

// Part is the part of a year a claim is of: "" for all of it.
type Part string

// The parts of a year.
const (
	WholeYear Part = ""
	Q1        Part = "Q1"
	Q2        Part = "Q2"
	Q3        Part = "Q3"
	Q4        Part = "Q4"
	H1        Part = "H1"
	H2        Part = "H2"
)

// Cycle is how often something happens: a claim is made, a budget is given.
type Cycle string

// The cycles; "" is once a year.
const (
	Yearly     Cycle = ""
	HalfYearly Cycle = "half"
	Quarterly  Cycle = "quarter"
)

// Parts are the parts of a year a cycle has, in their order.
func (c Cycle) Parts() []Part {
	switch c {
	case HalfYearly:
		return []Part{H1, H2}
	case Quarterly:
		return []Part{Q1, Q2, Q3, Q4}
	}
	return []Part{WholeYear}
}

func (c Cycle) known() bool { return c == Yearly || c == HalfYearly || c == Quarterly }

// has tells whether a part is one of the cycle.
func (c Cycle) has(p Part) bool { return slices.Contains(c.Parts(), p) }

// span is the months of the part.
func (p Part) span() Span {
	switch p {
	case Q1, Q2, Q3, Q4:
		first := int(p[1]-'1')*3 + 1
		return Span{first, first + 2}
	case H1:
		return Span{1, 6}
	case H2:
		return Span{7, 12}
	}
	return Span{1, 12}
}
