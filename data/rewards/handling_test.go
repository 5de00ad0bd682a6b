package rewards

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/money"
	"smartcanal/data/people"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

func TestAClaimGoesItsWayThroughFourHands(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.paid(t, id)
	o.advance(t, id, clerk)
	page := o.page(t, id)
	if page.Claim.Stage != Completed || page.Claim.Meeting != "局长办公会" || page.Payments[0].State != Arrived {
		t.Errorf("%+v", page.Claim)
	}
	var done []Action
	for _, act := range page.Acts {
		done = append(done, act.Action)
	}
	if want := []Action{Created, Passed, Passed, Passed, Passed, Passed, Published, Passed, Passed, Listed, PaidOut, Passed}; !slices.Equal(done, want) {
		t.Errorf("%v, want %v", done, want)
	}
	if last := page.Acts[len(page.Acts)-1]; last.Stage != Archiving || last.Target != Completed || last.Actor != string(clerk) || last.Opinion != "同意" {
		t.Errorf("%+v", last)
	}
	_, err := o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.claim_ended")
	_, err = o.Recompute(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.claim_ended")
	_, err = o.SetMaterial(t.Context(), clerk, page.Materials[0].ID, 1, Checked)
	refused(t, err, "rewards.claim_ended")
}

func TestOnePersonDoesNotHoldTwoDuties(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.advance(t, id, clerk)
	o.advance(t, id, clerk)
	_, err := o.Advance(t.Context(), clerk, o.held(t, id), "同意")
	refused(t, err, "rewards.same_person")
	_, err = o.Reject(t.Context(), clerk, o.held(t, id), "不符合条件")
	refused(t, err, "rewards.same_person")
	o.advance(t, id, reviewer)
	o.advance(t, id, reviewer) // 联审 is no duty
	must2(t)(o.Decide(t.Context(), reviewer, []Held{o.held(t, id)}, Meeting{"局长办公会", "2026-11-20"}, ""))
	must2(t)(o.Publish(t.Context(), reviewer, NoticeTerms{}, o.held(t, id)))
	o.now = o.now.AddDate(0, 0, 7)
	o.advance(t, id, clerk)
	for _, actor := range []store.Actor{clerk, reviewer} {
		_, err = o.Advance(t.Context(), actor, o.held(t, id), "同意")
		refused(t, err, "rewards.same_person")
	}
	o.advance(t, id, approver)
}

func TestRolesDecideWhoMayDoWhat(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	everybody := people.New(o.store)
	must(t, everybody.Save(t.Context(), approver, &people.Person{Name: string(approver), Roles: []people.Role{people.Approver}}))
	must(t, everybody.Save(t.Context(), approver, &people.Person{Name: string(clerk), Roles: []people.Role{people.Clerk}}))
	must(t, everybody.Save(t.Context(), approver, &people.Person{Name: string(reviewer), Roles: []people.Role{people.Reviewer, people.Clerk}}))
	_, err := o.Advance(t.Context(), approver, o.held(t, id), "同意")
	refused(t, err, "people.may_not")
	a := o.application()
	a.RuleID, a.Base = o.scheme.Rules[1].ID, wan
	_, err = o.Create(t.Context(), approver, a)
	refused(t, err, "people.may_not")
	o.publishedByClerk(t, id)
	_, err = o.Advance(t.Context(), reviewer, o.held(t, id), "同意")
	refused(t, err, "people.may_not")
	o.advance(t, id, approver)
}

// publishedByClerk is published where 联审 and 会议 are done by the clerk.
func (o *office) publishedByClerk(t *testing.T, id int64) {
	t.Helper()
	for _, actor := range []store.Actor{clerk, clerk, reviewer, clerk} {
		o.advance(t, id, actor)
	}
	must2(t)(o.Decide(t.Context(), clerk, []Held{o.held(t, id)}, Meeting{"局长办公会", "2026-11-20"}, ""))
	must2(t)(o.Publish(t.Context(), clerk, NoticeTerms{}, o.held(t, id)))
	o.now = o.now.AddDate(0, 0, 7)
	o.advance(t, id, clerk)
}

// must2 is must for calls that give something besides.
func must2(t testing.TB) func(any, error) {
	return func(_ any, err error) {
		t.Helper()
		must(t, err)
	}
}

func TestAnOfficeOfOneIsWarned(t *testing.T) {
	o := newOffice(t)
	must(t, o.SetSinglePerson(t.Context(), clerk, true))
	id := o.claim(t).ID
	var warned []Stage
	for o.page(t, id).Claim.Stage != Paying {
		stage := o.page(t, id).Claim.Stage
		switch stage {
		case Deciding:
			must2(t)(o.Decide(t.Context(), clerk, []Held{o.held(t, id)}, Meeting{"局长办公会", "2026-11-20"}, ""))
			continue
		case InNotice:
			must2(t)(o.Publish(t.Context(), clerk, NoticeTerms{}, o.held(t, id)))
			o.now = o.now.AddDate(0, 0, 7)
		}
		if o.advance(t, id, clerk) != nil {
			warned = append(warned, stage)
		}
	}
	if len(warned) != 2 || warned[0] != SecondReview || warned[1] != Approving {
		t.Errorf("%v", warned)
	}
	if act := o.page(t, id).Acts[3]; act.Warning != "rewards.same_person" || act.remark() == "" {
		t.Errorf("%+v", act)
	}
}

func TestAReturnedClaimStartsAgainWithNewHands(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.advance(t, id, clerk)
	o.advance(t, id, reviewer) // first review: so this one holds entry too
	_, err := o.Advance(t.Context(), reviewer, o.held(t, id), "同意")
	refused(t, err, "rewards.same_person")
	refused(t, o.Return(t.Context(), other, o.held(t, id), Accepting, " "), "rewards.opinion_missing")
	refused(t, o.Return(t.Context(), other, o.held(t, id), JointReview, "补正"), "rewards.no_way_back")
	refused(t, o.Return(t.Context(), other, o.held(t, id), SecondReview, "补正"), "rewards.no_way_back")
	must(t, o.Return(t.Context(), other, o.held(t, id), FirstReview, "补正完税证明"))
	o.advance(t, id, clerk)
	o.advance(t, id, reviewer) // what was sent back is no longer held
	acts := o.page(t, id).Acts
	if acts[3].Action != Returned || acts[3].Stage != SecondReview || acts[3].Target != FirstReview || acts[3].Opinion != "补正完税证明" {
		t.Errorf("%+v", acts[3])
	}
}

func TestOfTwoAtOnceTheLaterIsTold(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	seen := o.held(t, id)
	o.advance(t, id, clerk)
	_, err := o.Advance(t.Context(), clerk, seen, "同意")
	refused(t, err, "record.changed")
	refused(t, o.Withdraw(t.Context(), clerk, seen, "企业申请"), "record.changed")
	if acts := o.page(t, id).Acts; len(acts) != 2 {
		t.Errorf("%+v", acts)
	}
}

func TestADeclarationIsCorrectedAtAcceptanceOnly(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.advance(t, id, clerk)
	corrected := Declaration{Months: map[int]money.Fen{202601: 806_00000, 202602: 5}, EarlierHighest: 700 * wan}
	_, err := o.Redeclare(t.Context(), clerk, o.held(t, id), corrected, "补正")
	refused(t, err, "rewards.not_returned")
	must(t, o.Return(t.Context(), clerk, o.held(t, id), Accepting, "申报额有误"))
	trace, err := o.Redeclare(t.Context(), clerk, o.held(t, id), corrected, "补正")
	must(t, err)
	if trace.Amount != 10*wan || trace.Steps[3].Reason != "reached_declared" {
		t.Errorf("%+v", trace.Steps)
	}
	page := o.page(t, id)
	if page.Comparison.Declared != 806_00005 || len(page.Comparison.Months) != 4 || page.Claim.EarlierHighest != 700*wan {
		t.Errorf("%+v", page.Comparison)
	}
	bad := Declaration{Months: map[int]money.Fen{202501: 1}}
	_, err = o.Redeclare(t.Context(), clerk, o.held(t, id), bad, "补正")
	refused(t, err, "rewards.month_outside")
}

func TestEvidenceTakenBackStopsTheClaim(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	delete(o.sales[o.organization.ID], 202610)
	_, err := o.Advance(t.Context(), clerk, o.held(t, id), "同意")
	refused(t, err, "rewards.claim_outdated")
	differences, err := o.Recheck(t.Context(), id)
	must(t, err)
	if len(differences) != 5 || differences[0].Is.Title() != "2026 年核实网络零售额" || differences[0].Is.Fen != 1793_29230 {
		t.Errorf("%+v", differences)
	}
	if before := o.page(t, id); before.Claim.Amount != 10*wan || before.Trace.Evidence.Verified() != 1084_622017 {
		t.Error("what is frozen stays until somebody computes anew")
	}
	_, err = o.Recompute(t.Context(), clerk, o.held(t, id), "账单已撤回")
	must(t, err)
	if differences, _ := o.Recheck(t.Context(), id); len(differences) != 0 || o.page(t, id).Claim.Amount != 0 {
		t.Errorf("%+v", differences)
	}
	for _, actor := range []store.Actor{clerk, clerk, reviewer} {
		o.advance(t, id, actor)
	}
	_, err = o.Advance(t.Context(), other, o.held(t, id), "同意")
	refused(t, err, "rewards.nothing_to_pay")
	must(t, o.Withdraw(t.Context(), clerk, o.held(t, id), "不符合条件"))
	if again := o.claim(t); again.Number != "2026-002" {
		t.Errorf("%s", again.Number)
	}
}

func TestAnApprovedClaimStands(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.payable(t, id)
	delete(o.sales[o.organization.ID], 202610)
	_, err := o.Recompute(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.approved_already")
	refused(t, o.Withdraw(t.Context(), clerk, o.held(t, id), "撤回"), "rewards.approved_already")
	if differences, err := o.Recheck(t.Context(), id); err != nil || len(differences) == 0 {
		t.Errorf("%v, %v", differences, err)
	}
	refused(t, o.Return(t.Context(), other, o.held(t, id), FirstReview, "重审"), "rewards.approved_already")
}

// TestTheYearlyCapHoldsOverAllClaims: whatever of the two is computed and finished first, they stay below the cap.
func TestTheYearlyCapHoldsOverAllClaims(t *testing.T) {
	o := newOffice(t)
	o.sales[o.organization.ID] = map[int]map[string]money.Fen{202603: {"wechat": 6000 * wan}}
	first := o.claim(t)
	agency := o.application()
	agency.RuleID, agency.Base = o.scheme.Rules[1].ID, 30*wan
	second, err := o.Create(t.Context(), clerk, agency)
	must(t, err)
	if first.Amount != 20*wan || second.Amount != 0 {
		t.Fatalf("%s and %s", first.Amount, second.Amount)
	}
	trace := o.page(t, second.ID).Trace
	limit := trace.Steps[len(trace.Steps)-2]
	if limit.Result != Deducts || limit.Fen != 5*wan || len(limit.Claims) != 1 || limit.Claims[0].Number != "2026-001" {
		t.Errorf("%+v", limit)
	}
	must(t, o.Withdraw(t.Context(), clerk, o.held(t, first.ID), "企业申请撤回"))
	_, err = o.Advance(t.Context(), clerk, o.held(t, second.ID), "同意")
	refused(t, err, "rewards.claim_outdated")
	trace, err = o.Recompute(t.Context(), clerk, o.held(t, second.ID), "前件已撤回")
	if err != nil || trace.Amount != 5*wan {
		t.Errorf("%s, %v", trace.Amount, err)
	}
}

func TestMaterialsAreTickedOff(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	first := o.page(t, id).Materials[0]
	changed, err := o.SetMaterial(t.Context(), clerk, first.ID, first.Version, Checked)
	if err != nil || changed.Version != 2 || o.page(t, id).Checked() != 1 {
		t.Errorf("%+v, %v", changed, err)
	}
	_, err = o.SetMaterial(t.Context(), clerk, first.ID, first.Version, Missing)
	refused(t, err, "record.changed")
	_, err = o.SetMaterial(t.Context(), clerk, first.ID, 2, "lost")
	refused(t, err, "rewards.no_material")
}

func TestClaimsFollowAMerge(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	rooms := register.New(o.store)
	kept := &register.Organization{Name: "运河老号食品股份有限公司"}
	must(t, rooms.Create(t.Context(), clerk, kept))
	_, err := rooms.Merge(t.Context(), clerk, kept.ID, o.organization.ID)
	must(t, err)
	if page := o.page(t, id); page.Organization.Name != kept.Name {
		t.Errorf("%+v", page.Organization)
	}
}

// TestDutiesStayApart: whoever acts and returns in whatever order, no claim is ever passed by one person in two duties.
func TestDutiesStayApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := []string{"甲", "乙", "丙"}
		acts := []Act{{Action: Created, Actor: "甲", Stage: Accepting, Target: Accepting}}
		stage := Accepting
		valid := map[Stage]string{}
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			actor := rapid.SampledFrom(people).Draw(t, "actor")
			if rapid.Bool().Draw(t, "return") && stage != Accepting {
				target := Stages[rapid.IntRange(0, stage.place()-1).Draw(t, "target")]
				acts = append(acts, Act{Action: Returned, Actor: actor, Stage: stage, Target: target})
				for _, undone := range Stages[target.place():] {
					delete(valid, undone)
				}
				stage = target
			} else if !stage.Ended() && !held(acts, actor, stage) {
				acts = append(acts, Act{Action: Passed, Actor: actor, Stage: stage, Target: stage.Next()})
				valid[stage] = actor
				stage = stage.Next()
			}
			if stage.Ended() {
				break
			}
		}
		for a, first := range valid {
			for b, second := range valid {
				if first == second && dutyOf(a) != dutyOf(b) && dutyOf(a) != noDuty && dutyOf(b) != noDuty {
					t.Fatalf("%s did %s and %s: %+v", first, a, b, acts)
				}
			}
		}
	})
}
