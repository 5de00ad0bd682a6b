package kit

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCopiesAreForReadingAndGoAway(t *testing.T) {
	first, err := Copy(`执照:"正本".jpg`, []byte("执照"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := Copy(`执照:"正本".jpg`, []byte("另一张"))
	if err != nil || first == second {
		t.Fatal(second, err)
	}
	if filepath.Base(first) != "执照__正本_.jpg" {
		t.Error(first)
	}
	if content, err := os.ReadFile(first); err != nil || string(content) != "执照" {
		t.Errorf("%q %v", content, err)
	}
	if info, err := os.Stat(first); err != nil || info.Mode().Perm()&0o222 != 0 {
		t.Errorf("%v %v: what is changed in a copy would be lost", info.Mode(), err)
	}
	RemoveCopies()
	if _, err := os.Stat(filepath.Dir(filepath.Dir(first))); !os.IsNotExist(err) {
		t.Error(err)
	}
	RemoveCopies()
}
