package sheet

import (
	"errors"

	"golang.org/x/sys/windows"
)

// systemCode knows the errors that only the system's number tells apart.
func systemCode(err error) string {
	switch {
	case errors.Is(err, windows.ERROR_SHARING_VIOLATION), errors.Is(err, windows.ERROR_LOCK_VIOLATION):
		return "file.busy"
	case errors.Is(err, windows.ERROR_DISK_FULL), errors.Is(err, windows.ERROR_HANDLE_DISK_FULL):
		return "file.disk_full"
	case errors.Is(err, windows.ERROR_WRITE_PROTECT):
		return "file.no_access"
	}
	return ""
}
