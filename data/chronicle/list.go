package chronicle

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/grams"
	"smartcanal/data/listing"
	"smartcanal/data/search"
)

// Filter says which entries a list shows. Zero values ask for all that is in the chronicle.
type Filter struct {
	Text        string
	Year        string
	Kind        Kind
	Importance  Importance
	Public      bool // only what may leave the office
	Internal    bool // only what may not
	Attachments bool // only those with files
	State       State
}

// Column is what a list of entries can be sorted by.
type Column string

// The columns of the list.
const (
	ByDay        Column = "day"
	ByTitle      Column = "title"
	ByKind       Column = "kind"
	ByImportance Column = "importance"
	ByPublic     Column = "public"
	ByReader     Column = "read_by"
)

// Row is an entry as lists show it.
type Row struct {
	Entry
	Files   int
	Sources []Source `gorm:"-"`
}

const entriesFrom = ` FROM chronicle_entries c WHERE c.deleted_at IS NULL`

const filesOf = `(SELECT COUNT(*) FROM attachments a WHERE a.subject = 'chronicle_entries' AND a.record_id = c.id AND a.deleted_at IS NULL)`

var filterable = listing.Fields{
	string(ByDay):        {Kind: listing.Day, SQL: "c.on_day"},
	string(ByTitle):      {SQL: "c.title"},
	string(ByKind):       {SQL: "c.kind"},
	string(ByImportance): {SQL: "c.importance"},
	string(ByPublic):     {SQL: "(CASE WHEN c.public THEN 'public' ELSE 'internal' END)"},
	string(ByReader):     {SQL: "c.read_by"},
}

// IDs gives the ids of the entries a filter lets through; without an order the earliest day first.
// columns are what a person asked of single columns besides; problems: those of listing.Fields.Where.
func (r *Room) IDs(ctx context.Context, filter Filter, order []listing.Order, columns ...listing.Filter) ([]int32, error) {
	where, args, err := filter.whereWith(columns)
	if err != nil {
		return nil, err
	}
	return listing.IDs(ctx, r.store.SQL(), `SELECT c.id`+entriesFrom+where+` ORDER BY `+orderOf(order), args...)
}

// Entries fetches the rows of a page by their ids, in the order of the ids.
func (r *Room) Entries(ctx context.Context, ids []int32) ([]Row, error) {
	var rows []Row
	db := r.store.Read(ctx)
	if err := db.Raw(`SELECT c.*, `+filesOf+` AS files`+entriesFrom+` AND c.id IN (?)`, ids).Scan(&rows).Error; err != nil {
		return nil, err
	}
	var sources []Source
	if err := db.Where("entry_id IN ?", ids).Order("id").Find(&sources).Error; err != nil {
		return nil, err
	}
	places := make(map[int64]int, len(ids))
	for i, id := range ids {
		places[int64(id)] = i
	}
	slices.SortFunc(rows, func(a, b Row) int { return places[a.ID] - places[b.ID] })
	for i := range rows {
		for _, source := range sources {
			if source.EntryID == rows[i].ID {
				rows[i].Sources = append(rows[i].Sources, source)
			}
		}
	}
	return rows, nil
}

// Proposals gives what waits to be read, the latest day first.
func (r *Room) Proposals(ctx context.Context) ([]Row, error) {
	ids, err := r.IDs(ctx, Filter{State: Proposed}, []listing.Order{{Column: string(ByDay), Descending: true}})
	if err != nil {
		return nil, err
	}
	return r.Entries(ctx, ids)
}

// Year is a year of the chronicle.
type Year struct {
	Year   string
	Count  int
	Public int
}

// Years gives the years that have entries, the latest first.
func (r *Room) Years(ctx context.Context) ([]Year, error) {
	var years []Year
	err := r.store.Read(ctx).Raw(`SELECT substr(c.on_day, 1, 4) AS year, COUNT(*) AS count, SUM(CASE WHEN c.public THEN 1 ELSE 0 END) AS public` +
		entriesFrom + ` AND c.state = 'kept' GROUP BY 1 ORDER BY 1 DESC`).Scan(&years).Error
	return years, err
}

// Values are the values a column has in a list of entries, those of most entries first; at most limit.
func (r *Room) Values(ctx context.Context, column Column, filter Filter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := filterable[string(column)]
	if !is {
		return nil, nil
	}
	where, args, err := filter.whereWith(listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw("SELECT "+field.SQL+" AS key, COUNT(*) AS count"+entriesFrom+where+
		" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}

func (f Filter) whereWith(columns []listing.Filter) (string, []any, error) {
	where, args := f.where()
	more, values, err := filterable.Where(columns)
	for _, condition := range more {
		where += " AND " + condition
	}
	return where, append(args, values...), err
}

func (f Filter) where() (string, []any) {
	var b strings.Builder
	var args []any
	need := func(is bool, condition string, values ...any) {
		if is {
			b.WriteString(" AND " + condition)
			args = append(args, values...)
		}
	}
	state := f.State
	if state == "" {
		state = Kept
	}
	need(true, "c.state = '"+string(state)+"'")
	need(f.Year != "", "c.on_day >= ? AND c.on_day <= ?", f.Year+"-01-01", f.Year+"-12-31")
	need(f.Kind != "", "c.kind = ?", f.Kind)
	need(f.Importance != "", "c.importance = ?", f.Importance)
	need(f.Public, "c.public")
	need(f.Internal, "NOT c.public")
	need(f.Attachments, filesOf+" > 0")
	if words := grams.Words(f.Text); len(words) > 0 {
		holding, values := search.Holding(search.Chronicle, words)
		need(true, "c.id IN "+holding, values...)
	}
	return b.String(), args
}

func orderOf(order []listing.Order) string {
	keys := map[Column]string{
		ByDay: "c.on_day", ByTitle: "c.title", ByKind: "c.kind", ByPublic: "c.public", ByReader: "c.read_by",
		ByImportance: "CASE c.importance WHEN 'great' THEN 3 WHEN 'major' THEN 2 ELSE 1 END",
	}
	return listing.OrderBy(order, func(column string) string { return keys[Column(column)] }, "c.on_day", "c.id")
}
