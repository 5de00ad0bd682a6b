package gallery

import (
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/wording"
)

// draft makes a second version of the measure: clauses of the library beside it, the third tier raised from 15 to 20.
func (o *rewardOffice) draft(t *testing.T) rewards.Scheme {
	t.Helper()
	draft, err := o.claims.NewVersion(t.Context(), receiver, o.scheme.ID)
	rewardsMust(t, err)
	all, err := rewards.Library()
	rewardsMust(t, err)
	for _, at := range [][2]int{{3, 0}, {4, 0}, {8, 0}, {2, 0}, {6, 0}, {11, 0}, {9, 0}, {0, 2}, {13, 1}, {14, 0}} {
		rule := all[at[0]].Rules[at[1]]
		draft.Rules = append(draft.Rules, rule)
	}
	draft.Rules[0].Terms.(*rewards.Tiers).Amounts[2] = 18_0000_00
	draft.Rules[0].Budget = &rewards.Allotment{Amount: 200_0000_00}
	draft.YearlyCap, draft.Round = 0, 100_00
	draft.Exclusions = []rewards.Exclusion{{Keep: rewards.KeepHighest, Rules: []string{"网络零售额增长奖", "网络零售额突破奖"}}}
	rewardsMust(t, o.claims.SaveDraft(t.Context(), receiver, &draft))
	draft, err = o.claims.Scheme(t.Context(), draft.ID)
	rewardsMust(t, err)
	return draft
}

func TestSchemeEditor(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	draft := office.draft(t)
	at := func(rule int) string {
		return "smartcanal://rewards/schemes/edit?scheme=" + itoa(draft.ID) + "&rule=" + itoa(draft.Rules[rule].ID)
	}
	shot := func(name, link string) {
		Shot(t, "scheme-edit-"+name, officeWidth, officeHeight, false, office.atRewards(link, nil))
	}
	for i, name := range map[int]string{0: "tiers", 1: "share", 2: "start", 3: "growth", 4: "ranked", 5: "declared", 7: "listed", 8: "units", 9: "unclear", 10: "ratio"} {
		shot(name, at(i))
	}
	Shot(t, "scheme-edit-dark", officeWidth, officeHeight, true, office.atRewards(at(0), nil))
	Shot(t, "scheme-edit-wide", wideWidth, wideHeight, false, office.atRewards(at(0), nil))
	shot("lost", "smartcanal://rewards/schemes/edit?scheme=4711")
	Shot(t, "schemes-draft", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/schemes?rule="+itoa(draft.Rules[0].ID), nil))
}

func TestSchemeEditorAtWork(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	draft := office.draft(t)
	link := "smartcanal://rewards/schemes/edit?scheme=" + itoa(draft.ID) + "&rule=" + itoa(draft.Rules[0].ID)
	unclear := "smartcanal://rewards/schemes/edit?scheme=" + itoa(draft.ID) + "&rule=" + itoa(draft.Rules[9].ID)
	Shot(t, "scheme-edit-library", officeWidth, officeHeight, false, office.atRewards(link, tapping(t, "条款库…")))
	Shot(t, "scheme-edit-broken", officeWidth, officeHeight, false, office.atRewards(link, inTurn(enter(map[int]string{4: "90", 5: "20"}))))
	Shot(t, "scheme-edit-more-tiers", officeWidth, officeHeight, false, office.atRewards(link, inTurn(tapping(t, "＋ 加一档"))))
	Shot(t, "scheme-edit-enact", officeWidth, officeHeight, false, office.atRewards(link, tapping(t, "生效…")))
	Shot(t, "scheme-edit-remove", officeWidth, officeHeight, false, office.atRewards(link, tapping(t, "删除本条…")))
	Shot(t, "scheme-edit-who", officeWidth, officeHeight, false, office.atRewards(link, inTurn(tapping(t, "谁增谁减"))))
	Shot(t, "scheme-edit-gates", officeWidth, officeHeight, false, office.atRewards(unclear, inTurn(tapping(t, "改…"))))
	Shot(t, "scheme-edit-others", officeWidth, officeHeight, false, office.atRewards(link, inTurn(tapping(t, "择一"))))
	Shot(t, "scheme-edit-new", officeWidth, officeHeight, false, office.atRewards(link, inTurn(tapping(t, "新增条款"))))
}

func TestSchemeEditorInEnglish(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	draft := office.draft(t)
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	for i, name := range map[int]string{0: "tiers", 10: "ratio"} {
		Shot(t, "scheme-edit-"+name+"-english", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/schemes/edit?scheme="+itoa(draft.ID)+"&rule="+itoa(draft.Rules[i].ID), nil))
	}
}

// TestFiguresDeclared has a claim of a rent given back, which asks for five figures and a half of the year.
func TestFiguresDeclared(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	all, err := rewards.Library()
	rewardsMust(t, err)
	rewardsMust(t, office.claims.AddScheme(t.Context(), receiver, &all[13]))
	Shot(t, "rewards-new-figures", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/new?organization=4", nil))
	rewardsMust(t, office.claims.AddScheme(t.Context(), receiver, &all[10]))
	Shot(t, "rewards-new-listed", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/new?organization=4", nil))
	Shot(t, "schemes-general", officeWidth, officeHeight, false, func() func(fyne.Window) (fyne.CanvasObject, func()) {
		rewardsMust(t, office.claims.AddScheme(t.Context(), receiver, &all[18]))
		return office.atRewards("smartcanal://rewards/schemes", nil)
	}())
}
