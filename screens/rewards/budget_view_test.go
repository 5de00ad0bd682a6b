package rewards

import (
	"testing"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// TestTwoAtOneAppropriation: what the other wrote is shown beside one's own, and what one left alone stays the other's.
func TestTwoAtOneAppropriation(t *testing.T) {
	d := newDesk(t).withMeasure()
	mine := rewards.Appropriation{Year: 2026, DocNumber: "运财〔2026〕12号", ReceivedOn: "2026-03-01", Amount: 300_000_00}
	d.must(d.claims.SaveAppropriation(t.Context(), "经办员", &mine))
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewBudgetView(c, NewBudgetModel(d.office)) })
	page.(*BudgetView).ask(mine)

	theirs := mine
	theirs.Note = "第一批"
	d.must(d.claims.SaveAppropriation(t.Context(), "科长", &theirs))

	w.typing(map[int]string{0: "运财〔2026〕15号"})
	w.press(t, wording.Text("rewards.schemes.keep"))
	w.press(t, wording.Text("form.conflict.keep_mine"))
	given, err := d.claims.Appropriations(t.Context(), 2026)
	d.must(err)
	if len(given) != 1 || given[0].DocNumber != "运财〔2026〕15号" || given[0].Note != "第一批" || given[0].Amount != 300_000_00 || w.trouble != nil {
		t.Errorf("%+v, trouble %v", given, w.trouble)
	}
}
