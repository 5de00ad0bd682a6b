package workbench

import (
	"path/filepath"
	"testing"
)

func TestAFolderOfThisComputerIsNotRemote(t *testing.T) {
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "not", "yet", "there.smartcanal")} {
		if onNetwork(path) {
			t.Errorf("%s is taken for a network drive", path)
		}
	}
}
