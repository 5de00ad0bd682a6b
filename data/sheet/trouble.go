package sheet

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

// trouble turns what went wrong with the named file into a problem. A context that ended is no problem of the file.
func trouble(err error, name string) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if p, ok := asProblem(err); ok {
		return p.In(name)
	}
	return problem.New(codeOf(err)).In(name).Because(err)
}

func asProblem(err error) (*problem.Problem, bool) {
	var p *problem.Problem
	ok := errors.As(err, &p)
	return p, ok
}

func codeOf(err error) string {
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
