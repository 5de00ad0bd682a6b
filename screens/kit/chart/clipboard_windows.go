package chart

import (
	"context"
	"errors"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"smartcanal/data/problem"
)

var (
	user32         = windows.NewLazySystemDLL("user32.dll")
	kernel32       = windows.NewLazySystemDLL("kernel32.dll")
	openClipboard  = user32.NewProc("OpenClipboard")
	closeClipboard = user32.NewProc("CloseClipboard")
	emptyClipboard = user32.NewProc("EmptyClipboard")
	setClipboard   = user32.NewProc("SetClipboardData")
	registerFormat = user32.NewProc("RegisterClipboardFormatW")
	globalAlloc    = kernel32.NewProc("GlobalAlloc")
	globalFree     = kernel32.NewProc("GlobalFree")
	globalLock     = kernel32.NewProc("GlobalLock")
	globalUnlock   = kernel32.NewProc("GlobalUnlock")
)

const (
	bitmap   = 8      // CF_DIB
	moveable = 0x0002 // GMEM_MOVEABLE
)

var errClipboard = errors.New("the clipboard takes no picture")

// systemPicture offers the picture as a bitmap, which every program takes, and as PNG, which Office takes first.
func systemPicture(ctx context.Context, png []byte) error {
	dib, err := bitmapOf(png)
	if err != nil {
		return err
	}
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	if err := openPatiently(ctx); err != nil {
		return problem.New(noClipboard).Because(err)
	}
	defer closeClipboard.Call()
	_, _, _ = emptyClipboard.Call()
	name, err := windows.UTF16PtrFromString("PNG")
	if err != nil {
		return err
	}
	if format, _, _ := registerFormat.Call(uintptr(unsafe.Pointer(name))); format != 0 {
		_ = offer(format, png) // the bitmap does too
	}
	if err := offer(bitmap, dib); err != nil {
		return problem.New(noClipboard).Because(err)
	}
	return nil
}

// openPatiently waits for another program to be done with the clipboard.
func openPatiently(ctx context.Context) error {
	const tries, between = 10, 20 * time.Millisecond
	for range tries {
		if opened, _, _ := openClipboard.Call(0); opened != 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(between):
		}
	}
	return errClipboard
}

// offer hands content over to the clipboard, whose it is then.
func offer(format uintptr, content []byte) error {
	handle, _, _ := globalAlloc.Call(moveable, uintptr(len(content)))
	if handle == 0 {
		return errClipboard
	}
	at, _, _ := globalLock.Call(handle)
	if at == 0 {
		_, _, _ = globalFree.Call(handle)
		return errClipboard
	}
	var written uintptr
	err := windows.WriteProcessMemory(windows.CurrentProcess(), at, &content[0], uintptr(len(content)), &written)
	_, _, _ = globalUnlock.Call(handle)
	if taken, _, _ := setClipboard.Call(format, handle); err != nil || taken == 0 {
		_, _, _ = globalFree.Call(handle)
		return errClipboard
	}
	return nil
}
