package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestEverythingPressableIsPressedByKeyboard(t *testing.T) {
	count := 0
	hit := func() { count++ }
	table := NewTable([]Head{{Title: "月份"}}, Cells("1月"), Cells("2月")).OnRow(func(row int) { count += row })
	check := NewCheck("重复的也列出", false, func(bool) { hit() })
	page := Column(0, NewPrimary("导入", hit), NewLink("编辑", hit), NewChip("未匹配", hit), NewPressable(NewText("行"), hit), check, table)
	over := onWindow(t, 300, 300, page)
	for range 7 {
		over.Canvas().FocusNext()
		over.Canvas().Focused().TypedKey(keyed(fyne.KeyReturn))
	}
	if count != 6 || !check.Checked() {
		t.Errorf("%d presses, checked %v", count, check.Checked())
	}
}

func TestADisabledButtonCannotBePressed(t *testing.T) {
	button := NewPrimary("导入", func() { t.Error("pressed") })
	onWindow(t, 100, 40, button)
	button.SetEnabled(false)
	test.Tap(button)
	button.TypedKey(keyed(fyne.KeyReturn))
}

func TestSelectAndRadioKeepTheirChoice(t *testing.T) {
	choices := []Choice{{"order", "订单口径"}, {"settled", "结算口径"}}
	told := ""
	s := NewSelect(choices, "order", func(v string) { told = v })
	r := NewRadio(choices, "order", func(v string) { told += v })
	over := onWindow(t, 400, 400, Column(8, s, r))
	test.Tap(s)
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyDown))
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyDown))
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyReturn))
	if s.Value() != "settled" || told != "settled" {
		t.Fatalf("%q told %q", s.Value(), told)
	}
	test.Tap(r.buttons[1])
	if r.Value() != "settled" || told != "settledsettled" {
		t.Errorf("%q told %q", r.Value(), told)
	}
	s.SetChoices(choices[:1])
	if s.Value() != "" {
		t.Error("a choice that is gone is dropped")
	}
}

func TestChoiceChipIsActiveOnceItFilters(t *testing.T) {
	chosen := ""
	chip := NewChoiceChip("平台", []Choice{{"", "全部"}, {"wechat", "微信支付"}}, "", func(v string) { chosen = v })
	over := onWindow(t, 400, 300, Row(0, chip))
	if chip.active || chip.Label() != "平台：全部" {
		t.Errorf("%v %q", chip.active, chip.Label())
	}
	test.Tap(chip)
	menu := over.Canvas().Focused()
	menu.TypedKey(keyed(fyne.KeyDown))
	menu.TypedKey(keyed(fyne.KeyDown))
	menu.TypedKey(keyed(fyne.KeyReturn))
	if chosen != "wechat" || !chip.active || chip.Label() != "平台：微信支付" {
		t.Errorf("%q %v %q", chosen, chip.active, chip.Label())
	}
}
