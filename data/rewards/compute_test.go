package rewards

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/money"
)

const wan = money.Wan

// schemeOf wraps what a rule says as the only clause of a measure for 2025 to 2027.
func schemeOf(says Says, yearlyCap money.Fen) Scheme {
	return Scheme{Title: "奖励办法", FromYear: 2025, ToYear: 2027, YearlyCap: yearlyCap,
		Rules: []Rule{{Clause: "第六条", Title: "网络零售额突破奖", Kind: says.Terms.Kind(), Says: says}}}
}

var onlineSales = Measure{Of: OfSales}

func reach(yuan money.Fen) Threshold  { return Threshold{At: Quantity(yuan)} }
func exceed(yuan money.Fen) Threshold { return Threshold{At: Quantity(yuan), Strict: true} }

// crossing is 首次突破.
func crossing(thresholds []Threshold, amounts ...money.Fen) Says {
	tiers := &Tiers{Of: onlineSales, First: true, Thresholds: thresholds}
	for _, fen := range amounts {
		tiers.Amounts = append(tiers.Amounts, Quantity(fen))
	}
	return Says{Terms: tiers}
}

// share is a percentage of verified sales, or of a declared figure where it is named, up to a cap and behind gates.
func share(name string, percent Quantity, limit money.Fen, gates ...Threshold) Says {
	says := Says{Terms: &Share{Of: onlineSales, Rate: percent}, Cap: Quantity(limit)}
	if name != "" {
		says.Terms = &Share{Of: Measure{Of: OfDeclared, Name: name, Outlay: true}, Rate: percent}
	}
	for _, gate := range gates {
		says.Gates = append(says.Gates, Gate{Measure: onlineSales, At: &gate})
	}
	return says
}

// salesOf is evidence of sales in 2026 and, one after the other, of the years before.
func salesOf(verified money.Fen, earlier ...money.Fen) Evidence {
	e := Evidence{OrganizationID: 42, Year: 2026, Months: []MonthSales{{202611, "wechat", verified / 2}, {202612, "jd", verified - verified/2}}}
	for i, fen := range earlier {
		e.Earlier = append(e.Earlier, YearFigure{2025 - i, fen})
	}
	return e
}

func declaring(e Evidence, base money.Fen) Evidence {
	e.Base = base
	return e
}

func after(e Evidence, granted money.Fen) Evidence {
	e.Granted = []Award{{Grant: Grant{7, "2026-001", granted}}}
	return e
}

var (
	yunhe    = crossing([]Threshold{reach(500 * wan), reach(1000 * wan), reach(5000 * wan)}, 5*wan, 10*wan, 20*wan)
	liulin   = crossing([]Threshold{reach(5 * wan)}, wan/5)
	jinzhai  = crossing([]Threshold{reach(100 * wan), reach(200 * wan)}, 5*wan, 10*wan)
	exceeds  = crossing([]Threshold{reach(100 * wan), exceed(100 * wan)}, wan, 2*wan)
	agency   = share("代运营服务费", 20_00, 5*wan, reach(100*wan))
	live     = share("", 1_50, 100*wan, exceed(500*wan))
	upstream = share("", 1_00, 100*wan, reach(1000*wan))
	events   = share("活动费用", 50_00, 10*wan)
)

