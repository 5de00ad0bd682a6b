//go:build bench

package grid

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"smartcanal/data/bench"
)

// painted is what the program of that name measures in a real window.
type painted struct {
	FrameMS float64 `json:"frame_ms"`
	Texts   float64 `json:"texts"`
	Empty   float64 `json:"empty_mb"`
	Filled  float64 `json:"filled_mb"`
	Paged   float64 `json:"paged_mb"`
}

// paintedRows measure up to the painted frame, and the memory a list takes, in a real window: on the screen there
// is, or on one of its own.
func paintedRows(t *testing.T) []bench.Row {
	t.Helper()
	if _, err := exec.LookPath("xvfb-run"); err != nil && os.Getenv("DISPLAY") == "" {
		t.Log("frames and memory were not measured: there is no display")
		return nil
	}
	program, err := filepath.Abs(filepath.Join("..", "..", "..", "build", "painted"))
	if err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo,no_emoji", "-o", program, "./testdata/painted")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var ours, theirs []float64
	for range 3 {
		grid, table := paint(t, program, "grid"), paint(t, program, "table")
		ours, theirs = append(ours, grid.FrameMS/grid.Texts), append(theirs, table.FrameMS/table.Texts)
	}
	var filled, paged []float64
	for range 3 {
		held := paint(t, program, "memory")
		filled, paged = append(filled, held.Filled-held.Empty), append(paged, held.Paged-held.Filled)
	}
	return []bench.Row{
		bench.AtMost("painted frame of a scroll step, by text, peer: widget.Table", 1000*lowest(ours), 1000*lowest(theirs), "µs", 1),
		bench.Under("memory of 1,000,000 rows over an empty grid, peer: the limit", lowest(filled), 12, "MB", 12),
		bench.Under("memory after paging through 100 pages, peer: the limit", lowest(paged), 80, "MB", 80),
	}
}

func paint(t *testing.T, program, what string) painted {
	t.Helper()
	command := exec.Command(program, what)
	if os.Getenv("DISPLAY") == "" {
		command = exec.Command("xvfb-run", "-a", "-s", "-screen 0 1366x768x24", program, what)
	}
	command.Env = append(os.Environ(), "LIBGL_ALWAYS_SOFTWARE=1")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	var m painted
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatalf("%s: %v in %q", what, err, out)
	}
	return m
}

// lowest is the run others disturbed least.
func lowest(values []float64) float64 {
	least := values[0]
	for _, value := range values {
		least = min(least, value)
	}
	return least
}
