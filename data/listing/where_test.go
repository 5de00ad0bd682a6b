package listing

import (
	"reflect"
	"testing"

	"smartcanal/data/problem"
)

var fields = Fields{
	"name":   {SQL: "o.name", Spoken: "o.initials"},
	"amount": {Kind: Money, SQL: "t.fen"},
	"shops":  {Kind: Number, SQL: "shops"},
	"on":     {Kind: Day, SQL: "o.founded_on"},
	"at":     {Kind: Moment, SQL: "t.at"},
	"owner":  {SQL: "o.name", Through: "t.account_id IN (SELECT a.id FROM a WHERE %s)"},
}

func TestFiltersBecomeConditions(t *testing.T) {
	for _, c := range []struct {
		filter Filter
		want   string
		args   []any
	}{
		{Filter{Column: "name", Contains: "YH_区"}, `(o.name LIKE ? ESCAPE '\' OR o.initials LIKE ? ESCAPE '\')`, []any{`%YH\_区%`, `%yh\_区%`}},
		{Filter{Column: "name", Values: []string{"a", ""}}, "CAST(o.name AS TEXT) IN (?, ?)", []any{"a", ""}},
		{Filter{Column: "amount", Least: "1,234.5", Most: "2万"}, "", nil},
		{Filter{Column: "amount", Least: "1,234.5", Most: " 2000 "}, "(t.fen) >= ? AND (t.fen) <= ?", []any{int64(123450), int64(200000)}},
		{Filter{Column: "shops", Most: "1,000"}, "(shops) <= ?", []any{int64(1000)}},
		{Filter{Column: "on", Least: "20261116"}, "(o.founded_on) >= ?", []any{"2026-11-16"}},
		{Filter{Column: "at", Least: "2026-11-16", Most: "2026/11/16"}, "(t.at) >= ? AND (t.at) < ?", []any{int64(1794758400), int64(1794844800)}},
		{Filter{Column: "name", Empty: true}, "(o.name) = ''", nil},
		{Filter{Column: "amount", Filled: true}, "(t.fen) <> 0", nil},
		{Filter{Column: "owner", Contains: "x"}, `t.account_id IN (SELECT a.id FROM a WHERE o.name LIKE ? ESCAPE '\')`, []any{"%x%"}},
		{Filter{Column: "gone", Contains: "x"}, "", nil},
		{Filter{Column: "name", Empty: true, Filled: true}, "", nil},
	} {
		conditions, args, err := fields.Where([]Filter{c.filter})
		if p := problem.Of(err); p != nil {
			if p.Code != "listing.not_an_amount" || c.want != "" {
				t.Errorf("%+v: %v", c.filter, p)
			}
			continue
		}
		got := ""
		if len(conditions) > 0 {
			got = conditions[0]
		}
		if got != c.want || !reflect.DeepEqual(args, c.args) {
			t.Errorf("%+v: %q %#v, want %q %#v", c.filter, got, args, c.want, c.args)
		}
	}
}

func TestWhatCannotBeReadIsNamed(t *testing.T) {
	for code, f := range map[string]Filter{
		"listing.not_a_number": {Column: "shops", Least: "many"}, "listing.not_an_amount": {Column: "amount", Most: "x"},
		"listing.not_a_day": {Column: "at", Least: "2026-13-01"},
	} {
		_, _, err := fields.Where([]Filter{f})
		if p := problem.Of(err); p == nil || p.Code != code {
			t.Errorf("%+v: %v, want %s", f, err, code)
		}
	}
}

func TestOneFilterAColumn(t *testing.T) {
	filters := With(nil, Filter{Column: "a", Contains: "1"})
	filters = With(filters, Filter{Column: "b", Contains: "2"})
	filters = With(filters, Filter{Column: "a", Contains: "3"})
	if want := []Filter{{Column: "b", Contains: "2"}, {Column: "a", Contains: "3"}}; !reflect.DeepEqual(filters, want) {
		t.Errorf("%+v", filters)
	}
	if filters = With(filters, Filter{Column: "a", Least: " "}); len(filters) != 1 {
		t.Errorf("%+v: a blank filter is none", filters)
	}
}
