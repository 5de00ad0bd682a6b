package money

import (
	"encoding/json"
	"testing"

	"smartcanal/assets"
)

// TestProblemsAreWorded stands in for the check of literal codes, since the scanner hands its codes on.
func TestProblemsAreWorded(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		content, err := assets.Lang.ReadFile("lang/" + language + "/register.json")
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		if err := json.Unmarshal(content, &texts); err != nil {
			t.Fatal(err)
		}
		for _, code := range []string{"empty", "not_a_number", "too_fine", "too_large"} {
			if texts["problem.money."+code+".what"] == "" || texts["problem.money."+code+".do"] == "" {
				t.Errorf("%s: money.%s is not worded", language, code)
			}
		}
	}
}
