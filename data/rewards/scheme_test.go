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

// TestTermsThatContradictThemselvesAreRefused has, first, the clause that was published with four thresholds and three amounts.
func TestTermsThatContradictThemselvesAreRefused(t *testing.T) {
	asPublished := []Threshold{reach(500 * wan), reach(1000 * wan), reach(3000 * wan), reach(5000 * wan)}
	two := []Threshold{reach(500 * wan), reach(1000 * wan)}
	ending := func(at, to money.Fen, through bool) Threshold {
		end := Quantity(to)
		return Threshold{At: Quantity(at), To: &end, Through: through}
	}
	with := func(says Says, change func(*Says)) Says {
		change(&says)
		return says
	}
	for _, c := range []struct {
		says Says
		code string
	}{
		{crossing(asPublished, 5*wan, 10*wan, 20*wan), "rewards.tiers_uneven"},
		{crossing(nil), "rewards.no_tiers"},
		{crossing([]Threshold{reach(1000 * wan), reach(500 * wan)}, 5*wan, 10*wan), "rewards.tiers_not_ascending"},
		{crossing([]Threshold{reach(500 * wan), reach(500 * wan)}, 5*wan, 10*wan), "rewards.tiers_not_ascending"},
		{crossing([]Threshold{exceed(500 * wan), reach(500 * wan)}, 5*wan, 10*wan), "rewards.tiers_not_ascending"},
		{crossing(two, 10*wan, 5*wan), "rewards.amounts_not_ascending"},
		{crossing(two, 5*wan, 5*wan), "rewards.amounts_not_ascending"},
		{crossing(two, 0, 5*wan), "rewards.tier_not_positive"},
		{crossing([]Threshold{reach(-1)}, wan), "rewards.tier_not_positive"},
		{crossing(two, 5*wan, 21*wan), "rewards.yearly_cap_below_rule"},
		{crossing([]Threshold{ending(100*wan, 300*wan, false), reach(500 * wan)}, wan, 2*wan), "rewards.tiers_gap"},
		{crossing([]Threshold{ending(100*wan, 300*wan, false), exceed(300 * wan)}, wan, 2*wan), "rewards.tiers_gap"},
		{crossing([]Threshold{ending(100*wan, 300*wan, false)}, wan), "rewards.tiers_gap"},
		{crossing([]Threshold{ending(100*wan, 600*wan, false), reach(500 * wan)}, wan, 2*wan), "rewards.tiers_overlap"},
		{crossing([]Threshold{ending(100*wan, 300*wan, true), reach(300 * wan)}, wan, 2*wan), "rewards.tiers_overlap"},
		{crossing([]Threshold{ending(100*wan, 300*wan, true), exceed(300 * wan)}, wan, 2*wan), ""},
		{crossing([]Threshold{ending(100*wan, 300*wan, false), reach(300 * wan)}, wan, 2*wan), ""},
		{with(jinzhai, func(s *Says) { s.Cap = 9 * Quantity(wan) }), "rewards.cap_below_tier"},
		{with(jinzhai, func(s *Says) { s.YearCap = 9 * Quantity(wan) }), "rewards.cap_below_tier"},
		{with(jinzhai, func(s *Says) { s.Cap = -1 }), "rewards.cap_negative"},
		{with(jinzhai, func(s *Says) { s.Round = 3 }), "rewards.round_unit"},
		{with(jinzhai, func(s *Says) { s.OnceYears = -1 }), "rewards.once_years"},
		{with(jinzhai, func(s *Says) { s.Cycle = "month" }), "rewards.once_years"},
		{with(jinzhai, func(s *Says) { s.Spent = &Measure{Of: OfOrders} }), "rewards.money_asked"},
		{with(jinzhai, func(s *Says) { s.Rank = &Rank{By: onlineSales} }), "rewards.rank_open"},
		{with(jinzhai, func(s *Says) { s.Rank = &Rank{By: Measure{Of: OfRegister, Fact: Clean}, Top: 1} }), "rewards.rank_open"},
		{with(jinzhai, func(s *Says) { s.Rank = &Rank{By: onlineSales, Tops: []int{1}} }), "rewards.rank_tiers"},
		{with(jinzhai, func(s *Says) { s.Budget = &Allotment{} }), "rewards.budget_open"},
		{with(jinzhai, func(s *Says) { s.Budget = &Allotment{Amount: 1, Per: Quarterly} }), "rewards.budget_open"},
		{with(jinzhai, func(s *Says) { s.Budget = &Allotment{Amount: 1, Over: Ranks} }), "rewards.budget_open"},
		{with(jinzhai, func(s *Says) { s.Gates = []Gate{{Measure: onlineSales}} }), "rewards.gate_open"},
		{with(jinzhai, func(s *Says) { s.Gates = []Gate{{Measure: Measure{Of: "guess"}}} }), "rewards.measure_unknown"},
		{with(jinzhai, func(s *Says) { s.Gates = []Gate{{Measure: Measure{Of: OfRegister, Fact: Clean, Per: PerMonth}}} }), "rewards.measure_parts"},
		{with(jinzhai, func(s *Says) { s.Gates = []Gate{{Measure: Measure{Of: OfRegister, Fact: Located}}} }), "rewards.measure_parts"},
		{with(jinzhai, func(s *Says) {
			s.Gates = []Gate{{Measure: Measure{Of: OfDeclared, Name: "人数", Unit: Count}, At: &two[0]}}
		}), "rewards.measure_unnamed"},
		{Says{Terms: &Tiers{Of: Measure{Of: OfSales, Span: &Span{9, 1}}, Thresholds: two, Amounts: []Quantity{1, 2}}}, "rewards.measure_months"},
		{Says{Terms: &Tiers{Of: Measure{Of: OfOrders}, First: true, Thresholds: two, Amounts: []Quantity{1, 2}}}, "rewards.first_of"},
		{Says{Terms: &Fixed{}}, "rewards.amount_missing"},
		{Says{Terms: &Stepped{Of: onlineSales, Every: 1}}, "rewards.steps_not_positive"},
		{Says{Terms: &Stepped{Of: onlineSales, Every: 1, Each: 5, Cap: 4}}, "rewards.cap_below_step"},
		{Says{Terms: &PerUnit{Each: 5}}, "rewards.units_open"},
		{Says{Terms: &PerUnit{Listed: "网店"}}, "rewards.units_open"},
		{Says{Terms: &PerUnit{Count: &onlineSales, Each: 5}}, "rewards.units_open"},
		{Says{Terms: &PerUnit{Listed: "网店", Each: 5, Gates: []Gate{{Measure: onlineSales, At: &two[0]}}}}, "rewards.unit_figure"},
		{Says{Terms: &Ratio{Of: onlineSales, Done: onlineSales, Percent: 1, Each: 1}}, "rewards.promise_open"},
		{Says{Terms: &Ratio{Of: Measure{Of: OfOrders}, Done: onlineSales, Percent: 1, Each: 1, By: []Measure{onlineSales}}}, "rewards.money_asked"},
		{share("", 0, wan), "rewards.rate_out_of_range"},
		{share("", 100_01, wan), "rewards.rate_out_of_range"},
		{share("", 1_00, 0), "rewards.cap_missing"},
		{share("", 1_00, wan, Threshold{}), "rewards.gate_not_positive"},
		{share(" ", 1_00, wan), "rewards.measure_unnamed"},
		{share("", 1_00, 30*wan), "rewards.yearly_cap_below_rule"},
	} {
		scheme := schemeOf(c.says, 20*wan)
		if err := scheme.Check(); codeOf(err) != c.code {
			t.Errorf("%+v: %v, want %s", c.says.Terms, err, c.code)
		}
	}
}

