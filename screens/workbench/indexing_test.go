package workbench

import (
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/sales"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

// TestLinesAreIndexedWhileThePersonWorks opens a file with lines that wait, as a crash leaves it, and adds more.
func TestLinesAreIndexedWhileThePersonWorks(t *testing.T) {
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	add := func(id int) {
		t.Helper()
		err := st.Write(t.Context(), "测试", "workbench.test", func(tx *store.Tx) error {
			return tx.Exec(`INSERT INTO transactions (id, identity, account_id, file_id, line, at, channel, sides, order_fen, settled_fen, refund_order_fen,
				refund_settled_fen, freshness, order_no, merchant_no, trade_type, status, product) VALUES (?, ?, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 'W1', 'M1', '', '', '枣')`, id, id).Error
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	add(1)
	following := startIndexing(st)
	settled(t, st)
	add(2)
	following.Wake()
	settled(t, st)
	following.Stop()
	if wrong, err := search.New(st).Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
}

// settled waits until nothing waits for the index.
func settled(t *testing.T, st *store.Store) {
	t.Helper()
	for range 500 {
		if n, err := sales.New(st).Unindexed(t.Context()); err == nil && n == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("lines still wait for the index")
}
