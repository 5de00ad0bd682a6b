package workbench

import "testing"

func TestASharedFolderIsRemote(t *testing.T) {
	for path, want := range map[string]bool{
		`\\server\共享\智慧运河.smartcanal`:       true,
		`\\?\UNC\server\共享\智慧运河.smartcanal`: true,
		`C:\Users\张三\Documents\智慧运河.db`:     false,
		`\\?\C:\智慧运河.db`:                    false,
	} {
		if got := onNetwork(path); got != want {
			t.Errorf("%s on the network: %v, want %v", path, got, want)
		}
	}
}
