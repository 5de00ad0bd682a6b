package demo

import (
	"context"
	"sort"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/region"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// claimYear is the year the demo's claims are of.
const claimYear = 2026

// The people of the demo's office: entry, review and approval are done by three.
const (
	clerk    store.Actor = "受理员"
	reviewer store.Actor = "复核员"
	head     store.Actor = "科长"
)

// pass is one step of a claim: who passes it and with which words.
type pass struct {
	actor   store.Actor
	opinion string
}

var passes = []pass{
	{clerk, "收到申报材料，齐全。"},
	{clerk, "平台账单与申报额的差异在允许范围内，建议通过。"},
	{reviewer, "逐月核对无误，同意。"},
	{head, "各成员单位无不同意见。"},
}

// FillClaims gives the demo its reward measure and the claims of the enterprises that crossed a threshold
// this year; the largest have come to the public notice, the next are still on their way. It
// gives the claims that stand at the notice, the largest first.
func FillClaims(ctx context.Context, st *store.Store) ([]int64, error) {
	trade := sales.New(st)
	room := rewards.New(st, trade)
	district, _ := region.Find(District)
	schemes, err := room.Seed(ctx, head, district.Name)
	if err != nil {
		return nil, err
	}
	if err := room.SetSinglePerson(ctx, head, true); err != nil {
		return nil, err
	}
	winners, err := crossed(ctx, trade, 500*money.Wan)
	if err != nil {
		return nil, err
	}
	filler := claimFiller{room: room, trade: trade, rule: schemes[0].Rules[0].ID}
	for _, winner := range winners {
		if err := filler.fill(ctx, winner); err != nil {
			return nil, err
		}
	}
	return filler.noticed, nil
}

// claimFiller makes one claim after the other and lets each come less far than the one before.
type claimFiller struct {
	room    *rewards.Room
	trade   *sales.Room
	rule    int64
	passed  int // claims that are owed something, so far
	noticed []int64
}

// atNotice is how many claims come to the public notice.
const atNotice = 3

// steps is how far a claim comes. One that is owed nothing, because the enterprise had crossed before,
// is waiting for somebody to tell it so.
func (f *claimFiller) steps(amount money.Fen) int {
	if amount == 0 {
		return 1
	}
	f.passed++
	return max(0, min(len(passes), len(passes)+atNotice-f.passed))
}

// crossed gives the organisations whose verified online sales of the year reach a threshold, the largest first.
func crossed(ctx context.Context, trade *sales.Room, least money.Fen) ([]sales.Total, error) {
	totals, err := trade.Totals(ctx, sales.Query{
		By: []sales.Dimension{sales.ByOrganization}, Channel: statement.Online, From: claimYear*100 + 1, To: claimYear*100 + 12,
	})
	if err != nil {
		return nil, err
	}
	var found []sales.Total
	for _, total := range totals {
		if total.OrganizationID != 0 && total.Net() >= least {
			found = append(found, total)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Net() > found[j].Net() })
	return found, nil
}

// fill makes the claim of one organisation and passes its steps.
func (f *claimFiller) fill(ctx context.Context, of sales.Total) error {
	declared, err := declaration(ctx, f.trade, of.OrganizationID)
	if err != nil {
		return err
	}
	claim, err := f.room.Create(ctx, clerk, rewards.Application{
		RuleID: f.rule, OrganizationID: of.OrganizationID, Year: claimYear, Declaration: declared,
	})
	if err != nil {
		return err
	}
	steps := f.steps(claim.Amount)
	if err := fillMaterials(ctx, f.room, claim.ID, steps); err != nil {
		return err
	}
	for _, pass := range passes[:steps] {
		page, err := f.room.Page(ctx, claim.ID)
		if err != nil {
			return err
		}
		if _, err := f.room.Advance(ctx, pass.actor, rewards.Held{ID: claim.ID, Version: page.Claim.Version}, pass.opinion); err != nil {
			return err
		}
	}
	if steps < len(passes) {
		return nil
	}
	f.noticed = append(f.noticed, claim.ID)
	return f.decide(ctx, claim.ID)
}

// decide lets the meeting pass a claim to the notice.
func (f *claimFiller) decide(ctx context.Context, id int64) error {
	page, err := f.room.Page(ctx, id)
	if err != nil {
		return err
	}
	meeting := rewards.Meeting{Title: Office + "局长办公会 2026年第8次", HeldOn: "2026-11-20"}
	bulk, err := f.room.Decide(ctx, head, []rewards.Held{{ID: id, Version: page.Claim.Version}}, meeting, "同意按核定金额公示。")
	if err == nil && len(bulk.Refused) > 0 {
		err = bulk.Refused[0].Problem
	}
	return err
}

// declaration is what an enterprise says of itself: its verified sales rounded up to hundreds of yuan, with some
// sales on top that no statement proves.
func declaration(ctx context.Context, trade *sales.Room, organization int64) (rewards.Declaration, error) {
	figures, err := trade.VerifiedByMonth(ctx, organization, claimYear)
	declared := rewards.Declaration{Months: map[int]money.Fen{}}
	for _, figure := range figures {
		declared.Months[figure.Month] += figure.Fen
	}
	for month, fen := range declared.Months {
		declared.Months[month] = (fen + fen/70).RoundTo(100*money.Yuan, money.Up)
	}
	return declared, err
}

// fillMaterials checks what has come; of a claim at its beginning the last two are still missing.
func fillMaterials(ctx context.Context, room *rewards.Room, claim int64, steps int) error {
	page, err := room.Page(ctx, claim)
	if err != nil {
		return err
	}
	brought := len(page.Materials)
	if steps < 2 {
		brought = max(0, brought-2)
	}
	for _, material := range page.Materials[:brought] {
		if _, err := room.SetMaterial(ctx, clerk, material.ID, material.Version, rewards.Checked); err != nil {
			return err
		}
	}
	return nil
}

// NoticeTerms are how the demo's notice is worded.
func NoticeTerms() rewards.NoticeTerms {
	return rewards.NoticeTerms{
		DocNumber: "运商公示〔2026〕3号", Office: Office, From: time.Date(2026, 11, 23, 9, 0, 0, 0, statement.China), Days: 5,
		Contact: "电子商务科", Phone: "0317-0000000", Address: "运河区解放西路",
	}
}
