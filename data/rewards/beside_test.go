package rewards

import (
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/store"
)

// put puts a measure of the library in force.
func (o *office) put(t testing.TB, name string) Scheme {
	t.Helper()
	scheme := libraryScheme(t, name)
	must(t, o.AddScheme(t.Context(), clerk, &scheme))
	return scheme
}

// hand hands a claim in and gives it as it was computed.
func (o *office) hand(t testing.TB, a Application) *Claim {
	t.Helper()
	claim, err := o.Create(t.Context(), clerk, a)
	must(t, err)
	return claim
}

func figuresOf(pairs ...any) Declaration {
	var e Evidence
	says(pairs...)(&e)
	return Declaration{Figures: Figures{Declared: e.Declared}}
}

func TestTheSecondClaimOfAnExclusionGetsTheDifference(t *testing.T) {
	o := newOffice(t)
	scheme := o.put(t, "16-longyou")
	declared := figuresOf("获评品牌网店", 1, "获评示范企业", 1)
	a := Application{RuleID: scheme.Rules[0].ID, OrganizationID: o.organization.ID, Year: 2026, Declaration: declared}
	first := o.hand(t, a)
	a.RuleID = scheme.Rules[1].ID
	second := o.hand(t, a)
	if first.Amount != 3*wan || second.Amount != 2*wan {
		t.Errorf("%s and %s of 3 and 5", first.Amount, second.Amount)
	}
	for _, claim := range []*Claim{first, second} {
		if differences, err := o.Recheck(t.Context(), claim.ID); err != nil || len(differences) > 0 {
			t.Errorf("%s: %+v, %v", claim.Number, differences, err)
		}
	}
}

func TestOfARewardToChooseTheSecondGetsNothing(t *testing.T) {
	o := newOffice(t)
	scheme := o.put(t, "17-xiangzhou")
	a := Application{RuleID: scheme.Rules[0].ID, OrganizationID: o.organization.ID, Year: 2026, Declaration: Declaration{Base: 10 * wan}}
	first := o.hand(t, a)
	a.RuleID, a.Base = scheme.Rules[1].ID, 50*wan
	if second := o.hand(t, a); first.Amount != 3*wan || second.Amount != 0 {
		t.Errorf("%s and %s", first.Amount, second.Amount)
	}
}

func TestOnceInThreeYears(t *testing.T) {
	o := newOffice(t)
	scheme := o.put(t, "05-longhua")
	a := Application{RuleID: scheme.Rules[1].ID, OrganizationID: o.organization.ID, Declaration: figuresOf("新开网店数", 2)}
	for _, c := range []struct {
		year int
		want money.Fen
	}{{2025, 2 * wan}, {2026, 0}, {2027, 0}, {2028, 2 * wan}} {
		a.Year = c.year
		if claim := o.hand(t, a); claim.Amount != c.want {
			t.Errorf("%d: %s", c.year, claim.Amount)
		}
	}
}

// TestAHigherClaimTakesTheOnlyPlace: who stood first and does no longer is told so before he comes further.
func TestAHigherClaimTakesTheOnlyPlace(t *testing.T) {
	o := newOffice(t)
	scheme := o.put(t, "09-badong")
	base := func(name string, points float64) *Claim {
		return o.hand(t, Application{RuleID: scheme.Rules[2].ID, OrganizationID: o.more(t, name, 0, 0, nil), Year: 2026, Declaration: figuresOf("基地评分", points)})
	}
	first, low := base("甲", 90), base("乙", 80)
	if first.Amount != 30*wan || low.Amount != 0 {
		t.Errorf("%s and %s", first.Amount, low.Amount)
	}
	higher := base("丙", 95.5)
	_, err := o.Advance(t.Context(), clerk, o.held(t, first.ID), "同意")
	if codeOf(err) != "rewards.claim_outdated" || higher.Amount != 30*wan {
		t.Errorf("%v, %s", err, higher.Amount)
	}
	trace, err := o.Recompute(t.Context(), clerk, o.held(t, first.ID), "名次有变")
	if err != nil || trace.Amount != 0 || trace.Evidence.Standing.Place != 2 {
		t.Errorf("%+v, %v", trace.Evidence.Standing, err)
	}
}

func TestEventsOfAYearFillUpTheClausesCap(t *testing.T) {
	o := newOffice(t)
	scheme := o.put(t, "07-fenghua")
	id := o.organization.ID
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.Exec("UPDATE organizations SET founded_on = '2020-01-01'").Error }))
	for i, want := range []money.Fen{7_5000_00, 2_5000_00, 0} {
		claim := o.hand(t, Application{RuleID: scheme.Rules[1].ID, OrganizationID: id, Year: 2026, Declaration: figuresOf("活动人数", 120, "活动费用", 15*wan)})
		if claim.Amount != want {
			t.Errorf("event %d: %s", i+1, claim.Amount)
		}
	}
}

func TestPartsOfAYearAreClaimedOnceEach(t *testing.T) {
	o := newOffice(t)
	scheme := o.put(t, "08-xincheng")
	a := Application{RuleID: scheme.Rules[0].ID, OrganizationID: o.organization.ID, Year: 2026, Part: Q1}
	if claim := o.hand(t, a); claim.Amount != 3*wan || claim.Part != Q1 {
		t.Errorf("%+v", claim)
	}
	_, err := o.Create(t.Context(), clerk, a)
	refused(t, err, "rewards.claim_twice")
	a.Part = Q2
	o.hand(t, a)
	for _, part := range []Part{WholeYear, H1} {
		a.Part = part
		_, err = o.Create(t.Context(), clerk, a)
		refused(t, err, "rewards.part_outside")
	}
}
