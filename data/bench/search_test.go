//go:build bench

package bench

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"smartcanal/data/search"
	"smartcanal/data/store"
)

// indexRow imports the bill with its search index and without, each in a process of its own, and gives a
// file with the index.
func indexRow(t *testing.T, dir, bill string) (Row, string) {
	program := builtProgram(t, "smartcanal", ".")
	indexed := filepath.Join(dir, "indexed0.db")
	var with, without []float64
	for run := range 3 {
		full, bare := filepath.Join(dir, fmt.Sprintf("indexed%d.db", run)), filepath.Join(dir, "bare.db")
		settle(t)
		with = append(with, clock(func() { output(t, exec.Command(program, "import", bill, "--db", full)) }))
		settle(t)
		without = append(without, clock(func() { output(t, exec.Command(program, "import", bill, "--db", bare, "--later")) }))
		must(t, os.Remove(bare))
		if full != indexed {
			must(t, os.Remove(full))
		}
	}
	return AtMost("import 1,000,000 lines with the search index", median(with), median(without), "s", 1.6), indexed
}

const looks = 200 // of each length, half of them hits

// searchRows looks for parts of lines that are there and for texts that are in none, as one types.
func searchRows(t *testing.T, db string) []Row {
	st, err := store.Open(t.Context(), db)
	must(t, err)
	defer st.Close()
	x := search.New(st)
	conn := openSQL(t, db)
	defer conn.Close()
	var rows []Row
	for _, length := range []int{1, 2, 4} {
		var mine, theirs []float64
		for i := range looks {
			text := missing(length)
			if i%2 == 0 {
				text = there(t, st, length)
			}
			mine = append(mine, 1000*clock(func() {
				found, err := x.Lines(t.Context(), text, 12)
				must(t, err)
				if (len(found) > 0) != (i%2 == 0) {
					t.Fatalf("%q: %d found", text, len(found))
				}
			}))
			if i < 20 { // half a second each
				theirs = append(theirs, 1000*clock(func() {
					like := "%" + text + "%"
					drain(t, conn, `SELECT id FROM transactions WHERE order_no LIKE ? OR merchant_no LIKE ? OR product LIKE ? ORDER BY id DESC LIMIT 12`, like, like, like)
				}))
			}
		}
		rows = append(rows, FasterAndUnder(fmt.Sprintf("search for %d characters in 1,000,000 lines, p99", length), percentile(mine, 99), percentile(theirs, 99), "ms", 5, 30))
	}
	return rows
}

// there is a part of a line drawn by chance: of its number or of its product.
func there(t *testing.T, st *store.Store, length int) string {
	column := []string{"order_no", "merchant_no", "product"}[rand.IntN(3)]
	var text string
	must(t, st.SQL().QueryRow(`SELECT `+column+` FROM transactions WHERE id >= ? AND length(`+column+`) >= ? LIMIT 1`, 1+rand.IntN(lines/2), length).Scan(&text))
	runes := []rune(text)
	from := rand.IntN(len(runes) - length + 1)
	if part := string(runes[from : from+length]); part != " " {
		return part
	}
	return there(t, st, length)
}

// missing has a sign that no bill has, among others that all have.
func missing(length int) string {
	runes := []rune("2026")[:length]
	runes[rand.IntN(length)] = []rune("龘鱻q")[rand.IntN(3)]
	return string(runes)
}
