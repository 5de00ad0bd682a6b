package register

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sheet"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// LedgerModel is the import of a ledger: the workbook, its table, and what taking it in would do.
type LedgerModel struct {
	rooms rooms

	Path   string
	Tables []string // the tables of the workbook
	Table  int      // the one looked at
	Plan   *register.LedgerPlan
	Only   register.Outcome // the entries shown, "" for all
}

func newLedgerModel(r rooms) *LedgerModel { return &LedgerModel{rooms: r} }

// Choose begins with a workbook.
func (m *LedgerModel) Choose(path string) { *m = LedgerModel{rooms: m.rooms, Path: path} }

// Looked is what looking into a workbook gave.
type Looked struct {
	Tables []string
	Table  int
	Plan   *register.LedgerPlan
}

// Look reads the workbook and tells what taking in its table would do. Nothing is written. At first it takes
// the first table that is a ledger.
func (m *LedgerModel) Look(ctx context.Context) (*Looked, error) {
	file, err := sheet.Open(ctx, m.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	looked := &Looked{Table: m.Table}
	for _, table := range file.Tables {
		looked.Tables = append(looked.Tables, table.Name)
	}
	if len(file.Tables) == 0 {
		return nil, problem.New("register.ledger_empty").In(filepath.Base(m.Path))
	}
	if m.Tables != nil {
		looked.Plan, err = m.rooms.room.PreviewLedger(ctx, file.Tables[m.Table])
		return looked, err
	}
	var refused error
	for i, table := range file.Tables {
		looked.Table = i
		if looked.Plan, err = m.rooms.room.PreviewLedger(ctx, table); err == nil {
			return looked, nil
		}
		if refused == nil {
			refused = err
		}
	}
	return nil, refused
}

// Take keeps what was seen.
func (m *LedgerModel) Take(l *Looked) { m.Tables, m.Table, m.Plan = l.Tables, l.Table, l.Plan }

// Apply writes what the preview showed.
func (m *LedgerModel) Apply(ctx context.Context) error {
	return m.rooms.room.ApplyLedger(ctx, m.rooms.actor, m.Plan)
}

// Any tells whether there is anything to write.
func (m *LedgerModel) Any() bool {
	return m.Plan != nil && m.Plan.Count(register.Added)+m.Plan.Count(register.Changed) > 0
}

// Entries are those shown.
func (m *LedgerModel) Entries() ledgerEntries {
	if m.Plan == nil {
		return nil
	}
	var shown ledgerEntries
	for i := range m.Plan.Entries {
		if entry := &m.Plan.Entries[i]; m.Only == "" || m.Only == entry.Outcome {
			shown = append(shown, entry)
		}
	}
	return shown
}

// ledgerEntries are the rows of the preview's grid.
type ledgerEntries []*register.LedgerEntry

// Rows is how many there are.
func (l ledgerEntries) Rows() int { return len(l) }

// Page gives a run of them.
func (l ledgerEntries) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	var rows []grid.Row
	for _, entry := range l[first:min(len(l), first+count)] {
		rows = append(rows, ledgerRow(entry))
	}
	return rows, nil
}

func ledgerRow(entry *register.LedgerEntry) grid.Row {
	return grid.Row{Cells: []grid.Cell{
		grid.Word(rowsText(entry.Rows)), grid.State(outcomeText(entry.Outcome), outcomeTint(entry.Outcome)),
		grid.Word(entry.Name), grid.Word(entry.CreditCode), grid.Word(summaryOf(entry)),
	}, Muted: entry.Outcome == register.Unchanged}
}

// rowsText is the rows of the workbook an organisation stands in: 3、4.
func rowsText(rows []int) string {
	texts := make([]string, len(rows))
	for i, row := range rows {
		texts[i] = fmt.Sprint(row)
	}
	return strings.Join(firstOf(texts, 3), wording.Text("register.dealing.and"))
}

// summaryOf says in a line what would happen or why not.
func summaryOf(entry *register.LedgerEntry) string {
	if entry.Problem != nil {
		what, _ := wording.Problem(entry.Problem)
		return what
	}
	names := make([]string, len(entry.Changes))
	for i, change := range entry.Changes {
		names[i] = fieldText(change.Field)
	}
	return strings.Join(firstOf(names, 6), wording.Text("register.dealing.and"))
}

// changeValue words one side of a change; people, shops and accounts come as one text, platform first.
func changeValue(field, value string) string {
	switch field {
	case register.FieldShop, register.FieldAccount:
		words := strings.Fields(value)
		for i, word := range words {
			switch {
			case i == 0:
				words[i] = platformText(word)
			case i == len(words)-1 && field == register.FieldAccount && i > 0:
				words[i] = modeText(word)
			}
		}
		if len(words) > 0 {
			return strings.Join(words, " ")
		}
	}
	return valueText(field, value)
}
