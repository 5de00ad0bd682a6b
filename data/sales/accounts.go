package sales

import (
	"gorm.io/gorm"

	"smartcanal/data/register"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// accounts knows the payment accounts of the register while lines come in, and gives ids to those
// met for the first time: while a bulk load runs, the connection is busy and cannot be asked.
type accounts struct {
	byNumber map[accountKey]*met
	next     int64
	fresh    []register.PaymentAccount
	hints    map[hintKey]*UnmatchedAccount
	last     *met // lines of one account mostly follow each other
	lastKey  accountKey
}

type accountKey struct{ platform, number string }

type hintKey struct{ file, account int64 }

// met is an account a line can belong to.
type met struct {
	id      int64
	matched bool
}

func loadAccounts(db *gorm.DB) (*accounts, error) {
	var all []register.PaymentAccount
	if err := db.Unscoped().Find(&all).Error; err != nil {
		return nil, err
	}
	a := &accounts{byNumber: make(map[accountKey]*met, len(all)), next: 1, hints: map[hintKey]*UnmatchedAccount{}}
	for _, account := range all {
		a.byNumber[accountKey{account.Platform, account.Number}] = &met{id: account.ID, matched: account.OrganizationID != nil}
		a.next = max(a.next, account.ID+1)
	}
	return a, nil
}

// of gives the id of the account a line belongs to. A line without one belongs to the platform's
// account with the empty number: unmatched, but counted.
func (a *accounts) of(file *FileReport, line *statement.Line) int64 {
	key := accountKey{file.Platform, line.Account}
	account := a.last
	if account == nil || key != a.lastKey {
		account = a.find(key, line)
		a.last, a.lastKey = account, key
	}
	if !account.matched {
		a.hint(file, account.id, line)
	}
	return account.id
}

func (a *accounts) find(key accountKey, line *statement.Line) *met {
	if account, is := a.byNumber[key]; is {
		return account
	}
	account := &met{id: a.next}
	a.next++
	a.byNumber[key] = account
	a.fresh = append(a.fresh, register.PaymentAccount{
		Record: store.Record{ID: account.id}, Platform: key.platform, Number: key.number,
		Name: line.AccountName, ChannelMode: modeOf(key.platform),
	})
	return account
}

// modeOf is the mode an account starts with: in a pay platform's bill the trade type decides,
// an order in a shop on a platform is an online sale.
func modeOf(platform string) string {
	if platform == statement.WeChat || platform == statement.Alipay {
		return register.Mixed
	}
	return register.Online
}

func (a *accounts) hint(file *FileReport, account int64, line *statement.Line) {
	key := hintKey{file.ID, account}
	hint := a.hints[key]
	if hint == nil {
		hint = &UnmatchedAccount{AccountID: account, Platform: file.Platform, Number: line.Account, Name: line.AccountName}
		a.hints[key] = hint
	}
	if hint.Product == "" {
		hint.Product = line.Product
	}
	hint.Lines++
	hint.Net += line.Order - line.RefundOrder
}

// unmatched gives the accounts of a file that nobody has matched, the largest first.
func (a *accounts) unmatched(file int64) []UnmatchedAccount {
	var found []UnmatchedAccount
	for key, hint := range a.hints {
		if key.file == file && !a.byNumber[accountKey{hint.Platform, hint.Number}].matched {
			found = append(found, *hint)
		}
	}
	sortByNet(found)
	return found
}

// save creates the accounts met for the first time; those of a shop the register knows get its organisation.
func (a *accounts) save(tx *store.Tx) error {
	for i := range a.fresh {
		account := &a.fresh[i]
		if err := register.AddMetAccount(tx, account); err != nil {
			return err
		}
		if account.OrganizationID != nil {
			a.byNumber[accountKey{account.Platform, account.Number}].matched = true
		}
	}
	return nil
}

// nameless tells whether an account stands for "the file did not tell".
func (a *accounts) nameless(id int64) bool {
	for key, account := range a.byNumber {
		if account.id == id {
			return key.number == ""
		}
	}
	return false
}
