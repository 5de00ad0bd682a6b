package main

import "golang.org/x/sys/windows"

// running is held open as long as the window shows: by it the installer sees that the program runs, and
// says so instead of calling its file locked.
const running = `Local\cn.smartcanal.workbench`

// markRunning is let go of by the system when the program ends, however it ends.
func markRunning() {
	name, err := windows.UTF16PtrFromString(running)
	if err == nil {
		_, _ = windows.CreateMutex(nil, false, name) // a second window finds it there, which is as well
	}
}
