package rewards

import (
	"context"
	"slices"

	"smartcanal/data/document"
	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// PaymentsModel is the page of payments: what may go into a batch, the batches, and the payments of the one chosen.
type PaymentsModel struct {
	office *office
	batch  int64 // the one chosen, 0 for the newest
	left   map[int64]bool
}

// NewPaymentsModel begins with the newest batch, and with everything that can be paid taken in.
func NewPaymentsModel(o *office) *PaymentsModel {
	return &PaymentsModel{office: o, left: map[int64]bool{}}
}

// Payments is what the page shows.
type Payments struct {
	Payable    []rewards.ClaimRow
	Batches    []rewards.BatchRow
	Chosen     rewards.BatchRow // its ID is 0 where there is none
	Lines      []rewards.PaymentRow
	Mismatches []rewards.Mismatch
}

// Load reads the page. Call it off the UI goroutine with a copy of the model.
func (m PaymentsModel) Load(ctx context.Context) (Payments, error) {
	var p Payments
	ids, err := m.office.claims.Payable(ctx)
	if err != nil {
		return p, err
	}
	if p.Payable, err = m.office.claims.Claims(ctx, ids); err != nil {
		return p, err
	}
	if p.Batches, err = m.office.claims.Batches(ctx); err != nil || len(p.Batches) == 0 {
		return p, err
	}
	p.Chosen = p.Batches[0]
	if i := slices.IndexFunc(p.Batches, func(b rewards.BatchRow) bool { return b.ID == m.batch }); i >= 0 {
		p.Chosen = p.Batches[i]
	}
	if p.Lines, err = m.office.claims.PaymentsOf(ctx, p.Chosen.ID); err != nil {
		return p, err
	}
	p.Mismatches, err = m.office.claims.Reconcile(ctx)
	return p, err
}

// Choose shows the payments of a batch.
func (m *PaymentsModel) Choose(batch int64) { m.batch = batch }

// Included tells whether a claim goes into the next batch; one without an account cannot.
func (m *PaymentsModel) Included(claim rewards.ClaimRow) bool {
	return !m.left[claim.ID] && claim.Payee.Known()
}

// Include takes a claim in or leaves it out.
func (m *PaymentsModel) Include(id int64, in bool) { m.left[id] = !in }

// Sum counts and adds up what goes into the next batch.
func (m *PaymentsModel) Sum(payable []rewards.ClaimRow) (n int, sum money.Fen) {
	for _, claim := range payable {
		if m.Included(claim) {
			n++
			sum += claim.Amount
		}
	}
	return n, sum
}

// List makes a batch of what is taken in, and chooses it.
func (m *PaymentsModel) List(ctx context.Context, person, title string, payable []rewards.ClaimRow) (int64, error) {
	var held []rewards.Held
	for _, claim := range payable {
		if m.Included(claim) {
			held = append(held, rewards.Held{ID: claim.ID, Version: claim.Version})
		}
	}
	batch, err := m.office.claims.ListPayments(ctx, store.Actor(person), title, held...)
	if err != nil {
		return 0, err
	}
	return batch.ID, nil
}

// Open are the payments of the chosen batch the bank has not answered for.
func (p Payments) Open() []rewards.PaymentRow {
	return slices.DeleteFunc(slices.Clone(p.Lines), func(row rewards.PaymentRow) bool { return row.State != rewards.ToBePaid })
}

// MarkPaid keeps that payments arrived on a day.
func (m *PaymentsModel) MarkPaid(ctx context.Context, person, day, receipt string, rows ...rewards.PaymentRow) error {
	return m.office.claims.MarkPaid(ctx, store.Actor(person), transfers(rows, rewards.Transfer{Day: day, Receipt: receipt})...)
}

// MarkBounced keeps that the bank returned a payment.
func (m *PaymentsModel) MarkBounced(ctx context.Context, person, day, reason string, row rewards.PaymentRow) error {
	return m.office.claims.MarkBounced(ctx, store.Actor(person), transfers([]rewards.PaymentRow{row}, rewards.Transfer{Day: day, Reason: reason})...)
}

func transfers(rows []rewards.PaymentRow, of rewards.Transfer) []rewards.Transfer {
	list := make([]rewards.Transfer, len(rows))
	for i, row := range rows {
		list[i] = of
		list[i].ID, list[i].Version = row.Payment.ID, row.Payment.Version
	}
	return list
}

// SaveList writes the bank's list of a batch.
func (m *PaymentsModel) SaveList(ctx context.Context, path string, batch int64) error {
	return m.office.claims.SaveBankList(ctx, path, batch)
}

// Request makes the request for a batch's money.
func (m *PaymentsModel) Request(ctx context.Context, batch int64, terms rewards.RequestTerms) (*document.Paper, error) {
	return m.office.claims.PaymentRequest(ctx, batch, terms)
}
