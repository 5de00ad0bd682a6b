package store

import (
	"context"

	"gorm.io/gorm"
)

// The settings there are.
const (
	District = "district" // GB/T 2260 code of the district, 6 digits
	Office   = "office"   // the office's name, such as 运河区商务局
	Person   = "person"   // who works with the file
	Demo     = "demo"     // "1" where the file was made as a demo
	Language = "language" // zh, en
)

// Setting gives a setting, "" where it was never set.
func (s *Store) Setting(ctx context.Context, key string) (string, error) {
	return SettingIn(s.Read(ctx), key)
}

// SettingIn is Setting within a write or another reading.
func SettingIn(db *gorm.DB, key string) (string, error) {
	var value string
	err := db.Raw(`SELECT value FROM settings WHERE key = ?`, key).Scan(&value).Error
	return value, err
}

// SetSetting changes a setting. The journal has the value before and after.
func (tx *Tx) SetSetting(key, value string) error {
	before, err := SettingIn(tx.DB, key)
	if err != nil || before == value {
		return err
	}
	err = tx.Exec(`INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value).Error
	if err != nil {
		return err
	}
	return tx.Note("settings", map[string]string{"key": key, "before": before, "after": value})
}
