// Package year lets a clerk's whole year pass in the window of the program, by clicks and keys, without a screen.
package year

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/e2e/person"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/shell"
	"smartcanal/screens/workbench"
)

// office is the window of an office with its file of data, which is not there yet, and the day it is.
type office struct {
	*person.Person
	host   *workbench.Host
	shell  *shell.Shell
	window fyne.Window
	home   string // where the papers are saved
	today  time.Time
}

func opened(t *testing.T) *office {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(grid.Inline())
	o := &office{host: workbench.NewHost(filepath.Join(home, "智慧运河.smartcanal")), home: home}
	o.host.Clock = func() time.Time { return o.today }
	o.window = test.NewTempWindow(t, nil)
	o.shell = shell.New(o.window, o.host)
	o.window.Resize(fyne.NewSize(1366, 768))
	o.Person = person.SitDown(t, o.window, person.NewDesk(t, o.window, "../../../build/year"))
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

func TestAYear(t *testing.T) {
	o := opened(t)
	o.on("2026-01-05")
	firstRun(o)
}

// firstRun chooses the district and begins with an empty file.
func firstRun(o *office) {
	o.shell.Start()
	o.Reads("开始使用智慧运河")
	o.Types("yhq")
	o.Clicks("运河区")
	o.Reads("已选择 运河区")
	o.Fills("单位名称", "沧州市运河区商务局")
	o.Shot("first-run")
	o.Clicks("开始使用")
	o.Reads("沧州市运河区商务局", "名录还是空的")
	if _, err := os.Stat(o.host.File()); err != nil {
		o.Error(err)
	}
}
