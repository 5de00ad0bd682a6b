package saving

import (
	"errors"
	"io"
	"os"
	"testing"

	"smartcanal/data/problem"
)

func TestTroubleOfReading(t *testing.T) {
	for err, code := range map[error]string{
		io.ErrUnexpectedEOF:         "file.truncated",
		os.ErrNotExist:              "file.missing",
		os.ErrPermission:            "file.no_access",
		errors.New("device is off"): "file.unreadable",
	} {
		if p := problem.Of(Trouble(err, "a.csv")); p.Code != code || p.Where.File != "a.csv" {
			t.Errorf("%v: %v", err, p)
		}
	}
}
