package register

import (
	"slices"
	"testing"

	"smartcanal/data/journal"
)

func TestSearchFindsByNamePinyinCodeAndTail(t *testing.T) {
	room := newRoom(t)
	a := added(t, room, Organization{Name: "运河老号食品有限公司", CreditCode: "91330100799655058B"})
	b := added(t, room, Organization{Name: "沧州运河商贸有限公司"})
	must(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: b.ID, Name: "张三", Role: Contact, Phone: "13803176021"}))
	for _, c := range []struct {
		text string
		want []int64
	}{
		{"运河", []int64{a.ID, b.ID}}, {"yhlh", []int64{a.ID}}, {"799655058b", []int64{a.ID}}, {"6021", []int64{b.ID}},
		{"021", nil}, {"", nil}, {"没有", nil},
	} {
		rows, err := room.Search(t.Context(), c.text, 5)
		must(t, err)
		var got []int64
		for _, row := range rows {
			got = append(got, row.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
	if rows, _ := room.Search(t.Context(), "运河", 1); len(rows) != 1 || rows[0].ID != a.ID {
		t.Errorf("the name that begins with the text must come first: %+v", rows)
	}
}

func TestCountsAndShopFilter(t *testing.T) {
	room := newRoom(t)
	a := added(t, room, Organization{Name: "甲", AboveQuota: "零售", CreditCode: "91330100799655058B"})
	b := added(t, room, Organization{Name: "乙"})
	gone := added(t, room, Organization{Name: "丙"})
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: a.ID, Platform: "jd", Name: "甲店"}))
	must(t, room.Remove(t.Context(), clerk, gone.ID))
	counts, err := room.Counts(t.Context())
	must(t, err)
	if counts != (Counts{All: 2, AboveQuota: 1, WithShop: 1, NoCode: 1, InBin: 1}) {
		t.Errorf("%+v", counts)
	}
	yes, no := true, false
	if ids := list(t, room, Filter{HasShop: &yes}); !slices.Equal(ids, []int32{int32(a.ID)}) {
		t.Errorf("with a shop: %v", ids)
	}
	if ids := list(t, room, Filter{HasShop: &no}); !slices.Equal(ids, []int32{int32(b.ID)}) {
		t.Errorf("without: %v", ids)
	}
}

func TestHistoryTellsOfAllThatBelongs(t *testing.T) {
	room := newRoom(t)
	a := added(t, room, Organization{Name: "甲商贸"})
	b := added(t, room, Organization{Name: "甲商贸行"})
	must(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: a.ID, Name: "张三", Role: Contact}))
	must(t, room.SaveAccount(t.Context(), clerk, &PaymentAccount{OrganizationID: &a.ID, Platform: "wechat", Number: "1"}))
	a.Address = "某路 1 号"
	must(t, room.Update(t.Context(), clerk, a))
	_, err := room.Merge(t.Context(), clerk, a.ID, b.ID)
	must(t, err)
	events, entries, err := room.History(t.Context(), a.ID)
	must(t, err)
	var reasons []string
	sum := 0
	for _, event := range events {
		reasons = append(reasons, event.Reason)
		sum += len(event.Entries)
	}
	want := []string{"register.merge", "register.update", "register.save_account", "register.save_person", "register.create"}
	if !slices.Equal(reasons, want) || sum != entries || events[4].Entries[0].Action != journal.Create {
		t.Errorf("%v, %d of %d entries", reasons, sum, entries)
	}
}

func TestMergesAreListedUntilTakenBack(t *testing.T) {
	room := newRoom(t)
	a, b := added(t, room, Organization{Name: "甲商贸"}), added(t, room, Organization{Name: "甲商贸行"})
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: b.ID, Platform: "jd", Name: "甲店"}))
	merge, err := room.Merge(t.Context(), clerk, a.ID, b.ID)
	must(t, err)
	notes, err := room.Merges(t.Context())
	must(t, err)
	if len(notes) != 1 || notes[0].Kept != "甲商贸" || notes[0].Merged != "甲商贸行" || notes[0].Records() != 1 || notes[0].CreatedAt.IsZero() {
		t.Errorf("%+v", notes)
	}
	must(t, room.UndoMerge(t.Context(), clerk, merge.ID))
	if notes, err = room.Merges(t.Context()); err != nil || len(notes) != 0 {
		t.Errorf("%+v, %v", notes, err)
	}
}

func TestPlacesOfTheDistrictAreFound(t *testing.T) {
	room := newRoom(t)
	for text, want := range map[string]string{"": "运河区", "市场": "市场街道", "scjd": "市场街道", "顺河": "顺河社区居民委员会", "130903101": "南陈屯镇"} {
		places, err := room.SearchPlaces(t.Context(), text, 20)
		must(t, err)
		if len(places) == 0 || places[0].Name != want {
			t.Errorf("%q: %v, want %s first", text, places, want)
		}
	}
	if places, _ := room.SearchPlaces(t.Context(), "", 20); len(places) != 9 {
		t.Errorf("%v", places)
	}
	if places, err := roomAnywhere(t).SearchPlaces(t.Context(), "市场", 20); err != nil || len(places) != 0 {
		t.Errorf("without a district: %v, %v", places, err)
	}
}
