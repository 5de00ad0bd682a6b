package rewards

import (
	"fmt"
	"strconv"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
)

// Evidence is all a computation takes in, frozen with the claim: the same evidence under the same rule
// gives the same trace for ever, whatever is imported later. Amounts are in fen.
type Evidence struct {
	OrganizationID int64        `json:"organization_id"`
	Year           int          `json:"year"`
	Months         []MonthSales `json:"months"`                        // verified, of Year, by month and platform
	Earlier        []YearFigure `json:"earlier"`                       // verified, of all years before, ascending
	EarlierHighest money.Fen    `json:"earlier_highest_fen,omitempty"` // declared: the best year before the file's data begin
	Base           money.Fen    `json:"base_fen,omitempty"`            // declared: what a percentage is taken of
	Granted        []Grant      `json:"granted"`                       // of the same year, by other claims
}

// MonthSales is the verified online sales of one month (yyyymm) on one platform, order basis.
type MonthSales struct {
	Month    int       `json:"month"`
	Platform string    `json:"platform"`
	Fen      money.Fen `json:"fen"`
}

// YearFigure is the verified online sales of a year; Year 0 stands for what was declared of earlier years.
type YearFigure struct {
	Year int       `json:"year"`
	Fen  money.Fen `json:"fen"`
}

// Grant is what another claim of the same enterprise and year gets.
type Grant struct {
	ClaimID int64     `json:"claim_id"`
	Number  string    `json:"number"`
	Fen     money.Fen `json:"fen"`
}

// Verified is the verified online sales of the claim's year, fen.
func (e Evidence) Verified() money.Fen {
	var sum money.Fen
	for _, month := range e.Months {
		sum += month.Fen
	}
	return sum
}

// granted is what other claims of the year get, fen.
func (e Evidence) granted() money.Fen {
	var sum money.Fen
	for _, grant := range e.Granted {
		sum += grant.Fen
	}
	return sum
}

// check refuses what cannot be evidence: a declared amount below zero, an earlier year that is not earlier.
func (e Evidence) check() error {
	if e.EarlierHighest < 0 || e.Base < 0 {
		return problem.New("rewards.amount_negative")
	}
	for _, month := range e.Months {
		if month.Month/100 != e.Year {
			return problem.New("rewards.month_outside", "month", month.Month, "year", e.Year)
		}
	}
	for _, earlier := range e.Earlier {
		if earlier.Year >= e.Year {
			return problem.New("rewards.month_outside", "month", earlier.Year, "year", e.Year)
		}
	}
	return nil
}

// Lines says which lines of statements a figure is the sum of: online ones of an organisation, by months
// (yyyymm, inclusive) and, unless empty, on one platform.
type Lines struct {
	OrganizationID int64  `json:"organization_id"`
	From           int    `json:"from"`
	To             int    `json:"to"`
	Platform       string `json:"platform,omitempty"`
}

// Link opens the lines: smartcanal://sales/lines?channel=1&from=202601&organization=42&to=202612.
func (l Lines) Link() string {
	link := fmt.Sprintf("smartcanal://sales/lines?channel=%d&from=%d&organization=%d", statement.Online, l.From, l.OrganizationID)
	if l.Platform != "" {
		link += "&platform=" + l.Platform
	}
	return link + "&to=" + strconv.Itoa(l.To)
}

func (e Evidence) linesOf(year int) *Lines {
	return &Lines{OrganizationID: e.OrganizationID, From: year*100 + 1, To: year*100 + 12}
}
