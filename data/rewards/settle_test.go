package rewards

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/money"
)

// contested is a measure in which everything that happens between claims happens: exclusions of all kinds, caps, a
// rank, a clause's budget and the measure's, rounding.
func contested(t *rapid.T) Scheme {
	yuan := func(label string, most int64) Quantity {
		return Quantity(rapid.Int64Range(1, most).Draw(t, label)) * Quantity(wan)
	}
	scheme := schemeOf(yunhe, rapid.SampledFrom([]money.Fen{0, 20 * wan, 40 * wan}).Draw(t, "yearly cap"))
	add := func(title string, says Says) {
		scheme.Rules = append(scheme.Rules, Rule{Clause: "第七条", Title: title, Kind: says.Terms.Kind(), Says: says})
	}
	add("分档", Says{Terms: &Tiers{Of: onlineSales, Thresholds: []Threshold{reach(100 * wan), reach(300 * wan)}, Amounts: []Quantity{Quantity(wan), Quantity(2 * wan)}}})
	add("补贴", share("费用", 20_00, 5*wan))
	add("活动", func() Says { s := share("费用", 50_00, 0); s.YearCap, s.Several = Quantity(10*wan), true; return s }())
	add("比例", share("", 1_00, 20*wan))
	if rapid.Bool().Draw(t, "ranked") {
		scheme.Rules[1].Rank = &Rank{By: onlineSales, Top: rapid.IntRange(1, 3).Draw(t, "top")}
	}
	if rapid.Bool().Draw(t, "clause budget") {
		scheme.Rules[2].Budget = &Allotment{Amount: yuan("clause's budget", 10), Over: ProRata}
	}
	if rapid.Bool().Draw(t, "budget") {
		scheme.Budget = &Allotment{Amount: yuan("budget", 60), Over: ProRata}
	}
	scheme.Round = rapid.SampledFrom([]Quantity{0, Quantity(money.Yuan), Quantity(100 * money.Yuan), Quantity(wan)}).Draw(t, "round")
	keeps := rapid.SampledFrom([][]Exclusion{nil,
		{{KeepHighest, []string{"分档", "网络零售额突破奖"}}},
		{{KeepChosen, []string{"补贴", "比例", "活动"}}, {KeepFirst, []string{"网络零售额突破奖", "分档"}}},
		{{KeepFirst, []string{"比例", "分档", "活动"}}}}).Draw(t, "exclusions")
	scheme.Exclusions = keeps
	return scheme
}

// claims are some of several enterprises under the rules of a scheme; those of 活动 come twice.
func claims(t *rapid.T, scheme *Scheme) []Case {
	var cases []Case
	for organization := range rapid.IntRange(1, 5).Draw(t, "enterprises") {
		e := anyEvidence(t)
		e.OrganizationID, e.Granted, e.Base = int64(organization+1), nil, 0
		e.Declared = map[string]Quantity{"费用": Quantity(rapid.Int64Range(0, 60*int64(wan)).Draw(t, "cost"))}
		for place := range scheme.Rules {
			for range 1 + rapid.IntRange(0, 1).Draw(t, "more") {
				if rapid.Bool().Draw(t, "claims") {
					id := int64(len(cases) + 1)
					cases = append(cases, Case{Rule: place, ClaimID: id, Number: string(rune('a' + id)), Evidence: e})
				}
				if !scheme.Rules[place].Several {
					break
				}
			}
		}
	}
	return cases
}

func settled(t rapid.TB, scheme Scheme, cases []Case) map[int64]Ruling {
	rulings, err := Settle(scheme, cases)
	if err != nil {
		t.Fatal(err)
	}
	byClaim := map[int64]Ruling{}
	for _, o := range rulings {
		byClaim[o.ClaimID] = o
	}
	return byClaim
}

func TestTheOrderOfClaimsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme := contested(t)
		cases := claims(t, &scheme)
		if len(cases) == 0 {
			return
		}
		first := settled(t, scheme, cases)
		second := settled(t, scheme, rapid.Permutation(cases).Draw(t, "order"))
		for id, o := range first {
			if !reflect.DeepEqual(o.Evidence, second[id].Evidence) || o.Amount != second[id].Amount {
				t.Fatalf("claim %d: %s and %s\n%+v\n%+v", id, o.Amount, second[id].Amount, o.Evidence, second[id].Evidence)
			}
		}
	})
}

// TestASettledClaimComputesToItself: what Settle found is in the evidence, so that the trace of one claim alone
// comes to the same, also after it was frozen.
func TestASettledClaimComputesToItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme := contested(t)
		for _, o := range settled(t, scheme, claims(t, &scheme)) {
			trace, err := o.Trace(scheme)
			if err != nil || trace.Amount != o.Amount {
				t.Fatalf("%s settled, %s computed, %v\n%+v", o.Amount, trace.Amount, err, trace)
			}
			frozen, err := trace.Freeze()
			if err != nil {
				t.Fatal(err)
			}
			thawed, err := Thaw(frozen)
			if err != nil {
				t.Fatal(err)
			}
			again, err := thawed.Again()
			if err != nil || len(Compare(thawed, again)) > 0 || again.Amount != o.Amount {
				t.Fatalf("%s again, %v\n%+v", again.Amount, err, Compare(thawed, again))
			}
		}
	})
}

func TestBudgetsAndCapsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme := contested(t)
		cases := claims(t, &scheme)
		free := scheme
		free.Budget = nil
		var paid, clause money.Fen
		enterprise := map[int64]money.Fen{}
		uncut := settled(t, free, cases)
		unit := max(1, scheme.Round.Fen())
		var wanted money.Fen
		for _, o := range uncut {
			wanted += o.Amount
		}
		for id, o := range settled(t, scheme, cases) {
			paid += o.Amount
			enterprise[o.Evidence.OrganizationID] += o.Amount
			if o.Rule == 2 {
				clause += o.Amount
			}
			if o.Amount < 0 || o.Amount > uncut[id].Amount || scheme.Round > 0 && o.Amount%unit != 0 {
				t.Fatalf("claim %d: %s of %s", id, o.Amount, uncut[id].Amount)
			}
		}
		if scheme.Budget != nil && paid > scheme.Budget.Amount.Fen() {
			t.Fatalf("%s paid of %s", paid, scheme.Budget.Amount)
		}
		if budget := scheme.Rules[2].Budget; budget != nil && clause > budget.Amount.Fen() {
			t.Fatalf("%s paid of the clause's %s", clause, budget.Amount)
		}
		for id, fen := range enterprise {
			if scheme.YearlyCap > 0 && fen > scheme.YearlyCap {
				t.Fatalf("enterprise %d got %s", id, fen)
			}
		}
	})
}

// TestProRataLosesLessThanAUnit: shares come to the budget but for less than one unit of rounding for each claim.
func TestProRataLosesLessThanAUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme := schemeOf(share("费用", 50_00, 100*wan), 0)
		scheme.Budget = &Allotment{Amount: Quantity(rapid.Int64Range(1, 300).Draw(t, "budget")) * Quantity(wan), Over: ProRata}
		scheme.Round = rapid.SampledFrom([]Quantity{0, Quantity(money.Yuan), Quantity(wan)}).Draw(t, "round")
		var cases []Case
		for i := range rapid.IntRange(1, 30).Draw(t, "claims") {
			cost := Quantity(rapid.Int64Range(1, 300*int64(wan)).Draw(t, "cost"))
			cases = append(cases, Case{ClaimID: int64(i + 1), Evidence: nothing(asNumber(int64(i+1)), func(e *Evidence) { e.Declared = map[string]Quantity{"费用": cost} })})
		}
		var paid, wanted money.Fen
		for _, c := range cases {
			trace, err := Compute(schemeOf(share("费用", 50_00, 100*wan), 0), scheme.Rules[0], c.Evidence)
			if err != nil {
				t.Fatal(err)
			}
			wanted += trace.Amount
		}
		for _, o := range settled(t, scheme, cases) {
			paid += o.Amount
		}
		owed := min(wanted, scheme.Budget.Amount.Fen())
		if unit := max(1, scheme.Round.Fen()); paid > owed || owed-paid >= unit*money.Fen(len(cases))+1 {
			t.Fatalf("%s paid of %s", paid, owed)
		}
	})
}

// TestMoreVerifiedSalesNeverLowerAnAmount goes through the rules of the library that count sales and neither exclude nor rank.
func TestMoreVerifiedSalesNeverLowerAnAmount(t *testing.T) {
	all, err := Library()
	must(t, err)
	rapid.Check(t, func(t *rapid.T) {
		scheme := rapid.SampledFrom(all).Draw(t, "scheme")
		rule := rapid.SampledFrom(scheme.Rules).Draw(t, "rule")
		e := anyEvidence(t)
		e.Part = rapid.SampledFrom(rule.Cycle.Parts()).Draw(t, "part")
		knows(AboveQuota, NewlyCounted)(&e)
		e.Facts["age"], e.Declared = 20*One, map[string]Quantity{}
		for _, m := range rule.Declares() {
			e.Declared[m.Name] = Quantity(rapid.Int64Range(0, 9000*int64(wan)).Draw(t, m.Name))
		}
		e.Units = []ListedUnit{}
		less, err := Compute(scheme, rule, e)
		if err != nil {
			t.Fatal(err)
		}
		e.Months = append(e.Months, MonthSales{202601 + rapid.IntRange(0, 11).Draw(t, "month"), "douyin", money.Fen(rapid.Int64Range(0, 5000*int64(wan)).Draw(t, "more"))})
		more, err := Compute(scheme, rule, e)
		if err != nil || more.Amount < less.Amount {
			t.Fatalf("%s: %s from %s, %s from more, %v", rule.Title, less.Amount, less.Evidence.Verified(), more.Amount, err)
		}
	})
}

// TestTheDocumentedFileIsRead keeps the description of the format in step with what is read.
func TestTheDocumentedFileIsRead(t *testing.T) {
	text, err := os.ReadFile("../../assets/docs/reward-scheme-format.md")
	must(t, err)
	_, example, found := strings.Cut(string(text), "```json\n")
	example, _, closed := strings.Cut(example, "```")
	scheme, err := ReadScheme([]byte(example))
	if !found || !closed || err != nil || scheme.Rules[0].Most() != 5*wan {
		t.Errorf("%+v, %v", scheme, err)
	}
	for _, fact := range Facts {
		if !strings.Contains(string(text), "`"+string(fact)+"`") {
			t.Errorf("%s is not described", fact)
		}
	}
	for _, kind := range Kinds {
		if !strings.Contains(string(text), "`"+string(kind)+"`") {
			t.Errorf("%s is not described", kind)
		}
	}
	for _, unit := range Units {
		if !strings.Contains(string(text), "`"+string(unit)+"`") {
			t.Errorf("%s is not described", unit)
		}
	}
}
