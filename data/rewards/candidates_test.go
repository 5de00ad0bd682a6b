package rewards

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// standsOf are the footings of a clause's candidates by the name of the organisation.
func standsOf(c *Candidates, place int) map[string]Footing {
	stands := map[string]Footing{}
	for _, one := range c.List {
		if one.Place == place {
			stands[one.Organization] = one.Footing
		}
	}
	return stands
}

// fairOffice has a measure of a crossing with a condition of the register, a second that excludes it, a ranked one and
// one that asks for a figure, and an enterprise for each footing.
func fairOffice(t *testing.T) (*office, Scheme) {
	t.Helper()
	o := newOffice(t)
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return register.SetDistrict(tx, "130903") }))
	here := func(x *register.Organization) { x.RegionCode = "130903001" }
	o.more(t, "甲", 100*wan, 5000*wan, here)
	o.more(t, "乙", 100*wan, 499*wan, here)
	o.more(t, "丙", 100*wan, 900*wan, func(x *register.Organization) { x.RegionCode = "110101" })
	o.more(t, "丁", 100*wan, 700*wan, here)
	first := crossing([]Threshold{reach(500 * wan), reach(1000 * wan)}, 5*wan, 10*wan)
	first.Gates = []Gate{{Measure: Measure{Of: OfRegister, Fact: InDistrict}}}
	scheme := Scheme{Title: "免申即享办法", FromYear: 2025, ToYear: 2027, Rules: []Rule{
		{Clause: "第一条", Title: "突破奖", Says: first},
		{Clause: "第二条", Title: "规模奖", Says: Says{Gates: []Gate{{Measure: Measure{Of: OfSales}, At: at(600 * wan)}}, Terms: &Fixed{Amount: 20 * Quantity(wan)},
			Contest: Contest{Rank: &Rank{By: Measure{Of: OfSales}, Top: 1}}}},
		{Clause: "第三条", Title: "外包补助", Says: Says{Terms: &Share{Of: Measure{Of: OfDeclared, Name: "外包费用", Outlay: true}, Rate: 20 * One}, Cap: 5 * Quantity(wan)}},
	}}
	for i := range scheme.Rules {
		scheme.Rules[i].Kind = scheme.Rules[i].Terms.Kind()
	}
	must(t, o.AddScheme(t.Context(), clerk, &scheme))
	return o, scheme
}

func at(fen money.Fen) *Threshold { return &Threshold{At: Quantity(fen)} }

func TestCandidatesSayWhereTheyStand(t *testing.T) {
	o, scheme := fairOffice(t)
	c, err := o.Candidates(t.Context(), scheme.ID, 2026, nil)
	must(t, err)
	for place, want := range []map[string]Footing{
		{"甲": Qualifies, "丙": Unfit, "丁": Qualifies, "运河老号": Unfit}, // 乙 is below the threshold and is not named
		{"甲": Qualifies, "丙": LeftOut, "丁": LeftOut, "运河老号": LeftOut},
		{"甲": MustDeclare, "乙": MustDeclare, "丙": MustDeclare, "丁": MustDeclare, "运河老号": MustDeclare},
	} {
		if got := standsOf(c, place); !maps.Equal(got, want) {
			t.Errorf("clause %d: %v, want %v", place+1, got, want)
		}
	}
	for i, one := range c.List {
		reason := c.Reason(i)
		switch {
		case one.Footing == MustDeclare && (reason != nil || one.Missing == nil),
			one.Footing == Qualifies && (reason == nil || reason.Result != Awards && one.Place == 0),
			one.Footing == LeftOut && (reason == nil || reason.Reason != "ranked_out"),
			one.Footing == Unfit && (reason == nil || reason.Verdict != Unmet || one.Organization == "丙" && reason.Reason != "does_not_hold" || one.Amount == 0):
			t.Errorf("%s, %s: %+v", one.Organization, one.Footing, reason)
		}
	}
}

