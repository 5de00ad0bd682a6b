package chronicle

import (
	"slices"
	"testing"

	"smartcanal/data/council"
	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// proposals are the titles the rules have proposed, by their rules, the earliest first.
func (j *journey) proposals() []string {
	j.t.Helper()
	_, err := j.Propose(j.t.Context())
	must(j.t, err)
	rows, err := j.Proposals(j.t.Context())
	must(j.t, err)
	titles := make([]string, len(rows))
	for i, row := range rows {
		titles[len(rows)-1-i] = row.Rule + " " + row.OnDay + " " + row.Title
	}
	return titles
}

// TestADocumentsLifeIsProposed issues, revises and repeals one before anybody looks: each is told with its own day and number.
func TestADocumentsLifeIsProposed(t *testing.T) {
	j := newJourney(t)
	ctx := t.Context()
	p := &council.PolicyDocument{Kind: council.Measures, Title: "电子商务奖励办法"}
	must(t, j.council.SavePolicy(ctx, clerk, p))
	_, err := j.council.AddVersion(ctx, clerk, p.ID, "", "第一条")
	must(t, err)
	held := func() council.Held {
		page, err := j.council.Policy(ctx, p.ID)
		must(t, err)
		return council.Held{ID: p.ID, Version: page.PolicyDocument.Version}
	}
	must(t, j.council.Issue(ctx, clerk, held(), "运商〔2026〕1号", "2026-03-01"))
	must(t, j.council.Issue(ctx, clerk, held(), "运商〔2026〕9号", "2026-06-01"))
	must(t, j.council.Issue(ctx, clerk, held(), "运商〔2026〕12号", "2026-09-01"))
	must(t, j.council.Repeal(ctx, clerk, held(), "2026-10-01"))
	want := []string{
		"policy_issued 2026-03-01 《电子商务奖励办法》运商〔2026〕1号印发", "policy_revised 2026-06-01 《电子商务奖励办法》运商〔2026〕9号修订印发",
		"policy_revised 2026-09-01 《电子商务奖励办法》运商〔2026〕12号修订印发", "policy_repealed 2026-10-01 《电子商务奖励办法》运商〔2026〕12号废止",
	}
	if got := j.proposals(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestRewardsAndShopsAreProposed: a draft of a measure is nothing yet; its second payment, and a platform's second shop,
// are no first ones.
func TestRewardsAndShopsAreProposed(t *testing.T) {
	j := newJourney(t)
	ctx := t.Context()
	write := func(records ...any) {
		t.Helper()
		must(t, j.store.Write(ctx, clerk, "test", func(tx *store.Tx) error {
			for _, record := range records {
				if err := tx.Create(record).Error; err != nil {
					return err
				}
			}
			return nil
		}))
	}
	firm := &register.Organization{Kind: register.Enterprise, Name: "沧枣电商"}
	must(t, register.New(j.store).Create(ctx, clerk, firm))
	s := &rewards.Scheme{Family: 1, Edition: 1, State: rewards.Draft, Title: "奖励办法", DocNumber: "运政办〔2026〕8号", FromYear: 2026, ToYear: 2026}
	write(s)
	if got := j.proposals(); len(got) != 0 {
		t.Fatalf("a draft is told: %q", got)
	}
	s.State, s.ValidFrom = rewards.InForce, "2026-05-01"
	must(t, j.store.Write(ctx, clerk, "test", func(tx *store.Tx) error { return store.Update(tx, s) }))
	rule := &rewards.Rule{SchemeID: s.ID}
	write(rule)
	claim := &rewards.Claim{Number: "2026-001", SchemeID: s.ID, RuleID: rule.ID, OrganizationID: firm.ID, Year: 2026, Stage: rewards.Completed, Amount: 3 * money.Wan}
	batch := &rewards.PaymentBatch{Number: "2026-F01", Title: "第一批"}
	write(batch, claim)
	pay := func(day string) *rewards.Payment {
		return &rewards.Payment{BatchID: batch.ID, ClaimID: claim.ID, Amount: 3 * money.Wan, State: rewards.Arrived, PaidOn: day}
	}
	write(pay("2026-07-01"))
	write(pay("2026-08-01"), &rewards.Clawback{ClaimID: claim.ID, Amount: 1 * money.Wan, Reason: "虚报", FoundOn: "2026-09-01", DueOn: "2026-10-01"})
	for _, name := range []string{"沧枣旗舰店", "沧枣二店"} {
		write(&register.Shop{OrganizationID: firm.ID, Platform: "douyin", Name: name, OpenedOn: "2026-09-15", Status: register.ShopActive})
	}
	want := []string{
		"scheme_issued 2026-05-01 《奖励办法》运政办〔2026〕8号施行", "first_payment 2026-07-01 《奖励办法》首笔奖励资金 3.00 万元拨付到账，沧枣电商获得",
		"clawback 2026-09-01 追回沧枣电商奖励资金 1.00 万元", "first_shop 2026-09-15 沧枣电商在抖音开办网店“沧枣旗舰店”，为全区首家",
		"claim_paid 2026-10-20 向沧枣电商拨付电子商务奖励资金 3.00 万元",
	}
	if got := j.proposals(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if kept := j.titles(t, Filter{}); len(kept) != 0 {
		t.Errorf("published unread: %q", kept)
	}
}
