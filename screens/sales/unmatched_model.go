package sales

import (
	"context"
	"slices"

	"smartcanal/data/register"
	"smartcanal/data/sales"
)

// unmatchedModel is the queue of accounts nobody has matched, and the one that is worked on.
type unmatchedModel struct {
	rooms
	Queue []sales.UnmatchedAccount
	at    int
}

func newUnmatchedModel(r rooms) *unmatchedModel { return &unmatchedModel{rooms: r} }

// Load reads the queue; it may run beside the UI.
func (m unmatchedModel) Load(ctx context.Context) ([]sales.UnmatchedAccount, error) {
	return m.sales.UnmatchedQueue(ctx)
}

// Show takes what Load found and stays on the account that was worked on, or at its place where it is done.
func (m *unmatchedModel) Show(queue []sales.UnmatchedAccount) {
	before := m.Account()
	m.Queue = queue
	if before != nil {
		if row := slices.IndexFunc(queue, func(a sales.UnmatchedAccount) bool { return a.AccountID == before.AccountID }); row >= 0 {
			m.at = row
		}
	}
	m.at = max(0, min(m.at, len(queue)-1))
}

// Row is the place of the account that is worked on.
func (m *unmatchedModel) Row() int { return m.at }

// Choose works on another account.
func (m *unmatchedModel) Choose(row int) { m.at = max(0, min(row, len(m.Queue)-1)) }

// Account is the one worked on, nil when the queue is empty.
func (m *unmatchedModel) Account() *sales.UnmatchedAccount {
	if m.at >= len(m.Queue) {
		return nil
	}
	return &m.Queue[m.at]
}

// about is what helps to tell whose an account is.
type about struct {
	Mode    string
	Similar []register.Similar
	Lines   []sales.TransactionLine
}

const (
	mostSimilar = 4
	mostLines   = 6
)

// About gathers what is known of an account; it may run beside the UI.
func (m unmatchedModel) About(ctx context.Context, account sales.UnmatchedAccount) (about, error) {
	var a about
	kept, err := m.sales.Account(ctx, account.AccountID)
	if err != nil {
		return a, err
	}
	a.Mode = kept.ChannelMode
	if a.Similar, err = m.register.SimilarOrganizations(ctx, hintName(account), mostSimilar); err != nil {
		return a, err
	}
	ids, err := m.sales.LineIDs(ctx, sales.LineFilter{AccountID: account.AccountID}, nil)
	if err != nil {
		return a, err
	}
	if len(ids) > 0 {
		a.Lines, err = m.sales.Lines(ctx, ids[:min(mostLines, len(ids))])
	}
	return a, err
}

// Assign gives an account and all its lines to an organisation, in a mode; "" leaves the account's own.
func (m unmatchedModel) Assign(ctx context.Context, accountID, organizationID int64, mode string) error {
	account, err := m.sales.Account(ctx, accountID)
	if err != nil {
		return err
	}
	account.OrganizationID = &organizationID
	if mode != "" {
		account.ChannelMode = mode
	}
	return m.register.SaveAccount(ctx, m.actor, &account)
}

// AssignToNew creates an organisation and gives it the account, in a mode; "" leaves the account's own.
func (m unmatchedModel) AssignToNew(ctx context.Context, accountID int64, o *register.Organization, mode string) error {
	if mode != "" {
		if err := m.SetMode(ctx, accountID, mode); err != nil {
			return err
		}
	}
	return m.register.AssignToNew(ctx, m.actor, []int64{accountID}, o)
}

// SetMode says whether an account's sales are online, in person, or as each line says.
func (m unmatchedModel) SetMode(ctx context.Context, accountID int64, mode string) error {
	account, err := m.sales.Account(ctx, accountID)
	if err != nil || account.ChannelMode == mode {
		return err
	}
	account.ChannelMode = mode
	return m.register.SaveAccount(ctx, m.actor, &account)
}
