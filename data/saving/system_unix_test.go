//go:build !windows

package saving

import (
	"io/fs"
	"syscall"
	"testing"

	"smartcanal/data/problem"
)

func TestTroubleOfTheSystem(t *testing.T) {
	for number, code := range map[syscall.Errno]string{
		syscall.EBUSY: "file.busy", syscall.ENOSPC: "file.disk_full", syscall.EROFS: "file.no_access", syscall.EACCES: "file.no_access",
	} {
		err := &fs.PathError{Op: "open", Path: "a.csv", Err: number}
		if p := problem.Of(Trouble(err, "a.csv")); p.Code != code {
			t.Errorf("%v: %v", number, p)
		}
	}
}
