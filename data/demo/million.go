package demo

import (
	"bufio"
	"io"
	"math/rand/v2"
	"time"
)

// WriteBill writes a service provider's bill of about n lines over the demo's two years, with the
// merchants of the demo: what the benchmarks import. The same seed gives the same bytes.
func WriteBill(w io.Writer, n int, seed uint64) error {
	random := rand.New(rand.NewPCG(seed, 2))
	m := market{random: random, all: enterprises(random), last: lastDay.AddDate(1, 0, 0)}
	first := time.Date(lastDay.Year(), lastDay.Month(), 1, 0, 0, 0, 0, china).AddDate(0, 1-months, 0)
	lines := make([]billLine, 0, n)
	for len(lines) < n {
		month := first.AddDate(0, random.IntN(months), 0)
		for _, s := range m.month(month, months, 500, func(*Enterprise) bool { return true }) {
			lines = append(lines, billLines(s, true, true)...)
		}
	}
	out := bufio.NewWriterSize(w, 1<<20)
	if err := writeBill(out, lines[:n], nil); err != nil {
		return err
	}
	return out.Flush()
}
