package register

import (
	"cmp"
	"context"
	"slices"

	"smartcanal/data/identity"
)

// Sign is why two organisations may be one.
type Sign string

// The signs, the strongest first.
const (
	SameCode  Sign = "same_code"  // the organisation code inside their credit codes
	SameName  Sign = "same_name"  // the same but for place and legal form
	SamePhone Sign = "same_phone" // of people in both
	LikeName  Sign = "like_name"  // nearly the same
)

// Duplicate is a pair of organisations that may be one.
type Duplicate struct {
	First, Second         int64 // ids, the older record first
	FirstName, SecondName string
	Signs                 []Sign
}

// Names of two organisations with so much in common are nearly the same.
const nearlySame = 0.75

// Duplicates proposes pairs that may be one organisation, the surest first. Two different credit codes speak
// against it: then only the same organisation code inside them counts.
func (r *Room) Duplicates(ctx context.Context) ([]Duplicate, error) {
	all, _, err := r.knownNames(ctx)
	if err != nil {
		return nil, err
	}
	phones, err := r.phones(ctx)
	if err != nil {
		return nil, err
	}
	found := pairing{signs: map[[2]int]map[Sign]bool{}}
	found.byKey(all, SameCode, func(k *known) []string { return embeddedCode(k.CreditCode) })
	found.byKey(all, SamePhone, func(k *known) []string { return phones[k.ID] })
	found.byNames(all)
	return found.list(all), nil
}

func embeddedCode(creditCode string) []string {
	if len(creditCode) != identity.CreditCodeLength {
		return nil
	}
	return []string{identity.EmbeddedOrganizationCode(creditCode)}
}

func (r *Room) phones(ctx context.Context) (map[int64][]string, error) {
	var all []Person
	err := r.store.Read(ctx).Select("organization_id", "phone").Where("phone <> ''").Find(&all).Error
	byOrganization := map[int64][]string{}
	for _, person := range all {
		byOrganization[person.OrganizationID] = append(byOrganization[person.OrganizationID], person.Phone)
	}
	return byOrganization, err
}

// pairing collects the signs of each pair of places in the list.
type pairing struct{ signs map[[2]int]map[Sign]bool }

func (p *pairing) note(a, b int, sign Sign) {
	if a == b {
		return
	}
	pair := [2]int{min(a, b), max(a, b)}
	if p.signs[pair] == nil {
		p.signs[pair] = map[Sign]bool{}
	}
	p.signs[pair][sign] = true
}

// A key that more organisations share than this is an agent's telephone, not a sign.
const crowd = 5

func (p *pairing) byKey(all []*known, sign Sign, keys func(*known) []string) {
	holders := map[string][]int{}
	for i, one := range all {
		for _, key := range keys(one) {
			holders[key] = append(holders[key], i)
		}
	}
	for _, group := range holders {
		if len(group) > crowd {
			continue
		}
		for i, a := range group {
			for _, b := range group[i+1:] {
				p.note(a, b, sign)
			}
		}
	}
}

// byNames compares full names with those that share a pair of characters, not all with all.
func (p *pairing) byNames(all []*known) {
	holders := map[string][]int{}
	for i, one := range all {
		if len(one.names) == 0 {
			continue
		}
		shared := map[int]int{}
		for pair := range one.names[0] {
			for _, other := range holders[pair] {
				shared[other]++
			}
			holders[pair] = append(holders[pair], i)
		}
		for other, n := range shared {
			switch score := likeness(n, len(one.names[0]), len(all[other].names[0])); {
			case score == 1:
				p.note(i, other, SameName)
			case score >= nearlySame:
				p.note(i, other, LikeName)
			}
		}
	}
}

var strength = map[Sign]int{SameCode: 8, SameName: 4, SamePhone: 2, LikeName: 1}

func (p *pairing) list(all []*known) []Duplicate {
	var found []Duplicate
	for pair, signs := range p.signs {
		a, b := all[pair[0]], all[pair[1]]
		if a.CreditCode != "" && b.CreditCode != "" && a.CreditCode != b.CreditCode && !signs[SameCode] {
			continue
		}
		duplicate := Duplicate{First: a.ID, Second: b.ID, FirstName: a.Name, SecondName: b.Name}
		for _, sign := range []Sign{SameCode, SameName, SamePhone, LikeName} {
			if signs[sign] {
				duplicate.Signs = append(duplicate.Signs, sign)
			}
		}
		found = append(found, duplicate)
	}
	slices.SortFunc(found, func(a, b Duplicate) int {
		return cmp.Or(cmp.Compare(b.strength(), a.strength()), cmp.Compare(a.First, b.First), cmp.Compare(a.Second, b.Second))
	})
	return found
}

func (d *Duplicate) strength() int {
	sum := 0
	for _, sign := range d.Signs {
		sum += strength[sign]
	}
	return sum
}
