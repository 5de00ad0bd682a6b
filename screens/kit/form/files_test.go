package form

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"golang.org/x/image/bmp"

	"smartcanal/data/attachments"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
)

// cabinet is a record's files on a page.
type cabinet struct {
	*Files
	t    *testing.T
	room *attachments.Room
	own  attachments.Owner
	win  fyne.Window
}

func newCabinet(t *testing.T) *cabinet {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	t.Cleanup(kit.RemoveCopies)
	st.SetClock(aMonday)
	c := &cabinet{t: t, room: attachments.New(st), own: attachments.Owner{Subject: "organizations", ID: 7}}
	c.win = onWindow(t, 500, 400, kit.NewLoading())
	c.Files = NewFiles(c.win, c.room.Shelf("经办", c.own, ""))
	c.win.SetContent(New(&Field{Label: "附件", Input: c.Object()}).Object())
	return c
}

// file is one on the disk.
func (c *cabinet) file(name, content string) string {
	c.t.Helper()
	path := filepath.Join(c.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		c.t.Fatal(err)
	}
	return path
}

// words are the texts of the page and what lies over it.
func (c *cabinet) words() string {
	var words []string
	for _, root := range append([]fyne.CanvasObject{c.win.Content()}, c.win.Canvas().Overlays().List()...) {
		for _, o := range test.LaidOutObjects(root) {
			if text, is := o.(*canvas.Text); is && text.Text != "" {
				words = append(words, text.Text)
			}
		}
	}
	return strings.Join(words, "|")
}

// menu opens the menu of the first file and chooses from it.
func (c *cabinet) menu(choice string) {
	c.t.Helper()
	for _, o := range test.LaidOutObjects(c.list) {
		if press, is := o.(*kit.Pressable); is && press.Size().Width < 40 {
			c.win.Canvas().Focus(press)
			press.TypedKey(keyed(fyne.KeyReturn))
			break
		}
	}
	for range map[string]int{"打开": 1, "改名…": 2, "移除": 3}[choice] {
		c.win.Canvas().Focused().TypedKey(keyed(fyne.KeyDown))
	}
	c.win.Canvas().Focused().TypedKey(keyed(fyne.KeyReturn))
}

func (c *cabinet) link(label string) {
	c.t.Helper()
	for _, o := range test.LaidOutObjects(c.list) {
		if button, is := o.(*kit.Button); is && button.Label() == label {
			c.win.Canvas().Focus(button)
			button.TypedKey(keyed(fyne.KeyReturn))
			return
		}
	}
	c.t.Fatalf("no %q in %s", label, c.words())
}

func (c *cabinet) kept() string {
	c.t.Helper()
	all, err := c.room.Of(c.t.Context(), c.own)
	if err != nil {
		c.t.Fatal(err)
	}
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	return strings.Join(names, "|")
}

func TestDroppedFilesAreAttachedAndTheOthersSaid(t *testing.T) {
	c := newCabinet(t)
	counted := -1
	c.OnChanged = func(count int) { counted = count }
	c.Drop([]string{c.file("执照.txt", "执照"), c.file("空白.pdf", ""), t.TempDir(), c.file("安装.exe", "x"), "/no/such/file.txt", c.file("发票.txt", "发票")})
	if c.kept() != "执照.txt|发票.txt" || counted != 2 {
		t.Errorf("%s, %d", c.kept(), counted)
	}
	for _, text := range []string{"执照.txt", "6 B · 2026-11-16", "“空白.pdf”是空文件", "是文件夹", "“安装.exe”是程序", "“file.txt”读不出来"} {
		if !strings.Contains(c.words(), text) {
			t.Errorf("%q is not said in %s", text, c.words())
		}
	}
}

func TestAFileIsRenamedRemovedAndTakenBack(t *testing.T) {
	c := newCabinet(t)
	c.Drop([]string{c.file("IMG_0001.txt", "执照")})
	c.menu("改名…")
	name := c.win.Canvas().Focused().(*kit.Entry)
	name.SetText("")
	test.Type(name, "营业执照")
	press(c.win, fyne.KeyReturn)
	if c.kept() != "营业执照.txt" {
		t.Errorf("%s: the ending stays", c.kept())
	}
	c.menu("移除")
	if c.kept() != "" || !strings.Contains(c.words(), "已移除“营业执照.txt”") {
		t.Fatalf("%s", c.words())
	}
	c.link("撤销")
	if c.kept() != "营业执照.txt" || strings.Contains(c.words(), "已移除") {
		t.Errorf("%s", c.words())
	}
	c.menu("移除")
	c.Reload()
	again := NewFiles(c.win, c.room.Shelf("经办", c.own, "")) // the page was left and opened again
	c.Files = again
	c.win.SetContent(again.Object())
	c.link("已移除 1 个 ▾")
	press(c.win, fyne.KeyDown, fyne.KeyReturn)
	if c.kept() != "营业执照.txt" {
		t.Errorf("%s", c.words())
	}
}

// opener notes what the system is to open.
type opener struct {
	fyne.App
	opened []string
}

