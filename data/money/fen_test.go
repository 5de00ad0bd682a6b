package money

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestWriting(t *testing.T) {
	for _, c := range []struct {
		f                   Fen
		grouped, plain, wan string
	}{
		{0, "0.00", "0.00", "0.00"},
		{5, "0.05", "0.05", "0.00"},
		{-5, "-0.05", "-0.05", "0.00"},
		{123456789, "1,234,567.89", "1234567.89", "123.46"},
		{-123456789, "-1,234,567.89", "-1234567.89", "-123.46"},
		{100000, "1,000.00", "1000.00", "0.10"},
		{5000, "50.00", "50.00", "0.01"},
		{-5000, "-50.00", "-50.00", "-0.01"},
		{4999, "49.99", "49.99", "0.00"},
		{1234567890000, "12,345,678,900.00", "12345678900.00", "1,234,567.89"},
		{math.MinInt64, "-92,233,720,368,547,758.08", "-92233720368547758.08", "-9,223,372,036,854.78"},
	} {
		if c.f.String() != c.grouped || c.f.Plain() != c.plain || c.f.Wan() != c.wan {
			t.Errorf("%d: %s %s %s", int64(c.f), c.f.String(), c.f.Plain(), c.f.Wan())
		}
	}
}

func TestPart(t *testing.T) {
	for _, c := range []struct {
		f     Fen
		bp    BasisPoints
		round Rounding
		want  Fen
	}{
		{4000 * Wan, 150, Down, 60 * Wan},
		{333, 5000, HalfAway, 167}, {333, 5000, Down, 166}, {333, 5000, Up, 167}, {332, 5000, Up, 166},
		{-333, 5000, HalfAway, -167}, {-333, 5000, Down, -166}, {-333, 5000, Up, -167},
		{math.MaxInt64, 10000, HalfAway, math.MaxInt64}, {math.MaxInt64, 20000, HalfAway, math.MaxInt64},
		{math.MaxInt64, math.MaxInt64, Up, math.MaxInt64}, {100, 0, Up, 0},
	} {
		if got := c.f.Part(c.bp, c.round); got != c.want {
			t.Errorf("%d of %d (%d) = %d, want %d", c.bp, c.f, c.round, got, c.want)
		}
	}
	if got := Fen(12000000).Times(90, 120, Down); got != 9000000 {
		t.Error(got)
	}
	if got := Fen(1).Times(1, 0, Up); got != 0 {
		t.Error(got)
	}
	if got := Fen(102750*100).RoundTo(Wan, Down); got != 10*Wan {
		t.Error(got)
	}
}

func TestPartsOfAWholeLieWithinItsBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fen(rapid.Int64().Draw(t, "fen"))
		bp := BasisPoints(rapid.Int64Range(0, 10000).Draw(t, "bp"))
		down, near, up := f.Part(bp, Down).magnitude(), f.Part(bp, HalfAway).magnitude(), f.Part(bp, Up).magnitude()
		if down > near || near > up || up-down > 1 || up > f.magnitude() {
			t.Fatalf("%d %d: %d %d %d", f, bp, down, near, up)
		}
	})
}

func TestBasisPoints(t *testing.T) {
	for text, want := range map[string]BasisPoints{"1.5%": 150, "１．５％": 150, "20": 2000, " 0.01 %": 1, "100%": 10000, "-3%": -300} {
		if got, err := ParseBasisPoints(text); err != nil || got != want {
			t.Errorf("%q: %d %v", text, got, err)
		}
	}
	for _, text := range []string{"", "%", "0.001%", "5元", "¥3", "x"} {
		if got, err := ParseBasisPoints(text); err == nil {
			t.Errorf("%q was read as %d", text, got)
		}
	}
	for bp, want := range map[BasisPoints]string{150: "1.5%", 2000: "20%", 1: "0.01%", 0: "0%", -300: "-3%", 10000: "100%"} {
		if bp.String() != want {
			t.Errorf("%d: %s", int64(bp), bp)
		}
	}
	if got := BasisPoints(150).Decimal(); got != "0.015" {
		t.Error(got)
	}
}
