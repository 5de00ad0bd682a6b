package register

import (
	"slices"
	"testing"
)

func TestListFiltersSortsAndPages(t *testing.T) {
	room := newRoom(t)
	a := added(t, room, Organization{Name: "运河老号食品有限公司", ShortName: "老号", CreditCode: "91330100799655058B", RegionCode: "130903004", AboveQuota: "零售", FoundedOn: "2009-04-16"})
	b := added(t, room, Organization{Name: "清河电子商务有限公司", RegionCode: "130903101", Kind: Cooperative})
	c := added(t, room, Organization{Name: "100%_纯枣农场", Kind: Farm, Status: Suspended})
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: a.ID, Platform: "jd", Name: "甜甜旗舰店"}))
	must(t, room.SaveAccount(t.Context(), clerk, &PaymentAccount{OrganizationID: &a.ID, Platform: "wechat", Number: "1623308841"}))
	must(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: a.ID, Name: "张三", Role: Contact, Phone: "13803176021"}))
	yes, no := true, false
	for i, x := range []struct {
		filter Filter
		want   []*Organization
	}{
		{Filter{}, []*Organization{c, b, a}},
		{Filter{Text: "老号"}, []*Organization{a}},
		{Filter{Text: "食品 老"}, []*Organization{a}},
		{Filter{Text: "食品 清河"}, nil},
		{Filter{Text: "yhlh"}, []*Organization{a}},
		{Filter{Text: "QingHe"}, []*Organization{b}},
		{Filter{Text: "799655058b"}, []*Organization{a}},
		{Filter{Text: "甜甜"}, []*Organization{a}},
		{Filter{Text: "16233088"}, []*Organization{a}},
		{Filter{Text: "0%_"}, []*Organization{c}},
		{Filter{Text: "_"}, []*Organization{c}},
		{Filter{Kind: Cooperative}, []*Organization{b}},
		{Filter{Status: Suspended}, []*Organization{c}},
		{Filter{AboveQuota: &yes}, []*Organization{a}},
		{Filter{AboveQuota: &no}, []*Organization{c, b}},
		{Filter{Region: "130903"}, []*Organization{b, a}},
		{Filter{Region: "130903101"}, []*Organization{b}},
		{Filter{Platform: "jd"}, []*Organization{a}},
		{Filter{Platform: "wechat"}, []*Organization{a}},
		{Filter{NoCode: true}, []*Organization{c, b}},
		{Filter{NoAccount: true}, []*Organization{c, b}},
	} {
		var want []int32
		for _, o := range x.want {
			want = append(want, int32(o.ID))
		}
		if got := list(t, room, x.filter); !slices.Equal(got, want) {
			t.Errorf("%d %+v: %v, want %v", i, x.filter, got, want)
		}
	}
	for column := range orderings {
		up, down := list(t, room, Filter{}, Order{Column: column}), list(t, room, Filter{}, Order{Column: column, Descending: true})
		if len(up) != 3 || len(down) != 3 {
			t.Errorf("%s: %v %v", column, up, down)
		}
	}
	if got := list(t, room, Filter{}, Order{Column: ByName, Descending: true}); !slices.Equal(got, []int32{int32(a.ID), int32(b.ID), int32(c.ID)}) {
		t.Error(got)
	}
	rows, err := room.Rows(t.Context(), []int32{int32(b.ID), int32(a.ID)})
	must(t, err)
	if len(rows) != 2 || rows[0].Region != "南陈屯镇" || rows[1].Shops != 1 || rows[1].Accounts != 1 || rows[1].Contact != "张三" || rows[1].UpdatedAt.IsZero() {
		t.Errorf("%+v", rows)
	}
}
