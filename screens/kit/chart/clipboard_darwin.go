package chart

import (
	"context"
	"os"
	"path/filepath"

	"smartcanal/data/problem"
)

// systemPicture has AppleScript read the picture from a file.
func systemPicture(ctx context.Context, png []byte) error {
	folder, err := os.MkdirTemp("", "smartcanal")
	if err != nil {
		return problem.New(noClipboard).Because(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "chart.png")
	if err := os.WriteFile(path, png, 0o600); err != nil {
		return problem.New(noClipboard).Because(err)
	}
	const script = "on run argv\nset the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)\nend run"
	return feed(ctx, []byte(script), "osascript", "-", path)
}
