package store

import (
	"context"
	"database/sql/driver"
	"sync"

	"modernc.org/sqlite"
)

// Each gives the columns of a query's rows to use, from within SQLite: half the time of reading them one by
// one (measured: 0.35 s against 0.75 s for a million numbers). from is what stands behind FROM, args are its own.
//
// Values are int64, float64, string, []byte or nil; texts are good until use returns. An error of use ends the query.
// use must not ask the store.
func (s *Store) Each(ctx context.Context, columns, from string, args []any, use func(row []driver.Value) error) error {
	number, done := visits.open(use)
	defer done()
	var nothing any
	err := s.readSQL.QueryRowContext(ctx, `SELECT each_row(?, `+columns+`) FROM `+from, append([]any{number}, args...)...).Scan(&nothing)
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// visits hands rows to the Each that asked for them: SQLite knows one function by name only.
var visits = &visitRegistry{waiting: map[int64]func([]driver.Value) error{}}

func init() {
	sqlite.MustRegisterFunction("each_row", &sqlite.FunctionImpl{NArgs: -1, VolatileArgs: true,
		MakeAggregate: func(sqlite.FunctionContext) (sqlite.AggregateFunction, error) { return &visit{}, nil }})
}

type visitRegistry struct {
	mu      sync.Mutex
	count   int64
	waiting map[int64]func([]driver.Value) error
}

func (r *visitRegistry) open(use func([]driver.Value) error) (int64, func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count++
	number := r.count
	r.waiting[number] = use
	return number, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.waiting, number)
	}
}

func (r *visitRegistry) of(number int64) func([]driver.Value) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.waiting[number]
}

// visit is one Each as an aggregate: its steps are the rows.
type visit struct{ use func([]driver.Value) error }

func (v *visit) Step(_ *sqlite.FunctionContext, row []driver.Value) error {
	if v.use == nil {
		v.use = visits.of(row[0].(int64))
	}
	return v.use(row[1:])
}

func (v *visit) WindowInverse(*sqlite.FunctionContext, []driver.Value) error { return nil }

func (v *visit) WindowValue(*sqlite.FunctionContext) (driver.Value, error) { return nil, nil }

func (v *visit) Final(*sqlite.FunctionContext) {}
