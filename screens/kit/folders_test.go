package kit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/ncruces/zenity"
)

// answering has the system's dialog answer with paths; it gives the questions asked.
func answering(t *testing.T, paths func(q fileQuestion) []string) *[]fileQuestion {
	t.Helper()
	var asked []fileQuestion
	system, there := askSystem, systemAsks
	askSystem = func(q fileQuestion) ([]string, error) {
		asked = append(asked, q)
		if found := paths(q); found != nil {
			return found, nil
		}
		return nil, zenity.ErrCanceled
	}
	systemAsks = func() bool { return true }
	t.Cleanup(func() {
		askSystem, systemAsks = system, there
		RememberFolders(NewMemory())
	})
	return &asked
}

func TestEachKindOfFileRemembersItsFolder(t *testing.T) {
	over := onWindow(t, 800, 600, NewText(""))
	RememberFolders(NewMemory())
	bills, papers := t.TempDir(), t.TempDir()
	var answer []string
	asked := answering(t, func(fileQuestion) []string { return answer })
	bill, paper := FileKind{Extensions: []string{"csv", "xlsx"}}, FileKind{Extensions: []string{"xlsx"}}
	chosen := 0
	ask := func(kind FileKind, path string) fileQuestion {
		if answer = nil; path != "" {
			answer = []string{path}
		}
		ChooseFiles(over, "导入…", kind, func([]string) { chosen++ })
		return (*asked)[len(*asked)-1]
	}
	if q := ask(bill, filepath.Join(bills, "账单.csv")); q.folder != "" || q.title != "导入" {
		t.Errorf("%+v: nothing is known at first", q)
	}
	answer = []string{filepath.Join(papers, "公示表.xlsx")}
	ChooseTarget(over, "保存…", "公示表.xlsx", paper, func(string) { chosen++ })
	if q := ask(bill, ""); q.folder != bills {
		t.Errorf("%q, want %q", q.folder, bills)
	}
	if q := ask(paper, ""); q.folder != papers {
		t.Errorf("%q, want %q: what was saved counts too", q.folder, papers)
	}
	answer = []string{papers}
	ChooseFolder(over, "文件夹…", bill, func(string) { chosen++ })
	if q := ask(bill, ""); q.folder != papers || chosen != 3 {
		t.Errorf("%q, chosen %d times: a folder chosen is the one to begin in", q.folder, chosen)
	}
	if err := os.RemoveAll(papers); err != nil {
		t.Fatal(err)
	}
	if q := ask(bill, ""); q.folder != "" {
		t.Errorf("%q: a folder that is gone is no place to begin", q.folder)
	}
}

func TestWhereTheSystemHasNoDialogItsOwnIsShown(t *testing.T) {
	over := onWindow(t, 900, 700, NewText(""))
	answering(t, nil)
	systemAsks = func() bool { return false }
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "账单.csv"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	kind := FileKind{Extensions: []string{"csv"}}
	keepFolder(kind, folder)
	ChooseFiles(over, "导入…", kind, func([]string) {})
	if over.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	found := false
	for _, o := range test.LaidOutObjects(over.Canvas().Overlays().Top()) {
		rich, is := o.(*widget.RichText)
		found = found || is && strings.HasPrefix(rich.String(), "账单")
	}
	if !found {
		t.Error("it begins in the folder remembered")
	}
}
