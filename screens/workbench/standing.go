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
			now.Saved = wording.Text("workbench.saved", "when", wording.Moment(at, st.Now()))
		}
	}
	now.Backup, now.Late, err = backupAge(ctx, settings.NewBackups(st), st.Now())
	if trouble := backing.trouble(); trouble != nil && now.Late {
		what, _ := wording.Problem(trouble)
		now.Backup = wording.Text("workbench.backup_failed", "why", what)
	}
	return now, err
}

func backupAge(ctx context.Context, backups *settings.Backups, now time.Time) (text string, old bool, err error) {
	at, late, err := backups.Standing(ctx)
	switch {
	case err != nil:
		return "", false, err
	case at.IsZero():
		return wording.Text("workbench.backup_none"), true, nil
	case !late:
		return wording.Text("workbench.backup", "when", wording.Moment(at, now)), false, nil
	}
	return wording.Text("workbench.backup_old", "days", int(now.Sub(at).Hours())/24, "when", wording.Moment(at, now)), true, nil
}
