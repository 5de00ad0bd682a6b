package sheet

import (
	"fmt"
	"io"

	"smartcanal/data/problem"
)

// limits keep a file from filling memory or disk.
type limits struct {
	file     int64 // bytes on disk
	memory   int64 // bytes of a member that has to be read whole: a workbook or a zip within a container
	unpacked int64 // bytes that come out of one container
	ratio    int64 // unpacked to packed; a year of bills reaches 30, deflate at most 1032
	measured int64 // unpacked bytes from which the ratio is looked at
	members  int   // of a zip
}

var defaultLimits = limits{
	file:     2 << 30,
	memory:   512 << 20,
	unpacked: 8 << 30,
	ratio:    300,
	measured: 64 << 20,
	members:  5000,
}

// bomb tells an amount unpacked out of a packed one that no honest file has.
func (l limits) bomb(unpacked, packed int64) bool {
	return unpacked > l.unpacked || unpacked > l.measured && unpacked/max(packed, 1) > l.ratio
}

// guard counts what comes out of a packed source and stops a bomb.
type guard struct {
	reader   io.Reader
	limits   limits
	packed   int64
	unpacked int64
}

func (g *guard) Read(p []byte) (int, error) {
	n, err := g.reader.Read(p)
	g.unpacked += int64(n)
	if g.limits.bomb(g.unpacked, g.packed) {
		return 0, problem.New("file.bomb")
	}
	return n, err
}

// size words an amount of bytes: 2 GB, 512 MB.
func size(bytes int64) string {
	if bytes >= 1<<30 {
		return fmt.Sprintf("%d GB", bytes>>30)
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}

// closers closes a chain of readers from the outermost to the innermost.
type closers struct {
	io.Reader
	parts []io.Closer
}

func (c *closers) Close() error {
	var first error
	for _, part := range c.parts {
		if err := part.Close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}
