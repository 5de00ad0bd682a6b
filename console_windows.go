package main

import (
	"os"

	"golang.org/x/sys/windows"
)

var attachConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")

const ofTheParent = ^uintptr(0) // ATTACH_PARENT_PROCESS

// joinConsole lets a program without a console window of its own print into the one it was started from.
// What was sent to a file or into a pipe goes there as ever.
func joinConsole() {
	out, err := goesSomewhere(windows.STD_OUTPUT_HANDLE), goesSomewhere(windows.STD_ERROR_HANDLE)
	if out && err {
		return
	}
	if done, _, _ := attachConsole.Call(ofTheParent); done == 0 {
		return // started by a double click
	}
	console, opened := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if opened != nil {
		return
	}
	if !out {
		os.Stdout = console
	}
	if !err {
		os.Stderr = console
	}
}

func goesSomewhere(which uint32) bool {
	handle, err := windows.GetStdHandle(which)
	if err != nil || handle == 0 || handle == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(handle)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}
