package workbench

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/store"
	"smartcanal/screens/e2e/person"
	"smartcanal/screens/shell"
)

// TestNoTwoCommandsHaveOneShortcut: the window's driver runs the first of the menu and leaves the other without a key.
func TestNoTwoCommandsHaveOneShortcut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "智慧运河.smartcanal")
	st, err := store.Create(t.Context(), path)
	if err := errors.Join(err, st.Close()); err != nil {
		t.Fatal(err)
	}
	desk := person.NewDesk(t, os.TempDir())
	shell.New(desk.Window(), NewHost(path)).Start()
	taken := map[string]string{}
	var walk func(*fyne.Menu)
	walk = func(menu *fyne.Menu) {
		for _, item := range menu.Items {
			if item.Shortcut != nil {
				if other, is := taken[item.Shortcut.ShortcutName()]; is {
					t.Errorf("%s and %s are both %s", other, item.Label, item.Shortcut.ShortcutName())
				}
				taken[item.Shortcut.ShortcutName()] = item.Label
			}
			if item.ChildMenu != nil {
				walk(item.ChildMenu)
			}
		}
	}
	for _, menu := range desk.Menu().Items {
		walk(menu)
	}
	if len(taken) < 20 {
		t.Errorf("only %d shortcuts were looked at", len(taken))
	}
	desk.Window().Close()
}
