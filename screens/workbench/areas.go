package workbench

import (
	"context"
	"fmt"

	"smartcanal/data/money"
	datarewards "smartcanal/data/rewards"
	datasales "smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/chronicle"
	"smartcanal/screens/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/register"
	"smartcanal/screens/rewards"
	"smartcanal/screens/sales"
	"smartcanal/screens/today"
	"smartcanal/screens/wording"
)

// areas are the areas of work that exist, over one open file of data, for the person at work.
func areas(st *store.Store, actor store.Actor) []kit.Area {
	claims := datarewards.New(st, datasales.New(st))
	return []kit.Area{
		today.Area(st, actor),
		register.Area(st, actor, register.WithClaims(underWay(claims))),
		sales.Area(st, actor),
		rewards.Area(st, actor),
		council.Area(st, actor),
		chronicle.Area(st, actor),
	}
}

// underWay tells the claims of an organisation that have not ended, for its page in the register, which
// does not know rewards.
func underWay(room *datarewards.Room) register.ClaimsFunc {
	return func(ctx context.Context, organizationID int64) (register.Claims, error) {
		ids, err := room.ClaimIDs(ctx, datarewards.ClaimFilter{OrganizationID: organizationID, Open: true}, nil)
		if err != nil || len(ids) == 0 {
			return register.Claims{}, err
		}
		rows, err := room.Claims(ctx, ids)
		if err != nil || len(rows) == 0 {
			return register.Claims{}, err
		}
		return figure(rows), nil
	}
}

// figure words claims as a key figure: how many, how much, and the latest of them.
func figure(rows []datarewards.ClaimRow) register.Claims {
	var sum money.Fen
	latest := rows[0]
	for _, row := range rows {
		sum += row.Amount
		if row.ID > latest.ID {
			latest = row
		}
	}
	stage := wording.Text("rewards.stage." + string(latest.Stage))
	return register.Claims{
		Value: wording.Text("workbench.claims", "n", len(rows), "amount", sum.Wan()),
		Note:  wording.Text("workbench.claim", "number", latest.Number, "title", latest.Title, "stage", stage),
		Link:  fmt.Sprintf("smartcanal://claim/%d", latest.ID),
	}
}
