package register

import "context"

// Counts says what the register holds.
type Counts struct {
	All        int // living organisations
	AboveQuota int
	WithShop   int
	NoCode     int // without a credit code
	InBin      int
}

// Counts counts the register.
func (r *Room) Counts(ctx context.Context) (Counts, error) {
	var counts Counts
	err := r.store.Read(ctx).Raw(`SELECT
		COALESCE(SUM(o.deleted_at IS NULL), 0) AS "all",
		COALESCE(SUM(o.deleted_at IS NULL AND o.above_quota <> ''), 0) AS above_quota,
		COALESCE(SUM(o.deleted_at IS NULL AND ` + has(shops, "1") + `), 0) AS with_shop,
		COALESCE(SUM(o.deleted_at IS NULL AND o.credit_code = ''), 0) AS no_code,
		COALESCE(SUM(o.deleted_at IS NOT NULL AND o.merged_into IS NULL), 0) AS in_bin
		FROM organizations o`).Scan(&counts).Error
	return counts, err
}
