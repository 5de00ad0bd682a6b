package listing

import (
	"fmt"
	"strings"
)

// OrderBy words an order in SQL: key gives a column's, "" for one that is not there, which is passed over: a view kept by
// another program may name it. Without an order it is otherwise; last tells apart what is alike.
func OrderBy(order []Order, key func(column string) string, otherwise, last string) string {
	var steps []string
	for _, step := range order {
		by := key(step.Column)
		switch {
		case by == "":
			continue
		case step.Descending:
			by += " DESC"
		}
		steps = append(steps, by)
	}
	if len(steps) == 0 {
		steps = []string{otherwise}
	}
	return strings.Join(append(steps, last), ", ")
}

// Places is SQL that orders a column's values as they are given, not by their letters; any other comes last.
func Places[T ~string](column string, values []T) string {
	var b strings.Builder
	b.WriteString("CASE " + column)
	for i, value := range values {
		fmt.Fprintf(&b, " WHEN '%s' THEN %d", value, i)
	}
	fmt.Fprintf(&b, " ELSE %d END", len(values))
	return b.String()
}
