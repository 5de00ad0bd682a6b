package saving

import (
	"io/fs"
	"syscall"
	"testing"

	"smartcanal/data/problem"
)

func TestTroubleOfTheSystem(t *testing.T) {
	for number, code := range map[syscall.Errno]string{
		sharingViolation: "file.busy", lockViolation: "file.busy", diskFull: "file.disk_full", syscall.ERROR_ACCESS_DENIED: "file.no_access",
	} {
		err := &fs.PathError{Op: "open", Path: "a.csv", Err: number}
		if p := problem.Of(Trouble(err, "a.csv")); p.Code != code {
			t.Errorf("%v: %v", number, p)
		}
	}
}
