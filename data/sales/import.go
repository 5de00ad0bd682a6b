package sales

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// Room is the sales room of one file of data.
type Room struct {
	store *store.Store
}

// New opens the sales room of a file of data.
func New(st *store.Store) *Room { return &Room{store: st} }

// errOnlyLooking takes a preview's transaction back.
var errOnlyLooking = errors.New("only looking")

// Import takes the sources in, in one write: either all that could be read is in, or, where it is
// cancelled or the disk is full, nothing is. A source that cannot be used is in the report with
// its problem and does not stop the others.
func (r *Room) Import(ctx context.Context, actor store.Actor, sources []Source, progress func(Progress)) (Report, error) {
	return r.take(ctx, actor, sources, progress, false)
}

// Preview tells what Import would do. It is the import itself, taken back at its end, so that the
// plan a person agrees to cannot differ from what then happens.
func (r *Room) Preview(ctx context.Context, actor store.Actor, sources []Source, progress func(Progress)) (Report, error) {
	return r.take(ctx, actor, sources, progress, true)
}

func (r *Room) take(ctx context.Context, actor store.Actor, sources []Source, progress func(Progress), looking bool) (Report, error) {
	started := time.Now()
	var report Report
	err := r.store.Write(ctx, actor, "sales.import", func(tx *store.Tx) error {
		taken, err := r.takeWithin(ctx, tx, sources, progress, looking)
		report = taken
		if err == nil && (looking || report.BatchID == 0) {
			return errOnlyLooking
		}
		return err
	})
	if errors.Is(err, errOnlyLooking) {
		err = nil
	}
	if looking {
		report.BatchID = 0
	}
	report.Took = time.Since(started)
	return report, err
}

// takeWithin reads on one goroutine and writes on the caller's.
func (r *Room) takeWithin(ctx context.Context, tx *store.Tx, sources []Source, progress func(Progress), looking bool) (Report, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	mapping, err := mappings(tx.DB)
	if err != nil {
		return Report{}, err
	}
	known, err := knownFiles(tx.DB)
	if err != nil {
		return Report{}, err
	}
	parcels := make(chan parcel, 8)
	side := &reading{sources: sources, mapping: mapping, known: known, out: parcels}
	im := &importer{ctx: ctx, tx: tx, looking: looking, guess: guessLines(sources), progress: progress, tally: tally{}}
	go side.run(ctx)
	err = im.run(parcels)
	return im.report, err
}

// importer is the writing side of one import.
type importer struct {
	ctx      context.Context
	tx       *store.Tx
	conn     *sql.Conn
	looking  bool
	report   Report
	accounts *accounts
	tally    tally
	place    *placing
	firstID  int64 // of statement_files in this import; the file at index i has firstID + i
	lines    int
	guess    int
	progress func(Progress)
}

func (im *importer) run(parcels <-chan parcel) error {
	if err := im.begin(); err != nil {
		return err
	}
	err := im.tx.Bulk(func(conn *sql.Conn) error {
		im.conn = conn
		return im.load(parcels)
	})
	if err == nil {
		err = im.ctx.Err()
	}
	if err != nil {
		return err
	}
	return im.finish()
}

func (im *importer) begin() error {
	var err error
	if im.accounts, err = loadAccounts(im.tx.DB); err != nil {
		return err
	}
	return im.tx.Raw(`SELECT COALESCE(MAX(id), 0) + 1 FROM statement_files`).Scan(&im.firstID).Error
}

// load writes the lines: by the bulk path where they outnumber what is there, one by one elsewhere.
func (im *importer) load(parcels <-chan parcel) error {
	bulk, err := im.worthBulk()
	if err != nil {
		return err
	}
	im.place = &placing{ctx: im.ctx, conn: im.conn, tally: im.tally, nameless: im.accounts.nameless}
	defer im.place.close()
	if bulk {
		if err := im.loadBulk(parcels); err != nil {
			return err
		}
	}
	for p := range parcels {
		if err := im.take(p, im.placeLine); err != nil {
			return err
		}
	}
	return im.tally.write(im.ctx, im.conn)
}

// take deals with one parcel: the start of a table, its lines, its end.
func (im *importer) take(p parcel, line func(*FileReport, *row) error) error {
	if p.start != nil {
		p.start.ID = im.firstID + int64(p.file)
		im.report.Files = append(im.report.Files, *p.start)
	}
	report := &im.report.Files[p.file]
	if err := im.takeLines(report, p.lines, line); err != nil {
		return err
	}
	if p.end == nil {
		return nil
	}
	if report.Known != nil {
		im.closeKnown(report)
		return nil
	}
	report.close(p.end)
	return nil
}

// closeKnown books a file that is in already: all its lines are repeated.
func (im *importer) closeKnown(file *FileReport) {
	known := file.Known
	for i := range im.report.Files {
		if first := im.report.Files[i]; first.ID != file.ID && first.SHA256 == file.SHA256 {
			known.Lines, known.Unreadable, known.Summary = first.Lines, first.Unreadable, first.Summary
			known.FirstAt, known.LastAt = first.FirstAt, first.LastAt
		}
	}
	file.Lines, file.Unreadable, file.Summary = known.Lines, known.Unreadable, known.Summary
	file.FirstAt, file.LastAt = known.FirstAt, known.LastAt
	file.Repeated = known.Lines - known.Unreadable
}

func (im *importer) takeLines(report *FileReport, lines []statement.Line, line func(*FileReport, *row) error) error {
	for i := range lines {
		if len(report.Head) < headLines {
			report.Head = append(report.Head, lines[i])
		}
		if report.Evidence != statement.Counted {
			continue
		}
		r := row{file: report.ID, Line: lines[i]}
		r.account = im.accounts.of(report, &r.Line)
		if err := line(report, &r); err != nil {
			return err
		}
	}
	im.tell(report, len(lines))
	return im.ctx.Err()
}

func (im *importer) tell(report *FileReport, lines int) {
	im.lines += lines
	if im.progress != nil && lines > 0 {
		im.progress(Progress{File: report.Name, Lines: im.lines, Guess: max(im.guess, im.lines)})
	}
}

// placeLine puts one line where it belongs among those that are in.
func (im *importer) placeLine(report *FileReport, r *row) error {
	what, err := im.place.put(r)
	switch what {
	case added:
		report.Added++
	case updated:
		report.Updated++
	case repeated:
		report.Repeated++
	}
	return err
}

// close books what is known at the end of a table.
func (f *FileReport) close(end *tableEnd) {
	f.Doubts = end.doubts
	f.Figures = end.result
	f.Unreadable = end.result.Unreadable
	f.FirstAt, f.LastAt = end.result.First, end.result.Last
	f.Summary = end.result.Summary
	f.Lines = f.Added + f.Updated + f.Repeated + f.Unreadable
	if f.Evidence != statement.Counted {
		f.Lines = end.result.Lines + f.Unreadable
	}
	if f.Summary == "" {
		f.Summary = "none"
	}
	if end.err == nil {
		return
	}
	why := problem.Of(end.err).In(f.Name)
	if f.Lines == 0 {
		f.Problem = why
		return
	}
	f.Doubts = append(f.Doubts, doubtOf(why))
}
