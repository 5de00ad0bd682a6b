package statement

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"smartcanal/assets"
)

var codeInSource = regexp.MustCompile(`"(statement\.[a-z_]+)"`)

// TestCodesAreWorded looks for every code of the sources, and every format, in both languages.
func TestCodesAreWorded(t *testing.T) {
	var keys []string
	for _, format := range Formats() {
		keys = append(keys, "format."+format)
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		content, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range codeInSource.FindAllStringSubmatch(string(content), -1) {
			keys = append(keys, "problem."+found[1]+".what", "problem."+found[1]+".do")
		}
	}
	for _, language := range []string{"zh", "en"} {
		content, err := assets.Lang.ReadFile("lang/" + language + "/statement.json")
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		if err := json.Unmarshal(content, &texts); err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if texts[key] == "" {
				t.Errorf("%s: %s has no wording", language, key)
			}
		}
	}
}
