package kit

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
)

// OpenFile has the system open a file or a folder with what it keeps for it.
//
// Problem: kit.cannot_open, with the file.
func OpenFile(path string) *problem.Problem {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… is file:///C:/…
	}
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: slashed}); err != nil {
		return problem.New("kit.cannot_open").In(path).Because(err)
	}
	return nil
}

// copies is where the files lie that were written to be looked at.
var copies struct {
	sync.Mutex
	folder string
}

// Copy writes a content beside the program's other copies, for the system to open: for reading only, because what is
// changed in it goes nowhere. RemoveCopies takes all away.
func Copy(name string, content []byte) (path string, err error) {
	copies.Lock()
	defer copies.Unlock()
	if copies.folder == "" {
		if copies.folder, err = os.MkdirTemp("", "smartcanal-"); err != nil {
			return "", err
		}
	}
	folder, err := os.MkdirTemp(copies.folder, "")
	if err != nil {
		return "", err
	}
	path = filepath.Join(folder, writable(name))
	return path, os.WriteFile(path, content, 0o400)
}

// RemoveCopies removes what Copy wrote; what another program still has open stays, as far as the system asks for it.
func RemoveCopies() {
	copies.Lock()
	defer copies.Unlock()
	if copies.folder == "" {
		return
	}
	_ = filepath.WalkDir(copies.folder, func(path string, _ os.DirEntry, err error) error {
		if err == nil {
			_ = os.Chmod(path, 0o700) // Windows removes nothing that is read-only
		}
		return nil
	})
	_ = os.RemoveAll(copies.folder)
	copies.folder = ""
}

// writable is a name every system can write.
func writable(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || r < ' ' {
			return '_'
		}
		return r
	}, name)
}
