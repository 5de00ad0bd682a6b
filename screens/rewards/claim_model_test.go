package rewards

import (
	"slices"
	"strings"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
)

func TestTraceSaysHowTheAmountCameAbout(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 431, 900, 184)
	claim := d.claim(organization)
	var said []string
	for _, line := range TraceLines(claim.Trace, claim.Claim.RuleID, claim.Claim.ID) {
		said = append(said, strings.TrimSpace(line.Title+"|"+line.Badge+"|"+line.Reason+"|"+line.Result))
	}
	want := []string{
		"2025 年核实网络零售额|||4,310,000.00 元", "2026 年核实网络零售额|||10,840,000.00 元",
		"首次突破 500 万元|符合||50,000 元", "首次突破 1,000 万元|符合||100,000 元", "首次突破 5,000 万元|不符合|未达到|—",
		"同类奖励就高不重复|||取 100,000 元", "企业年度封顶 200,000 元（已获 0 元）|||不扣减", "核定金额|||100,000.00 元",
	}
	if !slices.Equal(said, want) {
		t.Errorf("the trace says\n%s", strings.Join(said, "\n"))
	}
	lines := TraceLines(claim.Trace, claim.Claim.RuleID, claim.Claim.ID)
	if link := lines[1].Links[0].Link; link != (rewards.Lines{OrganizationID: organization, From: 202601, To: 202612}).Link() {
		t.Errorf("the year opens %s", link)
	}
	if !lines[2].Pale || lines[3].Pale || !lines[7].Strong || lines[5].Links[0].Link != ruleLink(claim.Claim.RuleID) {
		t.Errorf("%+v", lines)
	}
}

func TestOtherClaimsOpenBehindTheCap(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 100, 500, 30)
	d.claim(organization)
	m := d.declaring(organization)
	m.RuleID, m.Base = d.scheme.Rules[1].ID, "182000"
	trial, err := m.Trial(t.Context())
	d.must(err)
	for _, line := range TraceLines(trial.Trace, m.RuleID, 0) {
		if len(line.Links) == 1 && line.Links[0].Link == "smartcanal://claim/1" {
			return
		}
	}
	t.Errorf("nothing opens the other claim: %+v", TraceLines(trial.Trace, m.RuleID, 0))
}

func TestStepsArePassedByDifferentPeople(t *testing.T) {
	d := newDesk(t).withMeasure()
	claim := d.pass(d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30)), "受理员", "初审员")
	m := NewClaimModel(d.office, claim.Claim.ID)
	if claim.Place() != 2 || stageState(claim.Claim.Stage) != "复核中" {
		t.Errorf("at %d, %s", claim.Place(), stageState(claim.Claim.Stage))
	}
	_, err := m.Pass(t.Context(), claim, Acting{Person: "初审员"})
	d.refused(err, "rewards.same_person")
	d.must(NewSchemesModel(d.office, 0).SetSingle(t.Context(), true))
	warning, err := m.Pass(t.Context(), claim, Acting{Person: "初审员", Opinion: "一人办理。"})
	d.must(err)
	if warning == nil || warning.Code != "rewards.same_person" {
		t.Errorf("warning %v", warning)
	}
	claim = d.read(claim.Claim.ID)
	if first := events(claim.Acts)[0]; first.Kind != "复核通过" || !strings.Contains(first.Text, "经办、复核、批准不得为同一人") {
		t.Errorf("the record says %+v", first)
	}
	claim = d.pass(claim, "联审组", "局长办公会", "科长", "分管领导", "财务", "档案员")
	if claim.Place() != len(rewards.Stages) || claim.CanPass() || claim.CanWithdraw() || claim.CanCorrect() {
		t.Errorf("completed: %+v", claim.Claim)
	}
}

func TestReturnWithdrawAndMaterials(t *testing.T) {
	d := newDesk(t).withMeasure()
	claim := d.pass(d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30)), "受理员", "初审员")
	m := NewClaimModel(d.office, claim.Claim.ID)
	if ways := claim.WaysBack(); !slices.Equal(ways, []rewards.Stage{rewards.Accepting, rewards.FirstReview}) {
		t.Errorf("ways back %v", ways)
	}
	d.refused(m.Return(t.Context(), claim, Acting{Person: "复核员", Target: rewards.Accepting}), "rewards.opinion_missing")
	d.must(m.Return(t.Context(), claim, Acting{Person: "复核员", Target: rewards.Accepting, Opinion: "缺完税证明。"}))
	stale := claim
	claim = d.read(claim.Claim.ID)
	d.refused(m.Withdraw(t.Context(), stale, Acting{Person: "受理员", Opinion: "企业撤回。"}), "record.changed")
	d.must(m.SetMaterial(t.Context(), claim.Materials[0], rewards.Checked))
	if claim = d.read(claim.Claim.ID); claim.Checked() != 1 || !claim.CanCorrect() {
		t.Errorf("materials %+v", claim.Materials)
	}
	d.must(m.Withdraw(t.Context(), claim, Acting{Person: "受理员", Opinion: "企业撤回。"}))
	if claim = d.read(claim.Claim.ID); claim.Place() != 0 || stageState(claim.Claim.Stage) != "已撤回" || deed(claim.Acts[3]) != "退回至受理" {
		t.Errorf("withdrawn: %+v", claim.Acts)
	}
}

func TestClaimKnowsWhatChangedSince(t *testing.T) {
	d := newDesk(t).withMeasure()
	organization := d.enterprise("运河老号食品有限公司", 100, 500, 30)
	claim := d.claim(organization)
	if len(claim.Differences) != 0 || claim.AmountNow() != 5*money.Wan {
		t.Errorf("new: %+v", claim.Differences)
	}
	d.sales[organization] = append(d.sales[organization], sales.MonthFigure{Month: 202605, Platform: "alipay", Fen: 600 * money.Wan})
	claim = d.read(claim.Claim.ID)
	if len(claim.Differences) == 0 || claim.AmountNow() != 10*money.Wan || claim.Claim.Amount != 5*money.Wan {
		t.Errorf("now %v, frozen %v", claim.AmountNow(), claim.Claim.Amount)
	}
	m := NewClaimModel(d.office, claim.Claim.ID)
	_, err := m.Pass(t.Context(), claim, Acting{Person: "受理员"})
	d.refused(err, "rewards.claim_outdated")
	d.must(m.Recompute(t.Context(), claim, Acting{Person: "受理员", Opinion: "补导五月账单。"}))
	if claim = d.read(claim.Claim.ID); len(claim.Differences) != 0 || claim.Claim.Amount != 10*money.Wan {
		t.Errorf("recomputed: %+v", claim.Claim)
	}
}
