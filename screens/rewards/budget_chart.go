package rewards

import (
	"smartcanal/data/money"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// Chart draws where a year's money is, from what is gone to what is left.
func (m Money) Chart() chart.Chart {
	parts := []struct {
		key string
		fen money.Fen
	}{{"paid", m.Paid}, {"committed", m.Committed}, {"in_notice", m.InNotice}, {"in_review", m.InReview}, {"left", max(0, m.Left())}}
	c := chart.Chart{Kind: chart.Bars, Unit: chart.Wan(), Title: wording.Text("rewards.budget.title"), Series: []chart.Series{{Name: wording.Text("rewards.field.amount")}}}
	for _, part := range parts {
		c.Labels = append(c.Labels, wording.Text("rewards.budget."+part.key))
		c.Series[0].Values = append(c.Series[0].Values, int64(part.fen))
	}
	return c
}
