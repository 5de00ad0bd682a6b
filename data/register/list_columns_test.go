package register

import (
	"slices"
	"testing"

	"smartcanal/data/listing"
)

func TestColumnsOfTheListFilter(t *testing.T) {
	room := newRoom(t)
	a := added(t, room, Organization{Name: "运河老号食品有限公司", ShortName: "老号", RegionCode: "130903004", AboveQuota: "零售"})
	b := added(t, room, Organization{Name: "清河电子商务有限公司", RegionCode: "130903101", Kind: Cooperative})
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: a.ID, Platform: "jd", Name: "甜甜旗舰店"}))
	for i, c := range []struct {
		filter listing.Filter
		want   []*Organization
	}{
		{listing.Filter{Column: string(ByName), Contains: "老号"}, []*Organization{a}},
		{listing.Filter{Column: string(ByName), Contains: "QHDZ"}, []*Organization{b}},
		{listing.Filter{Column: string(ByKind), Values: []string{string(Cooperative)}}, []*Organization{b}},
		{listing.Filter{Column: string(ByRegion), Values: []string{"南陈屯镇"}}, []*Organization{b}},
		{listing.Filter{Column: string(ByAboveQuota), Empty: true}, []*Organization{b}},
		{listing.Filter{Column: string(ByShops), Least: "1"}, []*Organization{a}},
		{listing.Filter{Column: string(ByAccounts), Empty: true}, []*Organization{b, a}},
	} {
		var want []int32
		for _, o := range c.want {
			want = append(want, int32(o.ID))
		}
		got, err := room.IDs(t.Context(), Filter{}, nil, c.filter)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d %+v: %v %v, want %v", i, c.filter, got, err, want)
		}
	}
	values, err := room.Values(t.Context(), ByKind, Filter{}, nil, 10)
	if err != nil || len(values) != 2 || values[0].Count != 1 {
		t.Errorf("%+v %v", values, err)
	}
}
