package settings

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Backups are the checked copies of the file that the program makes by itself: one a day, in the folder backups
// beside the file, of which it keeps the newest.
type Backups struct {
	store *store.Store
}

// NewBackups are those of a file of data.
func NewBackups(st *store.Store) *Backups { return &Backups{st} }

// Backup is a copy that is there.
type Backup struct {
	Path string
	At   time.Time // when it was made
	Size int64     // bytes
}

// BackupEvery is how old the last backup may become before the next is due.
const BackupEvery = 24 * time.Hour

// How many are kept: within bounds, and where nobody set it.
const (
	leastKept, mostKept = 1, 60
	usuallyKept         = 7
)

const (
	keptKey  = "backups_kept"
	takenKey = "backup_taken" // when one was made elsewhere by hand, RFC 3339
	stamp    = "20060102-150405"
)

// Folder is where they lie.
func (b *Backups) Folder() string { return filepath.Join(filepath.Dir(b.store.Path()), "backups") }

// prefix tells the copies of this file from those of another in the same folder, and from those before a migration.
func (b *Backups) prefix() string { return filepath.Base(b.store.Path()) + ".daily." }

// All gives the copies that are there, the newest first.
func (b *Backups) All() ([]Backup, error) {
	entries, err := os.ReadDir(b.Folder())
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, problem.New("store.no_access").In(b.Folder()).Because(err)
	}
	var all []Backup
	for _, entry := range entries {
		if backup, is := b.read(entry); is {
			all = append(all, backup)
		}
	}
	slices.SortFunc(all, func(x, y Backup) int { return cmp.Compare(y.At.Unix(), x.At.Unix()) })
	return all, nil
}

// read takes the time a copy was made from its name: copying a file changes the time it bears.
func (b *Backups) read(entry os.DirEntry) (Backup, bool) {
	rest, ours := strings.CutPrefix(entry.Name(), b.prefix())
	text, whole := strings.CutSuffix(rest, ".bak")
	at, err := time.ParseInLocation(stamp, text, time.Local)
	if !ours || !whole || err != nil {
		return Backup{}, false
	}
	info, err := entry.Info()
	if err != nil {
		return Backup{}, false
	}
	return Backup{filepath.Join(b.Folder(), entry.Name()), at, info.Size()}, true
}

// Last is when the file was copied last, by the program or by hand; false where it never was.
func (b *Backups) Last(ctx context.Context) (time.Time, bool, error) {
	all, err := b.All()
	if err != nil {
		return time.Time{}, false, err
	}
	text, err := b.store.Setting(ctx, takenKey)
	if err != nil {
		return time.Time{}, false, err
	}
	last, err := time.Parse(time.RFC3339, text)
	has := err == nil
	if len(all) > 0 && (!has || all[0].At.After(last)) {
		last, has = all[0].At, true
	}
	return last, has, nil
}

// late is how old a backup may be before it stands out: a day and the night after it, so that an office that
// opens the file each morning is not warned.
const late = BackupEvery + 12*time.Hour

// Standing gives when the last backup was made, zero without any, and whether that is too long ago.
func (b *Backups) Standing(ctx context.Context) (at time.Time, tooOld bool, err error) {
	at, has, err := b.Last(ctx)
	return at, err == nil && (!has || b.store.Now().Sub(at) > late), err
}

// Due says whether the next copy should be made now.
func (b *Backups) Due(ctx context.Context) (bool, error) {
	last, has, err := b.Last(ctx)
	return err == nil && (!has || b.store.Now().Sub(last) >= BackupEvery), err
}

// Make makes a checked copy in the folder and then lets go of the oldest above the number to keep. Progress
// tells pages done and in all and may be nil. Problems: those of store.Backup.
func (b *Backups) Make(ctx context.Context, progress func(done, total int)) (string, error) {
	if err := os.MkdirAll(b.Folder(), 0o755); err != nil {
		return "", problem.New("store.no_access").In(b.Folder()).Because(err)
	}
	path := filepath.Join(b.Folder(), b.prefix()+b.store.Now().Format(stamp)+".bak")
	if err := b.store.Backup(ctx, path, progress); err != nil {
		return "", err
	}
	return path, b.prune(ctx)
}

func (b *Backups) prune(ctx context.Context) error {
	kept, err := b.Kept(ctx)
	if err != nil {
		return err
	}
	all, err := b.All()
	if err != nil {
		return err
	}
	for _, old := range all[min(kept, len(all)):] {
		if err := os.Remove(old.Path); err != nil {
			return problem.New("store.no_access").In(old.Path).Because(err)
		}
	}
	return nil
}

// MakeAt makes a checked copy where a person wants it and remembers when.
func (b *Backups) MakeAt(ctx context.Context, actor store.Actor, path string, progress func(done, total int)) error {
	if err := b.store.Backup(ctx, path, progress); err != nil {
		return err
	}
	return b.store.Write(ctx, actor, "settings.backup", func(tx *store.Tx) error {
		return tx.SetSetting(takenKey, tx.Now.Format(time.RFC3339))
	})
}

// Kept is how many copies are kept.
func (b *Backups) Kept(ctx context.Context) (int, error) {
	text, err := b.store.Setting(ctx, keptKey)
	if err != nil {
		return 0, err
	}
	if kept, err := strconv.Atoi(text); err == nil && kept >= leastKept && kept <= mostKept {
		return kept, nil
	}
	return usuallyKept, nil
}

// Keep sets how many copies are kept. Problem: settings.backups_kept (least, most).
func (b *Backups) Keep(ctx context.Context, actor store.Actor, kept int) error {
	if kept < leastKept || kept > mostKept {
		return problem.New("settings.backups_kept", "least", leastKept, "most", mostKept)
	}
	return b.store.Write(ctx, actor, "settings.backups_kept", func(tx *store.Tx) error {
		return tx.SetSetting(keptKey, strconv.Itoa(kept))
	})
}
