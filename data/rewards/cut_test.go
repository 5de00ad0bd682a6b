package rewards

import (
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/money"
)

// TestClaimsAreCutToTheBudget has 15 owed of a budget of 12, then one withdrawn, then a budget that reaches.
func TestClaimsAreCutToTheBudget(t *testing.T) {
	o := newOffice(t)
	scheme := schemeOf(jinzhai, 0)
	scheme.Round = Quantity(100 * money.Yuan)
	scheme.Budget = &Allotment{Amount: 12 * Quantity(wan), Over: ProRata}
	must(t, o.AddScheme(t.Context(), clerk, &scheme))
	claims := []*Claim{}
	for _, sold := range []money.Fen{150 * wan, 120 * wan, 110 * wan} {
		id := o.more(t, "企业"+sold.String(), 0, sold, nil)
		claim, err := o.Create(t.Context(), clerk, Application{RuleID: scheme.Rules[0].ID, OrganizationID: id, Year: 2026})
		must(t, err)
		claims = append(claims, claim)
	}
	plan, err := o.PlanCut(t.Context(), scheme.ID, 2026)
	must(t, err)
	if part := plan.Parts[0]; plan.Changes() != 3 || !part.Cut() || part.Budget != 12*wan || part.Wanted != 15*wan || part.After != 12*wan || part.Left() != 0 {
		t.Errorf("%+v", plan)
	}
	for _, line := range plan.Lines {
		if line.Stands || line.Was != 5*wan || line.Wanted != 5*wan || line.Is != 4*wan {
			t.Errorf("%+v", line)
		}
	}
	changed, err := o.ApplyCut(t.Context(), reviewer, plan, "超预算核减")
	must(t, err)
	for _, claim := range claims {
		page := o.page(t, claim.ID)
		if page.Claim.Amount != 4*wan || page.Acts[1].Opinion != "超预算核减" {
			t.Errorf("%s, %+v", page.Claim.Amount, page.Acts)
		}
		if again, err := page.Trace.Again(); err != nil || again.Amount != 4*wan {
			t.Errorf("%s, %v", again.Amount, err)
		}
		if differences, err := o.Recheck(t.Context(), claim.ID); err != nil || len(differences) > 0 {
			t.Errorf("%+v, %v", differences, err)
		}
	}
	if again, err := o.cut(t, scheme.ID, 2026, "再算"); changed != 3 || again != 0 || err != nil {
		t.Errorf("%d, then %d, %v", changed, again, err)
	}
	o.advance(t, claims[1].ID, clerk)
	_, err = o.ApplyCut(t.Context(), reviewer, plan, "看到的已不是这样")
	refused(t, err, "rewards.cut_changed")
	o.toNotice(t, claims[0].ID)
	must(t, o.Withdraw(t.Context(), clerk, o.held(t, claims[1].ID), "企业撤回"))
	if changed, err := o.cut(t, scheme.ID, 2026, "撤回一家后再算"); changed != 1 || err != nil {
		t.Errorf("%d, %v", changed, err)
	}
	if plan, err = o.PlanCut(t.Context(), scheme.ID, 2026); err != nil || plan.Changes() != 0 || plan.Parts[0].Stand != 4*wan || plan.Parts[0].Left() != 3*wan || !plan.Lines[0].Stands {
		t.Errorf("%+v, %v", plan, err)
	}
	if first, last := o.page(t, claims[0].ID), o.page(t, claims[2].ID); first.Claim.Amount != 4*wan || last.Claim.Amount != 5*wan {
		t.Errorf("%s stands, %s is whole again", first.Claim.Amount, last.Claim.Amount)
	}
	_, err = o.cut(t, o.scheme.ID, 2026, "")
	refused(t, err, "rewards.no_cut")
}

// TestACutLeavesTheCapOfAnEnterpriseAlone: 15 and 5 of a cap of 20 shrink alike, and neither is out of date after.
func TestACutLeavesTheCapOfAnEnterpriseAlone(t *testing.T) {
	o := newOffice(t)
	scheme := Scheme{Title: "封顶办法", FromYear: 2025, ToYear: 2027, YearlyCap: 20 * wan, Budget: &Allotment{Amount: 10 * Quantity(wan), Over: ProRata}, Rules: []Rule{
		{Clause: "第一条", Title: "甲奖", Kind: FixedKind, Says: Says{Terms: &Fixed{Amount: 15 * Quantity(wan)}}},
		{Clause: "第二条", Title: "乙奖", Kind: FixedKind, Says: Says{Terms: &Fixed{Amount: 10 * Quantity(wan)}}},
	}}
	must(t, o.AddScheme(t.Context(), clerk, &scheme))
	var claims []*Claim
	for _, rule := range scheme.Rules {
		claims = append(claims, o.hand(t, Application{RuleID: rule.ID, OrganizationID: o.organization.ID, Year: 2026}))
	}
	for range 2 {
		_, err := o.cut(t, scheme.ID, 2026, "超预算核减")
		must(t, err)
		for i, want := range []money.Fen{15 * wan / 2, 5 * wan / 2} {
			if page := o.page(t, claims[i].ID); page.Claim.Amount != want {
				t.Errorf("%s: %s, want %s", page.Claim.Number, page.Claim.Amount, want)
			}
			if differences, err := o.Recheck(t.Context(), claims[i].ID); err != nil || len(differences) > 0 {
				t.Errorf("%+v, %v", differences, err)
			}
		}
	}
}

// cut plans a cut and does it.
func (o *office) cut(t *testing.T, scheme int64, year int, opinion string) (int, error) {
	t.Helper()
	plan, err := o.PlanCut(t.Context(), scheme, year)
	if err != nil {
		return 0, err
	}
	return o.ApplyCut(t.Context(), reviewer, plan, opinion)
}

// TestACutLosesLessThanAUnitForEachClaim: whatever is wanted of whatever budget, rounded down to 元, 百元 or 万元.
func TestACutLosesLessThanAUnitForEachClaim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		budget := &Allotment{Amount: Quantity(rapid.Int64Range(1, 1000).Draw(t, "万元") * int64(money.Wan)), Over: ProRata}
		unit := rapid.SampledFrom([]money.Fen{money.Yuan, 100 * money.Yuan, money.Wan}).Draw(t, "unit")
		claims := make([]Claim, rapid.IntRange(1, 40).Draw(t, "claims"))
		wants := make([]money.Fen, len(claims))
		for i := range claims {
			claims[i].Stage = rapid.SampledFrom([]Stage{Accepting, FirstReview, Deciding, InNotice, Paying}).Draw(t, "stage")
			wants[i] = money.Fen(rapid.Int64Range(1, 200*int64(money.Wan)).Draw(t, "wanted"))
		}
		cuts, parts := budget.cuts(claims, wants)
		var after money.Fen
		n := 0
		for i, cut := range cuts {
			if cut != nil {
				after += cut.of(wants[i]).RoundTo(unit, money.Down)
				n++
			}
		}
		part := parts[0]
		left := max(0, part.Budget-part.Stand)
		switch {
		case part.Cut() && part.Wanted > 0 && (after > left || left-after >= money.Fen(n)*unit):
			t.Fatalf("%s of %s for %d claims, unit %s", after, left, n, unit)
		case !part.Cut() && n > 0:
			t.Fatalf("%d cuts where the budget reaches", n)
		}
	})
}
