package register

import (
	"fmt"
	"strings"

	"smartcanal/data/grams"
	"smartcanal/data/identity"
	"smartcanal/data/search"
)

// where writes the filter as a condition on organizations o.
func (f Filter) where() (string, []any) {
	var w conditions
	w.need(!f.InBin, "o.deleted_at IS NULL")
	w.need(f.InBin, "o.deleted_at IS NOT NULL AND o.merged_into IS NULL")
	w.need(f.Kind != "", "o.kind = ?", f.Kind)
	w.need(f.Status != "", "o.status = ?", f.Status)
	if f.AboveQuota != nil {
		w.need(true, "(o.above_quota <> '') = ?", *f.AboveQuota)
	}
	if f.HasShop != nil {
		w.need(true, has(shops, "1")+" = ?", *f.HasShop)
	}
	w.need(f.Region != "", "substr(o.region_code, 1, length(?)) = ?", f.Region, f.Region)
	w.need(f.Platform != "", "("+has(shops, "b.platform = ?")+" OR "+has(accounts, "b.platform = ?")+")", f.Platform, f.Platform)
	w.need(f.NoCode, "o.credit_code = ''")
	w.need(f.NoAccount, "NOT "+has(accounts, "1"))
	for _, part := range strings.Fields(f.Text) {
		w.text(part)
	}
	return strings.Join(w.parts, " AND "), w.args
}

func has(table, condition string) string {
	return "EXISTS (SELECT 1 FROM " + table + " b WHERE b.organization_id = o.id AND b.deleted_at IS NULL AND " + condition + ")"
}

type conditions struct {
	parts []string
	args  []any
}

func (w *conditions) need(asked bool, condition string, args ...any) {
	if asked {
		w.parts = append(w.parts, condition)
		w.args = append(w.args, args...)
	}
}

// text looks for one word of what was typed wherever an organisation can be known by it: the index has it all.
func (w *conditions) text(word string) {
	var places []string
	held := func(kind search.Kind, place string) {
		ids, args := search.Holding(kind, grams.Words(word))
		places = append(places, fmt.Sprintf(place, ids))
		w.args = append(w.args, args...)
	}
	held(search.Organization, "o.id IN %s")
	held(search.Shop, "o.id IN (SELECT organization_id FROM shops WHERE id IN %s)")
	held(search.Account, "o.id IN (SELECT organization_id FROM payment_accounts WHERE id IN %s)")
	held(search.Person, "o.id IN (SELECT organization_id FROM people WHERE id IN %s)")
	if digits := identity.Clean(word); len(digits) >= phoneTail && strings.Trim(digits, "0123456789") == "" {
		held(search.Phone, "o.id IN (SELECT organization_id FROM people WHERE id IN %s)")
	}
	w.parts = append(w.parts, "("+strings.Join(places, " OR ")+")")
}

// phoneTail is how many digits of a telephone a person must give: fewer are in every number.
const phoneTail = 4

// like is a pattern for text anywhere in a column.
func like(text string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
}
