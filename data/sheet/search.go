package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"

	"smartcanal/data/problem"
)

const deepest = 3 // containers within each other

// search goes through a file and its members and collects the tables.
type search struct {
	ctx    context.Context
	file   *File
	limits limits
}

// whole looks at the file on disk.
func (s *search) whole() error {
	err := s.source(source{
		name: s.file.Name, modTime: s.file.ModTime, packed: s.file.Size,
		open: func() (io.ReadCloser, error) { return io.NopCloser(s.file.whole()), nil },
	}, 0)
	switch {
	case err != nil:
		return err
	case len(s.file.Tables) > 0:
		return nil
	case len(s.file.Problems) > 0:
		return s.file.Problems[0]
	}
	return problem.New("file.empty")
}

func (s *search) add(table Table) { s.file.Tables = append(s.file.Tables, table) }

var (
	zipMark   = []byte("PK\x03\x04")
	zipEmpty  = []byte("PK\x05\x06")
	gzipMark  = []byte("\x1F\x8B")
	oleMark   = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	rarMark   = []byte("Rar!\x1A\x07")
	sevenMark = []byte("7z\xBC\xAF\x27\x1C")
	tarMark   = []byte("ustar")
)

// source decides by the first bytes what the source is.
func (s *search) source(src source, depth int) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	head, err := beginning(src)
	if err != nil {
		return err
	}
	switch {
	case len(head) == 0:
		return problem.New("file.empty")
	case bytes.HasPrefix(head, gzipMark):
		return s.gzip(src, depth)
	case bytes.HasPrefix(head, zipMark), bytes.HasPrefix(head, zipEmpty):
		return s.zip(src, depth)
	case bytes.HasPrefix(head, oleMark):
		return s.ole(src, depth)
	case bytes.HasPrefix(head, rarMark), bytes.HasPrefix(head, sevenMark), len(head) > 262 && bytes.Equal(head[257:262], tarMark):
		return problem.New("file.packed")
	}
	return s.text(src)
}

func beginning(src source) ([]byte, error) {
	opened, err := src.open()
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	head, err := readUpTo(opened, 512)
	if errors.Is(err, io.EOF) || len(head) > 0 {
		err = nil
	}
	return head, err
}

// guarded checks before a walk that the file on disk is still the one that was opened.
func (f *File) guarded(rows func(context.Context, func(Row, error) bool) error) func(context.Context, func(Row, error) bool) error {
	return func(ctx context.Context, yield func(Row, error) bool) error {
		if err := f.unchanged(); err != nil {
			return err
		}
		return rows(ctx, yield)
	}
}
