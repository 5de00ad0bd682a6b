package gallery

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// formShot draws a page of the form's parts, light and dark, in Chinese and English.
func formShot(t *testing.T, name string, page func(over fyne.Window) (fyne.CanvasObject, func())) {
	t.Run(name, func(t *testing.T) {
		Shot(t, "kit-form-"+name, 900, 640, false, page)
		Shot(t, "kit-form-"+name+"-dark", 900, 640, true, page)
		wording.SetLanguage(wording.English)
		defer wording.SetLanguage(wording.Chinese)
		Shot(t, "kit-form-"+name+"-en", 900, 640, false, page)
	})
}

func formDay() time.Time { return time.Date(2026, 11, 16, 9, 0, 0, 0, time.Local) }

// fieldsIn builds the same fields empty, filled, wrong and read-only, side by side.
func fieldsIn(fill func(fields []*form.Field)) *form.Form {
	name, _ := form.Text("名称", "")
	name.Required = true
	day, _ := form.Day("签订日期", "")
	day.Input.(*form.Date).Today = formDay
	day.Help = "可以输入 11-16、昨天，或按 Alt+↓ 从日历中选"
	amount, _ := form.Money("合同金额")
	amount.Help = "可以写 12.5万"
	days, _ := form.Count("期限", 1, 365, "天")
	kind, _ := form.Choice("类型", []kit.Choice{{Value: "a", Label: "框架协议"}, {Value: "b", Label: "正式合同"}}, "")
	owner := &form.Field{Label: "企业", Required: true, Input: kit.NewPicker("选择企业…", companies, nil).Offer("新建企业…", func(string, func(kit.Found[int64])) {}).Clearable()}
	note, _ := form.Lines("备注", "", 2)
	all := []*form.Field{name, owner, day, amount, days, kind, note}
	fill(all)
	return form.New(all...)
}

func filled(all []*form.Field) {
	all[0].Input.(*kit.Entry).SetText("智慧运河战略合作协议")
	all[1].Input.(*kit.Picker[int64]).Set(kit.Found[int64]{Key: 1, Label: "运河老号食品有限公司"})
	all[2].Input.(*form.Date).SetDay(formDay())
	all[3].Input.(*form.Amount).SetFen(1_234_567*money.Yuan + 89)
	all[4].Input.(*form.Number).SetWhole(30)
	all[5].Input.(*kit.Select).SetValue("b")
	all[6].Input.(*kit.Entry).SetText("三方各执两份，自签字盖章之日起生效。")
}

func wronglyFilled(all []*form.Field) {
	all[2].Input.(*form.Date).SetText("11-31")
	all[3].Input.(*form.Amount).SetText("十二万")
	all[4].Input.(*form.Number).SetText("400")
}

func TestFormFields(t *testing.T) {
	formShot(t, "fields", func(over fyne.Window) (fyne.CanvasObject, func()) {
		empty, full := fieldsIn(func([]*form.Field) {}), fieldsIn(filled)
		return kit.Pad(kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, kit.NewCard("空白", empty.Object()), kit.NewCard("已填", full.Object())), 16, 16, 16, 16),
			func() { over.Canvas().Focus(over.Canvas().Focused()) }
	})
	formShot(t, "wrong", func(over fyne.Window) (fyne.CanvasObject, func()) {
		wrong, fixed := fieldsIn(wronglyFilled), fieldsIn(filled)
		fixed.ReadOnly()
		return kit.Pad(kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, kit.NewCard("有误", wrong.Object()), kit.NewCard("只读", fixed.Object())), 16, 16, 16, 16),
			func() { wrong.Valid() }
	})
}

func TestFormCalendar(t *testing.T) {
	for name, open := range map[string]func(*form.Date){
		"calendar":      func(d *form.Date) { d.Pick() },
		"calendar-last": func(d *form.Date) { d.Last = formDay(); d.Pick() },
	} {
		formShot(t, name, func(over fyne.Window) (fyne.CanvasObject, func()) {
			field, day := form.Day("签订日期", "2026-11-05")
			day.Today = formDay
			return kit.Pad(kit.NewCard("协议", form.New(field).Object()), 16, 300, 300, 16), func() { open(day) }
		})
	}
}
