package demo_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/demo"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

// filled is a district with something of every area in it.
func filled(t *testing.T) *store.Store {
	t.Helper()
	files, err := demo.Write(t.Context(), t.TempDir(), demo.Seed)
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if _, err := demo.Fill(t.Context(), st, files, "经办员", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := demo.FillClaims(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(demo.FillCouncil(t.Context(), st), demo.FillChronicle(t.Context(), st)); err != nil {
		t.Fatal(err)
	}
	return st
}

// TestOneIndexHoldsEveryArea fills every area, checks the index against it, damages it kind by kind, and has it made anew.
func TestOneIndexHoldsEveryArea(t *testing.T) {
	st := filled(t)
	x := search.New(st)
	if err := x.Follow(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	wrong := func(when string, records int) {
		t.Helper()
		found, err := x.Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if records == 0 && len(found) > 0 || records > 0 && (len(found) != 1 || fmt.Sprint(found[0].Args["records"]) != fmt.Sprint(records)) {
			t.Errorf("%s: %v, want %d records that differ", when, found, records)
		}
	}
	wrong("filled", 0)
	kinds := []search.Kind{search.Organization, search.Person, search.Phone, search.Shop, search.Account, search.File, search.Batch, search.Scheme, search.Rule, search.Claim,
		search.Task, search.Topic, search.Meeting, search.Chronicle}
	for _, kind := range kinds {
		gone := 0
		err := st.Write(t.Context(), "测试", "search.test", func(tx *store.Tx) error {
			deleted := tx.Exec(`DELETE FROM search_records WHERE id = (SELECT MAX(id) FROM search_records WHERE kind = ?)`, kind)
			gone = int(deleted.RowsAffected)
			return deleted.Error
		})
		if err != nil || gone != 1 {
			t.Errorf("%s: %d records taken out of the index, %v: the area has none in it", kind, gone, err)
		}
	}
	wrong("one of each kind is missing", len(kinds))
	if err := x.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	wrong("made anew", 0)
}

func TestImportsAndArticlesAreFound(t *testing.T) {
	st := filled(t)
	room := sales.New(st)
	for text, want := range map[string]int{"第1批": 1, "jby": 1, "第9批": 0} {
		if got, err := room.FindBatch(t.Context(), text, 9); err != nil || len(got) != want {
			t.Errorf("%s: %d imports, %v", text, len(got), err)
		}
	}
	claims := rewards.New(st, room)
	for _, text := range []string{"突破奖", "第六条", "tpj", "奖励办法 突破"} {
		got, err := claims.FindRules(t.Context(), text, 9)
		if err != nil || len(got) == 0 || !strings.Contains(got[0].Title+got[0].Clause+got[0].Scheme, strings.Fields(text)[0]) && text != "tpj" {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
	if got, err := claims.FindRules(t.Context(), "没有这一条", 9); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}
