package rewards

import (
	"smartcanal/data/rewards"
	"smartcanal/screens/wording"
)

// shapes are the kinds of clauses a person can choose, in the order the list offers them.
var shapes = []rewards.Shape{
	rewards.FirstShape, rewards.LevelShape, rewards.IncreaseShape, rewards.FixedShape, rewards.ShareShape, rewards.StepsShape,
	rewards.StartShape, rewards.GrowthSteps, rewards.UnitsShape, rewards.ListedShape, rewards.RatioShape,
}

// editedShape is the kind in the list a rule is shown under: what only its gates make of it is a fixed amount.
func editedShape(s *rewards.Says) rewards.Shape {
	switch shape := s.Shape(); shape {
	case rewards.ConditionsShape, rewards.GrowthShape, rewards.RankedShape:
		return rewards.FixedShape
	default:
		return shape
	}
}

// startOf begins a kind of clause with what another one had: gates and limits stay, and tiers where both have them.
func startOf(shape rewards.Shape, had rewards.Says) rewards.Says {
	says := had
	sold := rewards.Measure{Of: rewards.OfSales}
	declared := rewards.Measure{Of: rewards.OfDeclared, Name: wording.Text("rewards.edit.figure")}
	thresholds, amounts := []rewards.Threshold{{}}, []rewards.Quantity{0}
	if tiers, is := had.Terms.(*rewards.Tiers); is {
		thresholds, amounts = tiers.Thresholds, tiers.Amounts
	}
	switch shape {
	case rewards.FirstShape, rewards.LevelShape, rewards.IncreaseShape:
		tiers := &rewards.Tiers{Of: sold, First: shape == rewards.FirstShape, Thresholds: thresholds, Amounts: amounts}
		if shape == rewards.IncreaseShape {
			tiers.Of.Change = rewards.Increase
		}
		says.Terms = tiers
	case rewards.ShareShape:
		declared.Outlay = true
		says.Terms = &rewards.Share{Of: declared}
	case rewards.StepsShape, rewards.StartShape, rewards.GrowthSteps:
		steps := &rewards.Stepped{Of: sold}
		if shape == rewards.GrowthSteps {
			steps.Of.Change = rewards.Increase
		}
		if shape == rewards.StartShape {
			steps.Start = rewards.Quantity(10_000_00)
		}
		says.Terms = steps
	case rewards.UnitsShape:
		declared.Unit, declared.Counter = rewards.Count, wording.Text("rewards.edit.counter")
		says.Terms = &rewards.PerUnit{Count: &declared}
	case rewards.ListedShape:
		says.Terms = &rewards.PerUnit{Listed: wording.Text("rewards.edit.listed")}
	case rewards.RatioShape:
		says.Terms = ratioOf()
	default:
		says.Terms = &rewards.Fixed{}
	}
	return says
}

// ratioOf is rent given back by the turnover for each square metre and month.
func ratioOf() *rewards.Ratio {
	named := func(key string, unit rewards.Unit) rewards.Measure {
		return rewards.Measure{Of: rewards.OfDeclared, Name: wording.Text("rewards.edit." + key), Unit: unit}
	}
	rent := named("rent", "")
	rent.Outlay = true
	return &rewards.Ratio{Of: rent, Done: named("turnover", ""), By: []rewards.Measure{named("area", rewards.SquareMetres), named("months", rewards.Months)}, Percent: 100_00}
}
