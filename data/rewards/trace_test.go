package rewards

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestATraceReadsLikeTheClaimPage has the figures of a claim of 2026 with two tiers crossed.
func TestATraceReadsLikeTheClaimPage(t *testing.T) {
	scheme := schemeOf(yunhe, 20*wan)
	trace := computed(t, scheme, after(salesOf(1084_622017, 431_260855), 6*wan))
	want := [][2]string{
		{"2025 年核实网络零售额", "4,312,608.55 元"},
		{"2026 年核实网络零售额", "10,846,220.17 元"},
		{"首次突破 500 万元", "符合，50,000 元"},
		{"首次突破 1,000 万元", "符合，100,000 元"},
		{"首次突破 5,000 万元", "不符合（未达到）"},
		{"同类奖励就高不重复", "取 100,000 元"},
		{"企业年度封顶 200,000 元（已获 60,000 元）", "不扣减"},
		{"核定金额", "100,000.00 元"},
	}
	if len(trace.Steps) != len(want) {
		t.Fatalf("%d steps: %+v", len(trace.Steps), trace.Steps)
	}
	for i, step := range trace.Steps {
		if step.Title() != want[i][0] || step.Outcome() != want[i][1] {
			t.Errorf("step %d: %q %q, want %q", i+1, step.Title(), step.Outcome(), want[i])
		}
	}
	if !trace.Steps[2].Replaced || trace.Steps[3].Replaced {
		t.Error("the lower tier gives way to the higher one, and it alone")
	}
	link := "smartcanal://sales/lines?channel=1&from=202501&organization=42&to=202512"
	if got := trace.Steps[0].Lines.Link(); got != link {
		t.Errorf("link %s", got)
	}
	if trace.Steps[2].Clause != "第六条" || trace.Steps[0].Clause != "" {
		t.Error("a clause stands with what it decides, not with what it is applied to")
	}
}

func TestStepsSayWhyNothingIsDue(t *testing.T) {
	reached := computed(t, schemeOf(liulin, 0), salesOf(8*wan, 6*wan)).Steps
	declared := func() []Step {
		e := salesOf(8 * wan)
		e.EarlierHighest = 6 * wan
		return computed(t, schemeOf(liulin, 0), e).Steps
	}()
	gate := computed(t, schemeOf(live, 0), salesOf(500*wan)).Steps
	for _, c := range []struct {
		step           Step
		title, outcome string
	}{
		{reached[2], "首次突破 5 万元", "不符合（2025 年已达到）"},
		{declared[0], "2026 年以前无已导入账单", "—"},
		{declared[2], "2026 年核实网络零售额", "80,000.00 元"},
		{declared[1], "账单以前各年最高销售额（企业申报）", "60,000.00 元"},
		{declared[3], "首次突破 5 万元", "不符合（企业申报以往年度已达到）"},
		{gate[1], "核实网络零售额超过 500 万元", "不符合（未达到）"},
	} {
		if c.step.Title() != c.title || c.step.Outcome() != c.outcome {
			t.Errorf("%q %q, want %q %q", c.step.Title(), c.step.Outcome(), c.title, c.outcome)
		}
	}
}

func TestAFrozenTraceComputesToItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		trace := computed(t, anyScheme(t), anyEvidence(t))
		frozen, err := trace.Freeze()
		if err != nil {
			t.Fatal(err)
		}
		thawed, err := Thaw(frozen)
		if err != nil {
			t.Fatal(err)
		}
		again, err := thawed.Again()
		if err != nil {
			t.Fatal(err)
		}
		if differences := Compare(trace, again); len(differences) > 0 {
			t.Fatalf("%+v", differences)
		}
		if refrozen, _ := again.Freeze(); refrozen != frozen {
			t.Fatalf("%s\n%s", frozen, refrozen)
		}
	})
}

func TestCompareNamesTheSteps(t *testing.T) {
	scheme := schemeOf(yunhe, 20*wan)
	was := computed(t, scheme, salesOf(600*wan, 100*wan))
	is := computed(t, scheme, salesOf(1200*wan, 100*wan, 550*wan))
	got := map[string]bool{}
	for _, difference := range Compare(was, is) {
		switch {
		case difference.Was == nil:
			got["new "+difference.Is.Title()] = true
		case difference.Is == nil:
			got["gone "+difference.Was.Title()] = true
		default:
			got[difference.Is.Title()+" "+difference.Change().String()] = true
		}
	}
	for _, want := range []string{"new 2024 年核实网络零售额", "2026 年核实网络零售额 6,000,000.00",
		"首次突破 500 万元 -50,000.00", "首次突破 1,000 万元 100,000.00", "核定金额 50,000.00"} {
		if !got[want] {
			t.Errorf("%q is not among %v", want, got)
		}
	}
	if len(got) != 5 {
		t.Errorf("%v", got)
	}
	if gone := Compare(is, was); len(gone) != 5 {
		t.Errorf("%+v", gone)
	}
}

func TestEveryStepIsWorded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, step := range computed(t, anyScheme(t), anyEvidence(t)).Steps {
			for _, text := range []string{step.Title(), step.Outcome(), chinese("rewards.origin." + string(step.Origin))} {
				if text == "" || strings.ContainsAny(text, "{}") {
					t.Fatalf("%q of %+v", text, step)
				}
			}
		}
	})
}

func TestThawRefuses(t *testing.T) {
	uneven := `{"form":1,"measure":{"rules":[{"clause":"第六条","title":"奖","kind":"first_crossing","terms":{"thresholds":[{"fen":1,"strict":false}],"amounts_fen":[]}}]}}`
	for _, text := range []string{uneven, "", "{", "{}", `{"form":2,"measure":{"rules":[]}}`} {
		if _, err := Thaw(text); codeOf(err) != "rewards.trace_unreadable" {
			t.Errorf("%q: %v", text, err)
		}
	}
}
