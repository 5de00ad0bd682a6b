//go:build bench

package grid

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"smartcanal/data/bench"
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

// exportTo says where the process that only exports writes; "" in the one that measures it.
var exportTo = os.Getenv("GRID_EXPORT_TO")

// TestExportAlone exports a million rows of eight cells, in a process of its own so that its memory is its own.
func TestExportAlone(t *testing.T) {
	if exportTo == "" {
		t.Skip("the bench runs it in a process of its own")
	}
	e := export{model: bill(million), columns: defined()[:8], spans: []Span{{0, million - 1}}, title: "a", format: Workbook}
	spent := timed(func() {
		if err := e.write(t.Context(), exportTo, func(int64, int64, string) {}); err != nil {
			t.Fatal(err)
		}
	})
	fmt.Println("seconds", spent.Seconds())
	fmt.Println("megabytes", highest(t))
}

// exportRows write the same rows by both.
func exportRows(t *testing.T) []bench.Row {
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	alone := exec.Command(program, "-test.run", "^TestExportAlone$")
	alone.Env = append(os.Environ(), "GRID_EXPORT_TO="+filepath.Join(dir, "ours.xlsx"))
	out, err := alone.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	theirs := timed(func() {
		peer := exec.Command("/usr/bin/python3", "-c", writeOnly, strconv.Itoa(million), filepath.Join(dir, "theirs.xlsx"))
		if out, err := peer.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	})
	return []bench.Row{
		bench.AtMost("export of 1,000,000 rows to xlsx, peer: openpyxl", said(t, out, "seconds"), theirs.Seconds(), "s", 0.5),
		bench.Under("memory of the export, peer: the limit", said(t, out, "megabytes"), 300, "MB", 300),
	}
}

// said is the number a program printed behind a word.
func said(t *testing.T, out []byte, word string) float64 {
	t.Helper()
	_, after, _ := strings.Cut(string(out), word+" ")
	value, err := strconv.ParseFloat(strings.Fields(after + " ?")[0], 64)
	if err != nil {
		t.Fatalf("no %s in %q", word, out)
	}
	return value
}

// highest is the high-water mark of this process's memory, MB; 0 where the system does not say.
func highest(t *testing.T) float64 {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Log("the memory of the export was not measured:", err)
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kb, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	if err != nil {
		t.Fatal(err)
	}
	return kb / 1024
}
