package rewards

import (
	"context"
	"strings"

	"smartcanal/data/grams"
	"smartcanal/data/search"
)

// RuleFound is an article of a measure as the search box finds it.
type RuleFound struct {
	ID            int64
	Clause, Title string
	Scheme        string // the measure's title
	State         State  // of the measure
}

// FindRules gives the articles that have every word of a text in their clause or title, or in their measure's title or
// document number; those of the newest measure first, at most limit.
func (r *Room) FindRules(ctx context.Context, text string, limit int) ([]RuleFound, error) {
	words := grams.Words(text)
	if len(words) == 0 {
		return nil, nil
	}
	where, args := make([]string, len(words)), []any{}
	for i, word := range words {
		rules, of := search.Holding(search.Rule, []string{word})
		schemes, more := search.Holding(search.Scheme, []string{word})
		where[i] = "(r.id IN " + rules + " OR r.scheme_id IN " + schemes + ")"
		args = append(append(args, of...), more...)
	}
	var found []RuleFound
	err := r.store.Read(ctx).Raw(`SELECT r.id, r.clause, r.title, s.title AS scheme, s.state FROM reward_rules r JOIN reward_schemes s ON s.id = r.scheme_id
		WHERE r.deleted_at IS NULL AND s.deleted_at IS NULL AND `+strings.Join(where, " AND ")+` ORDER BY s.id DESC, r.position LIMIT ?`, append(args, limit)...).Scan(&found).Error
	return found, err
}

// FindNotices gives the published notices whose titles or document numbers hold every word of a text, the newest first,
// at most limit.
func (r *Room) FindNotices(ctx context.Context, text string, limit int) ([]Publication, error) {
	words := grams.Words(text)
	if len(words) == 0 {
		return nil, nil
	}
	holding, args := search.Holding(search.Notice, words)
	var found []Publication
	err := r.store.Read(ctx).Where("id IN "+holding, args...).Order("id DESC").Limit(limit).Find(&found).Error
	return found, err
}
