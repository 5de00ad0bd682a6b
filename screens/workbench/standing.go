package workbench

import (
	"context"
	"time"

	"smartcanal/data/journal"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// standing tells what was written last and how old the backup is.
func standing(ctx context.Context, st *store.Store, backing *backing) (shell.Standing, error) {
	var now shell.Standing
	last, err := journal.Last(st.Read(ctx))
	if err != nil {
		return now, err
	}
	if last != nil {
		if at, err := time.Parse(time.RFC3339, last.At); err == nil {
			now.Saved = wording.Text("workbench.saved", "when", when(at.Local(), st.Now()))
		}
	}
	now.Backup, now.Late, err = backupAge(ctx, settings.NewBackups(st), st.Now())
	if trouble := backing.trouble(); trouble != nil && now.Late {
		what, _ := wording.Problem(trouble)
		now.Backup = wording.Text("workbench.backup_failed", "why", what)
	}
	return now, err
}

// late is how old a backup may be before it stands out: a day and the night after it, so that an office that
// opens the file each morning is not warned.
const late = settings.BackupEvery + 12*time.Hour

func backupAge(ctx context.Context, backups *settings.Backups, now time.Time) (text string, old bool, err error) {
	at, has, err := backups.Last(ctx)
	switch {
	case err != nil:
		return "", false, err
	case !has:
		return wording.Text("workbench.backup_none"), true, nil
	case now.Sub(at) <= late:
		return wording.Text("workbench.backup", "when", when(at, now)), false, nil
	}
	return wording.Text("workbench.backup_old", "days", int(now.Sub(at).Hours())/24, "when", when(at, now)), true, nil
}

// when words a moment as people read it in passing: today by the hour, else by the day.
func when(at, now time.Time) string {
	switch {
	case at.Format(time.DateOnly) == now.Format(time.DateOnly):
		return wording.Text("workbench.today", "time", at.Format("15:04"))
	case at.Year() == now.Year():
		return at.Format("01-02 15:04")
	}
	return at.Format(time.DateOnly)
}
