package gallery

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/demo"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/shell"
	"smartcanal/screens/workbench"
)

// demoFile makes the demo's file of data as the first run does.
func demoFile(t *testing.T) string {
	t.Helper()
	files, err := demo.Write(t.Context(), t.TempDir(), demo.Seed)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "智慧运河.db")
	st, err := store.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	st.SetClock(officeTime)
	if _, err := demo.Fill(t.Context(), st, files, clerk, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := demo.FillClaims(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(demo.FillCouncil(t.Context(), st), demo.FillChronicle(t.Context(), st)); err != nil {
		t.Fatal(err)
	}
	// The file has its copy of today: none is made beside the pictures.
	if _, err := settings.NewBackups(st).Make(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return path
}

// officeTime is when the pictures are taken: the same day and minute each time, for the manual's sake, which shows them.
func officeTime() time.Time { return time.Date(2026, 11, 25, 10, 20, 0, 0, time.Local) }

// openHost shows one open file in several windows.
type openHost struct {
	*workbench.Host
	session *shell.Session
}

// Open gives the session that is open; closing a window leaves the file to the next.
func (h openHost) Open(context.Context, string) (*shell.Session, error) {
	shown := *h.session
	shown.Close, shown.Memory = nil, nil // each window begins anew
	return &shown, nil
}

// TestWorkbench draws the whole program on the demo: all areas side by side, as a person sees it.
func TestWorkbench(t *testing.T) {
	path := demoFile(t)
	host := openHost{Host: workbench.NewHost(path)}
	host.Clock = officeTime
	session, err := host.Host.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	host.session = session
	for name, link := range map[string]string{
		"office-today":        "smartcanal://today",
		"office-register":     "smartcanal://register",
		"office-organisation": "smartcanal://organization/1",
		"office-sales":        "smartcanal://sales",
		"office-totals":       "smartcanal://sales/totals",
		"office-unmatched":    "smartcanal://sales/unmatched",
		"office-imports":      "smartcanal://sales/imports",
		"office-rewards":      "smartcanal://rewards",
		"office-claim":        "smartcanal://claim/1",
		"office-settings":     "smartcanal://settings",
	} {
		Shot(t, name, officeWidth, officeHeight, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
			s := shell.New(over, host)
			return over.Content(), func() {
				s.Start()
				settle(over)
				s.Open(link)
			}
		})
	}
	for name, text := range map[string]string{"office-search": "yhlh", "office-search-order": "订单:42000", "office-search-empty": ""} {
		Shot(t, name, officeWidth, officeHeight, name == "office-search-order", func(over fyne.Window) (fyne.CanvasObject, func()) {
			s := shell.New(over, host)
			return over.Content(), func() {
				s.Start()
				settle(over)
				s.OpenSearch()
				typeText(over, text)
			}
		})
	}
}
