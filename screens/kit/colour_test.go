package kit

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// TestStatesAreToldWithoutColour looks at the shapes only: who sees no colours must tell on from off.
func TestStatesAreToldWithoutColour(t *testing.T) {
	chip := NewChip("未匹配", func() {})
	check := NewCheck("已核对", false, nil)
	radio := NewRadio([]Choice{{"a", "订单口径"}, {"b", "结算口径"}}, "a", nil)
	onWindow(t, 400, 200, Column(8, chip, check, radio))
	bold := func() bool { return test.WidgetRenderer(chip).Objects()[1].(*canvas.Text).TextStyle.Bold }
	off := []any{bold(), len(test.WidgetRenderer(check).Objects()), len(test.WidgetRenderer(radio.buttons[1]).Objects())}
	chip.SetActive(true)
	check.SetChecked(true)
	radio.SetValue("b")
	on := []any{bold(), len(test.WidgetRenderer(check).Objects()), len(test.WidgetRenderer(radio.buttons[1]).Objects())}
	for i := range on {
		if on[i] == off[i] {
			t.Errorf("part %d is drawn on as it is off: %v", i, on[i])
		}
	}
}
