package saving

import (
	"errors"
	"syscall"
)

// Numbers of the Windows API (winerror.h) that package syscall does not name.
const (
	writeProtect     = syscall.Errno(19)
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
	handleDiskFull   = syscall.Errno(39)
	diskFull         = syscall.Errno(112)
)

// systemCode knows the errors that only the system's number tells apart.
func systemCode(err error) string {
	switch {
	case errors.Is(err, sharingViolation), errors.Is(err, lockViolation):
		return "file.busy"
	case errors.Is(err, diskFull), errors.Is(err, handleDiskFull):
		return "file.disk_full"
	case errors.Is(err, writeProtect):
		return "file.no_access"
	}
	return ""
}
