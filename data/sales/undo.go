package sales

import (
	"context"
	"database/sql"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TakeBack takes a batch back whole: its lines go, and where another file still in tells of the
// same transaction, that state stands again. The files' records stay, for the history.
func (r *Room) TakeBack(ctx context.Context, actor store.Actor, batchID int64) error {
	return r.store.Write(ctx, actor, "sales.take_back", func(tx *store.Tx) error {
		var batch ImportBatch
		if err := tx.First(&batch, batchID).Error; err != nil {
			return problem.New("sales.batch_gone", "batch", batchID).Because(err)
		}
		changes := tally{}
		err := tx.Bulk(func(conn *sql.Conn) error {
			back := takingBack{ctx: ctx, conn: conn, tally: changes, batch: batchID}
			return back.run()
		})
		if err != nil {
			return err
		}
		return tx.Remove(&batch)
	})
}

// takingBack removes the lines of one batch.
type takingBack struct {
	ctx   context.Context
	conn  *sql.Conn
	tally tally
	batch int64
}

const filesOfBatch = `(SELECT id FROM statement_files WHERE batch_id = ?)`

func (t *takingBack) run() error {
	if _, err := t.conn.ExecContext(t.ctx, `DELETE FROM transaction_versions WHERE file_id IN `+filesOfBatch, t.batch); err != nil {
		return err
	}
	heirs, err := t.heirs()
	if err != nil {
		return err
	}
	if err := t.subtract(); err != nil {
		return err
	}
	if _, err := t.conn.ExecContext(t.ctx, `DELETE FROM transactions WHERE file_id IN `+filesOfBatch, t.batch); err != nil {
		return err
	}
	if err := t.succeed(heirs); err != nil {
		return err
	}
	return t.tally.write(t.ctx, t.conn)
}

// heirs finds, for each line that goes, the freshest of the other states kept of it.
func (t *takingBack) heirs() (map[uint64]*row, error) {
	rows, err := t.conn.QueryContext(t.ctx, `SELECT id, `+columns+` FROM transaction_versions WHERE identity IN
		(SELECT identity FROM transactions WHERE file_id IN `+filesOfBatch+`)`, t.batch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	heirs := map[uint64]*row{}
	for rows.Next() {
		heir := &row{}
		if err := heir.scan(rows.Scan); err != nil {
			return nil, err
		}
		if best := heirs[heir.Identity]; best == nil || fresher(heir, best) {
			heirs[heir.Identity] = heir
		}
	}
	return heirs, rows.Err()
}

// subtract takes the lines that go out of the totals.
func (t *takingBack) subtract() error {
	rows, err := t.conn.QueryContext(t.ctx, selectRow+`WHERE file_id IN `+filesOfBatch, t.batch)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var gone row
		if err := gone.scan(rows.Scan); err != nil {
			return err
		}
		t.tally.add(&gone, -1)
	}
	return rows.Err()
}

// succeed puts the heirs in.
func (t *takingBack) succeed(heirs map[uint64]*row) error {
	for _, heir := range heirs {
		_, err := t.conn.ExecContext(t.ctx, `INSERT INTO transactions (`+columns+`) VALUES `+placeholders, heir.values()...)
		if err != nil {
			return err
		}
		if _, err := t.conn.ExecContext(t.ctx, `DELETE FROM transaction_versions WHERE id = ?`, heir.id); err != nil {
			return err
		}
		t.tally.add(heir, 1)
	}
	return nil
}
