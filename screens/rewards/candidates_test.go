package rewards

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

// unasked has three enterprises that qualify, one that does not and one that claimed.
func unasked(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t).withMeasure()
	d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30))
	for _, e := range []struct {
		name    string
		january money.Fen
	}{{"沧州大运商贸有限公司", 1200}, {"沧州鑫港箱包有限公司", 620}, {"沧州南湖优选超市有限公司", 505}, {"沧州小店", 20}} {
		d.enterprise(e.name, 90, e.january, 0)
	}
	return d
}

func onCandidates(t *testing.T, d *desk) (*window, *CandidatesView) {
	t.Helper()
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewCandidatesView(c, NewCandidatesModel(d.office)) })
	return w, page.(*CandidatesView)
}

// TestWhoeverQualifiesIsHandedInByKeyboard: ticked by the space bar, handed in, taken back in one step.
func TestWhoeverQualifiesIsHandedInByKeyboard(t *testing.T) {
	d := unasked(t)
	w, v := onCandidates(t, d)
	if len(v.rows) != 3 || !v.hand.Disabled() {
		t.Fatalf("%d rows", len(v.rows))
	}
	w.over.Canvas().Focus(v.list)
	w.key(fyne.KeySpace)
	v.list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	w.key(fyne.KeyDown)
	v.list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	w.key(fyne.KeySpace)
	if chosen, sum := v.model.Chosen(v.shown); len(chosen) == 3 || len(chosen) == 0 || sum == 0 {
		t.Errorf("%d are ticked, %s", len(chosen), sum)
	}
	w.press(t, "全部选中")
	w.press(t, "建立 3 件申报…")
	w.typing(map[int]string{0: "受理员"})
	w.press(t, "建立申报")
	ids, err := d.claims.ClaimIDs(t.Context(), rewards.ClaimFilter{}, nil)
	d.must(err)
	if len(ids) != 4 || len(v.rows) != 0 || w.trouble != nil || w.changed != 1 {
		t.Fatalf("%d claims, %d rows, %v", len(ids), len(v.rows), w.trouble)
	}
	if claim := d.read(int64(ids[0])); claim.Acts[0].Actor != "受理员" || claim.Acts[0].Opinion != "免申即享：依据已核实的数据主动办理，企业无需申报。" {
		t.Errorf("%+v", claim.Acts)
	}
	w.press(t, "撤销")
	if ids, err = d.claims.ClaimIDs(t.Context(), rewards.ClaimFilter{}, nil); err != nil || len(ids) != 1 || len(v.rows) != 3 {
		t.Errorf("%v, %v, %d rows", ids, err, len(v.rows))
	}
}

// TestWhatWasWorkedOnIsNotTakenBack: somebody passed one of the claims before 撤销 was pressed.
func TestWhatWasWorkedOnIsNotTakenBack(t *testing.T) {
	d := unasked(t)
	w, v := onCandidates(t, d)
	w.press(t, "全部选中")
	w.press(t, "建立 3 件申报…")
	w.typing(map[int]string{0: "受理员"})
	w.press(t, "建立申报")
	d.pass(d.read(2), "受理员")
	w.press(t, "撤销")
	if w.trouble == nil || w.trouble.Code != "record.changed" || len(v.rows) != 0 {
		t.Errorf("%v, %d rows", w.trouble, len(v.rows))
	}
}

func TestCandidatesAreFiltered(t *testing.T) {
	d := unasked(t)
	w, v := onCandidates(t, d)
	for _, c := range []struct {
		footing rewards.Footing
		rows    int
	}{{rewards.HasClaimed, 1}, {rewards.MustDeclare, 5}, {rewards.LockedOut, 0}, {"", 9}, {rewards.Qualifies, 3}} {
		v.setFooting(string(c.footing))
		if len(v.rows) != c.rows {
			t.Errorf("%q: %d rows, want %d", c.footing, len(v.rows), c.rows)
		}
	}
	v.search.SetText("鑫港")
	if len(v.rows) != 1 {
		t.Errorf("%d rows", len(v.rows))
	}
	w.over.Canvas().Focus(v.list)
	w.key(fyne.KeyReturn) // how the amount came about
	w.press(t, "查看企业")
	if len(w.opened) != 1 || w.opened[0] != "smartcanal://organization/3" {
		t.Errorf("%v", w.opened)
	}
}

// TestClaimsAreCutFromTheBudget: the preview says what each loses, and the write takes that or nothing.
func TestClaimsAreCutFromTheBudget(t *testing.T) {
	d := unasked(t)
	d.shared(12 * money.Wan)
	w, v := onCandidates(t, d)
	w.press(t, "全部选中")
	w.press(t, "建立 3 件申报…")
	w.typing(map[int]string{0: "受理员"})
	w.press(t, "建立申报")
	w.press(t, "按预算压减…")
	d.must(d.claims.Withdraw(t.Context(), "经办员", d.read(1).Held(), "企业撤回"))
	w.press(t, "压减 4 件")
	if claim := d.read(2); claim.Claim.Amount != 10*money.Wan {
		t.Errorf("cut by a plan that no longer holds: %s", claim.Claim.Amount)
	}
	kit.CloseTopOf(w.over.Canvas())
	w.press(t, "按预算压减…")
	w.press(t, "压减 3 件")
	if claim := d.read(2); claim.Claim.Amount != 6*money.Wan || v.shown.Money.InReview != 12*money.Wan {
		t.Errorf("%s, %s in review", claim.Claim.Amount, v.shown.Money.InReview)
	}
}

// shared puts a version in force that shares a budget among all claims.
func (d *desk) shared(budget money.Fen) {
	d.t.Helper()
	draft, err := d.claims.NewVersion(d.t.Context(), d.person, d.scheme.ID)
	d.must(err)
	draft.Budget = &rewards.Allotment{Amount: rewards.Quantity(budget), Over: rewards.ProRata}
	d.must(d.claims.SaveDraft(d.t.Context(), d.person, &draft))
	kept, err := d.claims.Scheme(d.t.Context(), draft.ID)
	d.must(err)
	d.scheme, err = d.claims.Enact(d.t.Context(), d.person, rewards.HeldScheme{ID: kept.ID, Version: kept.Version})
	d.must(err)
}
