package register

import (
	"strings"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
)

// plannedRecords are what an entry will write.
type plannedRecords struct {
	organization *Organization
	write        bool // the organisation itself is new or changed
	people       []*Person
	shops        []*Shop
	accounts     []*PaymentAccount
}

// The order in which changes of an organisation's fields are told.
var fieldOrder = []string{
	FieldName, FieldShortName, FieldKind, FieldCreditCode, FieldLegalForm, FieldFoundedOn, FieldIndustry, FieldAboveQuota,
	FieldStatus, FieldStanding, FieldRegion, FieldAddress, FieldNote,
}

// planned compares a draft with the register.
func (k *knownRecords) planned(d *draft) (*LedgerEntry, error) {
	target, err := k.target(d)
	if err != nil {
		return nil, err
	}
	o := Organization{Status: Active, Kind: guessedKind(d.given[FieldName], d.given[FieldCreditCode])}
	if target != nil {
		o = *target
	}
	entry := &LedgerEntry{Rows: d.rows, records: plannedRecords{organization: &o}}
	entry.setFields(d.given, target == nil)
	if err := first(o.Check(localDay(k.now))); err != nil {
		return nil, err
	}
	entry.Name, entry.CreditCode = o.Name, o.CreditCode
	if err := k.planBelongings(entry, d); err != nil {
		return nil, err
	}
	switch {
	case target == nil:
		entry.Outcome = Added
	case len(entry.Changes) > 0:
		entry.Outcome = Changed
	default:
		entry.Outcome = Unchanged
	}
	return entry, nil
}

func (e *LedgerEntry) change(field, before, after string) {
	e.Changes = append(e.Changes, FieldChange{field, before, after})
}

func (e *LedgerEntry) setFields(given map[string]string, isNew bool) {
	fields := e.records.organization.fields()
	e.records.write = isNew
	for _, name := range fieldOrder {
		value, ok := given[name]
		if !ok || !isNew && value == *fields[name] {
			continue
		}
		before := *fields[name]
		if isNew {
			before = ""
		}
		*fields[name] = value
		if value == "" && isNew {
			continue // 限上 "no" is nothing to tell of a new one
		}
		e.change(name, before, value)
		e.records.write = true
	}
}

func (k *knownRecords) planBelongings(e *LedgerEntry, d *draft) error {
	id := e.records.organization.ID
	for _, person := range d.people {
		if err := first(person.Check()); err != nil {
			return err
		}
		e.planPerson(k.people[id], person)
	}
	for _, shop := range d.shops {
		if err := first(shop.Check(localDay(k.now))); err != nil {
			return err
		}
		e.planShop(k.shops[id], shop)
	}
	for _, account := range d.accounts {
		if err := k.planAccount(e, account); err != nil {
			return err
		}
	}
	for _, account := range e.records.accounts {
		k.claimed[accountNumber{account.Platform, account.Number}] = e.Name
	}
	return nil
}

// planPerson knows a person again by role and name, or as the only one in the role.
func (e *LedgerEntry) planPerson(known []Person, given Person) {
	var same []Person
	for _, one := range known {
		if one.Role != given.Role {
			continue
		}
		if one.Name == given.Name {
			same = []Person{one}
			break
		}
		same = append(same, one)
	}
	if len(same) != 1 {
		e.change(FieldPerson, "", given.shown())
		e.records.people = append(e.records.people, &given)
		return
	}
	changed := same[0]
	if given.Name != "" {
		changed.Name = given.Name
	}
	if given.Phone != "" {
		changed.Phone = given.Phone
	}
	if changed != same[0] {
		e.change(FieldPerson, same[0].shown(), changed.shown())
		e.records.people = append(e.records.people, &changed)
	}
}

// shown masks the telephone, because previews are looked at over shoulders.
func (p *Person) shown() string {
	return strings.TrimSpace(p.Role + " " + p.Name + " " + identity.MaskPhone(p.Phone))
}

// planShop knows a shop again by its number, else by its name.
func (e *LedgerEntry) planShop(known []Shop, given Shop) {
	for _, one := range e.records.shops {
		if one.Platform == given.Platform && one.Name == given.Name {
			return // given twice, once with each of two accounts
		}
	}
	for _, one := range known {
		byNumber := given.Number != "" && one.Number == given.Number
		byName := one.Name == given.Name && (given.Number == "" || one.Number == "")
		if one.Platform != given.Platform || !byNumber && !byName {
			continue
		}
		before := one
		one.Name = given.Name
		one.Number = or(given.Number, one.Number)
		one.OpenedOn = or(given.OpenedOn, one.OpenedOn)
		if one != before {
			e.change(FieldShop, before.shown(), one.shown())
			e.records.shops = append(e.records.shops, &one)
		}
		return
	}
	e.change(FieldShop, "", given.shown())
	e.records.shops = append(e.records.shops, &given)
}

func (s *Shop) shown() string {
	return strings.Join(strings.Fields(s.Platform+" "+s.Name+" "+s.Number+" "+s.OpenedOn), " ")
}

func or(value, otherwise string) string {
	if value != "" {
		return value
	}
	return otherwise
}

func (k *knownRecords) planAccount(e *LedgerEntry, given PaymentAccount) error {
	key := accountNumber{given.Platform, given.Number}
	for _, one := range e.records.accounts {
		if one.Platform == given.Platform && one.Number == given.Number {
			return nil
		}
	}
	if name, ok := k.claimed[key]; ok && given.Number != "" {
		return problem.New("register.account_taken", "number", given.Number, "name", name).At(0, FieldAccount)
	}
	account, id := given, e.records.organization.ID
	if known := k.accounts[key]; known != nil {
		if known.OrganizationID != nil && *known.OrganizationID != id {
			return problem.New("register.account_taken", "number", given.Number, "name", k.nameOf(*known.OrganizationID)).At(0, FieldAccount)
		}
		account = *known
		account.ChannelMode = or(given.ChannelMode, known.ChannelMode)
		if known.OrganizationID != nil && account.ChannelMode == known.ChannelMode {
			return nil
		}
	}
	account.ChannelMode = or(account.ChannelMode, Mixed)
	if err := first(account.Check()); err != nil {
		return err
	}
	before := ""
	if known := k.accounts[key]; known != nil && known.OrganizationID != nil {
		before = known.shown()
	}
	e.change(FieldAccount, before, account.shown())
	e.records.accounts = append(e.records.accounts, &account)
	return nil
}

func (k *knownRecords) nameOf(id int64) string {
	if o := k.byID[id]; o != nil {
		return o.Name
	}
	return ""
}

func (a *PaymentAccount) shown() string { return a.Platform + " " + a.Number + " " + a.ChannelMode }
