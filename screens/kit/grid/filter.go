package grid

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// Filtering says how a column can be filtered.
type Filtering int

// The ways: not at all; by part of the text; by the values there are, with their counts, or part of the text;
// by least and most of whole numbers, amounts in yuan, or days.
const (
	NotFiltered Filtering = iota
	ByText
	ByValues
	ByNumber
	ByAmount
	ByDay
)

func (f Filtering) kind() listing.Kind {
	switch f {
	case ByNumber:
		return listing.Number
	case ByAmount:
		return listing.Money
	case ByDay:
		return listing.Day
	}
	return listing.Text
}

func (f Filtering) ranges() bool { return f == ByNumber || f == ByAmount || f == ByDay }

// ValuesFunc gives the values of a column as the other filters let them through, those of most rows first.
type ValuesFunc func(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error)

// mostValues is how many values of a column are offered; who looks for another types part of it.
const mostValues = 200

// Filterable lets a person filter single columns. values counts what a column holds, text words a key of
// it, changed has the page ask anew.
func (g *Grid) Filterable(values ValuesFunc, text func(column, key string) string, changed func([]listing.Filter)) {
	g.filtering = filtering{values: values, text: text, changed: changed}
}

// filtering is what of a grid has to do with filters.
type filtering struct {
	filters []listing.Filter
	values  ValuesFunc
	text    func(column, key string) string
	changed func([]listing.Filter)
}

// Filters are the filters of single columns as they stand.
func (g *Grid) Filters() []listing.Filter { return slices.Clone(g.filtering.filters) }

// SetFilters shows filters without asking anew.
func (g *Grid) SetFilters(filters ...listing.Filter) {
	g.filtering.filters = filters
	g.Refresh()
}

// filterNow shows other filters and has the page ask anew.
func (g *Grid) filterNow(filters []listing.Filter) {
	g.SetFilters(filters...)
	if g.filtering.changed != nil {
		g.filtering.changed(g.Filters())
	}
	g.tellArranged()
}

// ClearFilter takes a column's filter away.
func (g *Grid) ClearFilter(column string) {
	g.filterNow(listing.Without(g.filtering.filters, column))
}

func (g *Grid) filterOf(column string) listing.Filter {
	for _, f := range g.filtering.filters {
		if f.Column == column {
			return f
		}
	}
	return listing.Filter{Column: column}
}

func (g *Grid) filterable(c Column) bool {
	return c.Filter != NotFiltered && g.filtering.changed != nil
}

func (g *Grid) isFiltered(c Column) bool { return !g.filterOf(c.ID).Blank() }

// check says what cannot be asked, nil for a filter that can.
func check(c Column, f listing.Filter) *problem.Problem {
	if !c.Filter.ranges() {
		return nil
	}
	return problem.Of(listing.Check(c.Filter.kind(), f))
}

// wordedValues is how many values a chip names.
const wordedValues = 2

// FilterText words a filter for its chip: 状态：支付成功、退款.
func (g *Grid) FilterText(f listing.Filter) string {
	var parts []string
	if f.Contains != "" {
		parts = append(parts, wording.Text("grid.filter.with", "text", f.Contains))
	}
	if n := len(f.Values); n > 0 {
		named := make([]string, 0, wordedValues)
		for _, key := range f.Values[:min(n, wordedValues)] {
			named = append(named, g.valueText(f.Column, key))
		}
		text := strings.Join(named, wording.Text("grid.filter.and"))
		if n > wordedValues {
			text = wording.Text("grid.filter.more", "values", text, "n", n)
		}
		parts = append(parts, text)
	}
	switch {
	case f.Least != "" && f.Most != "":
		parts = append(parts, f.Least+" – "+f.Most)
	case f.Least != "":
		parts = append(parts, "≥ "+f.Least)
	case f.Most != "":
		parts = append(parts, "≤ "+f.Most)
	}
	switch {
	case f.Empty && !f.Filled:
		parts = append(parts, wording.Text("grid.filter.empty"))
	case f.Filled && !f.Empty:
		parts = append(parts, wording.Text("grid.filter.filled"))
	}
	return wording.Text("grid.filter.chip", "column", g.labelOf(f.Column), "filter", strings.Join(parts, " · "))
}

func (g *Grid) labelOf(id string) string {
	for _, c := range g.defined {
		if c.ID == id {
			return c.Label
		}
	}
	return id
}

func (g *Grid) valueText(column, key string) string {
	text := key
	if g.filtering.text != nil {
		text = g.filtering.text(column, key)
	}
	if text == "" {
		return wording.Text("grid.filter.empty")
	}
	return text
}
