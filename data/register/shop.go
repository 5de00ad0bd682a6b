package register

import "smartcanal/data/store"

// Platforms are the codes of the platforms shops and payment accounts are on, as statements name them.
var Platforms = []string{"wechat", "alipay", "taobao", "jd", "pinduoduo", "douyin", "meituan", "other"}

// ShopStatus is whether a shop sells.
type ShopStatus string

// The states of a shop.
const (
	ShopNew    ShopStatus = "new"
	ShopActive ShopStatus = "active"
	ShopClosed ShopStatus = "closed"
)

// ShopStatuses are all states of a shop, in the order a form offers them.
var ShopStatuses = []ShopStatus{ShopNew, ShopActive, ShopClosed}

// Shop is an organisation's shop on a platform.
type Shop struct {
	store.Record
	OrganizationID int64
	Platform       string // one of Platforms
	Number         string // the platform's id of the shop, or ""
	Name           string
	OpenedOn       string // yyyy-mm-dd, or ""
	Status         ShopStatus
}

// BelongTo hands the shop to another organisation.
func (s *Shop) BelongTo(organizationID int64) { s.OrganizationID = organizationID }
