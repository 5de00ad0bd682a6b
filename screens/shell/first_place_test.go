package shell

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/kittest"
	"smartcanal/screens/wording"
)

// placedHost is a host whose file may be put elsewhere; what lies below 共享 is on another computer.
type placedHost struct {
	*fakeHost
	file string
}

func (h *placedHost) File() string            { return h.file }
func (h *placedHost) Place(path string)       { h.file = path }
func (h *placedHost) Remote(path string) bool { return strings.Contains(path, "共享") }

func TestTheFirstRunTellsWhereTheDataWillBe(t *testing.T) {
	f := start(t, func(h *fakeHost) { h.exists = false })
	host := &placedHost{fakeHost: f.host, file: filepath.Join("文档", "智慧运河", "智慧运河.smartcanal")}
	f.Shell.host = host
	page := newFirstPlace(f.Shell)
	for _, c := range []struct {
		folder string
		warned bool
	}{
		{"", false}, {filepath.Join("D:", "运河区"), false}, {filepath.Join("共享", "运河区"), true}, {filepath.Join("D:", "运河区"), false},
	} {
		if c.folder != "" {
			page.put(c.folder)
			if want := filepath.Join(c.folder, "智慧运河.smartcanal"); host.file != want {
				t.Errorf("the file will be %s, want %s", host.file, want)
			}
		}
		if !strings.Contains(page.file.Content, host.file) {
			t.Errorf("%q does not say %s", page.file.Content, host.file)
		}
		if page.warning.Visible() != c.warned {
			t.Errorf("in %q warned of the network: %v", c.folder, page.warning.Visible())
		}
	}
	if why := page.warning.Content; !strings.Contains(why, "网络一断") {
		t.Errorf("%q does not say why", why)
	}
}

func TestAFileThatCannotBePutElsewhereOffersNothing(t *testing.T) {
	f := start(t, func(h *fakeHost) { h.exists = false })
	kittest.Walk(newFirstPlace(f.Shell).object, func(o fyne.CanvasObject) {
		if button, is := o.(*kit.Button); is && button.Label() == wording.Text("shell.first.elsewhere") {
			t.Error("offers another place")
		}
	})
}
