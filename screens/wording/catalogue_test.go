package wording

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"smartcanal/assets"
)

var placeholder = regexp.MustCompile(`\{[a-z_A-Z]+\}`)

func TestBothLanguagesSayTheSame(t *testing.T) {
	zh, en := load(Chinese), load(English)
	for key, text := range zh {
		if _, ok := en[key]; !ok {
			t.Errorf("%s is not worded in English", key)
		} else if a, b := blanks(text), blanks(en[key]); a != b {
			t.Errorf("%s: placeholders %s in Chinese, %s in English", key, a, b)
		}
	}
	for key := range en {
		if _, ok := zh[key]; !ok {
			t.Errorf("%s is not worded in Chinese", key)
		}
	}
}

func TestFragmentsAreReadableAndDoNotOverlap(t *testing.T) {
	for _, language := range []string{Chinese, English} {
		owner := map[string]string{}
		names, _ := fs.Glob(assets.Lang, "lang/"+language+"/*.json")
		for _, name := range names {
			fragment, err := read(name)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for key := range fragment {
				if other, taken := owner[key]; taken {
					t.Errorf("%s is in %s and %s", key, other, name)
				}
				owner[key] = name
			}
		}
	}
}

// TestEveryKeyInTheCodeIsWorded reads the sources for literal keys and problem codes.
func TestEveryKeyInTheCodeIsWorded(t *testing.T) {
	texts := load(Chinese)
	text := regexp.MustCompile(`wording\.Text\(\s*"([^"]+)"`)
	code := regexp.MustCompile(`problem\.New\(\s*"([^"]+)"`)
	eachSource(t, func(path, source string) {
		for _, found := range text.FindAllStringSubmatch(source, -1) {
			if _, ok := texts[found[1]]; !ok && !strings.HasSuffix(found[1], ".") {
				t.Errorf("%s: key %s has no wording", path, found[1])
			}
		}
		for _, found := range code.FindAllStringSubmatch(source, -1) {
			for _, part := range []string{".what", ".do"} {
				if _, ok := texts["problem."+found[1]+part]; !ok {
					t.Errorf("%s: problem %s has no %s", path, found[1], part[1:])
				}
			}
		}
	})
}

func eachSource(t *testing.T, visit func(path, source string)) {
	t.Helper()
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && (name == ".git" || name == "build") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			visit(path, uncomment(string(content)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func uncomment(source string) string {
	return regexp.MustCompile(`(?m)//.*$`).ReplaceAllString(source, "")
}

func blanks(text string) string {
	found := placeholder.FindAllString(text, -1)
	sort.Strings(found)
	return strings.Join(found, " ")
}
