package council

import (
	"context"
	"errors"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// PreviewLedger reads a workbook's or a text's table of tasks or of members by its column names and tells what it would
// add. A task is known again by its title and lead, a member by its department; what is there already stays as it is. Of
// several departments in the lead's cell the first leads. A row with anything wrong in it is refused whole.
//
// Problems: council.ledger_no_names (found), council.ledger_empty, those of reading the table.
func (r *Room) PreviewLedger(ctx context.Context, table sheet.Table) (*LedgerPlan, error) {
	read, err := readLedger(ctx, table)
	if err != nil {
		return nil, err
	}
	db := r.store.Read(ctx)
	known, err := newDirectory(db, r.Today())
	if err != nil {
		return nil, err
	}
	p := &planning{read: read, directory: known, today: r.Today(), there: map[string]bool{}}
	p.plan = &LedgerPlan{Kind: read.kind, Table: table.Name, HeaderRow: read.header, Ignored: read.ignored}
	query := `SELECT t.title || char(10) || o.name FROM supervised_tasks t JOIN organizations o ON o.id = t.organization_id WHERE t.deleted_at IS NULL`
	if read.kind == MemberLedger {
		query = `SELECT o.name FROM council_members m JOIN organizations o ON o.id = m.organization_id WHERE m.deleted_at IS NULL AND m.until_on = ''`
	}
	var keys []string
	if err := db.Raw(query).Scan(&keys).Error; err != nil {
		return nil, err
	}
	for _, key := range keys {
		p.there[key] = true
	}
	for _, row := range read.rows {
		p.take(row)
	}
	return p.plan, nil
}

// planning goes through the rows of a ledger.
type planning struct {
	read      *ledgerRows
	directory *directory
	today     string
	there     map[string]bool // what is there, and what rows before add
	plan      *LedgerPlan
}

func (p *planning) take(row ledgerRow) {
	entry := LedgerEntry{Row: row.number, Title: row.cells["title"], Department: row.cells["lead"], Outcome: Added}
	var err error
	key := ""
	if p.read.kind == TaskLedger {
		entry.task, key, err = p.task(row.cells)
	} else {
		entry.Title, entry.Department = row.cells["department"], row.cells["leader"]
		entry.member, key, err = p.member(row.cells)
	}
	switch {
	case err != nil:
		q := problem.Of(err)
		column := q.Where.Column
		if name, is := p.read.names[column]; is {
			column = name
		}
		entry.Outcome, entry.Problem = Rejected, q.At(row.number, column).In(p.plan.Table)
	case p.there[key]:
		entry.Outcome = Unchanged
	}
	p.there[key] = true
	p.plan.Entries = append(p.plan.Entries, entry)
}

// department finds a department by its name; one nobody knows is added under the name.
func (p *planning) department(name string) (string, error) {
	found, err := p.directory.find(name)
	switch {
	case err == nil:
		return found.Name, nil
	case !errors.Is(err, problem.New("council.unknown_department")):
		return "", err
	case len([]rune(name)) < 2 || len([]rune(name)) > 40:
		return "", err
	}
	if !slices.Contains(p.plan.Departments, name) {
		p.plan.Departments = append(p.plan.Departments, name)
	}
	return name, nil
}

// departments takes the names of a cell apart.
func (p *planning) departments(cell string) ([]string, error) {
	known := make([]string, 0, len(p.directory.byName))
	for name := range p.directory.names() {
		known = append(known, name)
	}
	slices.SortFunc(known, func(a, b string) int { return len(b) - len(a) })
	var names []string
	for _, name := range splitNames(cell, known) {
		full, err := p.department(name)
		if err != nil {
			return nil, err
		}
		names = append(names, full)
	}
	return names, nil
}
