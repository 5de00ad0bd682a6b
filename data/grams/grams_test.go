package grams

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{"": "", "abc-12": "abc-12", "ＡＢ（运河）　１": "ab(运河) 1", "ÄB\tC": "äb c"} {
		if got := Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPairs(t *testing.T) {
	for text, want := range map[string]string{"运河茶": "运河 河茶 茶", "a-b": "a b", "": "", "(9x)": "9x x"} {
		if got := Pairs(text); got != want {
			t.Errorf("Pairs(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMatch(t *testing.T) {
	for text, want := range map[string]string{"运河茶": `"运河" AND "河茶"`, "茶": `"茶" *`, "a-bc": `"a" * AND "bc"`, "-": ""} {
		if got := Match(Words(text)); got != want {
			t.Errorf("Match(%q) = %q, want %q", text, got, want)
		}
	}
}

// letters are few, so that drawn texts hold each other often.
var letters = rapid.SliceOfN(rapid.SampledFrom([]rune("019az-运河茶 \n")), 0, 24)

// TestWhatATextHoldsIsSought: no text that holds the words is passed over by its codes.
func TestWhatATextHoldsIsSought(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(letters.Draw(t, "text"))
		runes := []rune(text)
		from := rapid.IntRange(0, len(runes)).Draw(t, "from")
		to := rapid.IntRange(from, len(runes)).Draw(t, "to")
		words := Words(string(runes[from:to]))
		if len(words) == 0 {
			return
		}
		has := map[Code]bool{}
		Codes(text, func(c Code) {
			has[c] = true
			if c >= 1<<CodeBits || c < character && c >= Latin {
				t.Fatalf("code %x is out of bounds", c)
			}
		})
		sought := Seek(words)
		for _, code := range sought.All {
			if !has[code] {
				t.Fatalf("%q holds %q but not %x", text, words, code)
			}
		}
		for _, span := range sought.Spans {
			if !hasOne(has, span) {
				t.Fatalf("%q holds %q but nothing from %x to %x", text, words, span.Least, span.Most)
			}
		}
		if len(sought.All)+len(sought.Spans) == 0 {
			t.Fatalf("nothing is sought for %q", words)
		}
	})
}

func hasOne(has map[Code]bool, span Span) bool {
	for code := range has {
		if span.Least <= code && code <= span.Most {
			return true
		}
	}
	return false
}

// TestAnEdgeIsAPiece: what ends with 2 does not come up for 2两.
func TestAnEdgeIsAPiece(t *testing.T) {
	has := map[Code]bool{}
	Codes("a2 12\n茶2斤", func(c Code) { has[c] = true })
	for word, want := range map[string]bool{"2斤": true, "2两": false, "茶2": true, "茶2斤": true} {
		all := true
		for _, code := range Seek([]string{word}).All {
			all = all && has[code]
		}
		if all != want {
			t.Errorf("%s: %v", word, all)
		}
	}
}

func TestFourDigitsAreOnePiece(t *testing.T) {
	s := Seek([]string{"2026"})
	if len(s.All) != 1 || len(s.Spans) != 0 {
		t.Fatalf("Seek(2026) = %+v", s)
	}
	found := 0
	Codes("4200002026110", func(c Code) {
		if c == s.All[0] {
			found++
		}
	})
	if found != 1 {
		t.Errorf("found %d times", found)
	}
}

func TestHold(t *testing.T) {
	if !Hold("运河茶叶", Words("茶叶 运河")) || Hold("运河茶叶", Words("茶叶 酒")) {
		t.Error("all words must be held")
	}
	if got := Join("运河", "", "A\nB"); got != "运河\na b" || strings.Count(got, "\n") != 1 {
		t.Errorf("Join = %q", got)
	}
}
