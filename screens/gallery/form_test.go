package gallery

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/attachments"
	"smartcanal/data/money"
	"smartcanal/data/problem"
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

// formFiles is a shelf with files of several kinds, one of them removed.
func formFiles(t *testing.T, empty bool) *attachments.Shelf {
	t.Helper()
	st := emptyStore(t)
	st.SetClock(formDay)
	room := attachments.New(st)
	shelf := room.Shelf(registrar, attachments.Owner{Subject: "organizations", ID: 1}, "")
	if empty {
		return shelf
	}
	for name, content := range map[string]string{
		"营业执照（正本）.png": "\x89PNG\r\n\x1a\n" + strings.Repeat("x", 1_250_000), "战略合作协议 智慧运河 三方签字盖章扫描件 2015-11-16.pdf": "%PDF-1.7" + strings.Repeat("x", 3_400_000),
		"承诺书.txt": "承诺书", "旧版.txt": "旧版",
	} {
		_, err := shelf.Add(t.Context(), name, []byte(content))
		holds(t, err)
	}
	all, err := shelf.Files(t.Context())
	holds(t, err)
	for _, a := range all {
		if a.Name == "旧版.txt" {
			holds(t, shelf.Remove(t.Context(), a.ID, a.Version))
		}
	}
	return shelf
}

func TestFormFiles(t *testing.T) {
	formShot(t, "files", func(over fyne.Window) (fyne.CanvasObject, func()) {
		empty, full, fixed := form.NewFiles(over, formFiles(t, true)), form.NewFiles(over, formFiles(t, false)), form.NewFiles(over, formFiles(t, false))
		fixed.Disable()
		narrow := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)}, kit.NewCard("附件", empty.Object()), kit.NewCard("附件 · 只读", fixed.Object()))
		wide := form.New(&form.Field{Label: "附件", Input: full.Object()})
		return kit.Pad(kit.Across(kit.WideGap, []kit.Track{kit.Fixed(300), kit.Share(1)}, narrow, kit.NewCard("协议", wide.Object())), 16, 16, 16, 16),
			func() { full.Drop([]string{"/没有/这个文件.pdf"}) }
	})
}

func TestFormDraft(t *testing.T) {
	left := func(over fyne.Window) kit.Memory { // what was left unsaved
		memory := kit.NewMemory()
		before := fieldsIn(func([]*form.Field) {})
		draft := form.Keep(memory, "agreement/1", before)
		over.SetContent(before.Object())
		for _, field := range before.Fields() {
			if entry, is := field.Input.(*kit.Entry); is {
				entry.SetText(field.Label + "，还没有保存的内容")
			}
		}
		draft.Touch()
		return memory
	}
	formShot(t, "draft", func(over fyne.Window) (fyne.CanvasObject, func()) {
		memory := left(over)
		fresh, overtaken := fieldsIn(func([]*form.Field) {}), fieldsIn(filled)
		fresh.KeepDraft(memory, "agreement/1")
		overtaken.KeepDraft(memory, "agreement/1")
		return kit.Pad(kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, kit.NewCard("恢复的草稿", fresh.Object()), kit.NewCard("期间被改过", overtaken.Object())), 16, 16, 16, 16), nil
	})
	formShot(t, "leave", func(over fyne.Window) (fyne.CanvasObject, func()) {
		memory := left(over)
		return kit.NewLoading(), func() {
			form.Show(over.Canvas(), "修改协议", fieldsIn(filled).KeepDraft(memory, "agreement/1"), "保存", func() *problem.Problem { return nil })
			kit.CloseTop()
		}
	})
}

func TestFormConflict(t *testing.T) {
	formShot(t, "conflict", func(over fyne.Window) (fyne.CanvasObject, func()) {
		c := form.Conflict{By: "李静", At: formDay().Format(time.RFC3339), Fields: []form.Contested{
			{Label: "名称", Was: "智慧运河战略合作协议", Theirs: "智慧运河战略合作框架协议", Mine: "智慧运河三方合作协议"},
			{Label: "合同金额", Was: "1,200,000.00", Theirs: "1,234,567.89", Mine: "1,200,000.00"},
			{Label: "备注", Mine: "三方各执两份，自签字盖章之日起生效。"},
		}}
		return kit.NewLoading(), func() { c.Ask(over.Canvas(), func() {}, func() {}) }
	})
}

func TestFormPicker(t *testing.T) {
	formShot(t, "picker", func(over fyne.Window) (fyne.CanvasObject, func()) {
		f := fieldsIn(filled)
		return kit.Pad(kit.NewCard("协议", f.Object()), 16, 300, 16, 16), func() {
			f.Fields()[1].Input.(*kit.Picker[int64]).TypedRune('运')
		}
	})
}
