package gallery

import (
	"context"
	"io/fs"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/screens/help"
	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// helpHost is a host whose window has the help in it.
type helpHost struct{ officeHost }

func (helpHost) Open(context.Context, string) (*shell.Session, error) {
	session := officeSession()
	session.Areas = append(session.Areas, help.Area(helpArea()))
	return session, nil
}

func helpArea() help.Program {
	return help.Program{Version: "0.1.0", Commit: "d3af5310c2b7c1", Renderer: "softpipe", Data: "C:\\Users\\经办员\\Documents\\智慧运河\\智慧运河.smartcanal",
		Log: "C:\\Users\\经办员\\AppData\\Local\\smartcanal",
		Notices: func() []string {
			return []string{wording.Text("opengl.software"), wording.Text("workbench.update", "version", "0.2.0", "from", "Z:\\软件\\setup.exe")}
		},
		// One picture of the manual's, whether or not the manual was drawn here.
		Pictures: onePicture{"sales-import.png", "../../assets/docs/gallery/sales.png"},
	}
}

// onePicture is a folder in which one file stands, under another name.
type onePicture struct{ name, file string }

func (p onePicture) Open(name string) (fs.File, error) {
	if name != p.name {
		return nil, fs.ErrNotExist
	}
	return os.Open(p.file)
}

// focusPicture puts the keyboard on the first picture that can be enlarged.
func focusPicture(over fyne.Window) {
	for range 200 {
		over.Canvas().FocusNext()
		found := false
		if focused, is := over.Canvas().Focused().(*kit.Pressable); is {
			visitAll(focused, func(o fyne.CanvasObject) bool {
				_, is := o.(*canvas.Image)
				found = found || is
				return !found
			})
		}
		if found {
			return
		}
	}
}

func TestHelp(t *testing.T) {
	open := helpHost{officeHost{exists: true}}
	at := func(link string) func(*shell.Shell, fyne.Window) {
		return func(s *shell.Shell, _ fyne.Window) { s.Open(link) }
	}
	Shot(t, "help", officeWidth, officeHeight, false, inShell(open, at("smartcanal://help/sales")))
	Shot(t, "help-dark", officeWidth, officeHeight, true, inShell(open, at("smartcanal://help/start")))
	Shot(t, "help-enlarged", officeWidth, officeHeight, false, inShell(open, func(s *shell.Shell, over fyne.Window) {
		s.Open("smartcanal://help/sales")
		focusPicture(over)
		over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}))
	Shot(t, "about", officeWidth, officeHeight, false, inShell(open, at("smartcanal://about")))
	wording.SetLanguage(wording.English)
	defer wording.SetLanguage(wording.Chinese)
	Shot(t, "about-en", officeWidth, officeHeight, false, inShell(open, at("smartcanal://about")))
}
