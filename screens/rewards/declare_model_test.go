package rewards

import (
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
)

func TestPasteTakesColumnsRowsAndNamedMonths(t *testing.T) {
	for _, c := range []struct {
		name, text string
		from       int
		filled     int
		want       map[int]string
	}{
		{"a column", "1\r\n2\r\n3\r\n", 1, 3, map[int]string{1: "1", 3: "3"}},
		{"under a head", "销售额\r\n806,900.00\r\n640000", 1, 2, map[int]string{1: "806,900.00", 2: "640000"}},
		{"months before amounts", "1月\t100\n2月\t200", 1, 2, map[int]string{1: "100", 2: "200"}},
		{"a row", "1\t2\t3", 10, 3, map[int]string{10: "1", 12: "3"}},
		{"too much", "1\n2\n3\n4", 11, 2, map[int]string{11: "1", 12: "2"}},
		{"a gap", "1\n\n3", 1, 3, map[int]string{1: "1", 2: "", 3: "3"}},
		{"one amount", "1,234.50", 1, 0, nil},
		{"nothing", "", 1, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := &DeclareModel{}
			if filled := m.Paste(c.from, c.text); filled != c.filled {
				t.Errorf("filled %d, want %d", filled, c.filled)
			}
			for month, want := range c.want {
				if m.Month(month) != want {
					t.Errorf("month %d is %q, want %q", month, m.Month(month), want)
				}
			}
		})
	}
}

func TestDeclaredAmountsAreChecked(t *testing.T) {
	m := &DeclareModel{}
	for text, code := range map[string]string{"": "", "—": "", "1,234.50": "", "¥ 88": "", "八万": "money.not_a_number", "-1": "rewards.amount_negative"} {
		m.SetMonth(2, text)
		found := ""
		if wrong := m.WrongMonth(2); wrong != nil {
			found = wrong.Code
		}
		if found != code || (m.Wrong() != nil) != (code != "") {
			t.Errorf("%q is %q, want %q", text, found, code)
		}
	}
	m.SetMonth(2, "100")
	m.SetMonth(3, "八万")
	if sum, months := m.Declared(); sum != 100*money.Yuan || months != 1 {
		t.Errorf("declared %v in %d months", sum, months)
	}
}

func TestTrialBeforeSaving(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 100, 500, 30)
	m := d.declaring(organization)
	if !m.Ready() || m.Organization.Name != "运河老号食品有限公司" || m.RuleID != d.scheme.Rules[0].ID || !m.AsksEarlier() || m.BaseName() != "" {
		t.Fatalf("begins with %+v", m)
	}
	m.SetMonth(1, "5,100,000")
	trial, err := m.Trial(t.Context())
	d.must(err)
	if trial.Trace.Amount != 5*money.Wan || trial.Comparison.Deviation.Rate != -196 || trial.Twice != nil {
		t.Errorf("trial %v %+v", trial.Trace.Amount, trial.Comparison)
	}
	if list := d.listed(NewListModel(d.office)); list.Total != 0 {
		t.Error("a trial keeps nothing")
	}
	m.Earlier = "6000000"
	if trial, err = m.Trial(t.Context()); err != nil || trial.Trace.Amount != 0 {
		t.Errorf("a higher year before: %v, %v", trial.Trace.Amount, err)
	}
	m.Earlier = ""
	id, err := m.Save(t.Context(), " 受理员 ")
	d.must(err)
	if claim := d.read(id); claim.Acts[0].Actor != "受理员" || claim.Comparison.Declared != 510*money.Wan {
		t.Errorf("saved %+v", claim.Page)
	}
	if trial, err = d.declaring(organization).Trial(t.Context()); err != nil || trial.Twice == nil || trial.Twice.ID != id {
		t.Errorf("the second claim: %+v, %v", trial.Twice, err)
	}
}

func TestRuleFollowsTheYear(t *testing.T) {
	d := newDesk(t).withMeasure()
	m := d.declaring(0)
	m.RuleID = d.scheme.Rules[1].ID
	m.SetYear(2027)
	if m.RuleID != d.scheme.Rules[1].ID || m.BaseName() != "代运营服务费" {
		t.Errorf("a rule in force stays: %d", m.RuleID)
	}
	m.SetYear(2024)
	if m.RuleID != 0 || len(m.Rules()) != 0 || m.Ready() {
		t.Errorf("no measure in 2024: %d", m.RuleID)
	}
	for _, year := range m.Years() {
		if year < 2025 {
			t.Errorf("year %d has no measure", year)
		}
	}
}

func TestCorrectionCountsTheClaimOnce(t *testing.T) {
	d := newDesk(t).withMeasure()
	claim := d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30))
	m, err := NewCorrectModel(d.office, claim.Claim.ID).Load(t.Context())
	d.must(err)
	if number, is := m.Correcting(); number != "2026-001" || !is || m.Month(1) != "5000000.00" {
		t.Errorf("corrects %s, January %s", number, m.Month(1))
	}
	m.SetMonth(1, "5005000")
	m.SetMonth(4, "300000")
	trial, err := m.Trial(t.Context())
	d.must(err)
	if len(trial.Trace.Evidence.Granted) != 0 || trial.Twice != nil {
		t.Errorf("the claim stands beside itself: %+v", trial)
	}
	_, err = m.Save(t.Context(), "受理员")
	d.must(err)
	claim = d.read(claim.Claim.ID)
	if claim.Comparison.Declared != 530*money.Wan+5000*money.Yuan || claim.Acts[1].Action != rewards.Recomputed {
		t.Errorf("corrected to %v", claim.Comparison.Declared)
	}
	d.pass(claim, "受理员")
	_, err = NewCorrectModel(d.office, claim.Claim.ID).Load(t.Context())
	d.refused(err, "rewards.not_returned")
}
