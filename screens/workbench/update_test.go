package workbench

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/screens/help"
)

func TestNewerVersions(t *testing.T) {
	for _, c := range []struct {
		offered, ours string
		want          bool
	}{
		{"0.2.0", "0.1.0", true}, {"v1.0.0", "0.9.9", true}, {"0.10.0", "0.9.0", true}, {"0.1.1", "0.1.0", true},
		{"0.1.0", "0.1.0", false}, {"0.0.9", "0.1.0", false}, {"", "0.1.0", false}, {"<html>", "0.1.0", false},
		{"1.0", "0.1.0", false}, {"1.0.0-beta", "0.1.0", false}, {"0.-2.0", "0.1.0", false}, {"0.2.0", "", false},
	} {
		if got := newer(c.offered, c.ours); got != c.want {
			t.Errorf("%q newer than %q: %v", c.offered, c.ours, got)
		}
	}
}

// TestOnlyTheOfficeSaysWhereToLook has none, a file, an address, a server without a notice, and an older version.
func TestOnlyTheOfficeSaysWhereToLook(t *testing.T) {
	notices := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/newest.txt" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte("0.3.0\r\nhttp://10.0.0.1/setup.exe\r\n"))
	}))
	defer notices.Close()
	file := filepath.Join(t.TempDir(), "最新 版本.txt")
	if err := os.WriteFile(file, []byte("\ufeff0.2.0\nZ:\\软件\\setup.exe\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	beside := filepath.Join(filepath.Dir(program), updateFile)
	t.Cleanup(func() { _ = os.Remove(beside) })
	for _, c := range []struct{ place, ours, version, from string }{
		{"", "0.1.0", "", ""},
		{file, "0.1.0", "0.2.0", `Z:\软件\setup.exe`},
		{file + "\r\n", "0.2.0", "", ""},
		{notices.URL + "/newest.txt", "0.2.0", "0.3.0", "http://10.0.0.1/setup.exe"},
		{notices.URL + "/other", "0.1.0", "", ""},
		{filepath.Join(t.TempDir(), "not there"), "0.1.0", "", ""},
	} {
		_ = os.Remove(beside)
		if c.place != "" {
			if err := os.WriteFile(beside, []byte(c.place), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		var u updates
		told := false
		u.look(c.ours, func() { told = true })
		got := notice{}
		if found := u.found.Load(); found != nil {
			got = *found
		}
		if got != (notice{c.version, c.from}) || told != (c.version != "") {
			t.Errorf("%q: %+v, told %v", c.place, got, told)
		}
	}
}

// TestNoticesAreToldInShortAndInFull has what a person should know whichever page is shown: each leads to the page that
// tells it in full.
func TestNoticesAreToldInShortAndInFull(t *testing.T) {
	h := NewHost(filepath.Join(t.TempDir(), "智慧运河.smartcanal"))
	if got := h.notices(); len(got) != 0 {
		t.Errorf("%+v: nothing is the matter", got)
	}
	for _, c := range []struct{ from, full string }{
		{`Z:\软件\setup.exe`, `Z:\软件\setup.exe`},
		{"", "信息技术人员"}, // a notice of one line
	} {
		h.updates.found.Store(&notice{version: "0.2.0", from: c.from})
		short, full := shortly(h.notices()), fully(h.notices())
		if len(short) != 1 || short[0].Text != "有新版本 0.2.0" || short[0].Link != help.About {
			t.Errorf("in short: %+v", short)
		}
		if len(full) != 1 || !strings.Contains(full[0], "0.2.0") || !strings.Contains(full[0], c.full) || strings.Contains(full[0], "{") {
			t.Errorf("in full: %q, want it to name %q", full, c.full)
		}
	}
}
