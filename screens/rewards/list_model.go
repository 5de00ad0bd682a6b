package rewards

import (
	"context"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// ListModel is the state of the page of claims: the filter and the order a person chose.
type ListModel struct {
	office *office
	Filter rewards.ClaimFilter
	Order  []rewards.ClaimOrder
	// Columns are what is asked of single columns besides.
	Columns []listing.Filter
}

// NewListModel begins with all claims, the newest first.
func NewListModel(o *office) *ListModel { return &ListModel{office: o} }

// Listing is what filter and order let through, and what there is to choose from.
type Listing struct {
	IDs     []int32
	Sums    map[rewards.Stage]rewards.StageSum // of the filter without its stage
	Years   []int
	Rules   []rewards.Rule
	Schemes int
	Asked   []string         // departments claims are sent to
	Total   int              // claims there are at all
	Foot    rewards.ClaimSum // of those listed
	Took    time.Duration    // to find them
}

// Load reads the list. Call it off the UI goroutine with a copy of the model.
func (m ListModel) Load(ctx context.Context) (Listing, error) {
	var l Listing
	var err error
	begun := time.Now()
	if l.IDs, err = m.office.claims.ClaimIDs(ctx, m.Filter, m.Order, m.Columns...); err != nil {
		return l, err
	}
	l.Took = time.Since(begun)
	if l.Foot, err = m.office.claims.SumClaims(ctx, l.IDs); err != nil {
		return l, err
	}
	wide := m.Filter
	wide.Stage, wide.Open = "", false
	if l.Sums, err = m.office.claims.SumByStage(ctx, wide); err != nil {
		return l, err
	}
	if l.Years, err = m.office.claims.ClaimYears(ctx); err != nil {
		return l, err
	}
	schemes, err := m.office.claims.Schemes(ctx)
	for _, scheme := range schemes {
		l.Rules = append(l.Rules, scheme.Rules...)
	}
	l.Schemes = len(schemes)
	if err != nil {
		return l, err
	}
	if l.Asked, err = m.office.claims.Departments(ctx); err != nil {
		return l, err
	}
	all, err := m.office.claims.CountByStage(ctx, rewards.ClaimFilter{})
	for _, n := range all {
		l.Total += n
	}
	return l, err
}

// Sum adds up stages of a listing.
func (l Listing) Sum(of func(rewards.Stage) bool) rewards.StageSum {
	var sum rewards.StageSum
	for stage, s := range l.Sums {
		if of(stage) {
			sum.Claims += s.Claims
			sum.Amount += s.Amount
		}
	}
	return sum
}

// Open are the claims still on their way.
func (l Listing) Open() rewards.StageSum {
	return l.Sum(func(s rewards.Stage) bool { return !s.Ended() })
}

// At are the claims at one stage.
func (l Listing) At(stage rewards.Stage) rewards.StageSum { return l.Sums[stage] }

// Paid are those whose money arrived.
func (l Listing) Paid() rewards.StageSum {
	return l.Sum(func(s rewards.Stage) bool { return s == rewards.Archiving || s == rewards.Completed })
}

// Standing are all claims but the dropped ones.
func (l Listing) Standing() rewards.StageSum {
	return l.Sum(func(s rewards.Stage) bool { return !s.Dropped() })
}

// Filtered tells whether the list leaves something out.
func (m ListModel) Filtered() bool { return m.Filter != rewards.ClaimFilter{} || len(m.Columns) > 0 }

// SetStage filters by a stage, by those still open (openStages) or, with "", not at all.
func (m *ListModel) SetStage(value string) {
	m.Filter.Open = value == openStages
	m.Filter.Stage = rewards.Stage(value)
	if m.Filter.Open {
		m.Filter.Stage = ""
	}
}

// openStages is the choice of all claims still on their way.
const openStages = "open"

// Stage is the choice SetStage was given.
func (m ListModel) Stage() string {
	if m.Filter.Open {
		return openStages
	}
	return string(m.Filter.Stage)
}

// The choices of what claims wait for, or are late with.
const (
	overdueClaims    = "overdue"
	departmentPrefix = "department/"
)

// SetWaits filters by what claims wait for: overdueClaims, a Waiting, or a department's answer; "" asks for all.
func (m *ListModel) SetWaits(value string) {
	m.Filter.Overdue, m.Filter.Waiting, m.Filter.Department = value == overdueClaims, "", ""
	if department, is := strings.CutPrefix(value, departmentPrefix); is {
		m.Filter.Department = department
	} else if !m.Filter.Overdue {
		m.Filter.Waiting = rewards.Waiting(value)
	}
}

// Waits is the choice SetWaits was given.
func (m ListModel) Waits() string {
	switch {
	case m.Filter.Overdue:
		return overdueClaims
	case m.Filter.Department != "":
		return departmentPrefix + m.Filter.Department
	}
	return string(m.Filter.Waiting)
}

// SetYear filters by a year; "" asks for all.
func (m *ListModel) SetYear(value string) { m.Filter.Year, _ = strconv.Atoi(value) }

// SetRule filters by a rule's id; "" asks for all.
func (m *ListModel) SetRule(value string) { m.Filter.RuleID, _ = strconv.ParseInt(value, 10, 64) }

// SetSort takes the order the grid's heads ask for.
func (m *ListModel) SetSort(keys []grid.SortKey) {
	m.Order = nil
	for _, key := range keys {
		m.Order = append(m.Order, rewards.ClaimOrder{Column: rewards.ClaimColumn(key.Column), Descending: key.Descending})
	}
}

// Rows gives the grid's model of a listing.
func (m ListModel) Rows(l Listing) *grid.IDModel {
	return grid.NewIDModel(l.IDs, func(ctx context.Context, ids []int32) (map[int32]grid.Row, error) {
		claims, err := m.office.claims.Claims(ctx, ids)
		if err != nil {
			return nil, err
		}
		rows := make(map[int32]grid.Row, len(claims))
		for _, claim := range claims {
			rows[int32(claim.ID)] = claimRow(claim)
		}
		return rows, nil
	})
}

func claimRow(c rewards.ClaimRow) grid.Row {
	return grid.Row{Muted: c.Stage.Dropped(), Cells: []grid.Cell{
		grid.LinkTo(c.Number), grid.Word(c.Organization), grid.Word(c.Title), grid.Word(c.Clause),
		amountCell(c.Declared), amountCell(c.Verified), grid.Word(c.Amount.String()),
		grid.State(stageState(c.Stage), stageTint(c.Stage)), dueCell(c),
		grid.Word(wording.Text("rewards.list.checked", "checked", c.Checked, "all", c.Materials)),
		grid.Word(dayOf(c.UpdatedAt)),
	}}
}

// dueCell says what a claim waits for, or how many working days are left.
func dueCell(c rewards.ClaimRow) grid.Cell {
	switch {
	case c.Waiting == rewards.Suspended, c.Waiting != "" && c.DaysLeft >= 0:
		return grid.State(wording.Text("rewards.waiting."+string(c.Waiting)), kit.AmberTint)
	case c.Due.IsZero():
		return grid.Word("—")
	case c.DaysLeft > 0:
		return grid.Word(wording.Text("rewards.list.left", "n", c.DaysLeft))
	case c.DaysLeft == 0:
		return grid.State(wording.Text("rewards.due.today"), kit.AmberTint)
	}
	return grid.State(wording.Text("rewards.list.late", "n", -c.DaysLeft), kit.RedTint)
}

// totals stand at the foot: how many claims are listed and what they come to.
func (l Listing) totals() []grid.Cell {
	if len(l.IDs) == 0 {
		return nil
	}
	return []grid.Cell{grid.Word(wording.Text("rewards.list.total", "n", len(l.IDs))), {}, {}, {},
		amountCell(l.Foot.Declared), amountCell(l.Foot.Verified), grid.Word(l.Foot.Amount.String())}
}

// amountCell shows a dash where nothing was declared or sold.
func amountCell(f money.Fen) grid.Cell {
	if f == 0 {
		return grid.Word("—")
	}
	return grid.Word(f.String())
}

// Values counts what a column holds among the claims the other filters let through.
func (m *ListModel) Values(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error) {
	return m.office.claims.ClaimValues(ctx, rewards.ClaimColumn(column), m.Filter, filters, limit)
}

// valueText words a value a column is filtered by.
func valueText(column, key string) string {
	if column == string(rewards.ByStage) {
		return stageState(rewards.Stage(key))
	}
	return key
}
