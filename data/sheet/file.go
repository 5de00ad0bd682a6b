// Package sheet reads tables out of whatever an office receives (csv in any encoding, xlsx, gzip, zip) and
// writes workbooks and csv files that Excel and WPS open as they should be.
//
// What a file is, is decided by its content, never by its name. Reading streams: a table can be
// walked through many times, and no file is held in memory whole except a workbook.
package sheet

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// File is an opened file with the tables found in it.
type File struct {
	Name     string             // base name, as the person knows it
	Path     string             // as given to Open
	Size     int64              // bytes on disk
	SHA256   string             // of the bytes on disk, lower-case hexadecimal
	ModTime  time.Time          // of the file on disk
	Tables   []Table            // in the order of the container
	Problems []*problem.Problem // members that could not be used, each with its name in Where.File

	disk    *os.File
	closing sync.Once
	inside  []io.Closer
}

// Open finds out what the file is and lists its tables. It fails with a problem (file.…) when not one
// table can be read from it; members of a zip that cannot be used beside others that can are in Problems.
// A gzip cut in half opens: its good lines are read before Rows ends with file.truncated.
// The caller closes the file.
func Open(ctx context.Context, path string) (*File, error) {
	return open(ctx, path, defaultLimits)
}

func open(ctx context.Context, path string, limits limits) (*File, error) {
	f := &File{Name: filepath.Base(path), Path: path}
	if err := f.attach(limits); err != nil {
		return nil, f.refuse(err)
	}
	search := &search{ctx: ctx, file: f, limits: limits}
	if err := search.whole(); err != nil {
		return nil, f.refuse(err)
	}
	if err := f.sum(ctx); err != nil {
		return nil, f.refuse(err)
	}
	return f, nil
}

// attach opens the file on disk, when it is one of a size that can be a table.
func (f *File) attach(limits limits) error {
	info, err := os.Stat(f.Path)
	if err != nil {
		return err
	}
	switch {
	case info.IsDir():
		return problem.New("file.folder")
	case !info.Mode().IsRegular():
		return problem.New("file.not_a_table")
	case info.Size() == 0:
		return problem.New("file.empty")
	case info.Size() > limits.file:
		return problem.New("file.too_large", "limit", size(limits.file))
	}
	f.Size, f.ModTime = info.Size(), info.ModTime()
	f.disk, err = os.Open(f.Path)
	return err
}

// sum hashes the file as it lies on disk.
func (f *File) sum(ctx context.Context) error {
	hash := sha256.New()
	disk := &interruptible{ctx: ctx, reader: f.whole()}
	if _, err := io.CopyBuffer(hash, disk, make([]byte, 1<<20)); err != nil {
		return err
	}
	f.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return nil
}

// whole reads the file from its beginning, independently of other readers.
func (f *File) whole() *io.SectionReader { return io.NewSectionReader(f.disk, 0, f.Size) }

// unchanged fails when the file was written to since it was opened: what is read must be what was hashed.
func (f *File) unchanged() error {
	info, err := f.disk.Stat()
	if err != nil {
		return err
	}
	if info.Size() != f.Size || !info.ModTime().Equal(f.ModTime) {
		return problem.New("file.changed")
	}
	return nil
}

// refuse closes the file and words the error.
func (f *File) refuse(err error) error {
	_ = f.Close()
	return saving.Trouble(err, f.Name)
}

// Close gives the file free; the tables cannot be read any more.
func (f *File) Close() error {
	var err error
	f.closing.Do(func() {
		for _, part := range f.inside {
			_ = part.Close()
		}
		if f.disk != nil {
			err = f.disk.Close()
		}
	})
	return err
}

// interruptible stops a long copy when the context ends.
type interruptible struct {
	ctx    context.Context
	reader io.Reader
}

func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.reader.Read(p)
}
