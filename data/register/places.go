package register

import (
	"context"
	"strings"

	"smartcanal/data/pinyin"
	"smartcanal/data/region"
	"smartcanal/data/store"
)

// District is the code of the office's district, "" before one was chosen.
func (r *Room) District(ctx context.Context) (string, error) {
	return r.store.Setting(ctx, store.District)
}

// SearchPlaces finds the district, its towns and villages by a part of the name, pinyin or the first digits of
// the code, towns before villages, at most limit. Without a text it gives the towns.
func (r *Room) SearchPlaces(ctx context.Context, text string, limit int) ([]region.Place, error) {
	district, err := r.District(ctx)
	if err != nil {
		return nil, err
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), ""))
	var higher, villages []region.Place
	for _, place := range region.District(district) {
		switch {
		case len(place.Code) < region.VillageDigits && (text == "" || answers(place, text)):
			higher = append(higher, place)
		case len(place.Code) == region.VillageDigits && text != "" && answers(place, text):
			villages = append(villages, place)
		}
	}
	found := append(higher, villages...)
	return found[:min(limit, len(found))], nil
}

func answers(place region.Place, text string) bool {
	return strings.Contains(place.Name, text) || strings.HasPrefix(place.Code, text) || pinyin.Spell(place.Name).Match(text) >= 0
}
