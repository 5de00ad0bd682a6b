package rewards

import (
	"slices"
	"testing"

	"smartcanal/data/money"
	"smartcanal/data/register"
)

func TestTheListFiltersSortsAndFetches(t *testing.T) {
	o := newOffice(t)
	first := o.claim(t)
	o.advance(t, first.ID, clerk)
	shop := &register.Organization{Name: "南湖优选商贸有限公司"}
	must(t, register.New(o.store).Create(t.Context(), clerk, shop))
	o.sales[shop.ID] = map[int]map[string]money.Fen{202603: {"jd": 600 * wan}}
	a := o.application()
	a.OrganizationID = shop.ID
	second, err := o.Create(t.Context(), clerk, a)
	must(t, err)
	third := o.application()
	third.RuleID, third.Base = o.scheme.Rules[1].ID, 10*wan
	withdrawn, err := o.Create(t.Context(), clerk, third)
	must(t, err)
	must(t, o.Withdraw(t.Context(), clerk, o.held(t, withdrawn.ID), "误报"))

	one, two, three := int32(first.ID), int32(second.ID), int32(withdrawn.ID)
	for _, c := range []struct {
		filter ClaimFilter
		order  []ClaimOrder
		want   []int32
	}{
		{ClaimFilter{}, nil, []int32{three, two, one}},
		{ClaimFilter{Open: true}, []ClaimOrder{{ByNumber, false}}, []int32{one, two}},
		{ClaimFilter{Stage: FirstReview}, nil, []int32{one}},
		{ClaimFilter{Text: "南湖 突破"}, nil, []int32{two}},
		{ClaimFilter{Text: "nhyx"}, nil, []int32{two}},
		{ClaimFilter{Text: "%"}, nil, nil},
		{ClaimFilter{OrganizationID: o.organization.ID, RuleID: o.scheme.Rules[0].ID, Year: 2026}, nil, []int32{one}},
		{ClaimFilter{Year: 2025}, nil, nil},
		{ClaimFilter{}, []ClaimOrder{{ByStage, false}}, []int32{two, one, three}},
		{ClaimFilter{}, []ClaimOrder{{ByAmount, true}}, []int32{one, two, three}},
		{ClaimFilter{}, []ClaimOrder{{ByOrganization, true}, {ByNumber, false}}, []int32{one, three, two}},
	} {
		got, err := o.ClaimIDs(t.Context(), c.filter, c.order)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%+v %v: %v, %v, want %v", c.filter, c.order, got, err, c.want)
		}
	}
	rows, err := o.Claims(t.Context(), []int32{two, one})
	must(t, err)
	if len(rows) != 2 || rows[0].Organization != shop.Name || rows[0].Verified != 600*wan || rows[0].Amount != 5*wan {
		t.Fatalf("%+v", rows)
	}
	row := rows[1]
	if row.Declared != 1962_00000 || row.Materials != 5 || row.Stage != FirstReview || row.Clause != "第六条" || row.Number != "2026-001" || row.UpdatedAt.IsZero() {
		t.Errorf("%+v", row)
	}
	counts, err := o.CountByStage(t.Context(), ClaimFilter{Open: true})
	if err != nil || len(counts) != 2 || counts[Accepting] != 1 || counts[FirstReview] != 1 {
		t.Errorf("%v, %v", counts, err)
	}
}
