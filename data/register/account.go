package register

import (
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/store"
)

// What the sales of a payment account are: online, paid in a shop, or as each line's trade type says.
const (
	Online   = "online"
	InPerson = "in_person"
	Mixed    = "mixed"
)

// ChannelModes are all modes of a payment account, in the order a form offers them.
var ChannelModes = []string{Online, InPerson, Mixed}

// PaymentAccount is where money arrives: a merchant number, a store's number, a shop whose orders are read.
type PaymentAccount struct {
	store.Record
	OrganizationID *int64 // nil: nobody knows yet whose it is
	Platform       string // one of Platforms
	Number         string // "" where the file does not tell
	Name           string // shop or product met with it, a hint for matching
	ChannelMode    string // one of ChannelModes
}

// BelongTo hands the account to another organisation.
func (a *PaymentAccount) BelongTo(organizationID int64) { a.OrganizationID = &organizationID }

// FindAccount gives the account with a number on a platform, nil if there is none.
func FindAccount(db *gorm.DB, platform, number string) (*PaymentAccount, error) {
	var account PaymentAccount
	err := db.Where("platform = ? AND number = ?", platform, number).First(&account).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return &account, err
}

// AddMetAccount creates an account met in a statement. Where the register knows a shop of that platform and
// number, or else exactly one organisation's shops of that name, the account is its organisation's.
func AddMetAccount(tx *store.Tx, account *PaymentAccount) error {
	if account.OrganizationID == nil {
		owner, err := shopOwner(tx, account)
		if err != nil {
			return err
		}
		account.OrganizationID = owner
	}
	return tx.Create(account).Error
}

func shopOwner(tx *store.Tx, account *PaymentAccount) (*int64, error) {
	if account.Number != "" {
		owner, err := soleOwner(tx, "platform = ? AND number = ?", account.Platform, account.Number)
		if owner != nil || err != nil {
			return owner, err
		}
	}
	if account.Name == "" {
		return nil, nil
	}
	return soleOwner(tx, "platform = ? AND name = ?", account.Platform, account.Name)
}

// soleOwner gives the organisation of the shops asked for, nil if none or several have such shops.
func soleOwner(tx *store.Tx, where string, args ...any) (*int64, error) {
	var owners []int64
	err := tx.Model(&Shop{}).Where(where, args...).Distinct().Limit(2).Pluck("organization_id", &owners).Error
	if err != nil || len(owners) != 1 {
		return nil, err
	}
	return &owners[0], nil
}

// claimUnmatched gives the accounts nobody knew to the organisation whose shop turns out to be theirs.
func claimUnmatched(tx *store.Tx, shop *Shop) error {
	if shop.Number == "" {
		return nil
	}
	account, err := FindAccount(tx.DB, shop.Platform, shop.Number)
	if err != nil || account == nil || account.OrganizationID != nil {
		return err
	}
	account.BelongTo(shop.OrganizationID)
	return store.Update(tx, account)
}
