package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"slices"
	"testing"
)

const fiveNumbers = `(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i, 'no. ' || i AS name FROM n)`

func TestEachGivesEveryRow(t *testing.T) {
	st := created(t)
	var numbers []int64
	var names []string
	err := st.Each(t.Context(), "i, name, NULL", fiveNumbers, []any{3}, func(row []driver.Value) error {
		if row[2] != nil {
			t.Errorf("NULL became %v", row[2])
		}
		numbers, names = append(numbers, row[0].(int64)), append(names, string([]byte(row[1].(string))))
		return nil
	})
	if err != nil || !slices.Equal(numbers, []int64{1, 2, 3}) || !slices.Equal(names, []string{"no. 1", "no. 2", "no. 3"}) {
		t.Errorf("%v %v %v", numbers, names, err)
	}
	if err := st.Each(t.Context(), "id", "import_batches", nil, func([]driver.Value) error { t.Error("a row of nothing"); return nil }); err != nil {
		t.Error(err)
	}
}

func TestEachStops(t *testing.T) {
	st := created(t)
	seen := 0
	err := st.Each(t.Context(), "i", fiveNumbers, []any{1000}, func([]driver.Value) error {
		if seen++; seen == 7 {
			return errors.New("enough")
		}
		return nil
	})
	if err == nil || seen != 7 {
		t.Errorf("stopped after %d: %v", seen, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = st.Each(ctx, "i", fiveNumbers, []any{100_000_000}, func([]driver.Value) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
