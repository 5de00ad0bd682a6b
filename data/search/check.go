package search

import (
	"context"
	"slices"

	"smartcanal/data/grams"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Check compares the index with the tables: every record and its pairs, every line's pieces. It gives
// search.differs (records, lines) where they do not agree, nothing where they do; lines that still wait
// for Follow are not looked at.
func (x *Index) Check(ctx context.Context) ([]*problem.Problem, error) {
	records, err := x.wrongRecords(ctx)
	if err != nil {
		return nil, err
	}
	blocks, err := x.blocks(ctx)
	if err != nil {
		return nil, err
	}
	lines := 0
	for _, b := range blocks {
		wrong, err := x.wrongLines(ctx, b)
		if err != nil {
			return nil, err
		}
		lines += wrong
	}
	if records+lines == 0 {
		return nil, nil
	}
	return []*problem.Problem{problem.New("search.differs", "records", records, "lines", lines).In(x.store.Path())}, nil
}

// wrongRecords counts records that are missing, left over, or not found by their own pairs.
func (x *Index) wrongRecords(ctx context.Context) (int, error) {
	differ, err := column[int](ctx, x.store.SQL(), `SELECT
		(SELECT COUNT(*) FROM (SELECT kind, record, text FROM searched EXCEPT SELECT kind, record, text FROM search_records))
		+ (SELECT COUNT(*) FROM (SELECT kind, record, text FROM search_records EXCEPT SELECT kind, record, text FROM searched))
		+ ABS((SELECT COUNT(*) FROM search_records) - (SELECT COUNT(*) FROM search_words))`)
	if err != nil {
		return 0, err
	}
	lost, err := x.lostRecords(ctx)
	return differ[0] + lost, err
}

// lostRecords counts records whose pairs do not lead to them.
func (x *Index) lostRecords(ctx context.Context) (int, error) {
	rows, err := x.store.SQL().QueryContext(ctx, `SELECT id, text FROM search_records`)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	lost := 0
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return 0, err
		}
		match := grams.Match(grams.Words(text))
		if match == "" {
			continue
		}
		found, err := column[int](ctx, x.store.SQL(), `SELECT COUNT(*) FROM search_words WHERE search_words MATCH ? AND rowid = ?`, match, id)
		if err != nil {
			return 0, err
		}
		lost += 1 - found[0]
	}
	return lost, rows.Err()
}

func (x *Index) blocks(ctx context.Context) ([]block, error) {
	rows, err := x.store.SQL().QueryContext(ctx, `SELECT block, upto, stale FROM search_blocks`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []block
	for rows.Next() {
		var b block
		if err := rows.Scan(&b.number, &b.upto, &b.stale); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, rows.Err()
}

// wrongLines counts lines of a block whose pieces are not the ones indexed. A block with changed lines waits.
func (x *Index) wrongLines(ctx context.Context, b block) (int, error) {
	if b.stale > 0 {
		return 0, nil
	}
	now := block{number: b.number}
	fresh, err := now.build(ctx, x.store.SQL())
	if err != nil {
		return 0, err
	}
	ids, err := column[int64](ctx, x.store.SQL(), `SELECT id FROM searched_lines WHERE id >= ? AND id < ?`, b.first(), min(b.end(), b.upto+1))
	if err != nil {
		return 0, err
	}
	there := make(map[int64]bool, len(ids))
	for _, id := range ids {
		there[id] = true
	}
	wrong := map[int64]bool{}
	for _, list := range fresh.sorted() {
		held, err := column[[]byte](ctx, x.store.SQL(), `SELECT lines FROM search_postings WHERE piece = ?`, b.piece(list.code))
		if err != nil {
			return 0, err
		}
		held = append(held, nil)
		compare(there, wrong, list.ids, held[0], b.end())
	}
	err = x.leftOver(ctx, b, fresh, there, wrong)
	return len(wrong), err
}

// leftOver finds lists of pieces that no line has; lines that were taken back may stay in them.
func (x *Index) leftOver(ctx context.Context, b block, fresh *postings, there, wrong map[int64]bool) error {
	keys, err := column[int64](ctx, x.store.SQL(), `SELECT piece FROM search_postings WHERE piece >= ? AND piece < ?`, b.piece(0), b.piece(1<<grams.CodeBits))
	if err != nil {
		return err
	}
	known := map[int64]bool{}
	for _, list := range fresh.lists {
		known[b.piece(list.code)] = true
	}
	for _, key := range keys {
		if known[key] {
			continue
		}
		held, err := column[[]byte](ctx, x.store.SQL(), `SELECT lines FROM search_postings WHERE piece = ?`, key)
		if err != nil {
			return err
		}
		compare(there, wrong, nil, held[0], b.end())
	}
	return nil
}

// compare notes the lines, of those there, that are in one of the two lists only.
func compare(there, wrong map[int64]bool, fresh, held []byte, end int64) {
	if slices.Equal(fresh, held) {
		return
	}
	in := map[int64]bool{}
	for id := range idsIn(fresh, end) {
		in[id] = true
	}
	for id := range idsIn(held, end) {
		if in[id] {
			delete(in, id)
		} else if there[id] {
			wrong[id] = true
		}
	}
	for id := range in {
		if there[id] {
			wrong[id] = true
		}
	}
}

// Rebuild makes the index anew from the tables: the records in one write, then the lines as Follow does.
func (x *Index) Rebuild(ctx context.Context, progress func(done, total int)) error {
	err := x.store.Write(ctx, actor, "search.rebuild", func(tx *store.Tx) error {
		for _, statement := range []string{
			`DELETE FROM search_records`,
			`INSERT INTO search_words (search_words) VALUES ('delete-all')`,
			`INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched`,
			`DELETE FROM search_postings`,
			`DELETE FROM search_blocks`,
		} {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return x.Follow(ctx, progress)
}
