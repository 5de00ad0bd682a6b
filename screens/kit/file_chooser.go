package kit

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"smartcanal/screens/wording"
)

// FileKind names files one may choose: 账单 with csv, xlsx, zip, gz. Without extensions any file may be.
type FileKind struct {
	Name       string
	Extensions []string
	// Key tells kinds apart whose last folder is remembered; "" takes the extensions.
	Key string
}

// place is where the memory has the kind's last folder.
func (k FileKind) place() string {
	if k.Key != "" {
		return "folder/" + k.Key
	}
	return "folder/" + strings.Join(k.Extensions, "+")
}

func (k FileKind) filters() zenity.FileFilters {
	if len(k.Extensions) == 0 {
		return nil
	}
	filter := zenity.FileFilter{Name: k.Name, CaseFold: true}
	for _, extension := range k.Extensions {
		filter.Patterns = append(filter.Patterns, "*."+strings.TrimPrefix(extension, "."))
	}
	return zenity.FileFilters{filter}
}

// dotted is Fyne's filter of the kind, nil for any file.
func (k FileKind) dotted() storage.FileFilter {
	if len(k.Extensions) == 0 {
		return nil
	}
	dotted := make([]string, 0, 2*len(k.Extensions))
	for _, extension := range k.Extensions {
		extension = "." + strings.TrimPrefix(extension, ".")
		dotted = append(dotted, extension, strings.ToUpper(extension))
	}
	return storage.NewExtensionFileFilter(dotted)
}

// fileQuestion is what a file dialog asks.
type fileQuestion struct {
	asks   string // askOpen …
	title  string
	kind   FileKind
	folder string // where it begins, "" for the system's choice
	name   string // the one proposed to save under
}

const (
	askOpen   = "open"
	askFolder = "folder"
	askSave   = "save"
)

// ChooseFiles lets a person choose files with the system's dialog, where there is none with Fyne's,
// which gives one file at a time. Cancelling calls nothing.
func ChooseFiles(over fyne.Window, title string, kind FileKind, onChosen func(paths []string)) {
	choose(over, fileQuestion{asks: askOpen, title: heading(title), kind: kind}, onChosen)
}

// ChooseFolder lets a person choose a folder; kind is what is looked for in it, for the folder remembered.
func ChooseFolder(over fyne.Window, title string, kind FileKind, onChosen func(path string)) {
	choose(over, fileQuestion{asks: askFolder, title: heading(title), kind: kind}, func(paths []string) { onChosen(paths[0]) })
}

// ChooseTarget lets a person say where a file goes; name is proposed. It has asked before a file is replaced.
func ChooseTarget(over fyne.Window, title, name string, kind FileKind, onChosen func(path string)) {
	choose(over, fileQuestion{asks: askSave, title: heading(title), kind: kind, name: name}, func(paths []string) {
		completeTarget(over.Canvas(), paths[0], kind, onChosen)
	})
}

// choose asks in the folder the person last was in, and remembers where he is now.
func choose(over fyne.Window, q fileQuestion, onChosen func(paths []string)) {
	inFolder(q.kind, func(folder string) {
		q.folder = folder
		chosen := func(paths []string) {
			folder := filepath.Dir(paths[0])
			if q.asks == askFolder {
				folder = paths[0]
			}
			keepFolder(q.kind, folder)
			onChosen(paths)
		}
		native(func() ([]string, error) { return askSystem(q) }, chosen, func() { q.askWithin(over, chosen) })
	})
}

// askSystem shows the system's dialog; tests answer in its place.
var askSystem = func(q fileQuestion) ([]string, error) {
	options := []zenity.Option{zenity.Title(q.title)}
	switch q.asks {
	case askFolder:
		options = append(options, zenity.Directory())
	case askSave:
		options = append(options, zenity.ConfirmOverwrite())
	}
	if filters := q.kind.filters(); filters != nil && q.asks != askFolder {
		options = append(options, filters)
	}
	if place := q.place(); place != "" {
		options = append(options, zenity.Filename(place))
	}
	switch q.asks {
	case askFolder:
		return one(zenity.SelectFile(options...))
	case askSave:
		return one(zenity.SelectFileSave(options...))
	}
	return zenity.SelectFileMultiple(options...)
}

