package main

import (
	"log/slog"
	"os"

	"golang.org/x/sys/windows"

	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// sayWithoutWindow tells by the system's own box why there will be no window, and on the standard error for a
// program that started this one.
func sayWithoutWindow(err error) {
	what, todo := wording.Problem(problem.Of(err))
	slog.Error("no window can be shown", "cause", err)
	joinConsole()
	_, _ = os.Stderr.WriteString(what + "\n" + todo + "\n")
	if os.Getenv("SMARTCANAL_QUIT_WHEN_SHOWN") != "" {
		return // nobody is there to close the box
	}
	text, bad := windows.UTF16PtrFromString(what + "\r\n\r\n" + todo)
	title, worse := windows.UTF16PtrFromString(wording.Text("shell.title"))
	if bad == nil && worse == nil {
		_, _ = windows.MessageBox(0, text, title, windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
	}
}
