package rewards

import (
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// more adds an enterprise with sales of 2026, of 2025 and in the place given.
func (o *office) more(t testing.TB, name string, before, now money.Fen, change func(*register.Organization)) int64 {
	t.Helper()
	organization := &register.Organization{Name: name}
	if change != nil {
		change(organization)
	}
	must(t, register.New(o.store).Create(t.Context(), clerk, organization))
	o.sales[organization.ID] = map[int]map[string]money.Fen{202505: {"jd": before}, 202605: {"jd": now}}
	return organization.ID
}

func TestABatchIsWhatEachClaimWouldCome(t *testing.T) {
	o := newOffice(t)
	big := o.more(t, "甲", 100*wan, 5000*wan, nil)
	o.more(t, "乙", 100*wan, 499*wan, nil)
	o.more(t, "丙", 600*wan, 900*wan, nil)
	closed := o.more(t, "丁", 0, 9000*wan, func(x *register.Organization) { x.Status = register.Closed })
	batch, err := o.Project(t.Context(), o.scheme, 2026)
	must(t, err)
	if batch.Total != 30*wan || batch.Rules[0].Enterprises != 2 || batch.Rules[1].Missing != 4 || batch.Organizations[closed] != "" {
		t.Errorf("%+v", batch)
	}
	for _, ruling := range batch.Rulings {
		if ruling.Missing != nil {
			continue
		}
		trial, err := o.Trial(t.Context(), Application{RuleID: o.scheme.Rules[0].ID, OrganizationID: ruling.Evidence.OrganizationID, Year: 2026})
		must(t, err)
		trace, err := ruling.Trace(o.scheme)
		must(t, err)
		if differences := Compare(trial, trace); ruling.Amount != trial.Amount || len(differences) > 0 {
			t.Errorf("%d: %s and %s, %+v", ruling.Evidence.OrganizationID, ruling.Amount, trial.Amount, differences)
		}
	}
	_, err = o.Create(t.Context(), clerk, Application{RuleID: o.scheme.Rules[0].ID, OrganizationID: big, Year: 2026})
	must(t, err)
	proposed, err := o.Propose(t.Context(), o.scheme.ID, 2026)
	must(t, err)
	if proposed.Total != 10*wan || proposed.Rules[0].Enterprises != 1 {
		t.Errorf("%+v", proposed.Rules)
	}
	for _, application := range proposed.Applications() {
		if claim := o.hand(t, application); claim.Amount != 10*wan {
			t.Errorf("%s", claim.Amount)
		}
	}
	if rest, err := o.Propose(t.Context(), o.scheme.ID, 2026); err != nil || rest.Total != 0 || len(rest.Applications()) != 0 || len(proposed.Applications(1)) != 0 {
		t.Errorf("%+v, %v", rest, err)
	}
	_, err = o.Project(t.Context(), o.scheme, 2024)
	refused(t, err, "rewards.year_outside")
}

// TestWhatIf raises the third tier from 15 to 20 and lowers the first from 5 to 4.
func TestWhatIf(t *testing.T) {
	o := newOffice(t)
	top, low := o.more(t, "甲", 100*wan, 5000*wan, nil), o.more(t, "乙", 100*wan, 500*wan, nil)
	was := schemeOf(crossing([]Threshold{reach(500 * wan), reach(1000 * wan), reach(5000 * wan)}, 5*wan, 10*wan, 15*wan), 0)
	is := schemeOf(crossing([]Threshold{reach(500 * wan), reach(1000 * wan), reach(5000 * wan)}, 4*wan, 10*wan, 20*wan), 0)
	before, err := o.Project(t.Context(), was, 2026)
	must(t, err)
	after, err := o.Project(t.Context(), is, 2026)
	must(t, err)
	changed := WhatIf(before, after, 0)
	if len(changed) != 2 || changed[0].OrganizationID != top || changed[0].Change() != 5*wan || changed[1].OrganizationID != low || changed[1].Change() != -wan || changed[1].Organization != "乙" {
		t.Errorf("%+v", changed)
	}
	if after.Total-before.Total != 4*wan {
		t.Errorf("%s", after.Total-before.Total)
	}
}

// TestFactsOfTheRegister has what gates can ask of an organisation, as it stands on 23 November 2026.
func TestFactsOfTheRegister(t *testing.T) {
	o := newOffice(t)
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return register.SetDistrict(tx, "130903") }))
	id := o.more(t, "甲", 0, 500*wan, func(x *register.Organization) {
		x.RegionCode, x.FoundedOn, x.AboveQuota, x.Kind = "130903001", "2025-11-23", "零售业，2026-03 起", register.Enterprise
	})
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error {
		for _, shop := range []register.Shop{{Name: "一", OpenedOn: "2026-01-01", Status: register.ShopActive}, {Name: "二", OpenedOn: "2024-01-01", Status: register.ShopActive},
			{Name: "三", OpenedOn: "2026-01-01", Status: register.ShopClosed}} {
			shop.OrganizationID, shop.Platform = id, "jd"
			if err := tx.Create(&shop).Error; err != nil {
				return err
			}
		}
		return nil
	}))
	for _, c := range []struct {
		gate Gate
		met  bool
	}{
		{Gate{Measure: Measure{Of: OfRegister, Fact: InDistrict}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Located, Place: "1309"}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Located, Place: "130902"}}, false},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Clean}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Clean}, Not: true}, false},
		{Gate{Measure: Measure{Of: OfRegister, Fact: InBusiness}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: AboveQuota}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: NewlyCounted}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: LegalPerson}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: CreditCoded}}, false},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Provider}}, false},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Age}, At: &Threshold{At: 12 * One}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Age}, At: &Threshold{At: 12 * One, Strict: true}}, false},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Shops}, At: &Threshold{At: 2 * One}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: Shops}, At: &Threshold{At: 3 * One}}, false},
		{Gate{Measure: Measure{Of: OfRegister, Fact: NewShops}, At: &Threshold{At: One}}, true},
		{Gate{Measure: Measure{Of: OfRegister, Fact: NewShops}, At: &Threshold{At: 2 * One}}, false},
	} {
		scheme := schemeOf(Says{Gates: []Gate{c.gate}, Terms: &Fixed{Amount: 100 * One}}, 0)
		must(t, o.AddScheme(t.Context(), clerk, &scheme))
		trace, err := o.Trial(t.Context(), Application{RuleID: scheme.Rules[0].ID, OrganizationID: id, Year: 2026})
		must(t, err)
		if (trace.Amount > 0) != c.met {
			t.Errorf("%s: %+v", c.gate.In(chineseLanguage), trace.Steps)
		}
		batch, err := o.Project(t.Context(), scheme, 2026)
		must(t, err)
		if (batch.Organizations[id] != "") != c.met {
			t.Errorf("%s: %+v", c.gate.In(chineseLanguage), batch.Rulings)
		}
	}
}

