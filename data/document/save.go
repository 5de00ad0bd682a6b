package document

import (
	"bytes"
	"io"

	"smartcanal/data/saving"
)

// Bytes is the paper as a Word document. Problems: those of Check.
func (p *Paper) Bytes() ([]byte, error) {
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Write writes the paper as a Word document.
func (p *Paper) Write(to io.Writer) error {
	if err := p.Check(); err != nil {
		return err
	}
	return compose(p).Write(to)
}

// Save writes the paper to a file, whole or not at all. Problems: those of Check and of saving.Whole.
func (p *Paper) Save(path string) error {
	if err := p.Check(); err != nil {
		return err
	}
	return saving.Whole(path, compose(p).Write)
}

// SaveDocx puts a finished Word document to disk, whole or not at all. Problems: those of saving.Whole.
func SaveDocx(docx []byte, path string) error { return saving.Whole(path, writing(docx)) }

// writing writes what is ready.
func writing(content []byte) func(io.Writer) error {
	return func(to io.Writer) error {
		_, err := to.Write(content)
		return err
	}
}
