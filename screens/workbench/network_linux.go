package workbench

import (
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"
)

// remote are the file systems whose files lie on another computer: NFS, SMB in its three ages.
var remote = []int64{unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, 0xFF534D42}

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
	return slices.Contains(remote, int64(uint32(system.Type)))
}
