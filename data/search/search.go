// Package search finds records of every area by any part of their names, numbers and pinyin, and lines of
// statements by any part of their numbers or products. Records are indexed in the write that makes them (triggers of
// migration 0007); lines follow right after an import, block by block. Decision 0007 tells why.
package search

import (
	"context"
	"database/sql"
	"strings"

	"smartcanal/data/grams"
	"smartcanal/data/store"
)

// Kind is a sort of record that can be found.
type Kind string

// The kinds, as the view searched of the migrations names them.
const (
	Organization Kind = "organization"
	Person       Kind = "person"
	Phone        Kind = "phone" // the record is the person
	Shop         Kind = "shop"
	Account      Kind = "account"
	File         Kind = "file"
	Rule         Kind = "rule"
	Claim        Kind = "claim"
	Task         Kind = "task"
	Meeting      Kind = "meeting"
	Topic        Kind = "topic"
	Policy       Kind = "policy"
	Trip         Kind = "trip"
	Chronicle    Kind = "chronicle"
	Batch        Kind = "batch" // an import
	Scheme       Kind = "scheme"
	Attachment   Kind = "attachment"
	Notice       Kind = "notice" // a published one
)

// Index is the search index of one file of data.
type Index struct {
	store *store.Store
}

// New is the index of a file of data.
func New(st *store.Store) *Index { return &Index{store: st} }

// Records gives the ids of a kind's records that hold all words of a text, the last changed first; at most limit.
func (x *Index) Records(ctx context.Context, kind Kind, text string, limit int) ([]int64, error) {
	words := grams.Words(text)
	if len(words) == 0 {
		return nil, nil
	}
	from, args := records(kind, words)
	return column[int64](ctx, x.store.SQL(), `SELECT s.record FROM `+from+` ORDER BY s.id DESC LIMIT ?`, append(args, limit)...)
}

// Holding is the same as a part of a condition: a SELECT of the ids, with its arguments, to stand behind IN.
func Holding(kind Kind, words []string) (string, []any) {
	from, args := records(kind, words)
	return `(SELECT s.record FROM ` + from + `)`, args
}

// records looks up pairs and reads what has them again: pairs need not stand together.
func records(kind Kind, words []string) (string, []any) {
	from, where, args := "search_records s", []string{"s.kind = ?"}, []any{string(kind)}
	if match := grams.Match(words); match != "" {
		from += " JOIN search_words w ON w.rowid = s.id"
		where, args = append(where, "w.search_words MATCH ?"), append(args, match)
	}
	for _, word := range words {
		where, args = append(where, "instr(s.text, ?) > 0"), append(args, word)
	}
	return from + " WHERE " + strings.Join(where, " AND "), args
}

// asked is a pool, a connection or a transaction that answers.
type asked interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// column reads the only column of an answer.
func column[T any](ctx context.Context, db asked, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var one T
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
