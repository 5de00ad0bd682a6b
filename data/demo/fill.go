package demo

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sheet"
	"smartcanal/data/store"
)

// District is the demo's: 运河区, where the programme comes from.
const District = "130903"

// Office is the demo's office.
const Office = "运河区商务局"

// Fill brings the demo's files into an empty file of data by the doors real files go through: the ledger
// first, so that the accounts it knows match, then the statements. It gives the report of the statements.
func Fill(ctx context.Context, st *store.Store, files Files, actor store.Actor, progress func(sales.Progress)) (sales.Report, error) {
	err := st.Write(ctx, actor, "demo.fill", func(tx *store.Tx) error {
		if err := tx.SetSetting(store.Demo, "1"); err != nil {
			return err
		}
		if err := tx.SetSetting(store.Office, Office); err != nil {
			return err
		}
		return register.SetDistrict(tx, District)
	})
	if err != nil {
		return sales.Report{}, err
	}
	if err := takeLedger(ctx, st, files.Ledger, actor); err != nil {
		return sales.Report{}, err
	}
	sources := make([]sales.Source, len(files.Statements))
	for i, path := range files.Statements {
		sources[i] = sales.Source{Path: path}
	}
	return sales.New(st).Import(ctx, actor, sources, progress)
}

func takeLedger(ctx context.Context, st *store.Store, path string, actor store.Actor) error {
	file, err := sheet.Open(ctx, path)
	if err != nil {
		return err
	}
	defer file.Close()
	if len(file.Tables) == 0 {
		return problem.New("file.empty").In(path)
	}
	room := register.New(st)
	plan, err := room.PreviewLedger(ctx, file.Tables[0])
	if err != nil {
		return err
	}
	return room.ApplyLedger(ctx, actor, plan)
}

// Seed is the demo's: everybody sees the same invented district.
const Seed = 20151116
