package register

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func card(t testing.TB, room *Room, id int64) *Card {
	t.Helper()
	card, err := room.Card(t.Context(), id)
	must(t, err)
	return card
}

func TestMergeAndUndo(t *testing.T) {
	room := newRoom(t)
	kept := added(t, room, Organization{Name: "老号食品", Address: "甲路"})
	merged := added(t, room, Organization{Name: "运河老号食品有限公司", CreditCode: code("MA0000011"), Address: "乙路", Industry: "食品"})
	must(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: merged.ID, Name: "张三", Role: Contact}))
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: merged.ID, Platform: "jd", Name: "店"}))
	must(t, room.SaveAccount(t.Context(), clerk, &PaymentAccount{OrganizationID: &merged.ID, Platform: "wechat", Number: "1"}))
	must(t, room.SaveAccount(t.Context(), clerk, &PaymentAccount{OrganizationID: &kept.ID, Platform: "wechat", Number: "2"}))

	merge, err := room.Merge(t.Context(), clerk, kept.ID, merged.ID)
	must(t, err)
	now := card(t, room, kept.ID)
	if len(now.People) != 1 || len(now.Shops) != 1 || len(now.Accounts) != 2 || len(now.Merges) != 1 ||
		now.Organization.CreditCode != merged.CreditCode || now.Organization.Address != "甲路" || now.Organization.Industry != "食品" {
		t.Errorf("%+v", now)
	}
	if ids := list(t, room, Filter{InBin: true}); len(ids) != 0 {
		t.Error("a merged organisation lies in the bin")
	}
	refused(t, room.Restore(t.Context(), clerk, merged.ID), "register.merged_away", "")

	now.Organization.Industry = "食品制造" // a person's change stays
	must(t, room.Update(t.Context(), clerk, &now.Organization))
	must(t, room.UndoMerge(t.Context(), clerk, merge.ID))
	after, back := card(t, room, kept.ID), card(t, room, merged.ID)
	if after.Organization.CreditCode != "" || after.Organization.Industry != "食品制造" || len(after.Accounts) != 1 || len(after.People)+len(after.Shops)+len(after.Merges) != 0 {
		t.Errorf("%+v", after)
	}
	if back.Organization.DeletedAt.Valid || back.Organization.MergedInto != nil || back.Organization.CreditCode != merged.CreditCode || len(back.People) != 1 || len(back.Accounts) != 1 {
		t.Errorf("%+v", back)
	}
	refused(t, room.UndoMerge(t.Context(), clerk, merge.ID), "register.merge_undone", "")
}

func TestMergeRefuses(t *testing.T) {
	room := newRoom(t)
	a, b := added(t, room, Organization{Name: "甲", CreditCode: code("MA0000011")}), added(t, room, Organization{Name: "乙", CreditCode: code("MA0000022")})
	_, err := room.Merge(t.Context(), clerk, a.ID, a.ID)
	refused(t, err, "register.merge_itself", "")
	_, err = room.Merge(t.Context(), clerk, a.ID, b.ID)
	refused(t, err, "register.merge_two_codes", "")
	_, err = room.Merge(t.Context(), clerk, a.ID, 99)
	refused(t, err, "register.not_found", "")
	c, d := added(t, room, Organization{Name: "丙"}), added(t, room, Organization{Name: "丁"})
	first, err := room.Merge(t.Context(), clerk, c.ID, d.ID)
	must(t, err)
	second, err := room.Merge(t.Context(), clerk, a.ID, c.ID)
	must(t, err)
	refused(t, room.UndoMerge(t.Context(), clerk, first.ID), "register.merge_kept_gone", "")
	must(t, room.UndoMerge(t.Context(), clerk, second.ID))
	must(t, room.UndoMerge(t.Context(), clerk, first.ID))
}

