package pinyin

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSpellings(t *testing.T) {
	for text, want := range map[string][3]string{
		"运河区":     {"yhq", "yunhequ", "yhq yho yunhequ"},
		"A1（河北）ｘ": {"a1hb", "a1hebei", "a1hb a1hebei"},
		"":        {"", "", ""},
		"——":      {"", "", ""},
		"x":       {"x", "x", "x"},
		"绿":       {"l", "lv", "l lv"},
	} {
		if got := [3]string{Initials(text), Full(text), Keys(text)}; got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	for text, key := range map[string]string{"长沙": "cs", "重庆": "cq", "银行": "yh"} {
		if !strings.Contains(" "+Keys(text)+" ", " "+key+" ") {
			t.Errorf("%s is not found by %s: %s", text, key, Keys(text))
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        int
	}{
		{"运河区", "yunhe", 0}, {"运河区", "yhq", 0}, {"运河区", "yunhq", 0}, {"运河区", "yheq", 0}, {"运河区", "heq", 1},
		{"运河区", "yunheq", 0}, {"运河区", "yunheqv", -1}, {"运河区", "yz", -1}, {"长沙市", "changsha", 0}, {"长沙市", "zs", 0},
		{"西安市", "xian", 0}, {"县", "xian", 0}, {"", "a", -1}, {"运河区", "yhqq", -1},
	} {
		if got := Spell(c.text).Match(c.query); got != c.want {
			t.Errorf("%s by %s: %d, want %d", c.text, c.query, got, c.want)
		}
	}
}

func TestAWordIsFoundByAnyMixOfSyllablesAndInitials(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("运河区沧州市长沙重庆绿安西县商贸")), 1, 8, -1).Draw(t, "text")
		query := ""
		for _, r := range text {
			one := rapid.SampledFrom(readings(r)).Draw(t, "reading")
			query += one[:rapid.SampledFrom([]int{1, len(one)}).Draw(t, "length")]
		}
		if Spell(text).Match(query) != 0 {
			t.Fatalf("%s not by %s", text, query)
		}
		if keys := Keys(text); strings.Count(keys, " ") > maxSpellings {
			t.Fatal(keys)
		}
	})
}
