package sheet

import (
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"

	"smartcanal/data/problem"
)

// ole tells what Microsoft's old container holds: a workbook under a password, or one of before 2007.
func (s *search) ole(src source, depth int) error {
	at, _, err := s.access(src, depth)
	if err != nil {
		return err
	}
	names, err := oleStreams(at)
	if err != nil {
		return problem.New("file.damaged").Because(err)
	}
	switch {
	case names["EncryptedPackage"]:
		return problem.New("file.password")
	case names["Workbook"], names["Book"]:
		return problem.New("file.old_excel")
	}
	return problem.New("file.not_a_table")
}

func oleStreams(at io.ReaderAt) (names map[string]bool, err error) {
	defer recovered(&err)
	container, err := mscfb.New(at)
	if err != nil {
		return nil, err
	}
	names = map[string]bool{}
	for _, stream := range container.File {
		names[stream.Name] = true
	}
	return names, nil
}

// recovered makes an error of a panic in a library that reads what strangers wrote.
func recovered(err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("panic: %v", cause)
	}
}
