package register

import (
	"errors"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/region"
)

func TestFieldsAreChangedInOneWriteOrNotAtAll(t *testing.T) {
	room := newRoom(t)
	a, b := Organization{Name: "甲公司"}, Organization{Name: "乙公司", AboveQuota: "限上批发"}
	must(t, room.Create(t.Context(), clerk, &a))
	must(t, room.Create(t.Context(), clerk, &b))
	town := region.Children("130903")[0]
	changes := []CellChange{
		{a.ID, FieldName, "甲公司", "甲有限公司"},
		{a.ID, FieldRegion, "", town.Name},
		{b.ID, FieldStatus, string(Active), string(Suspended)},
	}
	state := func() (Organization, Organization) {
		t.Helper()
		x, err := room.Find(t.Context(), a.ID)
		must(t, err)
		y, err := room.Find(t.Context(), b.ID)
		must(t, err)
		return *x, *y
	}
	if wrong, _, err := room.Change(t.Context(), clerk, changes, true); err != nil || wrong[0] != nil || wrong[1] != nil || wrong[2] != nil {
		t.Fatal(wrong, err)
	}
	if x, y := state(); x.Name != "甲公司" || y.Status != Active {
		t.Error("trying wrote")
	}
	_, entries, err := room.Change(t.Context(), clerk, changes, false)
	must(t, err)
	if x, y := state(); x.Name != "甲有限公司" || x.RegionCode != town.Code || y.Status != Suspended || x.Version != 2 {
		t.Errorf("%+v %+v", x, y)
	}
	again, err := room.TakeBack(t.Context(), clerk, entries)
	must(t, err)
	if x, y := state(); x.Name != "甲公司" || x.RegionCode != "" || y.Status != Active {
		t.Errorf("taken back: %+v %+v", x, y)
	}
	if _, err := room.TakeBack(t.Context(), clerk, again); err != nil {
		t.Fatal(err)
	}
	if x, _ := state(); x.Name != "甲有限公司" {
		t.Error("made again:", x.Name)
	}
}

func TestEachChangeIsToldWhatIsWrongWithIt(t *testing.T) {
	room := newRoom(t)
	a, b := Organization{Name: "甲公司", CreditCode: "91130903MA07ABCD12"}, Organization{Name: "乙公司"}
	a.CreditCode = ""
	must(t, room.Create(t.Context(), clerk, &a))
	must(t, room.Create(t.Context(), clerk, &b))
	b.Name = "乙有限公司"
	must(t, room.Update(t.Context(), "别人", &b))
	for _, c := range []struct {
		change CellChange
		code   string
	}{
		{CellChange{a.ID, FieldName, "甲公司", ""}, ""},
		{CellChange{a.ID, FieldStatus, string(Active), "不认识"}, ""},
		{CellChange{a.ID, FieldCreditCode, "", "123"}, ""},
		{CellChange{a.ID, FieldRegion, "", "没有这个镇"}, "register.unknown_place"},
		{CellChange{a.ID, "colour", "", "红"}, "register.unknown_field"},
		{CellChange{b.ID, FieldName, "乙公司", "乙酒业"}, "record.changed"},
		{CellChange{999, FieldName, "", "无"}, "register.not_found"},
	} {
		fine := CellChange{a.ID, FieldNote, "", "备注"}
		wrong, _, err := room.Change(t.Context(), clerk, []CellChange{fine, c.change}, false)
		must(t, err)
		if wrong[1] == nil || c.code != "" && !errors.Is(wrong[1], problem.New(c.code)) {
			t.Errorf("%+v: %v", c.change, wrong)
		}
		if o, _ := room.Find(t.Context(), a.ID); o.Note != "" {
			t.Errorf("%+v: the other change was written", c.change)
		}
	}
}

func TestWhatOthersChangedSinceIsNotTakenBack(t *testing.T) {
	room := newRoom(t)
	a := Organization{Name: "甲公司"}
	must(t, room.Create(t.Context(), clerk, &a))
	_, entries, err := room.Change(t.Context(), clerk, []CellChange{{a.ID, FieldName, "甲公司", "乙公司"}}, false)
	must(t, err)
	o, err := room.Find(t.Context(), a.ID)
	must(t, err)
	o.Name = "丙公司"
	must(t, room.Update(t.Context(), "别人", o))
	if _, err := room.TakeBack(t.Context(), clerk, entries); !errors.Is(err, problem.New("record.changed")) {
		t.Errorf("%v", err)
	}
}
