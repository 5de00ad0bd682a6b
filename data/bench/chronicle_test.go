//go:build bench

package bench

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/chronicle"
	"smartcanal/data/store"
)

const chronicleEntries, entryPage = 20_000, 100

// TestConference measures the rows of council, papers and chronicle alone and puts them into the table.
func TestConference(t *testing.T) {
	rows := append([]Row{lampsRow(t, t.TempDir()), paperRow(t, t.TempDir())}, chronicleRows(t, t.TempDir())...)
	must(t, os.MkdirAll(build, 0o755))
	must(t, Add(filepath.Join(build, "bench.json"), rows))
	must(t, Print(os.Stdout, rows))
}

// chronicleRows scroll through 20,000 entries: the page at the end against the one at the beginning, and against a plain
// list that asks the database for the same rows by their place.
func chronicleRows(t *testing.T, dir string) []Row {
	st, err := store.Create(t.Context(), filepath.Join(dir, "chronicle.db"))
	must(t, err)
	defer st.Close()
	fillChronicle(t, st)
	room := chronicle.New(st)
	ids, err := room.IDs(t.Context(), chronicle.Filter{}, nil)
	must(t, err)
	if len(ids) != chronicleEntries {
		t.Fatalf("%d entries", len(ids))
	}
	page := func(first int) func() {
		return func() {
			rows, err := room.Entries(t.Context(), ids[first:first+entryPage])
			must(t, err)
			if len(rows) != entryPage {
				t.Fatalf("%d rows", len(rows))
			}
		}
	}
	end := chronicleEntries - entryPage
	page(0)() // the file is read once by all
	var last, first, plain, whole []float64
	for range 15 {
		settle(t)
		last, first = append(last, 1000*clock(page(end))), append(first, 1000*clock(page(0)))
		plain = append(plain, 1000*clock(func() { plainPage(t, st.SQL(), end) }))
		whole = append(whole, 1000*clock(func() {
			_, err := room.IDs(t.Context(), chronicle.Filter{}, nil)
			must(t, err)
		}))
	}
	return []Row{
		AtMost("chronicle page at entry 19,900 (peer: at entry 0)", median(last), median(first), "ms", 1.5),
		AtMost("chronicle page at entry 19,900 (peer: plain list)", median(last), median(plain), "ms", 1),
		Under("chronicle of 20,000 entries listed (peer: its page)", median(whole), median(last), "ms", 50),
	}
}

// plainPage is the peer: the same rows with their files and sources, by their place in the order.
func plainPage(t *testing.T, db *sql.DB, first int) {
	rows, err := db.QueryContext(t.Context(), `SELECT c.id, c.on_day, c.title, c.text, c.kind, c.importance, c.public, c.read_by,
			(SELECT COUNT(*) FROM attachments a WHERE a.subject = 'chronicle_entries' AND a.record_id = c.id AND a.deleted_at IS NULL) AS files
		FROM chronicle_entries c WHERE c.deleted_at IS NULL AND c.state = 'kept' ORDER BY c.on_day, c.id LIMIT ? OFFSET ?`, entryPage, first)
	must(t, err)
	defer rows.Close()
	n := 0
	for rows.Next() {
		var id int64
		var day, title, text, kind, importance, reader string
		var public bool
		var files int
		must(t, rows.Scan(&id, &day, &title, &text, &kind, &importance, &public, &reader, &files))
		n++
	}
	must(t, rows.Err())
	sources, err := db.QueryContext(t.Context(), `SELECT s.id, s.entry_id, s.label, s.link FROM chronicle_sources s WHERE s.deleted_at IS NULL AND s.entry_id IN
		(SELECT c.id FROM chronicle_entries c WHERE c.deleted_at IS NULL AND c.state = 'kept' ORDER BY c.on_day, c.id LIMIT ? OFFSET ?)`, entryPage, first)
	must(t, err)
	defer sources.Close()
	for sources.Next() {
		var id, entry int64
		var label, link string
		must(t, sources.Scan(&id, &entry, &label, &link))
		n++
	}
	must(t, sources.Err())
	if n != 2*entryPage {
		t.Fatalf("%d rows and sources", n)
	}
}

// fillChronicle writes the entries in bulk, each with a source, over twenty years.
func fillChronicle(t *testing.T, st *store.Store) {
	day := time.Date(2006, 1, 1, 9, 0, 0, 0, time.UTC)
	must(t, st.Write(t.Context(), "bench", "bench.fill", func(tx *store.Tx) error {
		for i := range chronicleEntries {
			on := day.AddDate(0, 0, i*7300/chronicleEntries)
			err := tx.Exec(`INSERT INTO chronicle_entries (id, created_at, updated_at, on_day, title, text, kind, importance, public, state, read_by)
				VALUES (?, ?, ?, ?, ?, ?, 'meeting', 'normal', TRUE, 'kept', '经办员')`, i+1, on, on, on.Format(time.DateOnly),
				fmt.Sprintf("召开第 %d 次联席会议", i+1), "会议研究了村级服务站宽带提速、电商人才实训基地挂牌等议题。").Error
			if err == nil {
				err = tx.Exec(`INSERT INTO chronicle_sources (created_at, updated_at, entry_id, label) VALUES (?, ?, ?, '联席会议')`, on, on, i+1).Error
			}
			if err != nil {
				return err
			}
		}
		return nil
	}))
}
