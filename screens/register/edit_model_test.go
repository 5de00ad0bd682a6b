package register

import (
	"strings"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/register"
)

func editing(o *office) *EditModel {
	o.t.Helper()
	m := newEditModel(o.rooms, o.main.ID)
	read, err := m.Load(o.t.Context())
	o.must(err)
	m.Take(read)
	return m
}

func TestWhatIsWrongStandsAtItsField(t *testing.T) {
	m := newEditModel(rooms{}, 0)
	for _, c := range []struct{ field, value, wrong string }{
		{register.FieldName, "", "还没有填写名称"},
		{register.FieldCreditCode, "91130903MA07K3C23A", "末位应为“X”"},
		{register.FieldCreditCode, "9113", "应为 18 位，这里是 4 位"},
		{register.FieldCreditCode, "", ""},
		{register.FieldFoundedOn, "2009-13-01", "不是日期"},
		{register.FieldFoundedOn, "2009-04-16", ""},
		{register.FieldRegion, "999999", "没有“999999”这个地方"},
	} {
		*m.Draft.Field(c.field) = c.value
		if got := m.Wrong(c.field); (got == "") != (c.wrong == "") || !strings.Contains(got, c.wrong) {
			t.Errorf("%s %q: %q, want %q", c.field, c.value, got, c.wrong)
		}
	}
}

func TestACodeThatIsTakenIsWrongUntilItChanges(t *testing.T) {
	o := newOffice(t)
	m := newEditModel(o.rooms, 0)
	m.Draft.Name, m.Draft.CreditCode = "另一家", o.main.CreditCode
	if _, err := m.Save(t.Context()); err == nil || !strings.Contains(m.Wrong(register.FieldCreditCode), "已属于“运河老号食品有限公司”") {
		t.Errorf("%v, %q", err, m.Wrong(register.FieldCreditCode))
	}
	m.Draft.CreditCode = ""
	if wrong := m.Wrong(register.FieldCreditCode); wrong != "" {
		t.Error(wrong)
	}
	id, err := m.Save(t.Context())
	if err != nil || id == 0 {
		t.Errorf("%d, %v", id, err)
	}
}

func TestTwoEditorsLoseNothingUnseen(t *testing.T) {
	o := newOffice(t)
	mine, theirs := editing(o), editing(o)
	theirs.Draft.Address, theirs.Draft.Industry = "对方的地址", "零售业"
	_, err := theirs.Save(t.Context())
	o.must(err)
	mine.Draft.Address, mine.Draft.Note = "我的地址", "我的备注"
	_, err = mine.Save(t.Context())
	if !IsConflict(err) {
		t.Fatalf("%v", err)
	}
	conflict, err := mine.Conflict(t.Context(), problem.Of(err))
	o.must(err)
	if len(conflict.Fields) != 3 || conflict.By != string(clerk) || conflict.At == "" {
		t.Fatalf("%+v", conflict)
	}
	for _, field := range conflict.Fields {
		if field.Both() != (field.Label == fieldText(register.FieldAddress)) {
			t.Errorf("%+v", field)
		}
	}
	mine.KeepMine(conflict)
	_, err = mine.Save(t.Context())
	o.must(err)
	saved, err := o.room.Find(t.Context(), o.main.ID)
	o.must(err)
	if saved.Address != "我的地址" || saved.Industry != "零售业" || saved.Note != "我的备注" {
		t.Errorf("%+v", saved)
	}
}

func TestAlikeNamesLeaveItselfOut(t *testing.T) {
	o := newOffice(t)
	o.must(o.room.Create(t.Context(), clerk, &register.Organization{Name: "沧州运河老号食品公司"}))
	found, err := editing(o).Alike(t.Context(), "运河老号食品有限公司")
	if err != nil || len(found) != 1 || found[0].Name != "沧州运河老号食品公司" {
		t.Errorf("%+v, %v", found, err)
	}
}
