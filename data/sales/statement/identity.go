package statement

import (
	"slices"
	"strconv"
	"strings"

	"smartcanal/data/money"
)

// The identity of a line is a hash that is kept in the database: its making never changes.
// FNV-1a with 64 bits: two of ten million lines share one with a chance of 3 in a million.
const (
	hashStart uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
	fieldEnd         = 0
)

// hash takes in one field and its end, so that "ab","c" is not "a","bc".
func hash(sum uint64, field string) uint64 {
	for i := range len(field) {
		sum = (sum ^ uint64(field[i])) * hashPrime
	}
	return (sum ^ fieldEnd) * hashPrime
}

// identityOf is the identity of a line that has numbers of its own.
func identityOf(family string, fields ...string) uint64 {
	sum := hash(hashStart, family)
	for _, field := range fields {
		sum = hash(sum, field)
	}
	return sum
}

// occurrence is the identity of the k-th of lines that nothing tells apart: two equal sales stay two,
// and the same two in another file or on another sheet are the same two.
func (r *reading) occurrence(family string, fields ...string) uint64 {
	sum := identityOf(family, fields...)
	r.repeated[sum]++
	return (hash(sum, "#") ^ uint64(r.repeated[sum])) * hashPrime
}

// content is the identity by the whole row, and by the account it was told to belong to: two stalls may
// well have sold the same at the same time. A spreadsheet that saved the file has written times
// and amounts in its own way, so they go in as what they mean.
func (r *reading) content(family string, times ...int) uint64 {
	fields := make([]string, 0, len(r.current.Cells)+1)
	fields = append(fields, r.Account)
	for i := range r.current.Cells {
		fields = append(fields, r.meaning(i, slices.Contains(times, i) || isTimeName(r.nameOf(i))))
	}
	for len(fields) > 1 && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	return r.occurrence(family+"/content", fields...)
}

// meaning is the same for all ways of writing one time or one amount. Long numbers are names.
func (r *reading) meaning(i int, time bool) string {
	const longest = 15
	text := r.told(i)
	if time {
		if m, ok := parseTime(text); ok {
			return strconv.FormatInt(m.seconds, 10)
		}
		return text
	}
	if len(text) <= longest || strings.Contains(text, ".") {
		if amount, err := money.Parse(text); err == nil {
			return amount.Plain()
		}
	}
	return text
}

// whole flags numbers Excel has destroyed; false if one of them was: it must not be used as identity.
func (r *reading) whole(columns ...int) bool {
	for _, i := range columns {
		if text := r.text(i); destroyed(text, r.Table.Kind == xlsx) {
			r.doubt(i, "statement.long_number", "text", text)
			return false
		}
	}
	return true
}
