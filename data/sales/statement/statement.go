// Package statement reads the statement and order files of the platforms: it recognises a table by the
// names of its columns and turns its rows into lines that all formats share.
//
// What must hold:
//   - columns are found by name, never by position, and a column a year's export lacks is no error;
//   - a row that cannot be read becomes a doubt with its place and its text, and the others go on;
//   - what a file cannot tell (a refund without its amount) is flagged and never guessed;
//   - two lines of any two files with one identity are the same line.
package statement

import (
	"context"
	"slices"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// How many rows may stand above the column names: personal exports put up to thirty notes there.
const headerSearch = 60

// Statement is a table that was recognised, ready to be read.
type Statement struct {
	Format       string // one of Formats
	Platform     string
	Evidence     Evidence
	Table        sheet.Table
	HeaderRow    int       // as a spreadsheet counts
	Header       []string  // cleaned names of the columns
	NeedsAccount bool      // the table does not tell whose sale its lines are
	ExportedAt   time.Time // told above the header, else by the file's name, else when the file was last written
	AccountHint  string    // account named above the header; lines without one of their own get it
	Account      string    // set by the caller before Read: whose sale lines are that tell no account

	// Met is set by the caller before Read, one map for all tables of a file: the identities of lines that
	// were met. A ledger or a personal export whose lines stand on a second sheet again is summed once.
	// Counted lines need none of it: they are told apart where they are kept.
	Met map[uint64]bool

	format  format
	columns columns
}

// Detect finds the column names among the first rows of the table and with them the format. A table of no
// known format is generic where mapping knows its header. Problems: statement.empty, statement.unknown with
// the header that was found, and those of the table itself.
func Detect(ctx context.Context, table sheet.Table, mapping func(header []string) (Mapping, bool)) (*Statement, error) {
	var above []string
	var guess header
	seen := 0
	for row, err := range table.Rows(ctx) {
		if err != nil {
			if seen == 0 {
				return nil, err
			}
			break
		}
		if seen++; seen > headerSearch {
			break
		}
		at := newColumns(row.Cells)
		if known, is := formatOf(at, mapping); is {
			return newStatement(table, known, at, row.Number, above), nil
		}
		guess.consider(at.names, row.Number)
		above = append(above, row.Raw)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if seen == 0 {
		return nil, problem.New("statement.empty").In(table.Name)
	}
	return nil, problem.New("statement.unknown", "header", strings.Join(guess.names, "、")).In(table.Name).At(guess.row, "")
}

// Header guesses which row of an unknown table holds the column names, for a person who is to say what they
// mean: the first of the rows with the most names. Row is 0 where the table has none.
func Header(ctx context.Context, table sheet.Table) (names []string, row int, err error) {
	var guess header
	seen := 0
	for row, err := range table.Rows(ctx) {
		if err != nil && seen == 0 {
			return nil, 0, err
		}
		if seen++; err != nil || seen > headerSearch {
			break
		}
		guess.consider(newColumns(row.Cells).names, row.Number)
	}
	return guess.names, guess.row, ctx.Err()
}

func newStatement(table sheet.Table, known format, at columns, row int, above []string) *Statement {
	s := &Statement{
		Format: known.code, Platform: known.platform, Evidence: known.evidence, Table: table,
		HeaderRow: row, Header: slices.Clone(at.names),
		ExportedAt: exportedAt(table, above), AccountHint: accountAbove(above),
		format: known, columns: at,
	}
	s.NeedsAccount = known.evidence == Counted && s.AccountHint == "" && len(known.account) > 0 && at.find(known.account...) < 0
	return s
}

// header is the best guess of a header so far.
type header struct {
	names []string
	row   int
}

// consider takes a row whose cells are all names, if it has more of them.
func (h *header) consider(names []string, row int) {
	count := 0
	for _, name := range names {
		if name == "" {
			continue
		}
		if _, isTime := parseTime(name); isTime || isNumber(name) {
			return
		}
		count++
	}
	if count > 1 && count > len(h.names) {
		h.names, h.row = slices.Clone(names), row
	}
}
