// Package sales turns statement files into verified online sales: it takes each line in once and
// only once, knows whose it is, keeps the totals, and opens any total down to its lines.
//
// What must hold, whatever the order, the split or the repetition of the files given:
//   - a line counts once: by its identity, or by its place among equal lines where the format has none;
//   - of two states of one order the fresher counts;
//   - sales_totals is the sum over transactions;
//   - a batch taken back leaves what would stand had it never come.
package sales

import (
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// ImportBatch is one import: the files given at once, taken back as a whole.
type ImportBatch struct {
	store.Record
	Actor string
}

// StatementFile is a file that was taken in, as the table statement_files has it.
// Its counts add up: Lines = Added + Updated + Repeated + Unreadable.
type StatementFile struct {
	ID         int64 `gorm:"primaryKey"`
	BatchID    int64
	Name       string
	SHA256     string `gorm:"column:sha256"`
	Bytes      int64
	Format     string
	Platform   string
	Evidence   statement.Evidence
	ExportedAt int64
	FirstAt    int64
	LastAt     int64
	Lines      int
	Added      int
	Updated    int
	Repeated   int
	Unreadable int
	Summary    string
	Figures    statement.Result `gorm:"serializer:json"`
}

// FileReport is what an import did with one table of a file, or, in a preview, what it would do.
type FileReport struct {
	StatementFile
	Path      string            // as given by the person
	Encoding  string            // of the text, "" for a workbook
	HeaderRow int               // where the column names stand
	Header    []string          // the column names of a table nobody recognised, for a mapping
	Problem   *problem.Problem  // why the file could not be used; nil if it was
	Known     *KnownFile        // set where the same file is in already: nothing is read again
	NeedsShop bool              // the format does not tell whose sale it is, and nobody was asked
	Doubts    []statement.Doubt // unreadable and doubtful lines, the first maxDoubts of them
	Head      []statement.Line  // the first lines, for the preview
	Unmatched []UnmatchedAccount
}

// KnownFile tells where a file with the same bytes came in before.
type KnownFile struct {
	FileID     int64
	BatchID    int64
	At         time.Time
	FirstAt    int64 // of its first and last line, seconds since 1970; 0 for none
	LastAt     int64
	Lines      int
	Unreadable int
	Summary    string
}

// UnmatchedAccount is a payment account whose organisation nobody has named yet.
type UnmatchedAccount struct {
	AccountID int64
	Platform  string
	Number    string
	Name      string // shop name in the file, if any
	Product   string // one product met with it, a hint for the clerk
	Lines     int
	Net       money.Fen // order basis
}

// Report is the outcome of an import or a preview, file by file.
type Report struct {
	BatchID int64 // 0 in a preview, or where no file could be used
	Files   []FileReport
	Took    time.Duration
}

// Progress says how far an import is: lines read and a guess of how many there are.
type Progress struct {
	File  string
	Lines int
	Guess int
}
