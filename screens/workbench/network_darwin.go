package workbench

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// onNetwork says whether a file lies on another computer; of one that is not there yet, its folder.
func onNetwork(path string) bool {
	var system unix.Statfs_t
	for unix.Statfs(path, &system) != nil {
		above := filepath.Dir(path)
		if above == path {
			return false
		}
		path = above
	}
	return system.Flags&unix.MNT_LOCAL == 0
}