// TestSchemesThatContradictThemselvesAreRefused has what no single clause shows.
func TestSchemesThatContradictThemselvesAreRefused(t *testing.T) {
	three := func() Scheme {
		scheme := schemeOf(jinzhai, 0)
		for _, title := range []string{"甲", "乙"} {
			rule := scheme.Rules[0]
			rule.Title = title
			scheme.Rules = append(scheme.Rules, rule)
		}
		scheme.Rules[0].Title = "丙"
		return scheme
	}
	excluding := func(keep Keep, rules ...string) Exclusion { return Exclusion{keep, rules} }
	for _, c := range []struct {
		code   string
		change func(*Scheme)
	}{
		{"", func(s *Scheme) {
			s.Exclusions = []Exclusion{excluding(KeepHighest, "甲", "乙"), excluding(KeepFirst, "丙", "甲")}
		}},
		{"rewards.exclusion_circular", func(s *Scheme) {
			s.Exclusions = []Exclusion{excluding(KeepFirst, "甲", "乙"), excluding(KeepFirst, "乙", "丙", "甲")}
		}},
		{"rewards.exclusion_circular", func(s *Scheme) { s.Exclusions = []Exclusion{excluding(KeepFirst, "甲", "甲")} }},
		{"rewards.exclusion_twice", func(s *Scheme) {
			s.Exclusions = []Exclusion{excluding(KeepHighest, "甲", "乙"), excluding(KeepChosen, "乙", "丙")}
		}},
		{"rewards.exclusion_twice", func(s *Scheme) { s.Exclusions = []Exclusion{excluding(KeepHighest, "甲", "甲")} }},
		{"rewards.exclusion_rule", func(s *Scheme) { s.Exclusions = []Exclusion{excluding(KeepHighest, "甲", "丁")} }},
		{"rewards.exclusion_rule", func(s *Scheme) { s.Exclusions = []Exclusion{excluding(KeepHighest, "甲", "第六条")} }},
		{"rewards.exclusion_open", func(s *Scheme) { s.Exclusions = []Exclusion{excluding(KeepHighest, "甲")} }},
		{"rewards.exclusion_open", func(s *Scheme) { s.Exclusions = []Exclusion{excluding("lowest", "甲", "乙")} }},
		{"rewards.scheme_days", func(s *Scheme) { s.ValidFrom = "2026-02-30" }},
		{"rewards.scheme_days", func(s *Scheme) { s.ValidFrom, s.ValidTo = "2026-02-03", "2026-02-02" }},
		{"rewards.scheme_days", func(s *Scheme) { s.WindowFrom = "13-01" }},
		{"rewards.round_unit", func(s *Scheme) { s.Round = 500 }},
		{"rewards.scheme_lock", func(s *Scheme) { s.LockYears = -1 }},
		{"rewards.budget_open", func(s *Scheme) { s.Budget = &Allotment{Amount: 5, Over: Ranks} }},
	} {
		scheme := three()
		c.change(&scheme)
		refused(t, scheme.Check(), c.code)
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
		{`"percent": 20`, `"percent": `, "rewards.scheme_unreadable"},
		{`"percent"`, `"rate"`, "rewards.scheme_field"},
		{`"percent": 20`, `"percent": "20"`, "rewards.quantity"},
		{`"percent": 20`, `"percent": 20.125`, "rewards.quantity"},
		{`"percent": 20`, `"percent": 1e30`, "rewards.quantity"},
		{`"percent": 20`, `"percent": null`, "rewards.quantity"},
		{`"strict": false`, `"strict": 0`, "rewards.scheme_field"},
		{`scheme/2`, `scheme/9`, "rewards.scheme_form"},
		{`"share"`, `"lottery"`, "rewards.unknown_kind"},
		{`"电子商务发展奖励办法"`, `" "`, "rewards.scheme_untitled"},
		{`"to_year": 2029`, `"to_year": 2024`, "rewards.scheme_years"},
		{`"yearly_cap": 2`, `"yearly_cap": -2`, "rewards.yearly_cap_negative"},
		{`"yearly_cap": 200000`, `"yearly_cap": 100000`, "rewards.yearly_cap_below_rule"},
		{`"代运营服务补贴"`, `""`, "rewards.rule_untitled"},
		{`"cap": 50000`, `"cap": 0`, "rewards.cap_missing"},
	} {
		broken := strings.Replace(good, c.old, c.new, 1)
		if broken == good {
			t.Fatalf("%q is not in the template", c.old)
		}
		if _, err := ReadScheme([]byte(broken)); codeOf(err) != c.code {
			t.Errorf("%q: %v, want %s", c.new, err, c.code)
		}
	}
	_, err := ReadScheme([]byte(strings.Replace(good, `"to_year": 2029,`, `"to_year": 2029`, 1)))
	if line := problem.Of(err).Args["line"]; line != "7" {
		t.Errorf("the missing comma shows at line %s", line)
	}
	twice := schemeOf(yunhe, 0)
	twice.Rules = append(twice.Rules, twice.Rules[0])
	if err := twice.Check(); codeOf(err) != "rewards.clause_twice" {
		t.Error(err)
	}
	refused(t, (&Scheme{Title: "办法", FromYear: 2026, ToYear: 2026}).Check(), "rewards.no_rules")
	if _, err := ReadScheme(append([]byte(good), "{}"...)); codeOf(err) != "rewards.scheme_unreadable" {
		t.Error(err)
	}
}

