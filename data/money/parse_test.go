package money

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/problem"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]Fen{
		"0": 0, "0.00": 0, "-0": 0, "123.45": 12345, "-0.01": -1, "5": 500, "5.1": 510, ".5": 50, "5.": 500,
		"¥1,234.50": 123450, "￥ 88": 8800, "-¥12.00": -1200, "¥-12.00": -1200, "＋3": 300,
		"1,234,567.89": 123456789, "１，２３４．５０": 123450, "（12.00）": -1200, "(3)": -300,
		"－7.7": -770, "−7.7": -770, "\t123.45 ": 12345, "\ufeff1": 100, "'88": 8800, `="88.00"`: 8800, "12元": 1200,
		"¥12.30元": 1230, "548.58000000000004": 54858, "0.29999999999999999": 30, "1.5E+3": 150000, "1.2345678E7": 1234567800,
		"5.6E-17": 0, "1E-30": 0, "12.3400000000000000000000001": 1234, "92233720368547758.07": 9223372036854775807,
		"00012.30": 1230, "0E9": 0, "0.00000000000000000000": 0, "000000000000000000000000.07": 7, "3E-01": 30,
	} {
		got, err := Parse(text)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, code := range map[string]string{
		"": "empty", " \t": "empty", `=""`: "empty", "-": "not_a_number", "¥": "not_a_number", ".": "not_a_number",
		"abc": "not_a_number", "1.2.3": "not_a_number", "--1": "not_a_number", "(-1)": "not_a_number", "¥¥1": "not_a_number",
		"1,23": "not_a_number", "1,2345.00": "not_a_number", "1234,567": "not_a_number", ",123": "not_a_number", "1,": "not_a_number",
		"12万元": "not_a_number", "1E": "not_a_number", "1E+": "not_a_number", "1E+12345": "not_a_number", "1e5x": "not_a_number",
		"0.005": "too_fine", "123.456": "too_fine", "0.0002": "too_fine", "-5.6E-3": "too_fine",
		"92233720368547758.08": "too_large", "1E+20": "too_large", "99999999999999999999999999": "too_large", "1E999": "too_large",
		"-.": "not_a_number", "NaN": "not_a_number", "Inf": "not_a_number", "1 2": "not_a_number", "1\x00": "not_a_number",
	} {
		_, err := Parse(text)
		if !errors.Is(err, problem.New("money."+code)) {
			t.Errorf("Parse(%q): %v; want %s", text, err, code)
		}
	}
}

func TestParseFine(t *testing.T) {
	for text, want := range map[string]int64{
		"0.00012": 12, "-0.02400": -2400, "1.23456": 123456, "¥1,000.5": 100050000, "0.10000000000000001": 10000,
	} {
		if got, err := ParseFine(text); err != nil || got != want {
			t.Errorf("ParseFine(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
	if _, err := ParseFine("0.000005"); !errors.Is(err, problem.New("money.too_fine")) {
		t.Error(err)
	}
}

func TestParseReadsWhatStringWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fen(rapid.Int64Range(-1<<63+1, 1<<63-1).Draw(t, "fen"))
		full := strings.NewReplacer("-", "－", ".", "．", ",", "，").Replace(f.String())
		for _, text := range []string{f.String(), f.Plain(), `="` + f.Plain() + `"`, "¥" + f.String(), f.Plain() + "元", full, f.Plain() + "000"} {
			if got, err := Parse(text); err != nil || got != f {
				t.Fatalf("Parse(%q) = %d, %v; want %d", text, got, err, f)
			}
		}
	})
}

func TestBothPathsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?[0-9.,]{0,19}`).Draw(t, "text")
		fast, ok := parsePlain(text)
		slow, err := parseUnits(text, 2)
		if ok && (err != nil || int64(fast) != slow) {
			t.Fatalf("%q: %d and %d, %v", text, fast, slow, err)
		}
	})
}

func TestParseAllocatesNothing(t *testing.T) {
	for _, text := range []string{"123.45", "¥1,234.50", "548.58000000000004", `="88.00"`} {
		if n := testing.AllocsPerRun(100, func() { _, _ = Parse(text) }); n != 0 {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"123.45", "¥1,234.50", "1.5E+3", "（12.00）", `="8"`, "－７．７元"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		amount, err := Parse(text)
		if err != nil {
			return
		}
		if again, err := Parse(amount.Plain()); err != nil || again != amount {
			t.Fatalf("%q gave %d, and that read again %d, %v", text, amount, again, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"123.45", "548.58000000000004", "¥1,234.50"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				_, _ = Parse(text)
			}
		})
	}
}
