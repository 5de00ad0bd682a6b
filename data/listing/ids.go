package listing

import (
	"context"
	"database/sql"
)

// IDs gives the ids a query selects, in its order: what a list of tens of thousands of rows keeps of them.
func IDs(ctx context.Context, db *sql.DB, query string, args ...any) ([]int32, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int32
	for rows.Next() {
		var id int32
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
