// Package container reads and rewrites the zip archives that Word documents are.
package container

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
)

// Largest is how large a part may unpack to: a small archive cannot fill the memory.
const Largest = 64 << 20

var errTooLarge = errors.New("a part of the document is unreasonably large")

// Content unpacks a member.
func Content(member *zip.File) ([]byte, error) {
	opened, err := member.Open()
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	content, err := io.ReadAll(io.LimitReader(opened, Largest+1))
	if err == nil && len(content) > Largest {
		err = errTooLarge
	}
	return content, err
}

// Rewrite copies an archive. Members that changes names are written anew with what change makes of them, all others
// stay as they are.
func Rewrite(archive []byte, changes func(name string) bool, change func(name string, content []byte) ([]byte, error)) ([]byte, error) {
	read, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	written := zip.NewWriter(&out)
	for _, member := range read.File {
		if !changes(member.Name) {
			err = written.Copy(member)
		} else {
			err = rewrite(written, member, change)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := written.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func rewrite(to *zip.Writer, member *zip.File, change func(name string, content []byte) ([]byte, error)) error {
	content, err := Content(member)
	if err == nil {
		content, err = change(member.Name, content)
	}
	if err != nil {
		return err
	}
	written, err := to.Create(member.Name)
	if err != nil {
		return err
	}
	_, err = written.Write(content)
	return err
}
