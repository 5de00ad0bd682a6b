package sheet

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"

	"smartcanal/data/problem"
)

// gzip looks into the one stream a gzip holds.
func (s *search) gzip(src source, depth int) error {
	if depth == deepest {
		return problem.New("file.packed")
	}
	if depth == 0 && s.boasts(src) {
		if err := s.drain(src); errors.Is(err, problem.New("file.bomb")) {
			return err
		}
	}
	unpacked, header, err := s.gunzip(src)
	if err != nil {
		return err
	}
	defer unpacked.Close()
	inner := src
	if !header.ModTime.IsZero() {
		inner.modTime = header.ModTime
	}
	inner.open = func() (io.ReadCloser, error) {
		stream, _, err := s.gunzip(src)
		return stream, err
	}
	return s.source(inner, depth+1)
}

func (s *search) gunzip(src source) (io.ReadCloser, gzip.Header, error) {
	packed, err := src.open()
	if err != nil {
		return nil, gzip.Header{}, err
	}
	stream, err := gzip.NewReader(packed)
	if err != nil {
		_ = packed.Close()
		return nil, gzip.Header{}, err
	}
	return &closers{
		Reader: &guard{reader: stream, limits: s.limits, packed: src.packed},
		parts:  []io.Closer{stream, packed},
	}, stream.Header, nil
}

// boasts tells a gzip whose last four bytes promise what only a bomb holds. Half a file
// seems to promise it by chance, so the promise alone proves nothing.
func (s *search) boasts(src source) bool {
	var promise [4]byte
	if _, err := s.file.disk.ReadAt(promise[:], s.file.Size-4); err != nil {
		return false
	}
	return s.limits.bomb(int64(binary.LittleEndian.Uint32(promise[:])), src.packed)
}

// drain unpacks a source to its end, or to where the guard stops it.
func (s *search) drain(src source) error {
	unpacked, _, err := s.gunzip(src)
	if err != nil {
		return err
	}
	defer unpacked.Close()
	_, err = io.Copy(io.Discard, &interruptible{s.ctx, unpacked})
	return err
}
