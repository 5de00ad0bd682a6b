package register

import (
	"errors"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

func meet(t testing.TB, room *Room, account PaymentAccount) *PaymentAccount {
	t.Helper()
	must(t, room.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return AddMetAccount(tx, &account) }))
	return &account
}

func TestAMetAccountFindsItsShop(t *testing.T) {
	room := newRoom(t)
	a, b := added(t, room, Organization{Name: "甲"}), added(t, room, Organization{Name: "乙"})
	for _, shop := range []Shop{
		{OrganizationID: a.ID, Platform: "jd", Number: "77", Name: "甲旗舰店"},
		{OrganizationID: b.ID, Platform: "jd", Number: "78", Name: "乙旗舰店"},
		{OrganizationID: a.ID, Platform: "taobao", Name: "同名店"},
		{OrganizationID: b.ID, Platform: "taobao", Name: "同名店"},
	} {
		must(t, room.SaveShop(t.Context(), clerk, &shop))
	}
	for _, c := range []struct {
		account PaymentAccount
		owner   int64
	}{
		{PaymentAccount{Platform: "jd", Number: "77", Name: "乙旗舰店"}, a.ID},
		{PaymentAccount{Platform: "jd", Number: "99", Name: "乙旗舰店"}, b.ID},
		{PaymentAccount{Platform: "wechat", Number: "77", Name: "乙旗舰店"}, 0},
		{PaymentAccount{Platform: "taobao", Number: "1", Name: "同名店"}, 0},
		{PaymentAccount{Platform: "taobao", Number: ""}, 0},
	} {
		c.account.ChannelMode = Online
		met := meet(t, room, c.account)
		if (met.OrganizationID == nil) != (c.owner == 0) || met.OrganizationID != nil && *met.OrganizationID != c.owner {
			t.Errorf("%+v", met)
		}
	}
}

func TestAShopClaimsTheAccountNobodyKnew(t *testing.T) {
	room := newRoom(t)
	met := meet(t, room, PaymentAccount{Platform: "jd", Number: "77", ChannelMode: Online})
	o := added(t, room, Organization{Name: "甲"})
	must(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: o.ID, Platform: "jd", Number: "77", Name: "甲旗舰店"}))
	found, err := FindAccount(room.store.Read(t.Context()), "jd", "77")
	must(t, err)
	if found.ID != met.ID || found.OrganizationID == nil || *found.OrganizationID != o.ID {
		t.Errorf("%+v", found)
	}
	if none, err := FindAccount(room.store.Read(t.Context()), "jd", "79"); none != nil || err != nil {
		t.Error(none, err)
	}
}

func TestAccountsAreAssignedAndSaved(t *testing.T) {
	room := newRoom(t)
	met := meet(t, room, PaymentAccount{Platform: "wechat", Number: "1", ChannelMode: Mixed})
	o := Organization{Name: "甲"}
	must(t, room.AssignToNew(t.Context(), clerk, []int64{met.ID}, &o))
	other := added(t, room, Organization{Name: "乙"})
	err := room.SaveAccount(t.Context(), clerk, &PaymentAccount{OrganizationID: &other.ID, Platform: "wechat", Number: " 1 "})
	if !errors.Is(err, problem.New("register.account_taken")) || problem.Of(err).Args["name"] != "甲" {
		t.Error(err)
	}
	must(t, room.AssignAccounts(t.Context(), clerk, []int64{met.ID}, 0))
	taken := PaymentAccount{OrganizationID: &other.ID, Platform: "wechat", Number: "1", ChannelMode: InPerson}
	must(t, room.SaveAccount(t.Context(), clerk, &taken))
	if taken.ID != met.ID {
		t.Error("the account met before was not taken over")
	}
	must(t, room.AssignAccounts(t.Context(), clerk, []int64{met.ID}, o.ID))
	must(t, room.AssignAccounts(t.Context(), clerk, []int64{met.ID}, other.ID))
	must(t, room.Remove(t.Context(), clerk, o.ID))
	refused(t, room.AssignAccounts(t.Context(), clerk, []int64{met.ID}, o.ID), "register.not_found", "")
	refused(t, room.SaveAccount(t.Context(), clerk, &PaymentAccount{Platform: "wechat"}), "register.account_number_missing", FieldAccount)
}
