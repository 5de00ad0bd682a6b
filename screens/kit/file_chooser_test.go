package kit

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheExtensionLeftOutIsAddedAndAFileOfThatNameAskedFor(t *testing.T) {
	over := onWindow(t, 800, 600, NewText(""))
	kind := FileKind{Extensions: []string{"xlsx"}}
	taken := filepath.Join(t.TempDir(), "公示表.xlsx")
	if err := os.WriteFile(taken, []byte("上一期"), 0o600); err != nil {
		t.Fatal(err)
	}
	var chosen string
	choose := func(name string) {
		completeTarget(over.Canvas(), filepath.Join(filepath.Dir(taken), name), kind, func(path string) { chosen = filepath.Base(path) })
	}
	for name, want := range map[string]string{"申报表": "申报表.xlsx", "申报表.xls": "申报表.xls", "公示表.xlsx": "公示表.xlsx"} {
		if choose(name); chosen != want || len(open) != 0 {
			t.Errorf("%s: chose %q, want %q", name, chosen, want)
		}
	}
	chosen = ""
	choose("公示表")
	if chosen != "" || len(open) != 1 {
		t.Fatal("a file nobody was asked about must not be replaced")
	}
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyReturn))
	if chosen != "公示表.xlsx" {
		t.Errorf("chose %q", chosen)
	}
}
