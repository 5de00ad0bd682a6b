package rewards

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"smartcanal/assets"
	"smartcanal/data/money"
	"smartcanal/data/problem"
)

func codeOf(err error) string {
	if err == nil {
		return ""
	}
	return problem.Of(err).Code
}

func crossing(thresholds []Threshold, amounts ...money.Fen) Terms {
	return &FirstCrossing{thresholds, amounts}
}

// TestTermsThatContradictThemselvesAreRefused has, first, the clause that was published with four thresholds and three amounts.
func TestTermsThatContradictThemselvesAreRefused(t *testing.T) {
	asPublished := []Threshold{{500 * wan, false}, {1000 * wan, false}, {3000 * wan, false}, {5000 * wan, false}}
	two := []Threshold{{500 * wan, false}, {1000 * wan, false}}
	for _, c := range []struct {
		terms Terms
		code  string
	}{
		{crossing(asPublished, 5*wan, 10*wan, 20*wan), "rewards.tiers_uneven"},
		{crossing(nil), "rewards.no_tiers"},
		{crossing([]Threshold{{1000 * wan, false}, {500 * wan, false}}, 5*wan, 10*wan), "rewards.tiers_not_ascending"},
		{crossing([]Threshold{{500 * wan, false}, {500 * wan, false}}, 5*wan, 10*wan), "rewards.tiers_not_ascending"},
		{crossing([]Threshold{{500 * wan, true}, {500 * wan, false}}, 5*wan, 10*wan), "rewards.tiers_not_ascending"},
		{crossing(two, 10*wan, 5*wan), "rewards.amounts_not_ascending"},
		{crossing(two, 5*wan, 5*wan), "rewards.amounts_not_ascending"},
		{crossing(two, 0, 5*wan), "rewards.tier_not_positive"},
		{crossing([]Threshold{{-1, false}}, wan), "rewards.tier_not_positive"},
		{crossing(two, 5*wan, 21*wan), "rewards.yearly_cap_below_rule"},
		{&Percentage{Of: "guessed", Rate: 100, Cap: wan}, "rewards.unknown_base"},
		{&Percentage{Of: OfDeclared, Rate: 100, Cap: wan}, "rewards.base_unnamed"},
		{&Percentage{Of: OfVerified, Rate: 0, Cap: wan}, "rewards.rate_out_of_range"},
		{&Percentage{Of: OfVerified, Rate: 10001, Cap: wan}, "rewards.rate_out_of_range"},
		{&Percentage{Of: OfVerified, Rate: 100}, "rewards.cap_not_positive"},
		{&Percentage{Of: OfVerified, Rate: 100, Cap: wan, Gate: &Threshold{}}, "rewards.gate_not_positive"},
		{&Percentage{Of: OfVerified, Rate: 100, Cap: 30 * wan}, "rewards.yearly_cap_below_rule"},
	} {
		err := schemeOf(c.terms, 20*wan).Check()
		if codeOf(err) != c.code {
			t.Errorf("%+v: %v, want %s", c.terms, err, c.code)
		}
	}
}

func TestTheUnevenClauseSaysHowMany(t *testing.T) {
	text := `{"form":"smartcanal-reward-scheme/1","title":"办法","doc_number":"","from_year":2026,"to_year":2026,"yearly_cap_fen":0,
		"rules":[{"clause":"第五条","title":"突破奖","kind":"first_crossing","terms":{"thresholds":[{"fen":1,"strict":false},{"fen":2,"strict":false}],"amounts_fen":[1]}}]}`
	_, err := ReadScheme([]byte(text))
	p := problem.Of(err)
	if p.Code != "rewards.tiers_uneven" || p.Args["thresholds"] != "2" || p.Args["amounts"] != "1" || p.Where.Column != "第五条" {
		t.Errorf("%v", err)
	}
}

