package workbench

import (
	"log/slog"
	"os"
	"path/filepath"

	"gopkg.in/natefinch/lumberjack.v2"
)

// StartLog sends the log to a rotating file in the person's cache folder: five files of at most 5 MB. It
// holds faults of the program, never records.
func StartLog() {
	dir, err := os.UserCacheDir()
	if err != nil {
		return
	}
	file := &lumberjack.Logger{Filename: filepath.Join(dir, "smartcanal", "smartcanal.log"), MaxSize: 5, MaxBackups: 5}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, nil)))
}