// TestCandidatesAreHandedInAndTakenBack: what qualifies comes to the amount shown, and one step takes all back.
func TestCandidatesAreHandedInAndTakenBack(t *testing.T) {
	o, scheme := fairOffice(t)
	list := func() (qualifies []Candidate) {
		c, err := o.Candidates(t.Context(), scheme.ID, 2026, nil)
		must(t, err)
		return slices.DeleteFunc(c.List, func(one Candidate) bool { return one.Footing != Qualifies })
	}
	before := list()
	var applications []Application
	for _, one := range before {
		applications = append(applications, one.Application)
	}
	entered, err := o.CreateAll(t.Context(), clerk, applications, nil)
	must(t, err)
	if len(before) != 3 || len(entered.Claims) != 3 || len(entered.Refused) != 0 {
		t.Fatalf("%d candidates, %+v", len(before), entered)
	}
	var held []Held
	for i, claim := range entered.Claims {
		if claim.Amount != before[i].Amount {
			t.Errorf("%s: %s, shown was %s", claim.Number, claim.Amount, before[i].Amount)
		}
		held = append(held, Held{claim.ID, claim.Version})
	}
	c, err := o.Candidates(t.Context(), scheme.ID, 2026, nil)
	must(t, err)
	if got := standsOf(c, 0); got["甲"] != HasClaimed || got["丁"] != HasClaimed || len(list()) != 0 {
		t.Errorf("%v", got)
	}
	must(t, o.TakeBackEntered(t.Context(), clerk, held...))
	if ids, err := o.ClaimIDs(t.Context(), ClaimFilter{}, nil); err != nil || len(ids) != 0 || len(list()) != 3 {
		t.Errorf("%v, %v", ids, err)
	}
	again, err := o.CreateAll(t.Context(), clerk, applications, nil)
	if err != nil || again.Claims[0].Number != "2026-004" {
		t.Errorf("%+v, %v", again, err)
	}
	held = held[:0]
	for _, claim := range again.Claims {
		held = append(held, Held{claim.ID, claim.Version})
	}
	page := o.page(t, held[1].ID)
	_, err = o.SetMaterial(t.Context(), clerk, firstMaterial(t, o, page).ID, 1, Received)
	must(t, err)
	refused(t, o.TakeBackEntered(t.Context(), clerk, held...), "rewards.worked_on")
	o.advance(t, held[0].ID, clerk)
	refused(t, o.TakeBackEntered(t.Context(), clerk, held[0]), "record.changed")
	if ids, _ := o.ClaimIDs(t.Context(), ClaimFilter{}, nil); len(ids) != 3 {
		t.Errorf("%v", ids)
	}
}

// firstMaterial lists a material of a claim whose clause asks for none.
func firstMaterial(t *testing.T, o *office, page *Page) Material {
	t.Helper()
	made := Material{ClaimID: page.Claim.ID, Position: 1, Name: "营业执照", State: Missing}
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.Create(&made).Error }))
	return made
}

// TestARankCountsClaimsThereAre: the only place is taken, so nobody else is proposed for it.
func TestARankCountsClaimsThereAre(t *testing.T) {
	o, scheme := fairOffice(t)
	c, err := o.Candidates(t.Context(), scheme.ID, 2026, nil)
	must(t, err)
	for _, one := range c.List {
		if one.Place == 1 && one.Footing == Qualifies {
			_, err := o.Create(t.Context(), clerk, one.Application)
			must(t, err)
		}
	}
	if c, err = o.Candidates(t.Context(), scheme.ID, 2026, nil); err != nil {
		t.Fatal(err)
	}
	if got := standsOf(c, 1); got["甲"] != HasClaimed || got["丁"] != LeftOut {
		t.Errorf("%v", got)
	}
	if proposed, err := o.Propose(t.Context(), scheme.ID, 2026); err != nil || proposed.Rules[1].Enterprises != 0 {
		t.Errorf("%+v, %v", proposed.Rules, err)
	}
}

// TestWhoGaveMoneyBackIsLockedOut and frees his place in the rank.
func TestWhoGaveMoneyBackIsLockedOut(t *testing.T) {
	o, scheme := fairOffice(t)
	claim := o.claim(t)
	o.paid(t, claim.ID)
	_, err := o.ClawBack(t.Context(), approver, o.held(t, claim.ID), Demand{Reason: "虚增", Lock: 3})
	must(t, err)
	c, err := o.Candidates(t.Context(), scheme.ID, 2026, nil)
	must(t, err)
	for _, one := range c.List {
		if one.OrganizationID != o.organization.ID || one.Place == 2 {
			continue
		}
		if one.Footing != LockedOut || one.Claim.Number != claim.Number || one.Until <= dayOf(o.now) || one.Amount == 0 {
			t.Errorf("%+v", one)
		}
	}
}

func TestCandidatesAreTold(t *testing.T) {
	o, scheme := fairOffice(t)
	var told [][2]int
	_, err := o.Candidates(t.Context(), scheme.ID, 2026, func(done, total int) { told = append(told, [2]int{done, total}) })
	must(t, err)
	if len(told) != 2 || told[1] != [2]int{2, 2} {
		t.Errorf("%v", told)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.Candidates(stopped, scheme.ID, 2026, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	_, err = o.Candidates(t.Context(), 4711, 2026, nil)
	refused(t, err, "rewards.no_scheme_version")
	_, err = o.Candidates(t.Context(), scheme.ID, 2024, nil)
	refused(t, err, "rewards.year_outside")
}
