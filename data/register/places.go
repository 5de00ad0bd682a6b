package register

import (
	"context"

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
	return region.Within(district, text, limit), nil
}