func TestAClauseIsReadBack(t *testing.T) {
	for _, c := range []struct {
		says Says
		want string
	}{
		{yunhe, "企业当年线上核实网络零售额首次达到 500 万元的，奖励 5 万元；首次达到 1,000 万元的，奖励 10 万元；首次达到 5,000 万元的，奖励 20 万元。" +
			"同一年度符合多档的，按最高一档奖励，不重复计算。每家企业每年所得各类奖励合计不超过 120 万元。"},
		{liulin, "企业当年线上核实网络零售额首次达到 5 万元的，奖励 2,000 元。每家企业每年所得各类奖励合计不超过 120 万元。"},
		{agency, "企业当年线上核实网络零售额达到 100 万元的，按实际支出的代运营服务费的 20% 给予补贴，每年最高 5 万元。每家企业每年所得各类奖励合计不超过 120 万元。"},
		{live, "企业当年线上核实网络零售额超过 500 万元的，按该零售额的 1.5% 给予补贴，每年最高 100 万元。每家企业每年所得各类奖励合计不超过 120 万元。"},
	} {
		scheme := schemeOf(c.says, 120*wan)
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
	for _, name := range []string{"01-liulin", "03-yiwu", "08-xincheng", "11-tiantai", "14-guzhen", "16-longyou", "18-shenzhen"} {
		text, err := assets.RewardSchemes.ReadFile("templates/reward-schemes/" + name + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
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
			e.Year, e.Months, e.Earlier, e.Base, e.Part = scheme.FromYear, nil, nil, wan, rule.Cycle.Parts()[0]
			trace, err := Compute(scheme, rule, e)
			if err != nil && codeOf(err) != "rewards.base_missing" || trace.Amount < 0 || scheme.Reading(rule) == "" || scheme.ReadingIn(englishLanguage, rule) == "" {
				t.Fatalf("%+v, %v", trace, err)
			}
		}
	})
}