func (o *opener) OpenURL(u *url.URL) error {
	o.opened = append(o.opened, u.Path)
	return nil
}

func TestAFileIsOpenedFromACopy(t *testing.T) {
	c := newCabinet(t)
	c.Drop([]string{c.file("执照.txt", "执照")})
	system := &opener{App: fyne.CurrentApp()}
	fyne.SetCurrentApp(system)
	defer fyne.SetCurrentApp(system.App)
	c.menu("打开")
	if len(system.opened) != 1 || filepath.Base(system.opened[0]) != "执照.txt" {
		t.Fatal(system.opened)
	}
	if content, err := os.ReadFile(system.opened[0]); err != nil || string(content) != "执照" {
		t.Errorf("%q %v", content, err)
	}
}

// onClipboard puts something on the system's clipboard.
func onClipboard(t *testing.T, found pasted) {
	t.Helper()
	before := clipboard
	clipboard = func(context.Context) (pasted, error) { return found, nil }
	t.Cleanup(func() { clipboard = before })
}

func (c *cabinet) paste() {
	c.win.Canvas().Focus(c.zone)
	c.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func aPicture(t *testing.T) (image.Image, []byte) {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 5, 3))
	for i := range 15 {
		picture.Set(i%5, i/5, color.NRGBA{R: uint8(i * 16), G: uint8(255 - i), B: 7, A: 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return picture, b.Bytes()
}

func TestAPictureIsPasted(t *testing.T) {
	c := newCabinet(t)
	c.model.now = func() time.Time { return aMonday().Add(5 * time.Second) }
	_, content := aPicture(t)
	onClipboard(t, pasted{Picture: content})
	c.paste()
	all, err := c.room.Of(t.Context(), c.own)
	if err != nil || len(all) != 1 || all[0].Name != "粘贴的图片 2026-11-16 093005.png" || all[0].MediaType != "image/png" {
		t.Errorf("%+v %v", all, err)
	}
}

func TestFilesAreTakenFromTheClipboardTextToo(t *testing.T) {
	c := newCabinet(t)
	onClipboard(t, pasted{})
	path := c.file("张 三.txt", "x")
	fyne.CurrentApp().Clipboard().SetContent("file://" + (&url.URL{Path: path}).EscapedPath() + "\r\n相对路径.txt\n/没有/这个\n")
	if c.paste(); c.kept() != "张 三.txt" {
		t.Errorf("%s", c.words())
	}
	fyne.CurrentApp().Clipboard().SetContent("只是文字")
	if c.paste(); !strings.Contains(c.words(), "剪贴板里没有图片或文件") {
		t.Errorf("%s", c.words())
	}
}

// TestWindowsBitmapsBecomePictures makes the forms a bitmap has on the clipboard of Windows out of files.
func TestWindowsBitmapsBecomePictures(t *testing.T) {
	picture, _ := aPicture(t)
	var file bytes.Buffer
	if err := bmp.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	plain := file.Bytes()[14:]
	masked := append([]byte{}, plain[:40]...) // as 32 bits with masks, the way screen shots come
	masked[14], masked[16] = 32, 3
	masked = append(masked, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0)
	for y := 2; y >= 0; y-- {
		for x := range 5 {
			r, g, b, _ := picture.At(x, y).RGBA()
			masked = append(masked, uint8(b>>8), uint8(g>>8), uint8(r>>8), 0xff)
		}
	}
	for name, dib := range map[string][]byte{"24 bits": plain, "32 bits with masks": masked} {
		content, err := pictureOf(dib)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for i := range 15 {
			if want, is := fmt.Sprint(picture.At(i%5, i/5)), fmt.Sprint(color.NRGBAModel.Convert(got.At(i%5, i/5))); is != want {
				t.Errorf("%s: pixel %d is %s, want %s", name, i, is, want)
			}
		}
	}
	for _, broken := range [][]byte{nil, plain[:20], make([]byte, 60)} {
		if _, err := pictureOf(broken); err == nil {
			t.Errorf("%d bytes of nothing were taken for a picture", len(broken))
		}
	}
}

func FuzzPictureOf(f *testing.F) {
	f.Add(make([]byte, 64))
	f.Fuzz(func(t *testing.T, dib []byte) {
		if len(dib) > 60 { // no picture of a size that takes memory
			copy(dib[4:12], []byte{5, 0, 0, 0, 3, 0, 0, 0})
		}
		_, _ = pictureOf(dib)
	})
}

func TestFilesOfOthersAreLookedAtOnly(t *testing.T) {
	c := newCabinet(t)
	c.Drop([]string{c.file("执照.txt", "执照")})
	c.Disable()
	if c.Drop([]string{c.file("b.txt", "b")}); c.kept() != "执照.txt" || strings.Contains(c.words(), "▾") || c.zone.Visible() {
		t.Errorf("%s", c.words())
	}
}

func TestTheFieldKnowsWhatIsDroppedOnIt(t *testing.T) {
	c := newCabinet(t)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.zone)
	if !c.Holds(at.AddXY(5, 5)) || c.Holds(fyne.NewPos(5, 300)) {
		t.Error("the field's own room is the place to drop on")
	}
}
