package money

import (
	"strings"

	"golang.org/x/text/width"

	"smartcanal/data/problem"
)

// units are the words a person may put behind a number, by the zeros they stand for, longer ones first.
var units = []struct {
	word  string
	zeros int
}{{"千万", 7}, {"百万", 6}, {"亿", 8}, {"万", 4}, {"千", 3}}

// ParseTyped reads an amount as a person types it into a form: what Parse reads, and 12.5万, 3,000万元, 1.2亿. It is
// exact: 12.345678万 is 123,456.78 yuan, and one more digit is refused. Only files have their amounts in yuan for sure,
// which is why Parse refuses units.
//
// Problems: those of Parse.
func ParseTyped(text string) (Fen, error) {
	plain := strings.Join(strings.Fields(width.Narrow.String(text)), "")
	plain = strings.TrimSuffix(strings.TrimSuffix(plain, "整"), "元")
	zeros := 0
	for _, unit := range units {
		if before, is := strings.CutSuffix(plain, unit.word); is {
			plain, zeros = before, unit.zeros
			break
		}
	}
	d, code := scan(plain)
	if code == "" {
		var fen uint64
		d.exponent += zeros
		if fen, code = d.units(2); code == "" {
			return signed(fen, d.negative), nil
		}
	}
	return 0, problem.New(code, "text", text)
}
