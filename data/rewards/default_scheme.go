package rewards

import (
	"context"

	"smartcanal/assets"
	"smartcanal/data/store"
)

// DefaultScheme is the measure a new file begins with, under the district's name: 运河区电子商务发展奖励办法.
func DefaultScheme(district string) (Scheme, error) {
	scheme, err := ReadScheme(assets.RewardScheme)
	scheme.Title = district + scheme.Title
	return scheme, err
}

// Seed adds the default measure to a file that has none, and gives the measures there are. The first run
// and the demo call it; calling it again changes nothing.
func (r *Room) Seed(ctx context.Context, actor store.Actor, district string) ([]Scheme, error) {
	schemes, err := r.Schemes(ctx)
	if err != nil || len(schemes) > 0 {
		return schemes, err
	}
	scheme, err := DefaultScheme(district)
	if err != nil {
		return nil, err
	}
	if err := r.AddScheme(ctx, actor, &scheme); err != nil {
		return nil, err
	}
	return []Scheme{scheme}, nil
}
