package gallery

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/screens/help"
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
		Log: "C:\\Users\\经办员\\AppData\\Local\\smartcanal"}
}

func TestHelp(t *testing.T) {
	open := helpHost{officeHost{exists: true}}
	at := func(link string) func(*shell.Shell, fyne.Window) {
		return func(s *shell.Shell, _ fyne.Window) { s.Open(link) }
	}
	Shot(t, "help", officeWidth, officeHeight, false, inShell(open, at("smartcanal://help/sales")))
	Shot(t, "help-dark", officeWidth, officeHeight, true, inShell(open, at("smartcanal://help/start")))
	Shot(t, "about", officeWidth, officeHeight, false, inShell(open, at("smartcanal://about")))
	wording.SetLanguage(wording.English)
	defer wording.SetLanguage(wording.Chinese)
	Shot(t, "about-en", officeWidth, officeHeight, false, inShell(open, at("smartcanal://about")))
}
