package money

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCapitals(t *testing.T) {
	for f, want := range map[Fen]string{
		// The examples of the rules themselves.
		140950:   "壹仟肆佰零玖元伍角",
		600714:   "陆仟零柒元壹角肆分",
		168032:   "壹仟陆佰捌拾元零叁角贰分",
		10700053: "壹拾万柒仟元零伍角叁分",
		1640902:  "壹万陆仟肆佰零玖元零贰分",
		32504:    "叁佰贰拾伍元零肆分",
		// The rest by the same rules.
		0: "零元整", 5: "伍分", 30: "叁角", 35: "叁角伍分", 100: "壹元整", 1000: "壹拾元整", 12345: "壹佰贰拾叁元肆角伍分",
		-12345: "负壹佰贰拾叁元肆角伍分", 10000500: "壹拾万零伍元整", 100070000: "壹佰万零柒佰元整", 10000500000: "壹亿零伍仟元整",
		10000000000: "壹亿元整", 105000000000: "壹拾亿伍仟万元整", 100000000000000: "壹万亿元整", 100000500000000: "壹万亿零伍佰万元整", 100050000000000: "壹万零伍亿元整",
		123450000000000: "壹万贰仟叁佰肆拾伍亿元整", 100000000000100: "壹万亿零壹元整", 100010000: "壹佰万零壹佰元整", 10100: "壹佰零壹元整",
		math.MaxInt64: "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分",
	} {
		if got := f.Capitals(); got != want {
			t.Errorf("%s: %s, want %s", f, got, want)
		}
	}
}

func TestCapitalsAreNeverEqualNorDoublyZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Fen(rapid.Int64().Draw(t, "a"))
		b := Fen(rapid.Int64().Draw(t, "b"))
		if (a == b) != (a.Capitals() == b.Capitals()) {
			t.Fatalf("%s and %s: %s", a, b, a.Capitals())
		}
		if strings.Contains(a.Capitals(), "零零") {
			t.Fatal(a.Capitals())
		}
	})
}
