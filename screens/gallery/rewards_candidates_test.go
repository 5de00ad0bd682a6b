package gallery

import (
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// unasked has enterprises that never claimed, in the district and outside, one that claimed and one locked out, and a
// measure with a budget of its own that is shared out.
func (o *rewardOffice) unasked(t *testing.T) *rewardOffice {
	t.Helper()
	o.inFlow(t)
	for _, e := range []struct {
		name, place string
		months      []float64
	}{{"沧州运河渔市水产有限公司", "130903", []float64{210, 198.5, 244.31}}, {"沧州小王庄果蔬专业合作社", "130903", []float64{512.6}}, {"沧州南运河酒业有限公司", "130903", []float64{880, 911.2, 1020}},
		{"河北清池电子商务有限公司", "130902", []float64{620, 540}}, {"沧州狮城工艺品有限公司", "130903", []float64{1240, 1301.7, 1188, 1402}}, {"沧州泊头鸭梨电商中心", "130903", []float64{301, 230.44}}} {
		id := o.enterprise(t, e.name, "", "")
		o.sold(id, 120, e.months...)
		if e.place != "130903" {
			found, err := o.register.Find(t.Context(), id)
			rewardsMust(t, err)
			found.RegionCode = e.place
			rewardsMust(t, o.register.Update(t.Context(), receiver, found))
		}
	}
	draft, err := o.claims.NewVersion(t.Context(), receiver, o.scheme.ID)
	rewardsMust(t, err)
	draft.Rules[0].Gates = append(draft.Rules[0].Gates, rewards.Gate{Measure: rewards.Measure{Of: rewards.OfRegister, Fact: rewards.InDistrict}})
	draft.Budget, draft.Round = &rewards.Allotment{Amount: 60 * rewards.Quantity(money.Wan), Over: rewards.ProRata}, 100_00
	rewardsMust(t, o.claims.SaveDraft(t.Context(), receiver, &draft))
	kept, err := o.claims.Scheme(t.Context(), draft.ID)
	rewardsMust(t, err)
	o.scheme, err = o.claims.Enact(t.Context(), receiver, rewards.HeldScheme{ID: kept.ID, Version: kept.Version})
	rewardsMust(t, err)
	return o
}

func TestRewardCandidates(t *testing.T) {
	office := newRewardOffice(t).unasked(t)
	const link = "smartcanal://rewards/candidates"
	shot := func(name string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "rewards-candidates-"+name, officeWidth, officeHeight, false, office.atRewards(link, inTurn(steps...)))
	}
	shot("list")
	Shot(t, "rewards-candidates-list-dark", officeWidth, officeHeight, true, office.atRewards(link, nil))
	Shot(t, "rewards-candidates-list-wide", wideWidth, wideHeight, false, office.atRewards(link, nil))
	shot("ticked", tapping(t, "全部选中"))
	shot("ask", tapping(t, "全部选中"), tapping(t, "建立 5 件申报…"))
	shot("unfit", tapping(t, "情况：可直接办理"), choosing(6))
	shot("declare", tapping(t, "情况：可直接办理"), choosing(3))
	shot("claimed", tapping(t, "情况：可直接办理"), choosing(4))
	shot("none-here", tapping(t, "情况：可直接办理"), choosing(5))
	shot("done", tapping(t, "全部选中"), tapping(t, "建立 5 件申报…"), enter(map[int]string{0: "受理员"}), tapping(t, "建立申报"))
	shot("cut", tapping(t, "按预算压减…"))
	Shot(t, "rewards-candidates-cut-from-budget", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/budget", inTurn(tapping(t, "按预算压减…"), tapping(t, "压减 9 件"))))
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	shot("list-english")
	shot("cut-english", tapping(t, "Cut to the budget…"))
}

func TestRewardCandidatesEmptyAndFailed(t *testing.T) {
	office := newRewardOffice(t)
	const link = "smartcanal://rewards/candidates"
	Shot(t, "rewards-candidates-no-scheme", officeWidth, officeHeight, false, office.atRewards(link, nil))
	office.seed(t)
	Shot(t, "rewards-candidates-empty", officeWidth, officeHeight, false, office.atRewards(link, nil))
	_ = office.store.Close()
	Shot(t, "rewards-candidates-failed", officeWidth, officeHeight, false, office.atRewards(link, nil))
}
