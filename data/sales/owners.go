package sales

import (
	"context"

	"smartcanal/data/register"
)

// StartingMode is the mode the account starts with: see register.ChannelModes.
func (a UnmatchedAccount) StartingMode() string { return modeOf(a.Platform) }

// Account gives a payment account.
func (r *Room) Account(ctx context.Context, id int64) (register.PaymentAccount, error) {
	var account register.PaymentAccount
	err := r.store.Read(ctx).First(&account, id).Error
	return account, err
}

// Accounts gives the payment accounts met or registered on a platform that have a number, by number.
func (r *Room) Accounts(ctx context.Context, platform string) ([]register.PaymentAccount, error) {
	var accounts []register.PaymentAccount
	err := r.store.Read(ctx).Where("platform = ? AND number <> ''", platform).Order("number").Find(&accounts).Error
	return accounts, err
}

// Owners gives the short names of the organisations a platform's accounts belong to, by the accounts' numbers.
func (r *Room) Owners(ctx context.Context, platform string) (map[string]string, error) {
	var found []struct{ Number, Name string }
	err := r.store.Read(ctx).Raw(`SELECT a.number, COALESCE(NULLIF(o.short_name, ''), o.name) AS name
		FROM payment_accounts a JOIN organizations o ON o.id = a.organization_id
		WHERE a.platform = ?`, platform).Scan(&found).Error
	owners := make(map[string]string, len(found))
	for _, one := range found {
		owners[one.Number] = one.Name
	}
	return owners, err
}
