package kit

import (
	"sync"
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// Input methods of Windows ask where the caret is in two ways, and the toolkit answers neither (fyne-io/fyne
// #618): the older ones go by the places set through imm32 when a composition begins, Microsoft's pinyin of
// Windows 11 sends WM_IME_REQUEST. Both answers are given here, in the window's own procedure.
const (
	messageRequest = 0x0288 // WM_IME_REQUEST
	messageStart   = 0x010D // WM_IME_STARTCOMPOSITION
	messageCompose = 0x010F // WM_IME_COMPOSITION
	messageGone    = 0x0082 // WM_NCDESTROY
	queryCharacter = 6      // IMR_QUERYCHARPOSITION
	windowProc     = -4     // GWLP_WNDPROC
	byPoint        = 0x0002 // CFS_POINT
	outsideOf      = 0x0080 // CFS_EXCLUDE
)

type point struct{ x, y int32 }

type rect struct{ left, top, right, bottom int32 }

// compositionForm is COMPOSITIONFORM, candidateForm CANDIDATEFORM, characterPlace IMECHARPOSITION.
type compositionForm struct {
	style uint32
	at    point
	area  rect
}

type candidateForm struct {
	index uint32
	style uint32
	at    point
	area  rect
}

type characterPlace struct {
	size      uint32
	character uint32
	at        point
	height    uint32
	document  rect
}

var (
	user32               = windows.NewLazySystemDLL("user32.dll")
	imm32                = windows.NewLazySystemDLL("imm32.dll")
	setWindowLong        = user32.NewProc("SetWindowLongPtrW")
	callWindowProc       = user32.NewProc("CallWindowProcW")
	clientToScreen       = user32.NewProc("ClientToScreen")
	getContext           = imm32.NewProc("ImmGetContext")
	releaseContext       = imm32.NewProc("ImmReleaseContext")
	setCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	setCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
)

// followed are the windows whose procedure is ours, with the one before and the canvas that knows the
// caret. All of it happens on the window's own thread, but for the lock's sake nobody has to know that.
var followed = struct {
	sync.Mutex
	windows map[uintptr]followedWindow
}{windows: map[uintptr]followedWindow{}}

type followedWindow struct {
	before uintptr
	canvas fyne.Canvas
}

var ourProc = sync.OnceValue(func() uintptr { return syscall.NewCallback(answerInputMethod) })

// followCaret has the input method ask us about the window of a canvas. It is called whenever an entry
// gets the keyboard; once a window is enough.
func followCaret(over fyne.Canvas) {
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		native, is := window.(driver.NativeWindow)
		if !is || window.Canvas() != over {
			continue
		}
		native.RunNative(func(context any) {
			if w, is := context.(driver.WindowsWindowContext); is && w.HWND != 0 {
				follow(w.HWND, over)
			}
		})
	}
}

func follow(window uintptr, over fyne.Canvas) {
	followed.Lock()
	defer followed.Unlock()
	if _, is := followed.windows[window]; is || imm32.Load() != nil {
		return
	}
	place := windowProc
	before, _, _ := setWindowLong.Call(window, uintptr(place), ourProc())
	if before != 0 {
		followed.windows[window] = followedWindow{before, over}
	}
}

func answerInputMethod(window, message, wide, long uintptr) uintptr {
	followed.Lock()
	f := followed.windows[window]
	followed.Unlock()
	switch message {
	case messageStart, messageCompose:
		if c, is := caretOn(f.canvas); is {
			placeWindows(window, c)
		}
	case messageRequest:
		if c, is := caretOn(f.canvas); is && wide == queryCharacter && long != 0 {
			answerCharacter(window, long, c)
			return 1
		}
	case messageGone: // the number may be another window's next
		followed.Lock()
		delete(followed.windows, window)
		followed.Unlock()
	}
	result, _, _ := callWindowProc.Call(f.before, window, message, wide, long)
	return result
}

// placeWindows puts what is composed at the caret and the candidates where they do not cover the entry.
func placeWindows(window uintptr, c caret) {
	context, _, _ := getContext.Call(window)
	if context == 0 {
		return
	}
	defer func() { _, _, _ = releaseContext.Call(window, context) }()
	at := point{int32(c.x), int32(c.y)}
	composition := compositionForm{style: byPoint, at: at}
	_, _, _ = setCompositionWindow.Call(context, uintptr(unsafe.Pointer(&composition)))
	candidates := candidateForm{style: outsideOf, at: at, area: rect{int32(c.x), int32(c.top), int32(c.right), int32(c.bottom)}}
	_, _, _ = setCandidateWindow.Call(context, uintptr(unsafe.Pointer(&candidates)))
}

// answerCharacter fills an IMECHARPOSITION, whose places count from the screen's corner.
func answerCharacter(window, where uintptr, c caret) {
	var corner point
	_, _, _ = clientToScreen.Call(window, uintptr(unsafe.Pointer(&corner)))
	answer := (*characterPlace)(*(*unsafe.Pointer)(unsafe.Pointer(&where)))
	answer.at = point{corner.x + int32(c.x), corner.y + int32(c.y)}
	answer.height = uint32(c.height)
	answer.document = rect{corner.x + int32(c.left), corner.y + int32(c.top), corner.x + int32(c.right), corner.y + int32(c.bottom)}
}
