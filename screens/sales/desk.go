// Package sales shows the trade data: statement files in with a preview, the list of lines, the
// totals behind which they stand, the imports and the queue of unmatched accounts.
package sales

import (
	"context"

	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
)

// rooms are the parts of the file of data this area works with, and who works.
type rooms struct {
	sales    *sales.Room
	register *register.Room
	actor    store.Actor
}

// desk is what a page has before it: the window and the rooms.
type desk struct {
	kit.Context
	rooms
}

// organizations finds organisations by parts of their names, codes or pinyin, for pickers.
func (r rooms) organizations(ctx context.Context, text string, limit int) ([]kit.Found[int64], error) {
	ids, err := r.register.IDs(ctx, register.Filter{Text: text}, nil)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	rows, err := r.register.Rows(ctx, ids[:min(limit, len(ids))])
	found := make([]kit.Found[int64], len(rows))
	for i, row := range rows {
		found[i] = kit.Found[int64]{Key: row.ID, Label: row.Name, Note: joinedWords(row.CreditCode, row.Region), Kind: kindWord(row.Kind)}
	}
	return found, err
}
