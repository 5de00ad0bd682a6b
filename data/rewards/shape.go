package rewards

import "strings"

// Shape is what a rule is like, in a word for lists: 首次突破, 比例封顶. It follows from what the rule says.
type Shape string

// The shapes.
const (
	FixedShape      Shape = "fixed"       // 固定
	ConditionsShape Shape = "conditions"  // several figures at once, as of parks
	GrowthShape     Shape = "growth"      // behind a rate of growth
	RankedShape     Shape = "ranked"      // a fixed amount for the first ones
	FirstShape      Shape = "first"       // 首次突破
	LevelShape      Shape = "level"       // 按档
	IncreaseShape   Shape = "increase"    // 净增分档
	ShareShape      Shape = "share"       // 比例封顶
	StepsShape      Shape = "steps"       // 级差
	StartShape      Shape = "start"       // 固定加级
	GrowthSteps     Shape = "growth_step" // 增长级差
	UnitsShape      Shape = "per_unit"    // 按人, 按店
	ListedShape     Shape = "listed"      // 逐个核定
	RatioShape      Shape = "ratio"       // 兑现比例
)

// Shape says what the rule is like.
func (s *Says) Shape() Shape {
	switch terms := s.Terms.(type) {
	case *Fixed:
		return s.fixedShape()
	case *Tiers:
		switch {
		case terms.First:
			return FirstShape
		case terms.Of.Change == Increase:
			return IncreaseShape
		}
		return LevelShape
	case *Stepped:
		switch {
		case terms.Start > 0:
			return StartShape
		case terms.Of.Change == Increase:
			return GrowthSteps
		}
		return StepsShape
	case *PerUnit:
		if terms.Count == nil {
			return ListedShape
		}
		return UnitsShape
	case *Ratio:
		return RatioShape
	}
	return ShareShape
}

func (s *Says) fixedShape() Shape {
	figures := 0
	for i := range s.Gates {
		if s.Gates[i].Measure.Change == Growth {
			return GrowthShape
		}
		if s.Gates[i].Measure.Of != OfRegister {
			figures++
		}
	}
	switch {
	case s.Rank != nil:
		return RankedShape
	case figures > 1:
		return ConditionsShape
	}
	return FixedShape
}

// ShapeIn is the shape in words.
func (s *Says) ShapeIn(language string) string {
	return text(language, "rewards.shape."+string(s.Shape()))
}

// BriefIn is the rule's numbers in a few words, for lists: 5 / 10 / 20 万元.
func (s *Says) BriefIn(language string) string {
	brief := s.amountsIn(language)
	limit := s.Cap
	if limit == 0 {
		limit = s.YearCap
	}
	if limit > 0 {
		brief += text(language, "rewards.brief.cap", "cap", limit.in(language, Yuan, ""))
	}
	if s.Rank != nil && s.Rank.Top > 0 {
		brief = text(language, "rewards.brief.top", "top", s.Rank.Top) + brief
	}
	return brief
}

func (s *Says) amountsIn(language string) string {
	yuan := func(q Quantity) string { return q.in(language, Yuan, "") }
	switch terms := s.Terms.(type) {
	case *Fixed:
		return yuan(terms.Amount)
	case *Tiers:
		return tiersIn(language, terms.Amounts)
	case *Share:
		return strings.TrimSpace(text(language, "rewards.brief.share", "of", terms.Of.Name, "rate", terms.Rate.rate()))
	case *Stepped:
		key := "rewards.brief.steps"
		if terms.Start > 0 {
			key = "rewards.brief.start"
		}
		return text(language, key, "start", yuan(terms.Start), "every", terms.Every.in(language, terms.Of.unit(), terms.Of.counter(language)), "each", yuan(terms.Each))
	case *PerUnit:
		if terms.Of != nil {
			return tiersIn(language, terms.Amounts)
		}
		counter := text(language, "rewards.says.one")
		if terms.Count != nil {
			counter = terms.Count.counter(language)
		}
		return text(language, "rewards.brief.each", "counter", counter, "each", yuan(terms.Each))
	}
	return text(language, "rewards.brief.ratio")
}

// BriefIn is the gate in a few words: 零售额 ≥ 100 万元.
func (g *Gate) BriefIn(language string) string {
	if g.At == nil {
		return g.in(language, "")
	}
	sign := "≥"
	if g.At.Strict {
		sign = ">"
	}
	return g.Measure.briefIn(language) + " " + sign + " " + g.At.At.in(language, g.Measure.unit(), g.Measure.counter(language))
}

func (m *Measure) briefIn(language string) string {
	switch {
	case m.Of == OfRegister:
		return m.Fact.in(language, m.Place)
	case m.Of == OfDeclared:
		return m.Name
	case m.Change != "":
		return text(language, "rewards.brief."+string(m.Change))
	case m.Per == PerMonth:
		return text(language, "rewards.brief.monthly."+string(m.Of))
	}
	return text(language, "rewards.brief.of."+string(m.Of))
}

// tiersIn is 5 / 10 / 20 万元: the unit once, where all amounts have it.
func tiersIn(language string, amounts []Quantity) string {
	said := make([]string, len(amounts))
	for i, amount := range amounts {
		said[i] = amount.in(language, Yuan, "")
	}
	if len(said) < 2 {
		return strings.Join(said, "")
	}
	_, unit, _ := strings.Cut(said[0], " ")
	for i := range said[:len(said)-1] {
		number, of, _ := strings.Cut(said[i], " ")
		if _, last, _ := strings.Cut(said[len(said)-1], " "); of == unit && last == unit {
			said[i] = number
		}
	}
	return strings.Join(said, " / ")
}
