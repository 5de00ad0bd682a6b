//go:build e2e

// Package pinyin types Chinese into the entries of the kit as an office does: a real input method (fcitx5
// with pinyin) between the keys of an X server and the window. Run it with make pinyin.
package pinyin

import (
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/data/binding"
	"fyne.io/fyne/v2/driver"

	"smartcanal/screens/kit"
)

const patience = 10 * time.Second

var desk struct {
	window    fyne.Window
	line      *kit.Entry
	lines     *kit.Entry
	bound     *kit.Entry
	text      binding.String
	submitted atomic.Int32
}

// TestMain gives the main goroutine to the window and runs the tests beside it.
func TestMain(m *testing.M) {
	a := app.NewWithID("smartcanal.pinyin")
	a.Settings().SetTheme(kit.NewTheme(kit.Follow))
	desk.window = a.NewWindow("pinyin")
	desk.window.Resize(fyne.NewSize(600, 300))
	desk.line, desk.lines, desk.bound = kit.NewEntry(""), kit.NewMultiLineEntry("", 3), kit.NewEntry("")
	desk.line.OnSubmitted = func(string) { desk.submitted.Add(1) }
	desk.text = binding.NewString()
	desk.bound.Bind(desk.text)
	desk.window.SetContent(container.NewVBox(desk.line, desk.lines, desk.bound))
	code := 1
	a.Lifecycle().SetOnStarted(func() {
		go func() {
			code = m.Run()
			fyne.Do(a.Quit)
		}()
	})
	desk.window.ShowAndRun()
	os.Exit(code)
}

// takes puts the keyboard on an empty entry.
func takes(t *testing.T, entry *kit.Entry) {
	t.Helper()
	id := ""
	fyne.DoAndWait(func() {
		desk.window.(driver.NativeWindow).RunNative(func(context any) {
			if x11, is := context.(driver.X11WindowContext); is {
				id = strconv.FormatUint(uint64(x11.WindowHandle), 10)
			}
		})
		entry.SetText("")
		desk.window.Canvas().Unfocus()
		desk.window.Canvas().Focus(entry)
	})
	desk.submitted.Store(0)
	run(t, "windowfocus", "--sync", id)
}

func run(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
}

// types presses keys one by one, as X11 names them, at the pace of a quick typist.
func types(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		run(t, "key", "--delay", "60", key)
		time.Sleep(60 * time.Millisecond)
	}
}

func textOf(entry *kit.Entry) (text string) {
	fyne.DoAndWait(func() { text = entry.Text })
	return text
}

// holds waits until the entry holds a text and then sees that it stays.
func holds(t *testing.T, entry *kit.Entry, want string) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end) && textOf(entry) != want; {
		time.Sleep(50 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond)
	if got := textOf(entry); got != want {
		t.Fatalf("%q, want %q", got, want)
	}
}

func TestWordsArriveWhole(t *testing.T) {
	for _, entry := range []*kit.Entry{desk.line, desk.lines, desk.bound} {
		takes(t, entry)
		types(t, "n", "i", "h", "a", "o", "space")
		holds(t, entry, "你好")
		types(t, "x", "i", "e", "x", "i", "e", "space")
		holds(t, entry, "你好谢谢")
	}
	if text, err := desk.text.Get(); text != "你好谢谢" || err != nil {
		t.Errorf("the binding has %q, %v (fyne-io/fyne #2777)", text, err)
	}
}

func TestMendingPinyinLeavesTheTextAlone(t *testing.T) {
	for _, entry := range []*kit.Entry{desk.line, desk.lines, desk.bound} {
		takes(t, entry)
		types(t, "n", "i", "h", "a", "o", "space")
		holds(t, entry, "你好")
		types(t, "x", "i", "e", "x", "BackSpace", "BackSpace", "BackSpace", "BackSpace")
		holds(t, entry, "你好")
		types(t, "BackSpace")
		holds(t, entry, "你")
	}
}

func TestReturnTakesLettersWithoutSending(t *testing.T) {
	takes(t, desk.line)
	types(t, "q", "u", "x", "Return")
	holds(t, desk.line, "qux")
	if n := desk.submitted.Load(); n != 0 {
		t.Errorf("sent %d times by the Return of the input method", n)
	}
	types(t, "Return")
	time.Sleep(300 * time.Millisecond)
	if n := desk.submitted.Load(); n != 1 {
		t.Errorf("sent %d times, want once: this Return is the person's", n)
	}
}

func TestEscapeGivesUpTheWordOnly(t *testing.T) {
	takes(t, desk.line)
	types(t, "n", "i", "h", "a", "o", "space")
	holds(t, desk.line, "你好")
	types(t, "z", "h", "Escape")
	holds(t, desk.line, "你好")
	types(t, "BackSpace")
	holds(t, desk.line, "你")
}

func TestHomeAndDeleteBelongToTheWordBeingTyped(t *testing.T) {
	takes(t, desk.line)
	types(t, "n", "i", "h", "a", "o", "space")
	holds(t, desk.line, "你好")
	types(t, "x", "x", "i", "e", "Home", "Delete", "x", "i", "e", "End", "space")
	if got := textOf(desk.line); len([]rune(got)) < 4 || got[:len("你好")] != "你好" {
		t.Errorf("%q: the text before the word was touched", got)
	}
}
