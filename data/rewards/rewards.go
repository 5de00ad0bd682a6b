// Package rewards turns the reward measure into rules and claims into amounts.
//
// A Scheme is a measure with its Rules. A rule counts by Measures, lets pass by Gates, comes to an amount by
// its Terms, one type and one file for each Kind, and is held to limits (assets/docs/decisions/0009).
// Compute applies a rule to Evidence and gives a Trace: every step with what was taken, from where, by
// which clause, and what came out. It is pure; Settle does the same for all claims at once. A claim keeps its
// trace frozen, measure and evidence included, so that what was paid can be computed again when everything else
// has changed since.
//
// A claim goes through the stages of Stages. Who handles it at which is kept and never changed; entry,
// review and approval are done by different people (see duties.go).
package rewards

import (
	"context"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/sales"
	"smartcanal/data/store"
)

// Sales is what this room needs of the sales: verified online sales, order basis, fen.
type Sales interface {
	// VerifiedByMonth gives a year's sales of an organisation by month (yyyymm) and platform.
	VerifiedByMonth(ctx context.Context, organizationID int64, year int) ([]sales.MonthFigure, error)
	// VerifiedByYear gives the sales of every year there are lines of.
	VerifiedByYear(ctx context.Context, organizationID int64) (map[int]money.Fen, error)
	// Figures gives sales of any selection by organisation, month and platform.
	Figures(ctx context.Context, q sales.FigureQuery) ([]sales.Figure, error)
}

// Room is the reward office of one file of data.
type Room struct {
	store *store.Store
	sales Sales
}

// New opens the room over a file of data and the sales in it.
func New(st *store.Store, verified Sales) *Room { return &Room{store: st, sales: verified} }

// Now is the time of the file's clock.
func (r *Room) Now() time.Time { return r.store.Now() }
