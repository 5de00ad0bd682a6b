// Package workbench puts the areas into the window: it opens the file of data for the shell and hands it
// the areas that exist. A new area is one line in areas.
package workbench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"smartcanal/assets"
	"smartcanal/data/demo"
	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/help"
	"smartcanal/screens/kit"
	"smartcanal/screens/opengl"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// Host opens files of data for the shell.
type Host struct {
	// Version is the release, for the about page.
	Version string
	// Clock is what tells the time; nil for the computer's. A test lets a year pass by it.
	Clock func() time.Time

	path    string
	updates updates
	looking sync.Once
}

// NewHost begins with the file at path; "" is the usual place in the person's documents.
func NewHost(path string) *Host {
	if path == "" {
		path = usualPlace()
	}
	return &Host{path: path}
}

// File is the file of data to open.
func (h *Host) File() string { return h.path }

// Place makes path the one File names, before there is a file.
func (h *Host) Place(path string) { h.path = path }

// Remote says whether path lies on another computer.
func (h *Host) Remote(path string) bool { return onNetwork(path) }

// Exists says whether it is there.
func (h *Host) Exists() bool {
	_, err := os.Stat(h.path)
	return err == nil
}

// Open opens the file at path and makes it the one File names.
func (h *Host) Open(ctx context.Context, path string) (*shell.Session, error) {
	st, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	h.path = path
	h.wind(st)
	return h.session(ctx, st)
}

// Create makes the file, with the district's places and, where it was asked for, the demo.
func (h *Host) Create(ctx context.Context, beginning shell.Beginning, progress kit.Progress) (*shell.Session, error) {
	st, err := store.Create(ctx, h.path)
	if err != nil {
		return nil, err
	}
	h.wind(st)
	if err := begin(ctx, st, beginning, progress); err != nil {
		// A half-filled file would be taken for a finished one at the next start.
		return nil, errors.Join(err, st.Close(), os.Remove(h.path))
	}
	return h.session(ctx, st)
}

// wind sets a file's clock.
func (h *Host) wind(st *store.Store) {
	if h.Clock != nil {
		st.SetClock(h.Clock)
	}
}

func begin(ctx context.Context, st *store.Store, beginning shell.Beginning, progress kit.Progress) error {
	if beginning.Demo {
		return beginDemo(ctx, st, progress)
	}
	err := st.Write(ctx, actor(), "workbench.begin", func(tx *store.Tx) error {
		if err := tx.SetSetting(store.Office, beginning.Office); err != nil {
			return err
		}
		return register.SetDistrict(tx, beginning.District)
	})
	if err != nil {
		return err
	}
	return beginRewards(ctx, st, beginning.District)
}

// beginRewards gives the office a measure to start from. There is no sign-in yet, so one person does
// every step of a claim; the record of the claim says so each time.
func beginRewards(ctx context.Context, st *store.Store, district string) error {
	room := rewards.New(st, sales.New(st))
	place, _ := region.Find(district)
	if _, err := room.Seed(ctx, actor(), place.Name); err != nil {
		return err
	}
	return room.SetSinglePerson(ctx, actor(), true)
}

// beginDemo makes the demo's files beside the file of data, where the person can open them, and takes them in.
func beginDemo(ctx context.Context, st *store.Store, progress kit.Progress) error {
	dir := filepath.Join(filepath.Dir(st.Path()), wording.Text("workbench.demo_folder"))
	progress(0, 0, wording.Text("workbench.demo_files"))
	files, err := demo.Write(ctx, dir, demo.Seed)
	if err != nil {
		return err
	}
	_, err = demo.Fill(ctx, st, files, actor(), func(p sales.Progress) {
		progress(int64(p.Lines), int64(p.Guess), p.File)
	})
	if err == nil {
		_, err = demo.FillClaims(ctx, st)
	}
	if err == nil {
		err = demo.FillCouncil(ctx, st)
	}
	if err == nil {
		err = demo.FillChronicle(ctx, st)
	}
	return err
}

// Restore puts a backup in the place of File and opens it.
func (h *Host) Restore(ctx context.Context, backup string, progress kit.Progress) (*shell.Session, error) {
	_, err := store.Restore(ctx, backup, h.path, func(done, total int) { progress(int64(done), int64(total), "") })
	if err != nil {
		return nil, err
	}
	return h.Open(ctx, h.path)
}

// Districts finds districts by name or pinyin.
func (h *Host) Districts(_ context.Context, text string, limit int) ([]kit.Found[string], error) {
	found := region.Search(text, limit)
	results := make([]kit.Found[string], len(found))
	for i, place := range found {
		results[i] = kit.Found[string]{Key: place.Code, Label: place.Name, Note: place.Within}
	}
	return results, nil
}

// actor is who works at this computer where the office has entered nobody.
func actor() store.Actor { return store.Actor(wording.Text("workbench.clerk")) }

// session is the open file as the shell needs it.
func (h *Host) session(ctx context.Context, st *store.Store) (*shell.Session, error) {
	office, err := st.Setting(ctx, store.Office)
	if err != nil {
		return nil, errors.Join(err, st.Close())
	}
	following := startIndexing(st)
	session := &shell.Session{
		Areas:   append(areas(st, actor()), h.help()),
		Office:  office,
		Person:  string(actor()),
		Status:  func(context.Context) ([]string, error) { return h.status(st.Path()) },
		Memory:  settings.NewPreferences(st, actor()),
		Backups: settings.NewBackups(st),
		Staff:   people.New(st),
		As: func(person string) ([]kit.Area, kit.Memory) {
			who := store.Actor(person)
			return append(areas(st, who), h.help()), settings.NewPreferences(st, who)
		},
		Changed: following.Wake,
	}
	backing := startBacking(st, backsAfter, session.Stands)
	session.Standing = func(ctx context.Context) (shell.Standing, error) {
		now, err := standing(ctx, st, backing)
		now.Notices = shortly(h.notices())
		return now, err
	}
	h.looking.Do(func() { go h.updates.look(h.Version, session.Stands) })
	session.Close = func() error {
		backing.Stop()
		following.Stop()
		return st.Close()
	}
	return session, nil
}

// help is the manual and the about page.
func (h *Host) help() kit.Area {
	return help.Area(help.Program{Version: h.Version, Commit: commit(), Renderer: opengl.Renderer(), Data: h.path, Log: logFolder(),
		Notices: func() []string { return fully(h.notices()) }, Pictures: pictures()})
}

// pictures are the manual's, by their names.
func pictures() fs.FS {
	drawn, err := fs.Sub(assets.Pictures, "manual/pictures")
	if err != nil {
		return nil
	}
	return drawn
}

// status tells which file is open and how large it is.
func (h *Host) status(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, problem.New("store.missing").In(path).Because(err)
	}
	return []string{
		wording.Text("workbench.file", "name", filepath.Base(path), "size", megabytes(info.Size())),
		wording.Text("workbench.alone"),
	}, nil
}

func megabytes(bytes int64) string {
	if bytes >= 1<<30 {
		return fmt.Sprintf("%.1f GB", float64(bytes)/(1<<30))
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
}
