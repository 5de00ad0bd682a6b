package sales

import (
	"iter"
)

// maxAside is how many repeated lines the bulk path sets aside before it gives way to the slower
// path, which needs no memory for them.
const maxAside = 100_000

// worthBulk tells whether what comes is likely more than what is there: then dropping the
// indexes and building them once at the end costs less than keeping them on the way.
func (im *importer) worthBulk() (bool, error) {
	var there int
	err := im.conn.QueryRowContext(im.ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM transactions LIMIT ?)`, im.guess+1).Scan(&there)
	return err == nil && im.guess > 10_000 && there <= im.guess/2, err
}

// aside is a line whose identity is in already: it is placed once the indexes stand again.
type aside struct {
	file int
	row  row
}

// loadBulk stores lines at the speed of one insert, with duplicates found in a set in memory.
func (im *importer) loadBulk(parcels <-chan parcel) error {
	seen, err := im.identities()
	if err != nil {
		return err
	}
	indexes, err := im.dropIndexes()
	if err != nil {
		return err
	}
	var later []aside
	var failed error
	feed := im.feed(parcels, seen, &later, &failed)
	if err := im.tx.Load(im.ctx, "transactions", columns, feed); err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	if im.looking && len(later) == 0 {
		return nil // all was fed, and what was stored is taken back anyway
	}
	for _, create := range indexes {
		if _, err := im.conn.ExecContext(im.ctx, create); err != nil {
			return err
		}
	}
	return im.placeAside(later)
}

// feed gives the rows to store and sets the others aside. The rows are made ready on a goroutine of
// their own while SQLite stores those before them: on two cores the two take about the same time.
func (im *importer) feed(parcels <-chan parcel, seen map[uint64]struct{}, later *[]aside, failed *error) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		ready, enough := make(chan [][]any, 8), make(chan struct{})
		defer func() {
			close(enough)
			for range ready { // until make ready has seen it
			}
		}()
		go func() {
			defer close(ready)
			*failed = im.makeReady(parcels, seen, later, ready, enough)
		}()
		for rows := range ready {
			for _, values := range rows {
				if !yield(values) {
					return
				}
			}
		}
	}
}

// makeReady turns parcels into rows until there are no more, too many were set aside, or nobody wants them.
func (im *importer) makeReady(parcels <-chan parcel, seen map[uint64]struct{}, later *[]aside, ready chan<- [][]any, enough <-chan struct{}) error {
	var rows [][]any
	store := func(report *FileReport, r *row) error {
		if _, is := seen[r.Identity]; is {
			*later = append(*later, aside{file: int(r.file - im.firstID), row: *r})
			return nil
		}
		seen[r.Identity] = struct{}{}
		report.Added++
		im.tally.add(r, 1)
		rows = append(rows, r.values())
		return nil
	}
	for p := range parcels {
		if err := im.take(p, store); err != nil {
			return err
		}
		select {
		case ready <- rows:
		case <-enough:
			return nil
		}
		rows = make([][]any, 0, linesPerParcel)
		if len(*later) > maxAside {
			return nil
		}
	}
	return nil
}

// placeAside places what was set aside; the reports' line counts follow.
func (im *importer) placeAside(later []aside) error {
	for i := range later {
		report := &im.report.Files[later[i].file]
		if err := im.placeLine(report, &later[i].row); err != nil {
			return err
		}
		report.Lines++
	}
	return im.ctx.Err()
}

func (im *importer) identities() (map[uint64]struct{}, error) {
	seen := make(map[uint64]struct{}, im.guess)
	rows, err := im.conn.QueryContext(im.ctx, `SELECT identity FROM transactions`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var identity int64
		if err := rows.Scan(&identity); err != nil {
			return nil, err
		}
		seen[uint64(identity)] = struct{}{}
	}
	return seen, rows.Err()
}

// dropIndexes drops the indexes of transactions and gives the statements that make them again.
// It happens inside the import's transaction: taken back, the indexes stand as before.
func (im *importer) dropIndexes() ([]string, error) {
	rows, err := im.conn.QueryContext(im.ctx, `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'transactions' AND sql IS NOT NULL`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names, creates []string
	for rows.Next() {
		var name, create string
		if err := rows.Scan(&name, &create); err != nil {
			return nil, err
		}
		names, creates = append(names, name), append(creates, create)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	rows.Close()
	for _, name := range names {
		if _, err := im.conn.ExecContext(im.ctx, `DROP INDEX `+name); err != nil {
			return nil, err
		}
	}
	return creates, nil
}
