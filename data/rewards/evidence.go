package rewards

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
)

// Evidence is all a computation takes in, frozen with the claim: the same evidence under the same rule
// gives the same trace for ever, whatever is imported later. Amounts are in fen.
type Evidence struct {
	OrganizationID int64               `json:"organization_id"`
	Year           int                 `json:"year"`
	Part           Part                `json:"part,omitempty"`                // of the year, "" for all of it
	On             string              `json:"on,omitempty"`                  // the day the claim was handed in, yyyy-mm-dd
	Months         []MonthSales        `json:"months"`                        // verified, of Year, by month and platform
	Earlier        []YearFigure        `json:"earlier"`                       // verified, of all years before, ascending
	EarlierHighest money.Fen           `json:"earlier_highest_fen,omitempty"` // declared: the best year before the file's data begin
	Base           money.Fen           `json:"base_fen,omitempty"`            // declared: the one amount a rule asks for, as the first form kept it
	Series         []Series            `json:"series,omitempty"`              // verified: what Months and Earlier do not tell
	Facts          map[string]Quantity `json:"facts,omitempty"`               // of the register, by Measure.factKey
	Declared       map[string]Quantity `json:"declared,omitempty"`            // by the figure's name
	Units          []ListedUnit        `json:"units,omitempty"`               // declared one by one
	Decided        *money.Fen          `json:"decided_fen,omitempty"`         // what the office decided under a ceiling
	Breaches       []Breach            `json:"breaches,omitempty"`
	Past           []Award             `json:"past,omitempty"`   // of earlier years, under the same clause
	Rivals         []Award             `json:"rivals,omitempty"` // under clauses that exclude this one
	Granted        []Award             `json:"granted"`          // of the same year, by other claims
	Standing       *Standing           `json:"standing,omitempty"`
	Cuts           []Cut               `json:"cuts,omitempty"`
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

// Series is what one selection of lines comes to by month, of as many years as a rule looks at.
type Series struct {
	Selection
	Months []MonthFigure `json:"figures"`
}

// MonthFigure is a month (yyyymm) of a series.
type MonthFigure struct {
	Month  int       `json:"month"`
	Fen    money.Fen `json:"fen"`
	Orders int       `json:"orders"`
}

// ListedUnit is one of the things a rule pays for each: an anchor signed, a shop opened.
type ListedUnit struct {
	Name    string              `json:"name"`
	Figures map[string]Quantity `json:"figures,omitempty"`
}

// Grant is what another claim of the same enterprise gets.
type Grant struct {
	ClaimID int64     `json:"claim_id"`
	Number  string    `json:"number"`
	Fen     money.Fen `json:"fen"`
}

// Award is a grant with what a limit needs to know of it.
type Award struct {
	Grant
	Same    bool `json:"same,omitempty"`    // under the same clause
	Instead bool `json:"instead,omitempty"` // in the claim's place, whichever is higher
	Year    int  `json:"year,omitempty"`    // where it is not the claim's
}

// Breach is one found on a day, yyyy-mm-dd, for which what a claim got was taken back.
type Breach struct {
	ClaimID int64  `json:"claim_id"`
	Number  string `json:"number"`
	On      string `json:"on"`
}

// Standing is the place of a claim among those that compete with it.
type Standing struct {
	Place    int        `json:"place"` // from 1
	Of       int        `json:"of"`
	Admitted bool       `json:"admitted"`
	Left     *money.Fen `json:"left_fen,omitempty"` // of the budget, before this claim
}

// Cut is a budget that does not reach for all who would get something of it.
type Cut struct {
	Clause bool      `json:"clause,omitempty"` // the clause's own, not the measure's
	Budget money.Fen `json:"budget_fen"`
	Wanted money.Fen `json:"wanted_fen"`
}

// Verified is the verified online sales of the claim's year, fen.
func (e Evidence) Verified() money.Fen {
	var sum money.Fen
	for _, month := range e.Months {
		sum += month.Fen
	}
	return sum
}

// granted is what other claims of the year get, fen; same counts those under the same clause alone.
func (e *Evidence) granted(same bool) money.Fen {
	var sum money.Fen
	for _, grant := range e.Granted {
		if !same || grant.Same {
			sum += grant.Fen
		}
	}
	return sum
}

// grants are the awards as a step names them, nil for none.
func grants(awards []Award) []Grant {
	var list []Grant
	for _, award := range awards {
		list = append(list, award.Grant)
	}
	return list
}

// check refuses what cannot be evidence: a declared amount below zero, an earlier year that is not earlier.
func (e *Evidence) check() error {
	if e.EarlierHighest < 0 || e.Base < 0 || e.Decided != nil && *e.Decided < 0 {
		return problem.New("rewards.amount_negative")
	}
	for name, q := range e.Declared {
		if q < 0 {
			return problem.New("rewards.figure_negative", "name", name)
		}
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

// inOrder gives a sorted copy without nil lists, so that a trace depends neither on the order the
// evidence was gathered in nor on having been frozen.
func (e Evidence) inOrder() *Evidence {
	e.Months = append([]MonthSales{}, e.Months...)
	e.Earlier = append([]YearFigure{}, e.Earlier...)
	e.Granted = append([]Award{}, e.Granted...)
	slices.SortStableFunc(e.Months, func(a, b MonthSales) int {
		if a.Month != b.Month {
			return a.Month - b.Month
		}
		return cmp.Compare(a.Platform, b.Platform)
	})
	slices.SortStableFunc(e.Earlier, func(a, b YearFigure) int { return a.Year - b.Year })
	e.Granted = ordered(e.Granted)
	e.Past, e.Rivals = ordered(e.Past), ordered(e.Rivals)
	return &e
}

func ordered(awards []Award) []Award {
	slices.SortStableFunc(awards, func(a, b Award) int { return cmp.Compare(a.Number, b.Number) })
	return awards
}

// Lines says which lines of statements a figure is the sum of: those of an organisation, by months
// (yyyymm, inclusive) and, unless empty, on one platform; online ones unless Channel says otherwise.
type Lines struct {
	OrganizationID int64  `json:"organization_id"`
	From           int    `json:"from"`
	To             int    `json:"to"`
	Platform       string `json:"platform,omitempty"`
	Channel        string `json:"channel,omitempty"` // as Selection has it
}

// Link opens the lines: smartcanal://sales/lines?channel=1&from=202601&organization=42&to=202612.
func (l Lines) Link() string {
	link := fmt.Sprintf("smartcanal://sales/lines?channel=%d&", statement.Online)
	switch l.Channel {
	case InPerson:
		link = fmt.Sprintf("smartcanal://sales/lines?channel=%d&", statement.InPerson)
	case BothChannels:
		link = "smartcanal://sales/lines?"
	}
	link += fmt.Sprintf("from=%d&organization=%d", l.From, l.OrganizationID)
	if l.Platform != "" {
		link += "&platform=" + l.Platform
	}
	return link + "&to=" + strconv.Itoa(l.To)
}

// lines are those behind a measure's figure from one month to another.
func (e *Evidence) lines(m *Measure, from, to int) *Lines {
	l := &Lines{OrganizationID: e.OrganizationID, From: from, To: to, Channel: m.Channel}
	if len(m.Platforms) == 1 {
		l.Platform = m.Platforms[0]
	}
	return l
}
