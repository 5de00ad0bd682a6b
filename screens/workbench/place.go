package workbench

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// What the program's own folder and file are called, and the ending before files of data had their own.
const (
	folderName = "智慧运河"
	fileName   = "智慧运河.smartcanal"
	oldName    = "智慧运河.db"
)

// portableMark lies beside a program that keeps everything beside itself, on a USB stick for example.
const portableMark = "portable.txt"

// usualPlace is where a person looks for what belongs to him: beside a portable program, else in his
// documents, wherever the system says these are (another disk, a OneDrive folder). A file that an
// earlier version made stays the one to open.
func usualPlace() string {
	if beside := portableFolder(); beside != "" {
		return filepath.Join(beside, "数据", fileName)
	}
	return existing(filepath.Join(documents(), folderName, fileName), filepath.Join(documents(), folderName, oldName),
		filepath.Join(home(), "Documents", folderName, oldName))
}

// existing is the first of the paths that is there, or the first of all.
func existing(paths ...string) string {
	for _, path := range paths {
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return paths[0]
}

func documents() string {
	if xdg.UserDirs.Documents != "" {
		return xdg.UserDirs.Documents
	}
	return filepath.Join(home(), "Documents")
}

func home() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return "."
}

// portableFolder is the folder of a portable program, "" for an installed one.
func portableFolder() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	folder := filepath.Dir(program)
	if _, err := os.Stat(filepath.Join(folder, portableMark)); err != nil {
		return ""
	}
	return folder
}
