package workbench

import (
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"gopkg.in/natefinch/lumberjack.v2"
)

// StartLog sends the log to a rotating file in the person's cache folder, or beside a portable program: five files of at most 5 MB. It
// holds faults of the program, never records. Its first line says which version began.
func StartLog(version string) {
	dir := logFolder()
	if dir == "" {
		return
	}
	file := &lumberjack.Logger{Filename: filepath.Join(dir, "smartcanal.log"), MaxSize: 5, MaxBackups: 5}
	slog.SetDefault(slog.New(slog.NewTextHandler(file, nil)))
	slog.Info("the window begins", "version", version, "commit", commit(), "system", runtime.GOOS+"/"+runtime.GOARCH)
}

func logFolder() string {
	if beside := portableFolder(); beside != "" {
		return filepath.Join(beside, "日志")
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "smartcanal")
}

// revision is what a package was built from; the packaging fills it in.
var revision string

// commit is what the program was built from, as the packaging or the build noted it; "" outside a repository.
func commit() string {
	if revision != "" {
		return revision
	}
	built, _ := debug.ReadBuildInfo()
	if built == nil {
		return ""
	}
	for _, setting := range built.Settings {
		if setting.Key == "vcs.revision" {
			return setting.Value
		}
	}
	return ""
}