// TestWorkedExamples has the examples of published measures that the two kinds can express.
func TestWorkedExamples(t *testing.T) {
	for _, c := range []struct {
		name     string
		says     Says
		cap      money.Fen
		evidence Evidence
		want     money.Fen
	}{
		{"柳林 first above 5", liulin, 0, salesOf(8*wan, 3*wan), wan / 5},
		{"柳林 earlier maximum 6", liulin, 0, salesOf(8*wan, 3*wan, 6*wan), 0},
		{"柳林 earlier maximum 6 declared", liulin, 0, func() Evidence { e := salesOf(8 * wan); e.EarlierHighest = 6 * wan; return e }(), 0},
		{"柳林 exactly 5", liulin, 0, salesOf(5 * wan), wan / 5},
		{"柳林 a fen short", liulin, 0, salesOf(5*wan - 1), 0},
		{"柳林 earlier year exactly 5", liulin, 0, salesOf(8*wan, 5*wan), 0},
		{"金寨 120 then 330", jinzhai, 0, salesOf(330*wan, 120*wan), 10 * wan},
		{"金寨 nothing before", jinzhai, 0, salesOf(120 * wan), 5 * wan},
		{"金寨 250 then 330", jinzhai, 0, salesOf(330*wan, 250*wan), 0},
		{"运河 two tiers in a year", yunhe, 20 * wan, salesOf(1084_622017, 431_260855), 10 * wan},
		{"运河 three tiers in a year", yunhe, 20 * wan, salesOf(5000 * wan), 20 * wan},
		{"运河 fell back and rose again", yunhe, 20 * wan, salesOf(1200*wan, 300*wan, 600*wan), 10 * wan},
		{"运河 refunds above sales", yunhe, 20 * wan, salesOf(-3 * wan), 0},
		{"运河 cap with 60,000 granted", yunhe, 20 * wan, after(salesOf(1200*wan), 6*wan), 10 * wan},
		{"运河 cap with 180,000 granted", yunhe, 20 * wan, after(salesOf(1200*wan), 18*wan), 2 * wan},
		{"运河 cap used up", yunhe, 20 * wan, after(salesOf(1200*wan), 20*wan), 0},
		{"运河 no cap", yunhe, 0, after(salesOf(1200*wan), 90*wan), 10 * wan},
		{"reach and exceed, exactly", exceeds, 0, salesOf(100 * wan), wan},
		{"reach and exceed, a fen more", exceeds, 0, salesOf(100*wan + 1), 2 * wan},
		{"exceed after an exact year", exceeds, 0, salesOf(100*wan+1, 100*wan), 2 * wan},
		{"金寨 fee 30", agency, 0, declaring(salesOf(100*wan), 30*wan), 5 * wan},
		{"金寨 fee 20", agency, 0, declaring(salesOf(100*wan), 20*wan), 4 * wan},
		{"金寨 fee 25", agency, 0, declaring(salesOf(100*wan), 25*wan), 5 * wan},
		{"金寨 sales short", agency, 0, declaring(salesOf(100*wan-1), 30*wan), 0},
		{"金寨 fee with fen cut off", agency, 0, declaring(salesOf(100*wan), 1234), 246},
		{"义乌 4000", live, 0, salesOf(4000 * wan), 60 * wan},
		{"义乌 8000", live, 0, salesOf(8000 * wan), 100 * wan},
		{"义乌 exactly 500", live, 0, salesOf(500 * wan), 0},
		{"义乌 a yuan above 500", live, 0, salesOf(500*wan + 100), 7*wan + 5000_01},
		{"安徽 3000", upstream, 0, salesOf(3000 * wan), 30 * wan},
		{"安徽 12000", upstream, 0, salesOf(12000 * wan), 100 * wan},
		{"安徽 999", upstream, 0, salesOf(999 * wan), 0},
		{"奉化 first event", events, 10 * wan, declaring(salesOf(0), 15*wan), 75000_00},
		{"奉化 second event", events, 10 * wan, after(declaring(salesOf(0), 15*wan), 75000_00), 25000_00},
	} {
		scheme := schemeOf(c.says, c.cap)
		trace, err := Compute(scheme, scheme.Rules[0], c.evidence)
		if err != nil || trace.Amount != c.want {
			t.Errorf("%s: %s, %v, want %s", c.name, trace.Amount, err, c.want)
		}
	}
}

// anyEvidence draws sales, earlier years, grants and a declared base.
func anyEvidence(t *rapid.T) Evidence {
	fen := rapid.Int64Range(-50*int64(wan), 9000*int64(wan))
	e := salesOf(money.Fen(fen.Draw(t, "sales")))
	for i := range rapid.IntRange(0, 4).Draw(t, "years") {
		e.Earlier = append(e.Earlier, YearFigure{2025 - i, money.Fen(fen.Draw(t, "earlier"))})
	}
	e.EarlierHighest = max(0, money.Fen(fen.Draw(t, "highest")))
	e.Base = money.Fen(rapid.Int64Range(1, 100*int64(wan)).Draw(t, "base"))
	return after(e, money.Fen(rapid.Int64Range(0, 25*int64(wan)).Draw(t, "granted")))
}

func anyScheme(t *rapid.T) Scheme {
	says := rapid.SampledFrom([]Says{yunhe, liulin, jinzhai, exceeds, agency, live, upstream, events}).Draw(t, "says")
	return schemeOf(says, says.Most()*money.Fen(rapid.IntRange(0, 2).Draw(t, "cap")))
}

func computed(t rapid.TB, scheme Scheme, e Evidence) Trace {
	trace, err := Compute(scheme, scheme.Rules[0], e)
	if err != nil {
		t.Fatal(err)
	}
	return trace
}

func TestMoreSalesNeverEarnLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme, e := anyScheme(t), anyEvidence(t)
		less := computed(t, scheme, e)
		e.Months = append(e.Months, MonthSales{202601, "douyin", money.Fen(rapid.Int64Range(0, 5000*int64(wan)).Draw(t, "more"))})
		if more := computed(t, scheme, e); more.Amount < less.Amount {
			t.Fatalf("%s from %s, %s from more", less.Amount, less.Evidence.Verified(), more.Amount)
		}
	})
}

func TestNothingPassesACap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme, e := anyScheme(t), anyEvidence(t)
		trace := computed(t, scheme, e)
		switch {
		case trace.Amount < 0, trace.Amount > scheme.Rules[0].Most():
			t.Fatalf("%s", trace.Amount)
		case scheme.YearlyCap > 0 && trace.Amount > max(0, scheme.YearlyCap-e.granted(false)):
			t.Fatalf("%s with %s granted of %s", trace.Amount, e.granted(false), scheme.YearlyCap)
		}
	})
}

func TestTheOrderOfEvidenceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scheme, e := anyScheme(t), anyEvidence(t)
		trace := computed(t, scheme, e)
		e.Months = rapid.Permutation(e.Months).Draw(t, "months")
		e.Earlier = rapid.Permutation(e.Earlier).Draw(t, "earlier years")
		if again := computed(t, scheme, e); !reflect.DeepEqual(trace, again) {
			t.Fatalf("%+v\n%+v", trace, again)
		}
	})
}
