package search

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"smartcanal/data/grams"
	"smartcanal/data/store"
)

// blockBits is how many ids a block has, as a power of two: 131,072. A block is built in memory (some 15
// MB) and written at once (some 0.3 s), so that nobody who writes waits longer.
const blockBits = 17

// block is a range of ids as it was when its lines were read.
type block struct {
	number int64
	upto   int64 // the last id that is in it, 0: no line is left
	stale  int64
}

func (b block) first() int64 { return b.number << blockBits }
func (b block) end() int64   { return (b.number + 1) << blockBits }

// piece is the key of a code's list in this block.
func (b block) piece(code grams.Code) int64 { return b.number<<grams.CodeBits + int64(code) }

// build reads a block's lines and cuts them.
func (b *block) build(ctx context.Context, db asked) (*postings, error) {
	rows, err := db.QueryContext(ctx, `SELECT id, text FROM searched_lines WHERE id >= ? AND id < ? ORDER BY id DESC`, b.first(), b.end())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	p := newPostings(b.end())
	var text sql.RawBytes
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id, &text); err != nil {
			return nil, err
		}
		b.upto = max(b.upto, id)
		p.add(id, grams.Fold(string(text)))
	}
	return p, rows.Err()
}

// save puts a block in the place of what was indexed of its ids before. What changed while it was read is
// left as stale, so that it is read once more.
func (b *block) save(ctx context.Context, tx *store.Tx, p *postings) error {
	return tx.Bulk(func(conn *sql.Conn) error {
		_, err := conn.ExecContext(ctx, `DELETE FROM search_postings WHERE piece >= ? AND piece < ?`, b.piece(0), b.piece(1<<grams.CodeBits))
		if err != nil {
			return err
		}
		if b.upto == 0 {
			_, err = conn.ExecContext(ctx, `DELETE FROM search_blocks WHERE block = ?`, b.number)
			return err
		}
		if err := tx.Load(ctx, "search_postings", "piece, lines", b.rows(p)); err != nil {
			return fmt.Errorf("block %d: %w", b.number, err)
		}
		_, err = conn.ExecContext(ctx, `INSERT INTO search_blocks (block, upto) VALUES (?, ?)
			ON CONFLICT (block) DO UPDATE SET upto = excluded.upto, stale = stale - ?`, b.number, b.upto, b.stale)
		return err
	})
}

func (b *block) rows(p *postings) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, list := range p.sorted() {
			if !yield([]any{b.piece(list.code), list.ids}) {
				return
			}
		}
	}
}
