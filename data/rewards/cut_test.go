package rewards

import (
	"testing"

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
	changed, err := o.CutToBudget(t.Context(), reviewer, scheme.ID, 2026, "超预算核减")
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
	if again, err := o.CutToBudget(t.Context(), reviewer, scheme.ID, 2026, "再算"); changed != 3 || again != 0 || err != nil {
		t.Errorf("%d, then %d, %v", changed, again, err)
	}
	o.toNotice(t, claims[0].ID)
	must(t, o.Withdraw(t.Context(), clerk, o.held(t, claims[1].ID), "企业撤回"))
	if changed, err := o.CutToBudget(t.Context(), reviewer, scheme.ID, 2026, "撤回一家后再算"); changed != 1 || err != nil {
		t.Errorf("%d, %v", changed, err)
	}
	if first, last := o.page(t, claims[0].ID), o.page(t, claims[2].ID); first.Claim.Amount != 4*wan || last.Claim.Amount != 5*wan {
		t.Errorf("%s stands, %s is whole again", first.Claim.Amount, last.Claim.Amount)
	}
	_, err = o.CutToBudget(t.Context(), reviewer, o.scheme.ID, 2026, "")
	refused(t, err, "rewards.no_cut")
}
