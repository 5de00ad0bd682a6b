package rewards

import (
	"slices"
	"testing"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

// twoClaims are claims 1 and 2 at 受理.
func twoClaims(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t).withMeasure()
	d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30))
	d.claim(d.enterprise("大运商贸有限公司", 100, 900, 200))
	return d
}

func (d *desk) together(ids ...int32) *BulkModel {
	d.t.Helper()
	m, err := newBulk(d.t.Context(), d.office, ids)
	d.must(err)
	return m
}

func TestSeveralClaimsArePassedTogether(t *testing.T) {
	d := twoClaims(t)
	d.pass(d.read(2), "受理员", "初审员")
	m := d.together(1, 2)
	if counts := m.Stages(); !slices.Equal(counts, []StageCount{{rewards.Accepting, 1}, {rewards.SecondReview, 1}}) || m.AllDeciding() {
		t.Errorf("%+v", counts)
	}
	bulk, err := m.Pass(t.Context(), Acting{Person: "初审员", Opinion: "同意。"}, rewards.Meeting{})
	d.must(err)
	if !slices.Equal(bulk.Done, []int64{1}) || len(bulk.Refused) != 1 || bulk.Refused[0].Problem.Code != "rewards.same_person" {
		t.Errorf("%+v", bulk)
	}
}

func TestAMeetingPassesAllThatWaitForIt(t *testing.T) {
	d := twoClaims(t)
	for _, id := range []int64{1, 2} {
		d.pass(d.read(id), "受理员", "初审员", "复核员", "联审组")
	}
	m := d.together(1, 2)
	bulk, err := m.Pass(t.Context(), Acting{Person: "科长"}, rewards.Meeting{Title: "局长办公会", HeldOn: "2026-11-13"})
	d.must(err)
	if !m.AllDeciding() || len(bulk.Done) != 2 || d.read(2).Claim.Meeting != "局长办公会" {
		t.Errorf("%+v", bulk)
	}
}

func TestClaimsAreReviewedInTurn(t *testing.T) {
	d := twoClaims(t)
	d.queue = queue{[]int64{2, 1}}
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewClaimView(c, NewClaimModel(d.office, 2)) })
	v := page.(*ClaimView)
	v.Beside(-1) // there is none before
	v.Beside(1)
	if !slices.Equal(w.opened, []string{claimLink(1)}) {
		t.Errorf("opened %v", w.opened)
	}
	v.Next()
	if w.over.Canvas().Overlays().Top() == nil {
		t.Error("the key asks what the button asks")
	}
	d.opinion[rewards.Accepting] = "材料齐全。"
	if d.proposed(d.read(1)) != "材料齐全。" {
		t.Error("the last opinion is proposed for the next")
	}
	d.queue = queue{}
	if d.proposed(d.read(1)) != "" {
		t.Error("outside the queue nothing is proposed")
	}
}

func TestSituationsSayWhatAClaimWaitsFor(t *testing.T) {
	d := twoClaims(t)
	if _, there := d.read(1).Situation(); there {
		t.Error("at 受理 the step says all")
	}
	d.must(d.claims.SetDepartments(t.Context(), "科长", "区财政局"))
	claim := d.pass(d.read(1), "受理员", "初审员", "复核员")
	s, _ := claim.Situation()
	if !slices.Equal(s.Actions, []string{doConsult, doOpine}) || s.Urgent {
		t.Errorf("%+v", s)
	}
	opinion := claim.Opinions[0]
	opinion.Verdict, opinion.Text = rewards.Objects, "欠税"
	d.must(d.claims.Opine(t.Context(), "经办员", opinion))
	if s, _ = d.read(1).Situation(); !s.Urgent || s.Actions[2] != doSettle {
		t.Errorf("%+v", s)
	}
	d.must(d.claims.Suspend(t.Context(), "经办员", d.read(1).Held(), "涉诉"))
	if s, _ = d.read(1).Situation(); len(s.Actions) != 0 {
		t.Errorf("%+v", s)
	}
}
