package rewards

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

func TestFilesDroppedOnAClaimProveTheMaterialNamed(t *testing.T) {
	d := newDesk(t).withMeasure()
	id := d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30)).Claim.ID
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewClaimView(c, NewClaimModel(d.office, id)) })
	v := page.(*ClaimView)
	name := v.claim.Materials[0].Name
	file := filepath.Join(t.TempDir(), "营业执照.txt")
	d.must(os.WriteFile(file, []byte("执照"), 0o600))
	page.(kit.Dropped).Drop([]string{file})
	if !strings.Contains(w.words(), "这是哪一项材料") || !strings.Contains(w.words(), "拖入 1 个文件") {
		t.Fatal(w.words())
	}
	enter := func() { w.over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	// the first one missing is proposed; the verb is two stops on
	for range 2 {
		w.over.Canvas().FocusNext()
	}
	enter()
	if !strings.Contains(w.words(), "营业执照.txt") {
		t.Fatal(w.words())
	}
	page.(kit.Dropped).Drop([]string{file}) // once more, on the material's own files
	enter()                                 // closes
	claim := d.read(id)
	if claim.Files[name] != 1 || claim.Materials[0].State != rewards.Received {
		t.Errorf("%v, %s", claim.Files, claim.Materials[0].State)
	}
	if !strings.Contains(w.words(), "1 个文件") || len(w.over.Canvas().Overlays().List()) != 0 {
		t.Error(w.words())
	}
	if w.trouble != nil {
		t.Error(w.trouble)
	}
}

func TestAClosedClaimTakesNoFiles(t *testing.T) {
	d := newDesk(t).withMeasure()
	claim := d.claim(d.enterprise("运河老号食品有限公司", 100, 500, 30))
	d.must(NewClaimModel(d.office, claim.Claim.ID).Withdraw(t.Context(), claim, Acting{Person: "受理员", Opinion: "企业撤回。"}))
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewClaimView(c, NewClaimModel(d.office, claim.Claim.ID)) })
	page.(kit.Dropped).Drop([]string{"/tmp/a.txt"})
	if w.trouble == nil || w.trouble.Code != "rewards.claim_ended" {
		t.Errorf("%v", w.trouble)
	}
}