func TestMonthsSince(t *testing.T) {
	for _, c := range []struct {
		from, to string
		months   int
	}{
		{"2025-11-23", "2026-11-22", 11}, {"2025-11-23", "2026-11-23", 12}, {"2025-08-31", "2026-02-28", 6}, {"2025-08-31", "2026-02-27", 5},
		{"2026-01-01", "2025-12-31", 0}, {"2024-02-29", "2025-02-28", 12},
	} {
		if got, known := monthsSince(c.from, c.to); !known || got != Quantity(c.months)*One {
			t.Errorf("%s to %s: %s", c.from, c.to, got)
		}
	}
	if _, known := monthsSince("", "2026-01-01"); known {
		t.Error("nothing has no age")
	}
}

func TestVersionsOfAMeasure(t *testing.T) {
	o := newOffice(t)
	claim := o.claim(t)
	refused(t, o.SaveDraft(t.Context(), clerk, &o.scheme), "rewards.not_a_draft")
	draft, err := o.NewVersion(t.Context(), clerk, o.scheme.ID)
	must(t, err)
	_, err = o.NewVersion(t.Context(), clerk, o.scheme.ID)
	refused(t, err, "rewards.draft_exists")
	draft.Rules[0].Terms.(*Tiers).Amounts[1] = 12 * Quantity(wan)
	draft.Rules = append(draft.Rules[:1], Rule{Clause: "第九条", Title: "新条", Kind: FixedKind, Says: Says{Terms: &Fixed{}}})
	must(t, o.SaveDraft(t.Context(), clerk, &draft))
	_, err = o.Enact(t.Context(), clerk, HeldScheme{draft.ID, draft.Version})
	refused(t, err, "rewards.amount_missing")
	stale := draft
	stale.Version--
	refused(t, o.SaveDraft(t.Context(), clerk, &stale), "record.changed")
	kept, err := o.Scheme(t.Context(), draft.ID)
	must(t, err)
	kept.Rules[1].Terms.(*Fixed).Amount = Quantity(wan)
	must(t, o.SaveDraft(t.Context(), clerk, &kept))
	enacted, err := o.Enact(t.Context(), clerk, HeldScheme{kept.ID, kept.Version})
	must(t, err)
	if enacted.Edition != 2 || enacted.Family != o.scheme.ID || len(enacted.Rules) != 2 || enacted.Rules[0].Family != o.scheme.Rules[0].ID || enacted.Rules[1].Family == o.scheme.Rules[1].ID {
		t.Errorf("%+v", enacted)
	}
	of, err := o.SchemeOfYear(t.Context(), 2026)
	if err != nil || of.ID != enacted.ID {
		t.Errorf("%+v, %v", of, err)
	}
	was, err := o.Scheme(t.Context(), o.scheme.ID)
	if err != nil || was.State != Replaced {
		t.Errorf("%+v, %v", was, err)
	}
	if differences, err := o.Recheck(t.Context(), claim.ID); err != nil || len(differences) > 0 {
		t.Errorf("a claim keeps its version: %+v, %v", differences, err)
	}
	a := o.application()
	a.RuleID = enacted.Rules[0].ID
	_, err = o.Create(t.Context(), clerk, a)
	refused(t, err, "rewards.claim_twice")
	refused(t, o.DropDraft(t.Context(), clerk, HeldScheme{enacted.ID, enacted.Version}), "rewards.not_a_draft")
	again, err := o.NewVersion(t.Context(), clerk, enacted.ID)
	must(t, err)
	must(t, o.DropDraft(t.Context(), clerk, HeldScheme{again.ID, again.Version}))
}
