// Package money counts in fen. Amounts are whole numbers from the file to the report, so that a sum of
// a million lines is exact; text becomes Fen once, on the way in, and text again on the way out.
package money

import (
	"math"
	"strconv"
)

// Fen is an amount of money in fen, a hundredth of a yuan.
type Fen int64

// Yuan is one yuan in fen.
const Yuan Fen = 100

// Wan is ten thousand yuan in fen, the unit of tables and of most reward clauses.
const Wan = 10_000 * Yuan

// Yi is a hundred million yuan in fen (亿元).
const Yi = 10_000 * Wan

// String writes yuan with thousands separators and two decimals: 1,234,567.89.
func (f Fen) String() string { return string(f.append(nil, true)) }

// Plain writes yuan with two decimals and nothing else: 1234567.89. Workbooks and CSV files take it.
func (f Fen) Plain() string { return string(f.append(nil, false)) }

// Wan writes 万元 with two decimals and thousands separators, rounded half away from zero: 1,234.57.
func (f Fen) Wan() string { return f.Times(1, int64(Wan/Yuan), HalfAway).String() }

func (f Fen) append(b []byte, grouped bool) []byte {
	if f < 0 {
		b = append(b, '-')
	}
	size := f.magnitude()
	yuan, fen := size/100, size%100
	if grouped {
		b = appendGrouped(b, yuan)
	} else {
		b = strconv.AppendUint(b, yuan, 10)
	}
	return append(b, '.', byte('0'+fen/10), byte('0'+fen%10))
}

func appendGrouped(b []byte, n uint64) []byte {
	var digits [20]byte
	d := strconv.AppendUint(digits[:0], n, 10)
	for i, c := range d {
		if i > 0 && (len(d)-i)%3 == 0 {
			b = append(b, ',')
		}
		b = append(b, c)
	}
	return b
}

// magnitude is |f|; it holds even for the smallest Fen, whose negation does not fit.
func (f Fen) magnitude() uint64 {
	if f < 0 {
		return uint64(-(f + 1)) + 1
	}
	return uint64(f)
}

// signed puts a sign to a magnitude and stops at the largest amount instead of wrapping round.
func signed(magnitude uint64, negative bool) Fen {
	if magnitude > math.MaxInt64 {
		magnitude = math.MaxInt64
	}
	if negative {
		return -Fen(magnitude)
	}
	return Fen(magnitude)
}
