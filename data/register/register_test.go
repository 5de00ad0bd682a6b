package register

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"smartcanal/data/identity"
	"smartcanal/data/journal"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

const clerk store.Actor = "经办"

func newRoom(t testing.TB) *Room {
	t.Helper()
	room := roomAnywhere(t)
	must(t, room.store.Write(context.Background(), clerk, "test", func(tx *store.Tx) error { return SetDistrict(tx, "130903") }))
	return room
}

// roomAnywhere is a register whose district nobody chose.
func roomAnywhere(t testing.TB) *Room {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 16, 1, 0, 0, 0, time.UTC) })
	return New(st)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t testing.TB, err error, code, field string) {
	t.Helper()
	if !errors.Is(err, problem.New(code)) || problem.Of(err).Where.Column != field {
		t.Errorf("%v, want %s at %q", err, code, field)
	}
}

func added(t testing.TB, room *Room, o Organization) *Organization {
	t.Helper()
	must(t, room.Create(t.Context(), clerk, &o))
	return &o
}

// code gives a valid credit code for nine characters of organisation code.
func code(organization string) string {
	first := "91130903" + organization
	return first + string(identity.CreditCheck(first))
}

func TestCreateChecks(t *testing.T) {
	room := newRoom(t)
	o := added(t, room, Organization{Name: " 运河老号食品  有限公司 ", ShortName: "老号", CreditCode: "９１３３０１００７９９６５５０５８ｂ", RegionCode: "130903001", FoundedOn: "2009-04-16"})
	if o.Name != "运河老号食品 有限公司" || o.CreditCode != "91330100799655058B" || o.Kind != Enterprise || o.Status != Active || o.Version != 1 {
		t.Errorf("%+v", o)
	}
	for _, c := range []struct {
		o           Organization
		code, field string
	}{
		{Organization{Name: "  "}, "register.name_missing", FieldName},
		{Organization{Name: string(make([]rune, 201))}, "register.name_too_long", FieldName},
		{Organization{Name: "甲", Kind: "club"}, "register.not_a_choice", FieldKind},
		{Organization{Name: "甲", CreditCode: "91330100799655058C"}, "identity.credit_code_check", FieldCreditCode},
		{Organization{Name: "甲", CreditCode: "91330100799655058B"}, "register.credit_code_taken", FieldCreditCode},
		{Organization{Name: "甲", FoundedOn: "2026-02-30"}, "register.not_a_date", FieldFoundedOn},
		{Organization{Name: "甲", FoundedOn: "2026-11-17"}, "register.date_ahead", FieldFoundedOn},
		{Organization{Name: "甲", RegionCode: "13"}, "register.unknown_place", FieldRegion},
		{Organization{Name: "甲", RegionCode: "130903999"}, "register.unknown_place", FieldRegion},
	} {
		err := room.Create(t.Context(), clerk, &c.o)
		refused(t, err, c.code, c.field)
	}
}

func TestUpdateIsOptimisticAndJournalled(t *testing.T) {
	room := newRoom(t)
	o := added(t, room, Organization{Name: "甲商贸"})
	mine, err := room.Find(t.Context(), o.ID)
	must(t, err)
	o.Name = "乙商贸"
	must(t, room.Update(t.Context(), clerk, o))
	mine.Name = "丙商贸"
	if err := room.Update(t.Context(), clerk, mine); !errors.Is(err, problem.New("record.changed")) {
		t.Error(err)
	}
	now, err := room.Find(t.Context(), o.ID)
	must(t, err)
	if now.Name != "乙商贸" || !strings.HasPrefix(now.Initials, "ysm ") {
		t.Errorf("%+v", now)
	}
	entries, err := journal.History(room.store.Read(t.Context()), "organizations", o.ID)
	if err != nil || len(entries) != 2 {
		t.Errorf("%d entries, %v", len(entries), err)
	}
	_, err = room.Find(t.Context(), 999)
	refused(t, err, "register.not_found", "")
}

func TestBin(t *testing.T) {
	room := newRoom(t)
	o := added(t, room, Organization{Name: "甲", CreditCode: code("MA0000011")})
	account := PaymentAccount{OrganizationID: &o.ID, Platform: "wechat", Number: "1623308841"}
	must(t, room.SaveAccount(t.Context(), clerk, &account))
	refused(t, room.Remove(t.Context(), clerk, o.ID), "register.still_used", "")
	must(t, room.AssignAccounts(t.Context(), clerk, []int64{account.ID}, 0))
	must(t, room.Remove(t.Context(), clerk, o.ID))
	if ids := list(t, room, Filter{}); len(ids) != 0 {
		t.Error(ids)
	}
	if ids := list(t, room, Filter{InBin: true}); len(ids) != 1 {
		t.Error(ids)
	}
	heir := added(t, room, Organization{Name: "乙", CreditCode: o.CreditCode})
	refused(t, room.Restore(t.Context(), clerk, o.ID), "register.credit_code_taken", FieldCreditCode)
	must(t, room.Remove(t.Context(), clerk, heir.ID))
	must(t, room.Restore(t.Context(), clerk, o.ID))
	if ids := list(t, room, Filter{}); !slices.Equal(ids, []int32{int32(o.ID)}) {
		t.Error(ids)
	}
}

func list(t testing.TB, room *Room, filter Filter, order ...Order) []int32 {
	t.Helper()
	ids, err := room.IDs(t.Context(), filter, order)
	must(t, err)
	return ids
}

func TestCardKeepsWhatBelongs(t *testing.T) {
	room := newRoom(t)
	o := added(t, room, Organization{Name: "甲"})
	person := Person{OrganizationID: o.ID, Name: "张三", Role: OnlineSalesContact, Phone: "+86 138-0317-6021"}
	must(t, room.SavePerson(t.Context(), clerk, &person))
	shop := Shop{OrganizationID: o.ID, Platform: "jd", Name: "甲旗舰店", OpenedOn: "2026-11-12"}
	must(t, room.SaveShop(t.Context(), clerk, &shop))
	shop.Status = ShopClosed
	must(t, room.SaveShop(t.Context(), clerk, &shop))
	refused(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: o.ID, Name: "李四", Role: "会计", Phone: "123"}), "identity.phone", FieldPhone)
	refused(t, room.SavePerson(t.Context(), clerk, &Person{OrganizationID: o.ID, Name: "李四"}), "register.role_missing", FieldRole)
	refused(t, room.SaveShop(t.Context(), clerk, &Shop{OrganizationID: o.ID, Platform: "ebay", Name: "x"}), "register.not_a_choice", FieldPlatform)
	card, err := room.Card(t.Context(), o.ID)
	must(t, err)
	if len(card.People) != 1 || card.People[0].Phone != "13803176021" || len(card.Shops) != 1 || card.Shops[0].Status != ShopClosed {
		t.Errorf("%+v", card)
	}
	must(t, room.RemovePerson(t.Context(), clerk, person.ID))
	must(t, room.RemoveShop(t.Context(), clerk, shop.ID))
	must(t, room.RestoreShop(t.Context(), clerk, shop.ID))
	card, err = room.Card(t.Context(), o.ID)
	must(t, err)
	if len(card.People) != 0 || len(card.Shops) != 1 {
		t.Errorf("%+v", card)
	}
	must(t, room.RestorePerson(t.Context(), clerk, person.ID))
}
