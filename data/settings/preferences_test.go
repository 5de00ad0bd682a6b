package settings_test

import (
	"path/filepath"
	"slices"
	"testing"

	"smartcanal/data/settings"
	"smartcanal/data/store"
)

func TestAPersonFindsWhatHeLeft(t *testing.T) {
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	mine, hers := settings.NewPreferences(st, "王敏"), settings.NewPreferences(st, "李静")
	for key, value := range map[string]string{"view/sales": "a", "view/claims": "b", "draft/7": "c"} {
		if err := mine.Keep(t.Context(), key, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := mine.Keep(t.Context(), "view/sales", "d"); err != nil {
		t.Fatal(err)
	}
	if got, err := mine.Recall(t.Context(), "view/sales"); got != "d" || err != nil {
		t.Errorf("%q %v: the later value counts", got, err)
	}
	if got, err := hers.Recall(t.Context(), "view/sales"); got != "" || err != nil {
		t.Errorf("%q %v: another person has nothing", got, err)
	}
	if keys, err := mine.Keys(t.Context(), "view/"); !slices.Equal(keys, []string{"view/claims", "view/sales"}) || err != nil {
		t.Errorf("%v %v", keys, err)
	}
	if err := mine.Keep(t.Context(), "draft/7", ""); err != nil {
		t.Fatal(err)
	}
	if keys, _ := mine.Keys(t.Context(), "draft/"); len(keys) != 0 {
		t.Errorf("%v: an empty value forgets", keys)
	}
	var entries int64
	if err := st.Read(t.Context()).Table("journal").Count(&entries).Error; err != nil || entries != 0 {
		t.Errorf("%d entries, %v: preferences stand in no journal", entries, err)
	}
}
