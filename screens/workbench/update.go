package workbench

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// updateFile lies beside the program where an office wants to be told of new versions. Its one line names where the
// notice is: a file (on the office's share) or an address (of the office's own server). Without it the program
// asks nobody.
const updateFile = "update.txt"

const (
	noticePatience = 5 * time.Second
	noticeSize     = 4 << 10 // a notice is two lines
)

// notice is what stands there: the newest version on the first line, on the second where to get it.
type notice struct{ version, from string }

// updates looks for a notice once, while the person already works.
type updates struct{ found atomic.Pointer[notice] }

// look asks where the office said; told is called when there is a newer version. A share that is not connected or a
// notice nobody can read is for the log, not for the person.
func (u *updates) look(version string, told func()) {
	place := noticePlace()
	if place == "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), noticePatience)
	defer cancel()
	text, err := fetch(ctx, place)
	if err != nil {
		slog.Warn("the notice of updates cannot be read", "cause", err)
		return
	}
	if n := readNotice(text); newer(n.version, version) {
		u.found.Store(&n)
		told()
	}
}

// noticePlace reads the file beside the program, "" where there is none.
func noticePlace() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	text, err := os.ReadFile(filepath.Join(filepath.Dir(program), updateFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(strings.TrimPrefix(string(text), "\ufeff")) // Notepad writes the mark
}

// fetch reads a notice from a file or an address.
func fetch(ctx context.Context, place string) (string, error) {
	if !strings.HasPrefix(place, "http://") && !strings.HasPrefix(place, "https://") {
		file, err := os.Open(place)
		if err != nil {
			return "", err
		}
		defer file.Close()
		return short(file)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, place, nil)
	if err != nil {
		return "", err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", &os.PathError{Op: "get", Path: place, Err: os.ErrNotExist}
	}
	return short(answer.Body)
}

func short(from io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(from, noticeSize))
	return string(text), err
}

func readNotice(text string) notice {
	version, rest, _ := strings.Cut(strings.TrimPrefix(text, "\ufeff"), "\n")
	from, _, _ := strings.Cut(rest, "\n")
	return notice{version: strings.TrimSpace(version), from: strings.TrimSpace(from)}
}

// newer compares versions of three numbers; what is no version is never newer.
func newer(offered, ours string) bool {
	a, isVersion := numbers(offered)
	b, weHave := numbers(ours)
	if !isVersion || !weHave {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return a[i] > b[i]
		}
	}
	return false
}

func numbers(version string) ([3]int, bool) {
	var all [3]int
	parts := strings.Split(strings.TrimPrefix(version, "v"), ".")
	if len(parts) != len(all) {
		return all, false
	}
	for i, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || number < 0 {
			return all, false
		}
		all[i] = number
	}
	return all, true
}
