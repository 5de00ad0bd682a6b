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

// FileKind names files one may choose: 账单 with csv, xlsx, zip, gz.
type FileKind struct {
	Name       string
	Extensions []string
}

func (k FileKind) filter() zenity.FileFilter {
	filter := zenity.FileFilter{Name: k.Name, CaseFold: true}
	for _, extension := range k.Extensions {
		filter.Patterns = append(filter.Patterns, "*."+strings.TrimPrefix(extension, "."))
	}
	return filter
}

func (k FileKind) dotted() []string {
	dotted := make([]string, 0, 2*len(k.Extensions))
	for _, extension := range k.Extensions {
		extension = "." + strings.TrimPrefix(extension, ".")
		dotted = append(dotted, extension, strings.ToUpper(extension))
	}
	return dotted
}

// ChooseFiles lets a person choose files with the system's dialog, where there is none with Fyne's,
// which gives one file at a time. Cancelling calls nothing.
func ChooseFiles(over fyne.Window, title string, kind FileKind, onChosen func(paths []string)) {
	title = heading(title)
	native(func() ([]string, error) {
		return zenity.SelectFileMultiple(zenity.Title(title), kind.filter())
	}, onChosen, func() {
		d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err == nil && file != nil {
				path := file.URI().Path()
				_ = file.Close()
				onChosen([]string{path})
			}
		}, over)
		d.SetFilter(storage.NewExtensionFileFilter(kind.dotted()))
		show(d, title, wording.Text("kit.file.open"))
	})
}

// ChooseFolder lets a person choose a folder.
func ChooseFolder(over fyne.Window, title string, onChosen func(path string)) {
	title = heading(title)
	native(func() ([]string, error) {
		return one(zenity.SelectFile(zenity.Title(title), zenity.Directory()))
	}, func(paths []string) { onChosen(paths[0]) }, func() {
		show(dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			if err == nil && folder != nil {
				onChosen(folder.Path())
			}
		}, over), title, wording.Text("kit.file.open"))
	})
}

// ChooseTarget lets a person say where a file goes; name is proposed. It has asked before a file is replaced.
func ChooseTarget(over fyne.Window, title, name string, kind FileKind, onChosen func(path string)) {
	title = heading(title)
	chosen := func(path string) { completeTarget(over.Canvas(), path, kind, onChosen) }
	native(func() ([]string, error) {
		return one(zenity.SelectFileSave(zenity.Title(title), zenity.Filename(name), zenity.ConfirmOverwrite(), kind.filter()))
	}, func(paths []string) { chosen(paths[0]) }, func() {
		d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
			if err == nil && file != nil {
				path := file.URI().Path()
				_ = file.Close()
				_ = os.Remove(path) // the dialog made it, empty; who asked writes it whole or not at all
				chosen(path)
			}
		}, over)
		d.SetFilter(storage.NewExtensionFileFilter(kind.dotted()))
		d.SetFileName(name)
		show(d, title, wording.Text("kit.file.save"))
	})
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

// native shows the system's dialog off the UI goroutine; where that cannot be had it calls instead.
func native(choose func() ([]string, error), onChosen func([]string), instead func()) {
	if !zenity.IsAvailable() {
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
