package register

import (
	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/store"
)

// Region is a place of the chosen district, down to its villages, as the file of data keeps it.
type Region struct {
	Code string `gorm:"primaryKey"`
	Name string
}

// SetDistrict chooses the office's district (GB/T 2260, 6 digits) and brings its towns and villages into the
// file, in place of those of another district.
//
// Problem: register.unknown_place.
func SetDistrict(tx *store.Tx, code string) error {
	rows := region.District(code)
	if len(rows) == 0 {
		return problem.New("register.unknown_place", "value", code).At(0, FieldRegion)
	}
	if err := tx.SetSetting(store.District, code); err != nil {
		return err
	}
	if err := tx.Exec("DELETE FROM regions").Error; err != nil {
		return err
	}
	for _, row := range rows {
		if err := tx.Exec("INSERT INTO regions (code, name) VALUES (?, ?)", row.Code, row.Name).Error; err != nil {
			return err
		}
	}
	return tx.Note("regions", map[string]any{"district": code, "places": len(rows)})
}
