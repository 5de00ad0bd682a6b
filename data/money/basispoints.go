package money

import (
	"strconv"
	"strings"

	"smartcanal/data/problem"
)

// BasisPoints is a rate in hundredths of a percent: 1.5 % is 150.
type BasisPoints int64

// WholeInBasisPoints is 100 %.
const WholeInBasisPoints BasisPoints = 10_000

// ParseBasisPoints reads a rate in percent, "1.5", "1.5%" or "１.５％", to a hundredth of a percent.
// The errors are those of Parse.
func ParseBasisPoints(text string) (BasisPoints, error) {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimSuffix(text, "%"), "％")
	hundredths, err := Parse(text)
	if err == nil && strings.ContainsAny(text, "¥￥元") {
		err = problem.New("money.not_a_number", "text", text)
	}
	return BasisPoints(hundredths), err
}

// String writes percent without superfluous zeros: 1.5%, 20%.
func (bp BasisPoints) String() string {
	text := Fen(bp).Plain()
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	return text + "%"
}

// Decimal is the rate as a fraction of one, for workbook cells formatted as percent: 0.015.
func (bp BasisPoints) Decimal() string {
	return strconv.FormatFloat(float64(bp)/float64(WholeInBasisPoints), 'f', -1, 64)
}
