package workbench

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// onNetwork says whether a file lies on another computer: on a share, or on a drive that stands for one.
func onNetwork(path string) bool {
	volume := strings.TrimPrefix(filepath.VolumeName(path), `\\?\`) // how long paths begin
	if strings.HasPrefix(volume, `\\`) || strings.HasPrefix(volume, "UNC") {
		return true
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
