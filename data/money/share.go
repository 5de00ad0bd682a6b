package money

import "math/bits"

// Rounding says what happens to the part below the unit.
type Rounding int

const (
	// HalfAway rounds to the nearest unit and a half away from zero (四舍五入).
	HalfAway Rounding = iota
	// Down cuts off towards zero (舍尾).
	Down
	// Up rounds away from zero.
	Up
)

// Part is the share bp of f: Fen(400000).Part(150, Down) is 1.5 % of 4,000 yuan.
// A result beyond the largest Fen stays at the largest.
func (f Fen) Part(bp BasisPoints, round Rounding) Fen {
	return f.Times(int64(bp), int64(WholeInBasisPoints), round)
}

// Times is f × num ÷ den without losing digits in between, for pro-rata cuts. A zero den gives zero: of
// nothing there is no share. A result beyond the largest Fen stays at the largest.
func (f Fen) Times(num, den int64, round Rounding) Fen {
	if den == 0 {
		return 0
	}
	negative := (f < 0) != ((num < 0) != (den < 0))
	divisor := Fen(den).magnitude()
	high, low := bits.Mul64(f.magnitude(), Fen(num).magnitude())
	if high >= divisor {
		return signed(1<<63, negative)
	}
	quotient, rest := bits.Div64(high, low, divisor)
	if round.takesUp(rest, divisor) && quotient < 1<<63 {
		quotient++
	}
	return signed(quotient, negative)
}

// RoundTo brings f to a whole number of units: RoundTo(money.Wan, Down) leaves whole 万元.
func (f Fen) RoundTo(unit Fen, round Rounding) Fen {
	if unit <= 0 {
		return f
	}
	size, step := f.magnitude(), uint64(unit)
	rest := size % step
	size -= rest
	if round.takesUp(rest, step) {
		size += step
	}
	return signed(size, f < 0)
}

// takesUp tells whether rest of a whole becomes one more.
func (r Rounding) takesUp(rest, whole uint64) bool {
	switch r {
	case Up:
		return rest > 0
	case HalfAway:
		return rest >= whole-rest
	default:
		return false
	}
}
