package statement

import (
	"smartcanal/data/money"
)

// Evidence says what a format is worth to verified online sales.
type Evidence string

// The three kinds of evidence. Only Counted formats give lines to the totals.
const (
	Counted  Evidence = "counted"  // a merchant's bill or order export
	Ledger   Evidence = "ledger"   // a flow of funds: it repeats what the bill counts
	Personal Evidence = "personal" // a buyer's view of the trade
)

// Platform codes, as kept in the database and printed by the console.
const (
	WeChat    = "wechat"
	Alipay    = "alipay"
	Taobao    = "taobao"
	JD        = "jd"
	Pinduoduo = "pinduoduo"
	Douyin    = "douyin"
	Meituan   = "meituan"
	Other     = "other" // the generic table
)

// Channel tells online sales from paying by phone in a shop.
type Channel uint8

// The channels by a line's own trade type; an account's mode may decide otherwise.
const (
	Online   Channel = 1
	InPerson Channel = 2
)

// Sides tells what a line carries; an unpaid order carries neither.
type Sides uint8

// The sides are bits: an order that was paid and partly refunded has both.
const (
	Paid     Sides = 1
	Refunded Sides = 2
)

// Line is one line of a statement or one order, in the words all formats share.
// Amounts are in fen and positive; Refund… are what went back.
type Line struct {
	Row             int    // first row in the file, as a spreadsheet counts
	Account         string // whose sale: merchant number, store or shop; "" where the file does not tell
	AccountName     string // shop name where the file has one, a hint for matching
	Identity        uint64 // two lines with one identity are the same line (reference: statement formats, section 5)
	Freshness       int64  // of two states of one line the higher is the newer
	At              int64  // seconds since 1970: payment, or refund where the line is only that; 0 for an unpaid order without a time
	Month           int    // yyyymm of At in China
	Channel         Channel
	Sides           Sides
	Order           money.Fen // order basis
	Settled         money.Fen // settled basis
	RefundOrder     money.Fen
	RefundSettled   money.Fen
	OrderNo         string // the platform's number
	MerchantNo      string // the merchant's own number
	TradeType       string
	Status          string
	Product         string
	Direction       Direction // personal exports and ledgers only
	DirectionAmount money.Fen // personal exports and ledgers only
}

// Direction is what a personal export or a ledger says of a line.
type Direction uint8

// Directions of personal exports and ledgers.
const (
	In      Direction = 1
	Out     Direction = 2
	Neutral Direction = 3
)
