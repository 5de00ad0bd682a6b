package register

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/store"
)

// knownRecords is the register as a ledger is compared with it: a few thousand organisations.
type knownRecords struct {
	now      time.Time
	byCode   map[string]*Organization
	byName   map[string][]*Organization
	byID     map[int64]*Organization
	people   map[int64][]Person
	shops    map[int64][]Shop
	accounts map[accountNumber]*PaymentAccount
	claimed  map[accountNumber]string // accounts earlier entries of the same ledger take, by whom
	district string
	places   []region.Place
}

type accountNumber struct{ platform, number string }

func (r *Room) knownRecords(ctx context.Context) (*knownRecords, error) {
	district, err := r.store.Setting(ctx, store.District)
	if err != nil {
		return nil, err
	}
	k := &knownRecords{
		now: time.Now(), district: district, places: region.District(district), byCode: map[string]*Organization{}, byName: map[string][]*Organization{},
		byID: map[int64]*Organization{}, people: map[int64][]Person{}, shops: map[int64][]Shop{},
		accounts: map[accountNumber]*PaymentAccount{}, claimed: map[accountNumber]string{},
	}
	return k, k.load(r.store.Read(ctx))
}

func (k *knownRecords) load(db *gorm.DB) error {
	var organizations []*Organization
	var people []Person
	var shops []Shop
	var accounts []*PaymentAccount
	for _, list := range []any{&organizations, &people, &shops, &accounts} {
		if err := db.Order("id").Find(list).Error; err != nil {
			return err
		}
	}
	for _, o := range organizations {
		k.byID[o.ID] = o
		k.byName[o.Name] = append(k.byName[o.Name], o)
		if o.CreditCode != "" {
			k.byCode[o.CreditCode] = o
		}
	}
	for _, person := range people {
		k.people[person.OrganizationID] = append(k.people[person.OrganizationID], person)
	}
	for _, shop := range shops {
		k.shops[shop.OrganizationID] = append(k.shops[shop.OrganizationID], shop)
	}
	for _, account := range accounts {
		k.accounts[accountNumber{account.Platform, account.Number}] = account
	}
	return nil
}

// place finds the code of a place of the district by its code, its name, the beginning of its name, or names
// one behind the other (市场街道顺河社区). Of places with one name the higher counts.
func (k *knownRecords) place(text string) (string, error) {
	wanted := strings.NewReplacer(" ", "", "·", "", "-", "").Replace(text)
	for _, above := range strings.Fields(region.Path(k.district)) {
		wanted = strings.TrimPrefix(wanted, above)
	}
	if wanted == "" && k.district != "" {
		return k.district, nil
	}
	town, begun := region.Place{}, ""
	for _, place := range k.places {
		if len(place.Code) == region.TownDigits {
			town = place
		}
		if wanted == place.Code || wanted == place.Name || wanted == town.Name+place.Name {
			return place.Code, nil
		}
		if begun == "" && len([]rune(wanted)) >= 2 && (strings.HasPrefix(place.Name, wanted) || strings.HasPrefix(town.Name+place.Name, wanted)) {
			begun = place.Code
		}
	}
	if begun == "" {
		return "", problem.New("register.unknown_place", "value", text)
	}
	return begun, nil
}

// target finds the organisation a draft is about, nil for a new one.
func (k *knownRecords) target(d *draft) (*Organization, error) {
	code, name := d.given[FieldCreditCode], d.given[FieldName]
	if o := k.byCode[code]; o != nil && code != "" {
		return o, nil
	}
	if name == "" {
		return nil, problem.New("register.name_missing").At(0, FieldName)
	}
	same := k.byName[name]
	if code != "" {
		for _, o := range same {
			if o.CreditCode != "" {
				return nil, problem.New("register.ledger_other_code", "name", name, "code", o.CreditCode).At(0, FieldCreditCode)
			}
		}
	}
	if len(same) > 1 {
		return nil, problem.New("register.ledger_ambiguous", "name", name, "count", len(same)).At(0, FieldName)
	}
	if len(same) == 1 {
		return same[0], nil
	}
	return nil, nil
}
