package form

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// FilesModel is what a person does with the files of a record.
type FilesModel struct {
	shelf *attachments.Shelf
	now   func() time.Time
}

// NewFilesModel is the model of the files on a shelf.
func NewFilesModel(shelf *attachments.Shelf) *FilesModel {
	return &FilesModel{shelf: shelf, now: time.Now}
}

// Listed are the files as they are shown.
type Listed struct {
	Files, Removed []attachments.Attachment
}

// Load reads the files and those that can come back.
func (m *FilesModel) Load(ctx context.Context) (listed Listed, err error) {
	if listed.Files, err = m.shelf.Files(ctx); err != nil {
		return listed, err
	}
	listed.Removed, err = m.shelf.Removed(ctx)
	return listed, err
}

// Add attaches files from the disk, each for itself: what cannot be attached stops no other one. It tells how many are
// there now and what was wrong with the rest; an error ends it.
func (m *FilesModel) Add(ctx context.Context, paths []string, progress kit.Progress) (added int, wrong []*problem.Problem, err error) {
	for i, path := range paths {
		progress(int64(i), int64(len(paths)), filepath.Base(path))
		switch p := problem.Of(m.addFile(ctx, path)); {
		case ctx.Err() != nil:
			return added, wrong, ctx.Err()
		case p != nil && p.Code == "unexpected":
			return added, wrong, p
		case p != nil:
			wrong = append(wrong, p)
		default:
			added++
		}
	}
	return added, wrong, nil
}

// addFile looks at a file's size before it reads it.
func (m *FilesModel) addFile(ctx context.Context, path string) error {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return problem.New("form.file_unreadable", "name", name).Because(err)
	case info.IsDir():
		return problem.New("form.file_is_folder", "name", name)
	case info.Size() > attachments.Largest:
		return attachments.TooLarge(name, info.Size())
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return problem.New("form.file_unreadable", "name", name).Because(err)
	}
	_, err = m.shelf.Add(ctx, name, content)
	return err
}

// Paste attaches what lies on the clipboard: files, or a picture under a name of its time. text is the clipboard's text.
func (m *FilesModel) Paste(ctx context.Context, text string, progress kit.Progress) (added int, wrong []*problem.Problem, err error) {
	found := readClipboard(ctx, text)
	switch {
	case len(found.Files) > 0:
		return m.Add(ctx, found.Files, progress)
	case len(found.Picture) == 0:
		return 0, []*problem.Problem{problem.New("form.nothing_to_paste")}, nil
	}
	name := wording.Text("form.files.pasted", "at", m.now().Format("2006-01-02 150405"))
	if _, err := m.shelf.Add(ctx, name, found.Picture); err != nil {
		return 0, []*problem.Problem{problem.Of(err)}, nil
	}
	return 1, nil, nil
}

// Copy writes a file where the system can open it, and gives its path.
func (m *FilesModel) Copy(ctx context.Context, file attachments.Attachment) (string, error) {
	content, err := m.shelf.Content(ctx, file.ID)
	if err != nil {
		return "", err
	}
	return kit.Copy(file.Name, content)
}

// Rename gives a file another name; the ending stays where the person leaves it out.
func (m *FilesModel) Rename(ctx context.Context, file attachments.Attachment, name string) error {
	if filepath.Ext(name) == "" && name != "" {
		name += filepath.Ext(file.Name)
	}
	return m.shelf.Rename(ctx, file.ID, file.Version, name)
}

// Remove puts a file into the bin.
func (m *FilesModel) Remove(ctx context.Context, file attachments.Attachment) error {
	return m.shelf.Remove(ctx, file.ID, file.Version)
}

// Restore takes a file out of the bin.
func (m *FilesModel) Restore(ctx context.Context, file attachments.Attachment) error {
	return m.shelf.Restore(ctx, file.ID)
}

// kindOf sorts a media type: picture, pdf, document, table, archive or other.
func kindOf(mediaType string) string {
	for _, kind := range []struct{ name, part string }{
		{"picture", "image/"}, {"pdf", "application/pdf"}, {"document", "word"}, {"document", "text/plain"}, {"table", "sheet"}, {"table", "excel"}, {"table", "text/csv"},
		{"archive", "zip"}, {"archive", "x-7z"}, {"archive", "rar"},
	} {
		if strings.Contains(mediaType, kind.part) {
			return kind.name
		}
	}
	return "other"
}
