package workbench

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/adrg/xdg"
)

// TestTheFileIsInTheDocumentsTheSystemNames moves the documents to where a person put them, as OneDrive does.
func TestTheFileIsInTheDocumentsTheSystemNames(t *testing.T) {
	moved := filepath.Join(t.TempDir(), "我的 文档")
	before := xdg.UserDirs.Documents
	xdg.UserDirs.Documents = moved
	t.Cleanup(func() { xdg.UserDirs.Documents = before })

	want := filepath.Join(moved, folderName, fileName)
	if got := usualPlace(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	old := filepath.Join(moved, folderName, oldName)
	if err := os.MkdirAll(filepath.Dir(old), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, there := range []string{old, want} { // the newer name wins once it is there
		if err := os.WriteFile(there, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := usualPlace(); got != there {
			t.Errorf("%s, want %s", got, there)
		}
	}
}

func TestAPortableProgramKeepsEverythingBesideItself(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	beside := filepath.Dir(program)
	if portableFolder() != "" {
		t.Fatal("the program of the test is no portable one")
	}
	mark := filepath.Join(beside, portableMark)
	if err := os.WriteFile(mark, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(mark) })
	if got, want := usualPlace(), filepath.Join(beside, "数据", fileName); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := logFolder(), filepath.Join(beside, "日志"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
