package money

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/problem"
)

func TestParseTyped(t *testing.T) {
	for text, want := range map[string]Fen{
		"12.5万": 12_500_000, "12.5万元": 12_500_000, "１２．５万元": 12_500_000, "3,000万元": 3_000_000_000, "1.2亿": 12_000_000_000, "2千": 200_000,
		"5百万": 500_000_000, "1千万元整": 1_000_000_000, "-3万": -3_000_000, "¥0.01万": 10_000, "12.345678万": 12_345_678, "0万": 0,
		"1234.5": 123_450, "1,234,567.89": 123_456_789, "1,234.50元": 123_450, "100元整": 10_000, " 1 234.50 ": 123_450, "￥88": 8_800,
	} {
		if got, err := ParseTyped(text); err != nil || got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseTypedRefuses(t *testing.T) {
	for text, code := range map[string]string{
		"": "empty", "万": "empty", "元": "empty", "十万": "not_a_number", "3万5": "not_a_number", "1万2千": "not_a_number", "12.5 万吨": "not_a_number",
		"12.3456789万": "too_fine", "0.005": "too_fine", "1,23万": "not_a_number", "999999999999亿": "too_large",
	} {
		if got, err := ParseTyped(text); !errors.Is(err, problem.New("money."+code)) || strings.Contains(err.Error(), "panic") {
			t.Errorf("%q: %d %v, want %s", text, got, err, code)
		}
	}
}

func TestTypedUnitsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fen := Fen(rapid.Int64Range(-1e15, 1e15).Draw(t, "fen"))
		sign, size := "", fen
		if fen < 0 {
			sign, size = "-", -fen
		}
		for _, text := range []string{fen.String(), fen.Plain(), fmt.Sprintf("%s%d.%06d万", sign, size/Wan, size%Wan), fmt.Sprintf("%s%d.%010d亿元", sign, size/(Wan*10_000), size%(Wan*10_000))} {
			if got, err := ParseTyped(text); err != nil || got != fen {
				t.Fatalf("%q is %d, %v; want %d", text, got, err, fen)
			}
		}
	})
}

func FuzzParseTyped(f *testing.F) {
	for _, text := range []string{"12.5万元", "1,234.50", "（3）千", "=\"1\"亿", "万万", "-"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fen, err := ParseTyped(text)
		if err != nil {
			return
		}
		if again, err := ParseTyped(fen.String()); err != nil || again != fen {
			t.Errorf("%q is %d, shown %s, read again %d %v", text, fen, fen, again, err)
		}
	})
}
