package register

import (
	"context"
	"strings"
	"time"

	"smartcanal/data/listing"
)

// Filter says which organisations a list shows. Zero values ask for all living ones.
type Filter struct {
	Text       string // parts of name, short name, credit code, shop, account number, pinyin, or the end of a telephone; all must be found
	Kind       Kind
	Status     Status
	AboveQuota *bool  // 限上 or not
	Region     string // a place's code: it and all below
	Platform   string // with a shop or an account there
	HasShop    *bool  // with a shop on any platform or not
	NoCode     bool   // without a credit code
	NoAccount  bool   // without a payment account: no statement line can reach it
	InBin      bool   // those in the bin instead, merged ones left out
}

// Column is what a list of organisations can be sorted by.
type Column string

// The columns of the list.
const (
	ByName       Column = "name"
	ByKind       Column = "kind"
	ByCreditCode Column = "credit_code"
	ByIndustry   Column = "industry"
	ByRegion     Column = "region"
	ByFoundedOn  Column = "founded_on"
	ByAboveQuota Column = "above_quota"
	ByStatus     Column = "status"
	ByShops      Column = "shops"
	ByAccounts   Column = "accounts"
	ByUpdated    Column = "updated"
)

// Order is one step of an order.
type Order struct {
	Column     Column
	Descending bool
}

// Row is an organisation as a list shows it.
type Row struct {
	ID         int64
	Kind       Kind
	Name       string
	ShortName  string
	CreditCode string
	Industry   string
	AboveQuota string
	Status     Status
	RegionCode string
	Region     string // the place's name, "" outside the district
	FoundedOn  string
	Contact    string // the first person
	Phone      string // the first person's; mask on the screen
	Shops      int
	Accounts   int
	UpdatedAt  time.Time
}

// Names sort as they sound: by pinyin, which puts Chinese names in the order people look them up in.
var orderings = map[Column]string{
	ByName:       "o.initials %s, o.name",
	ByKind:       "o.kind",
	ByCreditCode: "o.credit_code",
	ByIndustry:   "o.industry",
	ByRegion:     "o.region_code",
	ByFoundedOn:  "o.founded_on",
	ByAboveQuota: "o.above_quota",
	ByStatus:     "o.status",
	ByShops:      countOf(shops),
	ByAccounts:   countOf(accounts),
	ByUpdated:    "o.updated_at",
}

func countOf(table string) string {
	return "(SELECT count(*) FROM " + table + " b WHERE b.organization_id = o.id AND b.deleted_at IS NULL)"
}

// IDs gives the ids of the organisations a filter lets through, in the order asked for, by name if none is.
// A list keeps them and fetches the rows it shows. columns are what a person asked of single columns besides.
//
// Problems: those of listing.Fields.Where.
func (r *Room) IDs(ctx context.Context, filter Filter, order []Order, columns ...listing.Filter) ([]int32, error) {
	where, args, err := filter.whereWith(columns)
	if err != nil {
		return nil, err
	}
	var ids []int32
	err = r.store.Read(ctx).Raw("SELECT o.id FROM organizations o WHERE "+where+" ORDER BY "+orderBy(order), args...).Scan(&ids).Error
	return ids, err
}

func orderBy(order []Order) string {
	var steps []string
	for _, step := range append(order, Order{Column: ByName}) {
		expression, ok := orderings[step.Column]
		if !ok {
			continue
		}
		direction := ""
		if step.Descending {
			direction = " DESC"
		}
		steps = append(steps, strings.ReplaceAll(expression, " %s", direction)+direction)
	}
	return strings.Join(append(steps, "o.id"), ", ")
}

// Rows gives the rows of these ids in their order.
func (r *Room) Rows(ctx context.Context, ids []int32) ([]Row, error) {
	const firstPerson = " FROM people p WHERE p.organization_id = o.id AND p.deleted_at IS NULL ORDER BY p.id LIMIT 1), '') AS "
	var rows []Row
	err := r.store.Read(ctx).Raw(`SELECT o.id, o.kind, o.name, o.short_name, o.credit_code, o.industry, o.above_quota, o.status,
			o.region_code, COALESCE(g.name, '') AS region, o.founded_on, o.updated_at,
			COALESCE((SELECT p.name`+firstPerson+`contact, COALESCE((SELECT p.phone`+firstPerson+`phone,
			`+countOf(shops)+` AS shops, `+countOf(accounts)+` AS accounts
		FROM json_each(?) j JOIN organizations o ON o.id = j.value LEFT JOIN regions g ON g.code = o.region_code
		ORDER BY j.key`, jsonList(ids)).Scan(&rows).Error
	return rows, err
}
