package workbench

import (
	dataregister "smartcanal/data/register"
	datarewards "smartcanal/data/rewards"
	datasales "smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/register"
	"smartcanal/screens/rewards"
	"smartcanal/screens/sales"
)

// areas are the areas of work that exist, over one open file of data.
func areas(st *store.Store) []kit.Area {
	organisations := dataregister.New(st)
	trade := datasales.New(st)
	claims := datarewards.New(st, trade)
	return []kit.Area{
		register.Area(organisations, trade),
		sales.Area(trade, organisations),
		rewards.Area(claims, organisations),
	}
}
