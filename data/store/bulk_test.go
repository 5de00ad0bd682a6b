package store

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"smartcanal/data/problem"
)

const bulkTable = `CREATE TABLE bulk (a INTEGER, b INTEGER, c INTEGER, d INTEGER, e INTEGER, f INTEGER, g TEXT, h TEXT, i TEXT, j TEXT, k TEXT, l TEXT)`

func insert(conn *sql.Conn, tx *Tx, rows int) error {
	ctx := tx.Statement.Context
	statement, err := conn.PrepareContext(ctx, `INSERT INTO bulk VALUES (?`+strings.Repeat(`, ?`, 11)+`)`)
	if err != nil {
		return err
	}
	defer statement.Close()
	for n := range int64(rows) {
		_, err := statement.ExecContext(ctx, n, n*7, n%12, n, n, n, "运河区某某商贸有限公司", "4200001234202611160001234567", "支付成功", "商品", "公众号", "备注")
		if err != nil {
			return err
		}
	}
	return nil
}

func TestBulkIsWithinTheSameWrite(t *testing.T) {
	s := created(t)
	fill := func(fail bool) error {
		return s.Write(t.Context(), "程序", "bulk", func(tx *Tx) error {
			if err := tx.Exec(`CREATE TABLE IF NOT EXISTS` + strings.TrimPrefix(bulkTable, "CREATE TABLE")).Error; err != nil {
				return err
			}
			if err := tx.Bulk(func(conn *sql.Conn) error { return insert(conn, tx, 1000) }); err != nil {
				return err
			}
			if err := tx.Note("bulk", map[string]any{"lines": 1000, "sha256": "00"}); err != nil {
				return err
			}
			if fail {
				return problem.New("unexpected")
			}
			return nil
		})
	}
	if err := fill(true); err == nil {
		t.Fatal("no error")
	}
	if err := fill(false); err != nil {
		t.Fatal(err)
	}
	var lines, notes int
	err := s.SQL().QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM bulk), (SELECT count(*) FROM journal WHERE action = 'bulk')`).Scan(&lines, &notes)
	if err != nil || lines != 1000 || notes != 1 {
		t.Errorf("%d lines, %d notes, %v", lines, notes, err)
	}
}

// BenchmarkBulk is 200,000 prepared inserts of 12 columns in one write.
func BenchmarkBulk(b *testing.B) {
	for range b.N {
		s, err := Create(b.Context(), fmt.Sprintf("%s/%d.db", b.TempDir(), b.N))
		if err != nil {
			b.Fatal(err)
		}
		err = s.Write(b.Context(), "程序", "bulk", func(tx *Tx) error {
			if err := tx.Exec(bulkTable).Error; err != nil {
				return err
			}
			return tx.Bulk(func(conn *sql.Conn) error { return insert(conn, tx, 200_000) })
		})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
