package saving

import (
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"

	"smartcanal/data/problem"
)

// Trouble turns what went wrong with the named file into a problem. A context that ended is no problem of the file.
func Trouble(err error, name string) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var p *problem.Problem
	if errors.As(err, &p) {
		return p.In(name)
	}
	return problem.New(Code(err)).In(name).Because(err)
}

// Code is the problem that an error of reading or writing is, file.unreadable where nobody can tell more closely.
func Code(err error) string {
	if code := systemCode(err); code != "" {
		return code
	}
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "file.missing"
	case errors.Is(err, fs.ErrPermission):
		return "file.no_access"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "file.truncated"
	case errors.Is(err, zip.ErrAlgorithm):
		return "file.packed"
	case errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), errors.Is(err, gzip.ErrHeader),
		errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return "file.damaged"
	}
	return "file.unreadable"
}
