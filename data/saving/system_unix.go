//go:build !windows

package saving

import (
	"errors"
	"syscall"
)

// systemCode knows the errors that only the system's number tells apart.
func systemCode(err error) string {
	switch {
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.ETXTBSY), errors.Is(err, syscall.EAGAIN):
		return "file.busy"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "file.disk_full"
	case errors.Is(err, syscall.EROFS):
		return "file.no_access"
	}
	return ""
}
