//go:build bench

package grid

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// writeOnly is the peer: the same cells by openpyxl in write-only mode.
const writeOnly = `
import datetime, openpyxl, sys
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("a")
start = datetime.datetime(2026, 1, 1)
for i in range(int(sys.argv[1])):
    sheet.append([start + datetime.timedelta(seconds=i), "运河老号食品", "微信支付", "42000026%020d" % i, "支付成功", i / 100, "JSAPI", "已匹配"])
book.save(sys.argv[2])
`

// bill is a list of invented lines made as they are asked for.
type bill int

func (m bill) Rows() int { return int(m) }

func (m bill) Page(_ context.Context, first, count int) ([]Row, error) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, china)
	rows := make([]Row, count)
	for i := range rows {
		n := first + i
		at := start.Add(time.Duration(n) * time.Second).Format(time.DateTime)
		rows[i].Cells = Words(at, "运河老号食品", "微信支付", fmt.Sprintf("42000026%020d", n), "支付成功", strconv.FormatFloat(float64(n)/100, 'f', 2, 64), "JSAPI", "已匹配")
	}
	return rows, nil
}

// TestBenchExport writes the same million rows of eight cells by both and prints the ratio.
func TestBenchExport(t *testing.T) {
	const rows = 1_000_000
	dir := t.TempDir()
	e := export{model: bill(rows), columns: defined()[:8], spans: []Span{{0, rows - 1}}, title: "a", format: Workbook}
	started := time.Now()
	if err := e.write(t.Context(), filepath.Join(dir, "ours.xlsx"), func(int64, int64, string) {}); err != nil {
		t.Fatal(err)
	}
	ours := time.Since(started)
	started = time.Now()
	peer := exec.Command("/usr/bin/python3", "-c", writeOnly, strconv.Itoa(rows), filepath.Join(dir, "theirs.xlsx"))
	if out, err := peer.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	theirs := time.Since(started)
	peak := "?"
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if _, after, is := bytes.Cut(status, []byte("VmHWM:")); is {
			line, _, _ := bytes.Cut(after, []byte("\n"))
			peak = string(bytes.TrimSpace(line))
		}
	}
	fmt.Printf("export 1,000,000 rows to xlsx: %.1f s, openpyxl %.1f s, ratio %.2f (limit 0.50); peak memory %s (limit 300 MB)\n",
		ours.Seconds(), theirs.Seconds(), ours.Seconds()/theirs.Seconds(), peak)
}