// place is where the system's dialog begins: a folder is told from a file by the slash at its end.
func (q fileQuestion) place() string {
	if q.folder == "" {
		return q.name
	}
	return q.folder + string(filepath.Separator) + q.name
}

// askWithin shows Fyne's dialog, where the system has none.
func (q fileQuestion) askWithin(over fyne.Window, chosen func(paths []string)) {
	var d *dialog.FileDialog
	verb := wording.Text("kit.file.open")
	switch q.asks {
	case askFolder:
		d = dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			if err == nil && folder != nil {
				chosen([]string{folder.Path()})
			}
		}, over)
	case askSave:
		verb = wording.Text("kit.file.save")
		d = dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
			if err == nil && file != nil {
				path := file.URI().Path()
				_ = file.Close()
				_ = os.Remove(path) // the dialog made it, empty; who asked writes it whole or not at all
				chosen([]string{path})
			}
		}, over)
		d.SetFileName(q.name)
	default:
		d = dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err == nil && file != nil {
				path := file.URI().Path()
				_ = file.Close()
				chosen([]string{path})
			}
		}, over)
	}
	if filter := q.kind.dotted(); filter != nil && q.asks != askFolder {
		d.SetFilter(filter)
	}
	if q.folder != "" {
		if place, err := storage.ListerForURI(storage.NewFileURI(q.folder)); err == nil {
			d.SetLocation(place)
		}
	}
	show(d, q.title, verb)
}

func one(path string, err error) ([]string, error) { return []string{path}, err }

// heading is a verb of the window as a dialog's title: 保存公示表… opens 保存公示表.
func heading(verb string) string { return strings.TrimSuffix(verb, "…") }

// show opens one of Fyne's file dialogs in the words of the program and large enough to read the names.
func show(d *dialog.FileDialog, title, verb string) {
	d.SetTitleText(title)
	d.SetConfirmText(verb)
	d.SetDismissText(wording.Text("kit.dialog.cancel"))
	d.Show()
	d.Resize(fyne.NewSize(760, 520))
}

// completeTarget adds the extension a person left out. The dialog asked about the name as it was typed,
// so a file that has the whole name is asked about here.
func completeTarget(over fyne.Canvas, path string, kind FileKind, onChosen func(path string)) {
	whole := withExtension(path, kind)
	if _, err := os.Stat(whole); err != nil || whole == path {
		onChosen(whole)
		return
	}
	Confirm(over, wording.Text("kit.file.replace_title"), wording.Text("kit.file.replace_text", "name", filepath.Base(whole)),
		wording.Text("kit.file.replace"), func() { onChosen(whole) })
}

// withExtension adds the kind's first extension where the person left it out.
func withExtension(path string, kind FileKind) string {
	if filepath.Ext(path) == "" && len(kind.Extensions) > 0 {
		return path + "." + strings.TrimPrefix(kind.Extensions[0], ".")
	}
	return path
}

// systemAsks tells whether the system has file dialogs of its own.
var systemAsks = zenity.IsAvailable

// native shows the system's dialog off the UI goroutine; where that cannot be had it calls instead.
func native(choose func() ([]string, error), onChosen func([]string), instead func()) {
	if !systemAsks() {
		instead()
		return
	}
	start(func() {
		paths, err := choose()
		fyne.Do(func() {
			switch {
			case err == nil && len(paths) > 0 && paths[0] != "":
				onChosen(paths)
			case err != nil && !errors.Is(err, zenity.ErrCanceled):
				instead()
			}
		})
	})
}
