package council

import (
	"context"

	"smartcanal/data/listing"
)

// filterable are the columns of the list of tasks by which a person can filter.
func (r *Room) filterable() listing.Fields {
	return listing.Fields{
		string(ByNumber):   {SQL: "t.number"},
		string(ByTitle):    {SQL: "t.title"},
		string(ByLead):     {SQL: leadName, Spoken: "(SELECT o.initials FROM organizations o WHERE o.id = t.organization_id)"},
		string(BySupports): {SQL: "o.name", Spoken: "o.initials", Through: "t.id IN (SELECT s.task_id FROM task_supports s JOIN organizations o ON o.id = s.organization_id WHERE s.deleted_at IS NULL AND %s)"},
		string(ByDue):      {Kind: listing.Day, SQL: "t.due_on"},
		string(ByProgress): {Kind: listing.Number, SQL: "t.progress"},
		string(ByLamp):     {SQL: lampNames(r.Today())},
		string(ByReported): {Kind: listing.Day, SQL: "t.reported_on"},
		string(ByStep):     {SQL: "t.step"},
		string(ByPriority): {SQL: "t.priority"},
		string(ByPerson):   {SQL: "t.responsible"},
	}
}

func lampNames(today string) string {
	day := "'" + today + "'"
	return "CASE WHEN t.closed_on <> '' THEN '' WHEN t.overdue_on <= " + day + " THEN 'overdue' WHEN t.red_on <= " + day +
		" THEN 'red' WHEN t.yellow_on <= " + day + " THEN 'yellow' WHEN t.soon_on <= " + day + " THEN 'blue' ELSE 'green' END"
}

func (r *Room) whereWith(f TaskFilter, columns []listing.Filter) (string, []any, error) {
	where, args := f.where(r.Today())
	more, values, err := r.filterable().Where(columns)
	for _, condition := range more {
		where += " AND " + condition
	}
	return where, append(args, values...), err
}

// TaskValues are the values a column has in a list of tasks, those of most tasks first; at most limit. A filter of the
// column itself is passed over. Supporting departments have none: a task has several.
func (r *Room) TaskValues(ctx context.Context, column TaskColumn, filter TaskFilter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := r.filterable()[string(column)]
	if !is || field.Through != "" {
		return nil, nil
	}
	where, args, err := r.whereWith(filter, listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw("SELECT "+field.SQL+" AS key, COUNT(*) AS count"+tasksFrom+where+
		" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}
