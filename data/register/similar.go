package register

import (
	"cmp"
	"context"
	"slices"

	"smartcanal/data/store"
)

// Similar is an organisation whose name, short name or shop is like the one asked about.
type Similar struct {
	ID         int64
	Name       string
	CreditCode string
	Likeness   float64 // 0 to 1; 1: the same but for place and legal form
}

// Names with less in common are not worth a person's look.
const leastLikeness = 0.3

// SimilarOrganizations gives the living organisations with names like name (of an account, a shop, a product
// line), the most alike first, at most limit.
func (r *Room) SimilarOrganizations(ctx context.Context, name string, limit int) ([]Similar, error) {
	known, places, err := r.knownNames(ctx)
	if err != nil {
		return nil, err
	}
	asked := pairsOf(core(name, places))
	var found []Similar
	for _, one := range known {
		if score := one.likenessTo(asked); score >= leastLikeness {
			found = append(found, Similar{one.ID, one.Name, one.CreditCode, score})
		}
	}
	slices.SortStableFunc(found, func(a, b Similar) int { return cmp.Compare(b.Likeness, a.Likeness) })
	return found[:min(limit, len(found))], nil
}

// known is an organisation under all the names it goes by.
type known struct {
	ID         int64
	Name       string
	ShortName  string
	CreditCode string
	names      []pairs
}

// likenessTo is that of the name that is most alike. A name that lies wholly inside the other counts for
// more than its share: 老号 of 老号食品.
func (k *known) likenessTo(asked pairs) float64 {
	best := 0.0
	for _, name := range k.names {
		shared := name.shared(asked)
		best = max(best, likeness(shared, len(name), len(asked)))
		if shorter := min(len(name), len(asked)); shorter > 0 && shared == shorter {
			best = max(best, 0.8)
		}
	}
	return best
}

// knownNames reads all names; a register is thousands of rows, and a person waits for the answer once.
func (r *Room) knownNames(ctx context.Context) ([]*known, []string, error) {
	district, err := r.store.Setting(ctx, store.District)
	if err != nil {
		return nil, nil, err
	}
	places := placeNames(district)
	db := r.store.Read(ctx)
	var all []*known
	if err := db.Model(&Organization{}).Order("id").Find(&all).Error; err != nil {
		return nil, nil, err
	}
	byID := make(map[int64]*known, len(all))
	for _, one := range all {
		byID[one.ID] = one
		one.add(one.Name, places)
		one.add(one.ShortName, places)
	}
	var shops []Shop
	if err := db.Select("organization_id", "name").Find(&shops).Error; err != nil {
		return nil, nil, err
	}
	for _, shop := range shops {
		if one := byID[shop.OrganizationID]; one != nil {
			one.add(shop.Name, places)
		}
	}
	return all, places, nil
}

func (k *known) add(name string, places []string) {
	if set := pairsOf(core(name, places)); len(set) > 0 {
		k.names = append(k.names, set)
	}
}
