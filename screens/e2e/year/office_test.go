package year

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/screens/e2e/person"
	"smartcanal/screens/shell"
	"smartcanal/screens/workbench"
)

// office is the window of an office with its file of data, which is not there yet, and the day it is.
type office struct {
	*person.Person
	host   *workbench.Host
	shell  *shell.Shell
	home   string // where the papers are saved
	today  time.Time
	person string // who works now
}

func TestMain(m *testing.M) {
	time.Local = time.FixedZone("China", 8*60*60) // where the office is
	os.Exit(m.Run())
}

func opened(t *testing.T) *office {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	desk := person.NewDesk(t, "../../../build/year")
	o := &office{Person: desk.Person(), host: workbench.NewHost(filepath.Join(home, "智慧运河.smartcanal")), home: home}
	o.host.Clock = func() time.Time { return o.today }
	o.shell = shell.New(desk.Window(), o.host)
	t.Cleanup(desk.Window().Close) // with it goes the file
	return o
}

// on lets it be the morning of a day.
func (o *office) on(day string) {
	o.Helper()
	at, err := time.ParseInLocation(time.DateOnly+" 15:04", day+" 09:00", time.Local)
	if err != nil || at.Before(o.today) {
		o.Fatal(day, err)
	}
	o.today = at
}

// as lets another person of the office take over.
func (o *office) as(name string) {
	o.Helper()
	if o.person == name {
		return
	}
	o.Clicks(o.person + " ▾")
	o.Reads("现在由谁办理？")
	o.Clicks(name)
	o.person = name
	o.Reads(name + " ▾")
}

// file is one that somebody sent.
type file struct{ name, content string }

// drops lets files fall on the window. Whoever drags them is another program, so the drop begins where Fyne hands it to
// the window.
func (o *office) drops(files ...file) {
	o.Helper()
	folder := o.TempDir()
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = filepath.Join(folder, f.name)
		if err := os.WriteFile(paths[i], []byte(f.content), 0o600); err != nil {
			o.Fatal(err)
		}
	}
	o.shell.Drop(fyne.Position{}, paths)
}

// does runs a command by its name through the search box.
func (o *office) does(command string) {
	o.Helper()
	o.Keys("ctrl+k")
	o.Types(command)
	o.Keys("Return")
}

// rewards goes to the list of claims.
func (o *office) rewards() {
	o.Helper()
	o.Keys("ctrl+4")
}

// saves gives a paper that is asked for a name of its own in the person's folder, and says where it is.
func (o *office) saves(name string) (path string) {
	o.Helper()
	o.Reads("取消")
	o.Keys("ctrl+a") // the keyboard is in the file's name already
	o.Types(name)
	o.Clicks("保存")
	o.Reads(name) // where it is, and whether it is to be opened
	o.Keys("Escape")
	found, err := filepath.Glob(filepath.Join(o.home, name+".*"))
	if err != nil || len(found) != 1 {
		o.Fatal(found, err)
	}
	return found[0]
}
