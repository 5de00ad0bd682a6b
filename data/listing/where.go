package listing

import (
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// Kind says what a column holds and so how its least and most are read.
type Kind int

// The kinds: words and codes; whole numbers; amounts kept in fen and typed in yuan; days kept as text
// yyyy-mm-dd; moments kept as seconds since 1970 and typed as days of China.
const (
	Text Kind = iota
	Number
	Money
	Day
	Moment
)

// Field is how a room words a column in SQL.
type Field struct {
	Kind Kind
	// SQL is the value. A text is never NULL.
	SQL string
	// Spoken is the pinyin initials of the text, in lower case; "" where there are none.
	Spoken string
	// Through wraps a condition whose SQL speaks of another table: "t.account_id IN (SELECT … WHERE %s)".
	Through string
}

// Fields are the columns of a list that can be filtered, by their IDs.
type Fields map[string]Field

// Where words filters as conditions that hold together, each with its arguments in order. A filter of a
// column that is not there is passed over: a view kept by another program may name it.
//
// Problems: listing.not_a_number, listing.not_an_amount, listing.not_a_day; each with the text.
func (fs Fields) Where(filters []Filter) (conditions []string, args []any, err error) {
	for _, filter := range filters {
		field, is := fs[filter.Column]
		if !is {
			continue
		}
		parts, values, err := field.parts(filter)
		if err != nil {
			return nil, nil, err
		}
		if len(parts) == 0 {
			continue
		}
		condition := strings.Join(parts, " AND ")
		if field.Through != "" {
			condition = strings.Replace(field.Through, "%s", condition, 1)
		}
		conditions, args = append(conditions, condition), append(args, values...)
	}
	return conditions, args, nil
}

func (f Field) parts(filter Filter) (parts []string, args []any, err error) {
	if filter.Contains != "" {
		part, value := f.contains(filter.Contains)
		parts, args = append(parts, part), append(args, value...)
	}
	if len(filter.Values) > 0 {
		parts = append(parts, "CAST("+f.SQL+" AS TEXT) IN (?"+strings.Repeat(", ?", len(filter.Values)-1)+")")
		for _, value := range filter.Values {
			args = append(args, value)
		}
	}
	for _, end := range []struct {
		text, sign string
		last       bool
	}{{filter.Least, " >= ?", false}, {filter.Most, f.mostSign(), true}} {
		if strings.TrimSpace(end.text) == "" {
			continue
		}
		value, err := f.bound(end.text, end.last)
		if err != nil {
			return nil, nil, err
		}
		parts, args = append(parts, "("+f.SQL+")"+end.sign), append(args, value)
	}
	if filter.Empty != filter.Filled {
		parts = append(parts, f.blank(filter.Empty))
	}
	return parts, args, nil
}

func (f Field) contains(text string) (string, []any) {
	pattern := Pattern(text)
	if f.Spoken == "" {
		return f.SQL + ` LIKE ? ESCAPE '\'`, []any{pattern}
	}
	return "(" + f.SQL + ` LIKE ? ESCAPE '\' OR ` + f.Spoken + ` LIKE ? ESCAPE '\')`, []any{pattern, strings.ToLower(pattern)}
}

// Pattern finds a text anywhere in a column, by LIKE with the escape \.
func Pattern(text string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
}

// blank is the condition for rows without anything, or with. Numbers and amounts are empty at 0.
func (f Field) blank(empty bool) string {
	none := "''"
	if f.Kind != Text && f.Kind != Day {
		none = "0"
	}
	if empty {
		return "(" + f.SQL + ") = " + none
	}
	return "(" + f.SQL + ") <> " + none
}

// mostSign takes the last day of moments whole: up to the first second of the next.
func (f Field) mostSign() string {
	if f.Kind == Moment {
		return " < ?"
	}
	return " <= ?"
}

var china = time.FixedZone("UTC+8", 8*60*60)

// bound reads what a person typed for an end.
func (f Field) bound(text string, last bool) (any, error) {
	text = strings.TrimSpace(text)
	switch f.Kind {
	case Number:
		n, err := strconv.ParseInt(strings.ReplaceAll(text, ",", ""), 10, 64)
		if err != nil {
			return nil, problem.New("listing.not_a_number", "text", text)
		}
		return n, nil
	case Money:
		fen, err := money.Parse(text)
		if err != nil {
			return nil, problem.New("listing.not_an_amount", "text", text).Because(err)
		}
		return int64(fen), nil
	case Day, Moment:
		day, err := dayOf(text)
		if err != nil || f.Kind == Day {
			return day.Format(time.DateOnly), err
		}
		if last {
			day = day.AddDate(0, 0, 1)
		}
		return day.Unix(), nil
	}
	return text, nil
}

// dayOf reads 2026-11-16, 20261116, 2026/11/16 and 2026.11.16.
func dayOf(text string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, "20060102", "2006/1/2", "2006.1.2", "2006-1-2"} {
		if day, err := time.ParseInLocation(layout, text, china); err == nil {
			return day, nil
		}
	}
	return time.Time{}, problem.New("listing.not_a_day", "text", text)
}

// Check says what is wrong with a filter of a column of this kind, nil when it can be asked.
func Check(kind Kind, filter Filter) error {
	_, _, err := Field{Kind: kind, SQL: "x"}.parts(filter)
	return err
}

// Blank says whether the filter asks for nothing.
func (f Filter) Blank() bool {
	return f.Contains == "" && len(f.Values) == 0 && strings.TrimSpace(f.Least) == "" && strings.TrimSpace(f.Most) == "" && f.Empty == f.Filled
}

// With gives filters in which this one stands in the place of the one of its column; a blank one leaves it out.
func With(filters []Filter, filter Filter) []Filter {
	kept := Without(filters, filter.Column)
	if filter.Blank() {
		return kept
	}
	return append(kept, filter)
}

// Without gives the filters of the other columns.
func Without(filters []Filter, column string) []Filter {
	kept := make([]Filter, 0, len(filters)+1)
	for _, f := range filters {
		if f.Column != column {
			kept = append(kept, f)
		}
	}
	return kept
}
