package register

import (
	"context"
	"strings"
)

// Search finds organisations for a search box by name, pinyin, credit code, shop, account number or the end of
// a telephone: those whose name begins with the text first, at most limit.
func (r *Room) Search(ctx context.Context, text string, limit int) ([]Row, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, nil
	}
	where, args := Filter{Text: text}.where()
	begins := strings.TrimPrefix(like(text), "%")
	args = append(args, begins, begins, strings.ToLower(begins), limit)
	var ids []int32
	err := r.store.Read(ctx).Raw(`SELECT o.id FROM organizations o WHERE `+where+`
		ORDER BY o.name LIKE ? ESCAPE '\' OR o.short_name LIKE ? ESCAPE '\' DESC, o.initials LIKE ? ESCAPE '\' DESC, o.initials, o.id LIMIT ?`,
		args...).Scan(&ids).Error
	if err != nil {
		return nil, err
	}
	return r.Rows(ctx, ids)
}
