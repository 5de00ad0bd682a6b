package register

import (
	"context"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// Outcome is what an import of a ledger does, or did, with one organisation.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Changed   Outcome = "changed"
	Unchanged Outcome = "unchanged"
	Refused   Outcome = "refused"
)

// LedgerPlan is what a ledger would change in the register; ApplyLedger does exactly that.
type LedgerPlan struct {
	Table     string   // the file's name, and the sheet's where there are several
	HeaderRow int      // where the column names stand, as a spreadsheet counts
	Ignored   []string // columns the register has no place for
	Entries   []LedgerEntry
}

// LedgerEntry is one organisation of a ledger: several rows where it has several shops. A row that is refused
// is an entry of its own.
type LedgerEntry struct {
	Rows       []int
	Name       string
	CreditCode string
	Outcome    Outcome
	Changes    []FieldChange    // of what is added: all that is given
	Problem    *problem.Problem // why it is refused, with row and column

	records plannedRecords
}

// FieldChange is one field before and after. People, shops and accounts are written as one text each.
type FieldChange struct {
	Field    string // a Field… name
	Old, New string
}

// Count is the number of entries with an outcome.
func (p *LedgerPlan) Count(outcome Outcome) int {
	n := 0
	for _, entry := range p.Entries {
		if entry.Outcome == outcome {
			n++
		}
	}
	return n
}

// PreviewLedger reads a workbook's or a text's table of enterprises by its column names and tells what it
// would add and change. Organisations are known again by credit code, else by exact name. Empty cells change
// nothing. A row with anything wrong in it is refused whole.
//
// Problems: register.ledger_no_names (no row of column names with one for the name), register.ledger_empty,
// and those of reading the table.
func (r *Room) PreviewLedger(ctx context.Context, table sheet.Table) (*LedgerPlan, error) {
	known, err := r.knownRecords(ctx)
	if err != nil {
		return nil, err
	}
	reading := newLedgerReading(table.Name, known)
	for row, err := range table.Rows(ctx) {
		if err != nil {
			return nil, err
		}
		reading.take(row.Number, row.Cells)
	}
	return reading.plan()
}

// ledgerReading goes through a ledger from its first row.
type ledgerReading struct {
	table  string
	known  *knownRecords
	before []ledgerHeader // rows that may be the header, until it is found
	header *ledgerHeader
	groups []*draft
	byCode map[string]*draft
	byName map[string]*draft
	bad    []LedgerEntry
}

func newLedgerReading(table string, known *knownRecords) *ledgerReading {
	return &ledgerReading{table: table, known: known, byCode: map[string]*draft{}, byName: map[string]*draft{}}
}

func (l *ledgerReading) take(number int, cells []string) {
	if l.header == nil {
		header := readHeader(number, cells)
		if l.before = append(l.before, header); header.hasName() && len(header.columns) > 1 {
			l.header = &header
		}
		return
	}
	row, err := l.header.read(number, cells, l.known)
	if err != nil {
		l.refuse(row, problem.Of(err))
		return
	}
	if row.empty() {
		return
	}
	l.group(row)
}

func (l *ledgerReading) refuse(row *draft, p *problem.Problem) {
	column := ""
	if l.header != nil {
		column = l.header.named(p.Where.Column)
	}
	l.bad = append(l.bad, LedgerEntry{
		Rows: row.rows, Name: row.given[FieldName], CreditCode: row.given[FieldCreditCode], Outcome: Refused,
		Problem: p.At(row.rows[len(row.rows)-1], column).In(l.table),
	})
}

// group puts rows of one organisation together.
func (l *ledgerReading) group(row *draft) {
	code, name := row.given[FieldCreditCode], row.given[FieldName]
	earlier := l.byCode[code]
	if same := l.byName[name]; earlier == nil && same != nil && (code == "" || same.given[FieldCreditCode] == "") {
		earlier = same
	}
	if earlier == nil {
		l.groups = append(l.groups, row)
		earlier = row
	} else if err := earlier.join(row); err != nil {
		l.refuse(row, problem.Of(err))
		return
	}
	if code != "" {
		l.byCode[code] = earlier
	}
	if name != "" {
		l.byName[name] = earlier
	}
}

func (l *ledgerReading) plan() (*LedgerPlan, error) {
	if l.header == nil {
		return nil, l.noHeader()
	}
	plan := &LedgerPlan{Table: l.table, HeaderRow: l.header.row, Ignored: l.header.ignored}
	for _, group := range l.groups {
		entry, err := l.known.planned(group)
		if err != nil {
			l.refuse(group, problem.Of(err))
			continue
		}
		plan.Entries = append(plan.Entries, *entry)
	}
	plan.Entries = append(plan.Entries, l.bad...)
	slices.SortStableFunc(plan.Entries, func(a, b LedgerEntry) int { return a.Rows[0] - b.Rows[0] })
	if len(plan.Entries) == 0 {
		return nil, problem.New("register.ledger_empty").In(l.table)
	}
	return plan, nil
}

// noHeader tells what was found instead: the row with the most names that were understood.
func (l *ledgerReading) noHeader() error {
	if len(l.before) == 0 {
		return problem.New("register.ledger_empty").In(l.table)
	}
	best := slices.MaxFunc(l.before, func(a, b ledgerHeader) int { return len(a.columns) - len(b.columns) })
	return problem.New("register.ledger_no_names", "found", best.shown()).In(l.table).At(best.row, "")
}
