package sales

import (
	"context"
	"encoding/json"

	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// RememberMapping keeps how the columns of a table nobody publishes are read. The next file with
// the same header is read the same way; a later mapping takes the place of an earlier one.
func (r *Room) RememberMapping(ctx context.Context, actor store.Actor, header []string, mapping statement.Mapping) error {
	columns, err := json.Marshal(mapping)
	if err != nil {
		return err
	}
	return r.store.Write(ctx, actor, "sales.remember_mapping", func(tx *store.Tx) error {
		var kept StatementMapping
		found := tx.Where("header = ?", headerKey(header)).Limit(1).Find(&kept)
		if found.Error != nil {
			return found.Error
		}
		kept.Header, kept.Columns = headerKey(header), string(columns)
		if found.RowsAffected == 0 {
			return tx.Create(&kept).Error
		}
		return store.Update(tx, &kept)
	})
}
