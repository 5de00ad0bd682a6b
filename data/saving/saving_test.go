package saving

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"smartcanal/data/problem"
)

func TestWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "纪要.docx")
	write := func(text string, err error) error {
		return Whole(path, func(to io.Writer) error {
			_, _ = io.WriteString(to, text)
			return err
		})
	}
	if err := write("first", nil); err != nil {
		t.Fatal(err)
	}
	p := problem.Of(write("second", errors.New("device is off")))
	if p == nil || p.Code != "file.unreadable" || p.Where.File != "纪要.docx" {
		t.Errorf("got %v", p)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "first" {
		t.Errorf("%q, %v", content, err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("%v, %v", left, err)
	}
}
