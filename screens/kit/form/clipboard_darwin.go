package form

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// systemClipboard has AppleScript name the file that was copied, or write the picture into one.
func systemClipboard(ctx context.Context) (pasted, error) {
	const file = "POSIX path of (the clipboard as «class furl»)"
	if path, err := exec.CommandContext(ctx, "osascript", "-e", file).Output(); err == nil {
		if files := filesIn(string(path)); len(files) > 0 {
			return pasted{Files: files}, nil
		}
	}
	folder, err := os.MkdirTemp("", "smartcanal-")
	if err != nil {
		return pasted{}, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "picture.png")
	const picture = `on run argv
set picture to the clipboard as «class PNGf»
set target to open for access (POSIX file (item 1 of argv)) with write permission
write picture to target
close access target
end run`
	command := exec.CommandContext(ctx, "osascript", "-", path)
	command.Stdin = strings.NewReader(picture)
	if err := command.Run(); err != nil {
		return pasted{}, err
	}
	content, err := os.ReadFile(path)
	return pasted{Picture: content}, err
}