// TestMergesUndoneInReverseLeaveNoTrace merges any pairs and takes all of it back.
func TestMergesUndoneInReverseLeaveNoTrace(t *testing.T) {
	room, n := roomAnywhere(t), 0
	rapid.Check(t, func(rt *rapid.T) {
		var all []*Organization
		for i := range 4 {
			n++
			o := Organization{Name: string(rune('甲' + i)), Industry: rapid.SampledFrom([]string{"", "食品", "商贸"}).Draw(rt, "industry")}
			if rapid.Bool().Draw(rt, "coded") {
				o.CreditCode = code(fmt.Sprintf("MA%07d", n))
			}
			all = append(all, added(t, room, o))
			for range rapid.IntRange(0, 2).Draw(rt, "shops") {
				must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: all[i].ID, Platform: "jd", Name: "店"}))
			}
		}
		before := whose(t, room, all)
		var merges []int64
		for range 3 {
			kept, merged := rapid.IntRange(0, 3).Draw(rt, "kept"), rapid.IntRange(0, 3).Draw(rt, "merged")
			if merge, err := room.Merge(t.Context(), clerk, all[kept].ID, all[merged].ID); err == nil {
				merges = append(merges, merge.ID)
			}
		}
		slices.Reverse(merges)
		for _, id := range merges {
			must(t, room.UndoMerge(t.Context(), clerk, id))
		}
		if after := whose(t, room, all); !reflect.DeepEqual(before, after) {
			rt.Fatalf("%v became %v", before, after)
		}
	})
}

// whose tells what an organisation has, without the versions and times that a merge and its undoing count up.
func whose(t testing.TB, room *Room, all []*Organization) map[int64][]any {
	has := map[int64][]any{}
	for _, o := range all {
		c := card(t, room, o.ID)
		has[o.ID] = append(has[o.ID], c.Organization.CreditCode, c.Organization.Industry, c.Organization.DeletedAt.Valid)
		for _, shop := range c.Shops {
			has[o.ID] = append(has[o.ID], shop.ID)
		}
	}
	return has
}

func TestDuplicatesAndSimilarNames(t *testing.T) {
	room := newRoom(t)
	a := added(t, room, Organization{Name: "沧州市运河区老号食品有限公司", CreditCode: code("MA0000011")})
	b := added(t, room, Organization{Name: "老号食品"})
	c := added(t, room, Organization{Name: "清河电子商务有限公司"})
	d := added(t, room, Organization{Name: "沧州恒通商贸有限公司"})
	for _, id := range []int64{c.ID, d.ID} {
		must(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: id, Name: "张三", Role: Contact, Phone: "13803176021"}))
	}
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: d.ID, Platform: "jd", Name: "恒通家居官方旗舰店"}))
	found, err := room.Duplicates(t.Context())
	must(t, err)
	if len(found) != 2 || found[0].First != a.ID || found[0].Second != b.ID || found[0].Signs[0] != SameName || found[1].Signs[0] != SamePhone {
		t.Errorf("%+v", found)
	}
	for name, want := range map[string]int64{"运河老号食品旗舰店": a.ID, "恒通家居专营店": d.ID, "清河电商": c.ID} {
		similar, err := room.SimilarOrganizations(t.Context(), name, 3)
		must(t, err)
		if len(similar) == 0 || similar[0].ID != want {
			t.Errorf("%s: %+v", name, similar)
		}
	}
	if similar, err := room.SimilarOrganizations(t.Context(), "毫不相干", 3); err != nil || len(similar) > 0 {
		t.Error(similar, err)
	}
}

func TestCore(t *testing.T) {
	places := placeNames("130903")
	for name, want := range map[string]string{
		"河北省沧州市运河区老号食品有限公司": "老号食品", "沧州老号食品（集团）有限责任公司": "老号食品", "运河老号食品旗舰店": "老号食品", "北京市恒通商贸有限公司": "恒通商贸",
		"运河公司": "运河", "": "", "A-1店": "a1", "好多超市": "好多超市",
	} {
		if got := core(name, places); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
