// Package saving puts files to disk whole or not at all, and words what the system said against a file.
package saving

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Whole writes a file beside its place and moves it there when it is complete: what was there before stays
// until then, and nobody ever finds half a file. Problems are those of Trouble.
func Whole(path string, write func(io.Writer) error) error {
	err := replace(path, write)
	if err != nil {
		return Trouble(err, filepath.Base(path))
	}
	return nil
}

func replace(path string, write func(io.Writer) error) error {
	if err := writable(path); err != nil {
		return err
	}
	draft, err := os.CreateTemp(filepath.Dir(path), ".smartcanal-*.tmp")
	if err != nil {
		return err
	}
	err = errors.Join(fill(draft, write), draft.Close())
	if err == nil {
		err = os.Rename(draft.Name(), path)
	}
	if err != nil {
		_ = os.Remove(draft.Name())
	}
	return err
}

// writable fails early on a file that Excel has open or that is write-protected: only opening it tells the two
// apart on Windows, replacing it is refused in the same words for both.
func writable(path string) error {
	existing, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return existing.Close()
}

func fill(draft *os.File, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(draft, 256<<10)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	if err := draft.Chmod(0o644); err != nil { // a draft is its owner's alone
		return err
	}
	return draft.Sync()
}
