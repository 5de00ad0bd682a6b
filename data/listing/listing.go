// Package listing says how people look at a list: which column they filtered by and how, in which order
// the rows stand, and which values a column has. Grids ask in these words and rooms answer in them.
package listing

// Filter keeps the rows of one column that a person asked for. What is set holds together; several
// filters of a list hold together too.
type Filter struct {
	Column string `json:"column"`
	// Contains is part of the text shown, or of its pinyin initials.
	Contains string `json:"contains,omitempty"`
	// Values are keys, one of which the row has: what Value.Key gave.
	Values []string `json:"values,omitempty"`
	// Least and Most are inclusive: a plain number, an amount in yuan (1234.5), or a date (yyyy-mm-dd),
	// after the kind of the column; "" leaves that end open.
	Least string `json:"least,omitempty"`
	Most  string `json:"most,omitempty"`
	// Empty asks for rows without anything in the column, Filled for those with.
	Empty  bool `json:"empty,omitempty"`
	Filled bool `json:"filled,omitempty"`
}

// Order is one step of an order.
type Order struct {
	Column     string `json:"column"`
	Descending bool   `json:"descending,omitempty"`
}

// Query is a list as a person wants to see it.
type Query struct {
	Filters []Filter `json:"filters,omitempty"`
	Order   []Order  `json:"order,omitempty"`
}

// Value is one of the values a column has, with how many rows have it. Label is empty for rows without any.
type Value struct {
	Key, Label string
	Count      int
}

// Sum is what a run of cells of one column comes to. Total is in fen where the column is money, else a
// plain number; Count is how many of the cells hold a number.
type Sum struct {
	Count int
	Total int64
}
