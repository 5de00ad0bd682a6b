package form

import (
	"context"
	"errors"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"smartcanal/data/attachments"
)

var (
	user32         = windows.NewLazySystemDLL("user32.dll")
	kernel32       = windows.NewLazySystemDLL("kernel32.dll")
	shell32        = windows.NewLazySystemDLL("shell32.dll")
	openClipboard  = user32.NewProc("OpenClipboard")
	closeClipboard = user32.NewProc("CloseClipboard")
	getClipboard   = user32.NewProc("GetClipboardData")
	registerFormat = user32.NewProc("RegisterClipboardFormatW")
	globalSize     = kernel32.NewProc("GlobalSize")
	globalLock     = kernel32.NewProc("GlobalLock")
	globalUnlock   = kernel32.NewProc("GlobalUnlock")
	dragQueryFile  = shell32.NewProc("DragQueryFileW")
)

const (
	bitmapFormat   = 8  // CF_DIB
	fileFormat     = 15 // CF_HDROP
	bitmapV5Format = 17 // CF_DIBV5
)

var errClipboard = errors.New("the clipboard has no picture")

// systemClipboard takes files copied in Explorer, else a picture: as PNG where the program that copied it offers that,
// else as the bitmap Windows makes of any picture.
func systemClipboard(ctx context.Context) (pasted, error) {
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	if err := openPatiently(ctx); err != nil {
		return pasted{}, err
	}
	defer closeClipboard.Call()
	if files := droppedFiles(); len(files) > 0 {
		return pasted{Files: files}, nil
	}
	if name, err := windows.UTF16PtrFromString("PNG"); err == nil {
		format, _, _ := registerFormat.Call(uintptr(unsafe.Pointer(name)))
		if picture, err := content(format); err == nil {
			return pasted{Picture: picture}, nil
		}
	}
	for _, format := range []uintptr{bitmapV5Format, bitmapFormat} {
		dib, err := content(format)
		if err != nil {
			continue
		}
		if picture, err := pictureOf(dib); err == nil {
			return pasted{Picture: picture}, nil
		}
	}
	return pasted{}, errClipboard
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

// content copies what lies on the clipboard in a format.
func content(format uintptr) ([]byte, error) {
	handle, _, _ := getClipboard.Call(format)
	if format == 0 || handle == 0 {
		return nil, errClipboard
	}
	size, _, _ := globalSize.Call(handle)
	at, _, _ := globalLock.Call(handle)
	if at == 0 || size == 0 || size > 8*attachments.Largest { // a bitmap is larger than the PNG made of it
		return nil, errClipboard
	}
	defer globalUnlock.Call(handle)
	copied := make([]byte, size)
	var read uintptr
	if err := windows.ReadProcessMemory(windows.CurrentProcess(), at, &copied[0], size, &read); err != nil {
		return nil, err
	}
	return copied[:read], nil
}

func droppedFiles() []string {
	handle, _, _ := getClipboard.Call(fileFormat)
	if handle == 0 {
		return nil
	}
	const all = 0xFFFFFFFF
	count, _, _ := dragQueryFile.Call(handle, all, 0, 0)
	var files []string
	for i := range count {
		length, _, _ := dragQueryFile.Call(handle, i, 0, 0)
		name := make([]uint16, length+1)
		if copied, _, _ := dragQueryFile.Call(handle, i, uintptr(unsafe.Pointer(&name[0])), length+1); copied > 0 {
			files = append(files, windows.UTF16ToString(name))
		}
	}
	return files
}
