package sales

import (
	"context"
	"os"
	"path/filepath"

	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
	"smartcanal/data/sheet"
)

// Source is a file to take in, with what the person was asked about it.
type Source struct {
	Path    string
	Account string             // whose sale the lines are, where the format does not tell
	Mapping *statement.Mapping // how to read the columns of a table nobody publishes
	Skip    map[string]bool    // tables of the file, by name, that are left out
}

const (
	linesPerParcel = 512
	maxDoubts      = 20_000 // kept a file; the rest is counted only
	headLines      = 8
	bytesPerLine   = 260 // of a WeChat bill; a guess for progress and for how to load
)

// parcel is what the reading side hands to the writing side. Reading and writing go on side by
// side: taking a bill apart costs about as much as storing it.
type parcel struct {
	file  int // index in the report
	lines []statement.Line
	start *FileReport // set on the first parcel of a table
	end   *tableEnd   // set on the last one
}

// tableEnd is what is known once a table is read to its end.
type tableEnd struct {
	result statement.Result
	doubts []statement.Doubt
	err    error
}

// reading reads sources one after the other and sends what it finds.
type reading struct {
	sources []Source
	mapping func(header []string) (statement.Mapping, bool)
	known   func(sha string) (*KnownFile, error)
	out     chan<- parcel
	files   int
}

// run sends every table of every source; it ends early only when ctx does.
func (r *reading) run(ctx context.Context) {
	defer close(r.out)
	for _, source := range r.sources {
		if err := r.source(ctx, source); err != nil {
			return
		}
	}
}

// source opens one file. A file that cannot be used becomes a report with its problem.
func (r *reading) source(ctx context.Context, source Source) error {
	file, err := sheet.Open(ctx, source.Path)
	if err != nil {
		return r.refuse(ctx, source, filepath.Base(source.Path), err)
	}
	defer file.Close()
	for _, unusable := range file.Problems {
		if err := r.refuse(ctx, source, file.Name, unusable); err != nil {
			return err
		}
	}
	return r.tables(ctx, source, file)
}

// tables reads what a file holds. Beside a table that is a statement, others that are not (the
// summary in an Alipay zip, a notes sheet) are passed over; alone they are the file's problem.
func (r *reading) tables(ctx context.Context, source Source, file *sheet.File) error {
	var first error
	var unknown sheet.Table
	used, met := 0, map[uint64]bool{}
	for _, table := range file.Tables {
		if source.Skip[table.Name] {
			continue
		}
		found, err := statement.Detect(ctx, table, r.mappingFor(source))
		if err != nil {
			if first == nil {
				first, unknown = err, table
			}
			continue
		}
		if found.Met = met; found.AddsNothing(ctx) {
			continue // the sheet before it has the same lines
		}
		used++
		if err := r.table(ctx, source, file, table, found); err != nil {
			return err
		}
	}
	if used == 0 && first != nil {
		report := refused(source, file.Name, first)
		report.Header, report.HeaderRow, _ = statement.Header(ctx, unknown)
		return r.sendWhole(ctx, report)
	}
	return ctx.Err()
}

func (r *reading) mappingFor(source Source) func([]string) (statement.Mapping, bool) {
	if source.Mapping == nil {
		return r.mapping
	}
	return func([]string) (statement.Mapping, bool) { return *source.Mapping, true }
}

// table sends one statement, unless a file with the same bytes is in already.
func (r *reading) table(ctx context.Context, source Source, file *sheet.File, table sheet.Table, found *statement.Statement) error {
	found.Account = source.Account
	report := newReport(source, file, table, found)
	known, err := r.known(report.SHA256)
	if err != nil {
		return err
	}
	report.Known = known
	if err := r.send(ctx, parcel{file: r.files, start: report}); err != nil {
		return err
	}
	end := &tableEnd{}
	if known == nil {
		end = r.lines(ctx, found)
	}
	err = r.send(ctx, parcel{file: r.files, end: end})
	r.files++
	return err
}

func newReport(source Source, file *sheet.File, table sheet.Table, found *statement.Statement) *FileReport {
	report := &FileReport{Path: source.Path, Encoding: table.Encoding, HeaderRow: found.HeaderRow}
	report.Name = table.Name
	report.SHA256 = file.SHA256
	if len(file.Tables) > 1 {
		report.SHA256 += "/" + table.Name
	}
	report.Bytes = file.Size
	report.Format, report.Platform, report.Evidence = found.Format, found.Platform, found.Evidence
	report.ExportedAt = found.ExportedAt.Unix()
	report.NeedsShop = found.NeedsAccount && source.Account == ""
	return report
}

// lines reads a statement and sends its lines in parcels.
func (r *reading) lines(ctx context.Context, found *statement.Statement) *tableEnd {
	end := &tableEnd{}
	batch := make([]statement.Line, 0, linesPerParcel)
	flush := func() error {
		full := batch
		batch = make([]statement.Line, 0, linesPerParcel)
		return r.send(ctx, parcel{file: r.files, lines: full})
	}
	onLine := func(line statement.Line) error {
		batch = append(batch, line)
		if len(batch) < linesPerParcel {
			return nil
		}
		return flush()
	}
	onDoubt := func(doubt statement.Doubt) error {
		if len(end.doubts) < maxDoubts {
			end.doubts = append(end.doubts, doubt)
		}
		return nil
	}
	end.result, end.err = found.Read(ctx, onLine, onDoubt)
	if err := flush(); err != nil {
		end.err = err
	}
	return end
}

func (r *reading) refuse(ctx context.Context, source Source, name string, why error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return r.sendWhole(ctx, refused(source, name, why))
}

// refused is the report of a file that cannot be used.
func refused(source Source, name string, why error) *FileReport {
	report := &FileReport{Path: source.Path, Problem: problem.Of(why).In(name)}
	report.Name = name
	if info, err := os.Stat(source.Path); err == nil {
		report.Bytes = info.Size()
	}
	return report
}

// sendWhole sends a report that no lines follow.
func (r *reading) sendWhole(ctx context.Context, report *FileReport) error {
	if err := r.send(ctx, parcel{file: r.files, start: report}); err != nil {
		return err
	}
	err := r.send(ctx, parcel{file: r.files, end: &tableEnd{}})
	r.files++
	return err
}

func (r *reading) send(ctx context.Context, p parcel) error {
	select {
	case r.out <- p:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
