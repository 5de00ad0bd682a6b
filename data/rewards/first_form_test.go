package rewards

import (
	"os"
	"strings"
	"testing"

	"smartcanal/data/store"
)

// TestTracesOfTheFirstFormComputeToThemselves has traces as an earlier program froze them: crossings with a
// grant beside, a percentage of a declared fee, a gate that was not passed, a year declared before the statements.
func TestTracesOfTheFirstFormComputeToThemselves(t *testing.T) {
	frozen, err := os.ReadFile("testdata/first-form-traces.jsonl")
	must(t, err)
	for _, text := range strings.Split(strings.TrimSpace(string(frozen)), "\n") {
		was, err := Thaw(text)
		must(t, err)
		is, err := was.Again()
		must(t, err)
		if differences := Compare(was, is); is.Amount != was.Amount || len(differences) > 0 {
			t.Errorf("%s: %s is now %s, %d steps differ: %+v", was.Rule().Title, was.Amount, is.Amount, len(differences), differences)
		}
		for i := range was.Steps {
			if was.Steps[i].Title() != is.Steps[i].Title() || was.Steps[i].Outcome() != is.Steps[i].Outcome() {
				t.Errorf("%q %q", was.Steps[i].Title(), is.Steps[i].Title())
			}
		}
	}
}

// TestRulesOfTheFirstFormMeanWhatTheyDid has the default measure's two rules as an earlier program kept them.
func TestRulesOfTheFirstFormMeanWhatTheyDid(t *testing.T) {
	o := newOffice(t)
	old := map[string][2]string{
		"网络零售额突破奖": {"first_crossing", `{"thresholds":[{"fen":500000000,"strict":false},{"fen":1000000000,"strict":false},{"fen":5000000000,"strict":false}],"amounts_fen":[5000000,10000000,20000000]}`},
		"代运营服务补贴":  {"percentage", `{"of":"declared","name":"代运营服务费","rate_bp":2000,"cap_fen":5000000}`},
	}
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		for title, kept := range old {
			if err := tx.Exec("UPDATE reward_rules SET kind = ?, terms = ? WHERE title = ?", kept[0], kept[1], title).Error; err != nil {
				return err
			}
		}
		return nil
	}))
	schemes, err := o.Schemes(t.Context())
	must(t, err)
	for i, rule := range schemes[0].Rules {
		if got, want := schemes[0].Reading(rule), o.scheme.Reading(o.scheme.Rules[i]); got != want || rule.Kind != o.scheme.Rules[i].Kind {
			t.Errorf("%s\n%s", got, want)
		}
	}
	if claim := o.claim(t); claim.Amount != 10*wan {
		t.Errorf("%s", claim.Amount)
	}
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return store.Update(tx, &schemes[0].Rules[1]) }))
	again, err := o.Scheme(t.Context(), schemes[0].ID)
	must(t, err)
	if again.Rules[1].Kind != ShareKind || again.Rules[1].Cap != Quantity(5*wan) {
		t.Errorf("%+v", again.Rules[1])
	}
}
