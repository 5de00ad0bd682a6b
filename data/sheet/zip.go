package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

const encryptedFlag = 0x1

// china is where the clocks are that wrote times without a zone.
var china = time.FixedZone("CST", 8*3600)

// zip looks into an archive: a workbook, or files in a zip.
func (s *search) zip(src source, depth int) error {
	at, length, err := s.access(src, depth)
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(at, length)
	if errors.Is(err, zip.ErrFormat) {
		return problem.New("file.truncated").Because(err) // the directory is at the end, and the beginning is a zip's
	}
	if err != nil {
		return err
	}
	if err := s.measure(archive, src.packed); err != nil {
		return err
	}
	if office(archive) {
		return s.workbook(src, archive, at, length, depth)
	}
	return s.members(src, archive, depth)
}

// access reads the source at any place: the file on disk, or a member held in memory.
func (s *search) access(src source, depth int) (io.ReaderAt, int64, error) {
	if depth == 0 {
		return s.file.disk, s.file.Size, nil
	}
	opened, err := src.open()
	if err != nil {
		return nil, 0, err
	}
	defer opened.Close()
	content, err := io.ReadAll(io.LimitReader(&interruptible{s.ctx, opened}, s.limits.memory+1))
	if err != nil {
		return nil, 0, err
	}
	if int64(len(content)) > s.limits.memory {
		return nil, 0, problem.New("file.too_large", "limit", size(s.limits.memory))
	}
	return bytes.NewReader(content), int64(len(content)), nil
}

// measure stops a bomb by what the directory says; a member that yields more than it says fails on reading.
func (s *search) measure(archive *zip.Reader, packed int64) error {
	if len(archive.File) > s.limits.members {
		return problem.New("file.bomb")
	}
	var unpacked int64
	for _, entry := range archive.File {
		one := int64(min(entry.UncompressedSize64, 1<<50))
		unpacked += one
		if s.limits.bomb(one, int64(min(entry.CompressedSize64, 1<<50))) || s.limits.bomb(unpacked, packed) {
			return problem.New("file.bomb")
		}
	}
	return nil
}

// members looks at each file in the archive; one that cannot be used does no harm to the others.
func (s *search) members(src source, archive *zip.Reader, depth int) error {
	if depth == deepest {
		return problem.New("file.packed")
	}
	found := false
	for _, entry := range archive.File {
		name := memberName(entry.Name)
		if litter(name) {
			continue
		}
		found = true
		member := memberOf(src, entry, name)
		if err := s.member(member, entry, depth+1); err != nil {
			p, ok := asProblem(saving.Trouble(err, member.name))
			if !ok {
				return err
			}
			s.file.Problems = append(s.file.Problems, p)
		}
	}
	if !found {
		return problem.New("file.empty")
	}
	return nil
}

func (s *search) member(src source, entry *zip.File, depth int) error {
	if entry.Flags&encryptedFlag != 0 {
		return problem.New("file.password")
	}
	return s.source(src, depth)
}

func memberOf(container source, entry *zip.File, name string) source {
	return source{
		name:    container.name + " › " + path.Base(strings.ReplaceAll(name, `\`, "/")),
		modTime: modTime(entry, container.modTime),
		packed:  int64(min(entry.CompressedSize64, 1<<50)),
		open:    entry.Open,
	}
}

// modTime reads a time without a zone, the most usual kind, as China time.
func modTime(entry *zip.File, container time.Time) time.Time {
	t := entry.Modified
	switch {
	case t.Year() < 1981: // not set
		return container
	case t.Location() == time.UTC:
		return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, china)
	}
	return t
}

// litter tells what systems and Excel leave behind in folders and archives.
func litter(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	base := path.Base(name)
	return strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(base, ".") ||
		strings.HasPrefix(base, "~$") || strings.EqualFold(base, "thumbs.db") || strings.EqualFold(base, "desktop.ini")
}