func TestReadSchemeRefuses(t *testing.T) {
	good := string(assets.RewardScheme)
	for _, c := range []struct{ old, new, code string }{
		{`"rate_bp": 2000,`, `"rate_bp": 2000`, "rewards.scheme_unreadable"},
		{`"rate_bp"`, `"rate"`, "rewards.scheme_field"},
		{`"rate_bp": 2000`, `"rate_bp": "20%"`, "rewards.scheme_field"},
		{`scheme/1`, `scheme/9`, "rewards.scheme_form"},
		{`"percentage"`, `"lottery"`, "rewards.unknown_kind"},
		{`"电子商务发展奖励办法"`, `" "`, "rewards.scheme_untitled"},
		{`"to_year": 2029`, `"to_year": 2024`, "rewards.scheme_years"},
		{`"yearly_cap_fen": 2`, `"yearly_cap_fen": -2`, "rewards.yearly_cap_negative"},
		{`"代运营服务补贴"`, `""`, "rewards.rule_untitled"},
	} {
		broken := strings.Replace(good, c.old, c.new, 1)
		if broken == good {
			t.Fatalf("%q is not in the template", c.old)
		}
		if _, err := ReadScheme([]byte(broken)); codeOf(err) != c.code {
			t.Errorf("%q: %v, want %s", c.new, err, c.code)
		}
	}
	_, err := ReadScheme([]byte(strings.Replace(good, `"rate_bp": 2000,`, `"rate_bp": 2000`, 1)))
	if line := problem.Of(err).Args["line"]; line != "31" {
		t.Errorf("the missing comma shows at line %s", line)
	}
	twice := schemeOf(yunhe, 0)
	twice.Rules = append(twice.Rules, twice.Rules[0])
	if err := twice.Check(); codeOf(err) != "rewards.clause_twice" {
		t.Error(err)
	}
	if err := (Scheme{Title: "办法", FromYear: 2026, ToYear: 2026}).Check(); codeOf(err) != "rewards.no_rules" {
		t.Error(err)
	}
	if _, err := ReadScheme(append([]byte(good), "{}"...)); codeOf(err) != "rewards.scheme_unreadable" {
		t.Error(err)
	}
}

func TestAClauseIsReadBack(t *testing.T) {
	for _, c := range []struct {
		terms Terms
		want  string
	}{
		{yunhe, "企业当年线上核实网络零售额首次达到 500 万元的，奖励 5 万元；首次达到 1,000 万元的，奖励 10 万元；首次达到 5,000 万元的，奖励 20 万元。" +
			"同一年度符合多档的，按最高一档奖励，不重复计算。每家企业每年所得各类奖励合计不超过 120 万元。"},
		{liulin, "企业当年线上核实网络零售额首次达到 5 万元的，奖励 2,000 元。每家企业每年所得各类奖励合计不超过 120 万元。"},
		{agency, "企业当年线上核实网络零售额达到 100 万元的，按实际支出的代运营服务费的 20% 给予补贴，每年最高 5 万元。每家企业每年所得各类奖励合计不超过 120 万元。"},
		{live, "企业当年线上核实网络零售额超过 500 万元的，按该零售额的 1.5% 给予补贴，每年最高 100 万元。每家企业每年所得各类奖励合计不超过 120 万元。"},
	} {
		scheme := schemeOf(c.terms, 120*wan)
		if got := scheme.Reading(scheme.Rules[0]); got != c.want {
			t.Errorf("\n%s\n%s", got, c.want)
		}
	}
}

func TestTheDefaultSchemeComesBackFromItsFile(t *testing.T) {
	scheme, err := DefaultScheme("运河区")
	if err != nil || scheme.Name() != "《运河区电子商务发展奖励办法》" || len(scheme.Rules) != 2 || scheme.YearlyCap != 20*wan {
		t.Fatalf("%+v, %v", scheme, err)
	}
	text, err := WriteScheme(scheme)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ReadScheme(text)
	if err != nil || mustJSON(t, again) != mustJSON(t, scheme) {
		t.Errorf("%s: %v", text, err)
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// FuzzReadScheme: whatever the file, it is a problem of this room or a scheme that computes and is written back unchanged.
func FuzzReadScheme(f *testing.F) {
	f.Add(assets.RewardScheme)
	f.Add([]byte(`{"form":"smartcanal-reward-scheme/1","rules":[{"kind":"percentage","terms":{"of":"verified","rate_bp":1,"cap_fen":1,"gate":{"fen":1,"strict":true}}}]}`))
	f.Add([]byte(`{"rules":[null,{"terms":null}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		scheme, err := ReadScheme(text)
		if err != nil {
			var known *problem.Problem
			if !errors.As(err, &known) || !strings.HasPrefix(known.Code, "rewards.") {
				t.Fatalf("%v", err)
			}
			return
		}
		written, err := WriteScheme(scheme)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadScheme(written)
		if err != nil || mustJSON(t, again) != mustJSON(t, scheme) {
			t.Fatalf("%s\n%s: %v", text, written, err)
		}
		for _, rule := range scheme.Rules {
			e := salesOf(600*wan, 3*wan)
			e.Year, e.Months, e.Earlier, e.Base = scheme.FromYear, nil, nil, wan
			trace, err := Compute(scheme, rule, e)
			if err != nil || trace.Amount < 0 || scheme.Reading(rule) == "" {
				t.Fatalf("%+v, %v", trace, err)
			}
		}
	})
}
