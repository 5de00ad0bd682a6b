package money

import "math"

// decimal is a number as written: digits × 10^exponent.
type decimal struct {
	negative bool
	digits   uint64
	exponent int
}

// The largest run of decimal digits any uint64 holds.
const maxDigits = 19

// push appends one digit. Digits that no longer fit are dropped: behind the point they are noise, before
// it the exponent remembers them and units finds the number too large.
func (d *decimal) push(digit byte, fraction bool) {
	if d.digits >= 1e18 {
		if !fraction {
			d.exponent++
		}
		return
	}
	d.digits = d.digits*10 + uint64(digit)
	if fraction {
		d.exponent--
	}
}

// units expresses d in units of 10^-places, at most a hundredth of a unit away. The string is the code of
// what is wrong, "" if nothing is.
func (d decimal) units(places int) (uint64, string) {
	shift := d.exponent + places
	if d.digits == 0 {
		return 0, ""
	}
	if shift >= 0 {
		return d.multiplied(shift)
	}
	for -shift > maxDigits {
		d.digits /= 10
		shift++
		if d.digits == 0 {
			return 0, ""
		}
	}
	divisor := uint64(1)
	for range -shift {
		divisor *= 10
	}
	units, rest := d.digits/divisor, d.digits%divisor
	if rest > divisor-rest {
		units, rest = units+1, divisor-rest
	}
	if rest > divisor/100 {
		return 0, "money.too_fine"
	}
	if units > math.MaxInt64 {
		return 0, "money.too_large"
	}
	return units, ""
}

func (d decimal) multiplied(shift int) (uint64, string) {
	units := d.digits
	for range shift {
		if units > math.MaxInt64/10 {
			return 0, "money.too_large"
		}
		units *= 10
	}
	if units > math.MaxInt64 {
		return 0, "money.too_large"
	}
	return units, ""
}
