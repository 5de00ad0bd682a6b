package chart

import (
	"bytes"
	"context"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// menu gives the labels of the open menu and what chooses one.
func (b *bench) menu(t *testing.T) (labels []string, choose func(label string)) {
	t.Helper()
	top := b.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no menu is open")
	}
	items := reflect.Indirect(reflect.ValueOf(top)).FieldByName("Content").Interface().(*widget.PopUpMenu).Items
	actions := map[string]func(){}
	for _, o := range items {
		if field := reflect.Indirect(reflect.ValueOf(o)).FieldByName("Item"); field.IsValid() {
			item, _ := field.Interface().(*fyne.MenuItem)
			labels, actions[item.Label] = append(labels, item.Label), item.Action
		}
	}
	return labels, func(label string) {
		b.window.Canvas().Overlays().Remove(top)
		actions[label]()
	}
}

// clipboard notes the pictures that are copied, or says that the system takes none.
func clipboard(t *testing.T, takes bool) *[]byte {
	t.Helper()
	var copied []byte
	before := putPicture
	putPicture = func(_ context.Context, content []byte) error {
		if !takes {
			return problem.New(noClipboard)
		}
		copied = content
		return nil
	}
	t.Cleanup(func() { putPicture = before })
	return &copied
}

func TestTheMenuCopiesAPicture(t *testing.T) {
	for _, kind := range kinds() {
		b := showing(t, kind)
		copied := clipboard(t, true)
		test.TapSecondaryAt(b.View, b.drawn().marks[0].at.middle())
		_, choose := b.menu(t)
		choose("复制为图片")
		if _, err := png.Decode(bytes.NewReader(*copied)); err != nil {
			t.Errorf("kind %d: %v", kind, err)
		}
		if !b.says("图片已复制，可粘贴到文档中") {
			t.Errorf("kind %d: nothing says that it was copied", kind)
		}
		b.hover(fyne.NewPos(1, 1))
		if b.says("图片已复制，可粘贴到文档中") {
			t.Error("what was done stays said for ever")
		}
	}
}

func TestTheKeyboardHasTheMenu(t *testing.T) {
	b := showing(t, Bars)
	copied := clipboard(t, true)
	b.window.Canvas().Focus(b.View)
	b.keys(desktop.KeyMenu)
	labels, choose := b.menu(t)
	if want := []string{"查看明细", "复制为图片", "图片另存为…", "复制数据"}; !reflect.DeepEqual(labels, want) {
		t.Errorf("%v", labels)
	}
	choose("查看明细")
	if len(b.opened) != 1 {
		t.Error("the menu opens nothing")
	}
	b.keys(fyne.KeyF10)
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("F10 alone is the window's")
	}
	b.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	b.keys(fyne.KeyF10)
	_, choose = b.menu(t)
	choose("复制数据")
	if got, want := fyne.CurrentApp().Clipboard().Content(), "万元\t2025 年\t2026 年\n1月\t3.00\t4.00\n2月\t5.50\t-1.25\n3月\t7.50\t"; got != want {
		t.Errorf("%q", got)
	}
	b.TypedShortcut(&fyne.ShortcutCopy{})
	if len(*copied) == 0 {
		t.Error("Ctrl+C copied nothing")
	}
}

// saving answers where a picture goes and notes the name proposed.
func saving(t *testing.T, path string) *string {
	t.Helper()
	proposed, before := "", chooseTarget
	chooseTarget = func(_ fyne.Window, _, name string, _ kit.FileKind, onChosen func(string)) {
		proposed = name
		onChosen(path)
	}
	t.Cleanup(func() { chooseTarget = before })
	return &proposed
}

func TestAPictureIsSaved(t *testing.T) {
	folder := t.TempDir()
	for file, begins := range map[string]string{"a.png": "\x89PNG", "b.SVG": "<svg"} {
		c := sample(Bars)
		c.Title = "零售额: 1/2"
		b := newBench(t, c)
		path := filepath.Join(folder, file)
		proposed := saving(t, path)
		b.SavePicture()
		content, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(content), begins) {
			t.Errorf("%s: %v, %.20q", file, err, content)
		}
		if *proposed != "零售额_ 1_2.png" || !b.says("已存为“"+file+"”") {
			t.Errorf("%q is proposed", *proposed)
		}
	}
}

func TestWithoutAClipboardAFileIsProposed(t *testing.T) {
	b := showing(t, Share)
	clipboard(t, false)
	path := filepath.Join(t.TempDir(), "share.png")
	saving(t, path)
	b.CopyPicture()
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestAFolderThatIsGoneIsSaid(t *testing.T) {
	p := problem.Of(save(sample(Bars), fyne.NewSize(360, 240), filepath.Join(t.TempDir(), "gone", "a.png")))
	if p == nil || p.Code != "chart.not_saved" {
		t.Errorf("%v", p)
	}
}

func TestABitmapIsThePicture(t *testing.T) {
	content, err := Picture(sample(Bars), fyne.NewSize(120, 80), PNG, kit.Light)
	if err != nil {
		t.Fatal(err)
	}
	picture, _ := png.Decode(bytes.NewReader(content))
	dib, err := bitmapOf(content)
	if err != nil || len(dib) != bitmapHeader+4*picture.Bounds().Dx()*picture.Bounds().Dy() {
		t.Fatalf("%d bytes, %v", len(dib), err)
	}
	width, height := picture.Bounds().Dx(), picture.Bounds().Dy()
	for y := range height {
		for x := range width {
			at := bitmapHeader + 4*((height-1-y)*width+x)
			want, _ := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
			if got := (color.NRGBA{dib[at+2], dib[at+1], dib[at], dib[at+3]}); got != want {
				t.Fatalf("%d, %d: %v, want %v", x, y, got, want)
			}
		}
	}
}

func TestTheScrollFollowsTheKeyboard(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	var events []Event
	for range 40 {
		events = append(events, Event{When: "11-23 09:12", Text: "归入本企业 1,204 笔"})
	}
	view := NewTimeline(events)
	scroll := kit.Scrolled(view)
	view.Follow(scroll)
	over := test.NewTempWindow(t, container.NewStack(scroll))
	over.Resize(fyne.NewSize(300, 200))
	over.Canvas().Focus(view)
	inside := func() bool {
		at := view.at().at
		return at.Y >= scroll.Offset.Y-0.5 && at.Y+at.Height <= scroll.Offset.Y+scroll.Size().Height+0.5
	}
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown} {
		view.TypedKey(&fyne.KeyEvent{Name: key})
		if !inside() {
			t.Errorf("after %s the event is out of sight at %v", key, scroll.Offset)
		}
	}
}
