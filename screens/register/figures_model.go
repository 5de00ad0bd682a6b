package register

import (
	"context"
	"slices"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
)

// Figures are an organisation's sales as its page shows them, in fen, order basis.
type Figures struct {
	Year      int
	Months    [2][12]money.Fen // verified online sales by month: the year before, the year
	Sums      [2]money.Fen     // of these
	Offline   money.Fen        // paid in person in the year: no part of the verified sales
	Compared  int              // the months 1 to n are whole in both years; 0: nothing to compare
	ByMonths  [2]money.Fen     // the sums of the months compared
	Until     time.Time        // the day of the last line, where the last month is not over; else zero
	Platforms []PlatformFigure // verified online sales of the year
	Counters  []AccountFigure  // the accounts of Offline
}

// PlatformFigure is what an organisation sold on one platform.
type PlatformFigure struct {
	Platform string
	Fen      money.Fen
}

// AccountFigure is what went through one payment account.
type AccountFigure struct {
	AccountID int64
	Fen       money.Fen
}

// Growth is how much the months compared grew, in parts of 1; false where there is nothing to compare with.
func (f *Figures) Growth() (float64, bool) {
	if f.Compared == 0 || f.ByMonths[0] <= 0 {
		return 0, false
	}
	return float64(f.ByMonths[1]-f.ByMonths[0]) / float64(f.ByMonths[0]), true
}

// Any tells whether there is anything to show.
func (f *Figures) Any() bool { return f.Sums != [2]money.Fen{} || f.Offline != 0 }

func loadFigures(ctx context.Context, trade *sales.Room, id int64, now time.Time) (*Figures, error) {
	year, err := yearShown(ctx, trade, now)
	if err != nil {
		return nil, err
	}
	f := &Figures{Year: year}
	for i := range f.Months {
		if err := f.addYear(ctx, trade, id, i); err != nil {
			return nil, err
		}
	}
	if err := f.addOffline(ctx, trade, id); err != nil {
		return nil, err
	}
	_, last, err := trade.Months(ctx)
	f.compare(last, now)
	return f, err
}

// addYear reads the months of the year before (0) or of the year (1).
func (f *Figures) addYear(ctx context.Context, trade *sales.Room, id int64, i int) error {
	figures, err := trade.VerifiedByMonth(ctx, id, f.Year-1+i)
	for _, figure := range figures {
		f.Months[i][figure.Month%100-1] += figure.Fen
		f.Sums[i] += figure.Fen
		if i == 1 {
			f.addPlatform(figure.Platform, figure.Fen)
		}
	}
	slices.SortStableFunc(f.Platforms, func(a, b PlatformFigure) int { return int(min(max(b.Fen-a.Fen, -1), 1)) })
	return err
}

func (f *Figures) addPlatform(platform string, fen money.Fen) {
	for i := range f.Platforms {
		if f.Platforms[i].Platform == platform {
			f.Platforms[i].Fen += fen
			return
		}
	}
	f.Platforms = append(f.Platforms, PlatformFigure{platform, fen})
}

func (f *Figures) addOffline(ctx context.Context, trade *sales.Room, id int64) error {
	totals, err := trade.Totals(ctx, sales.Query{
		By: []sales.Dimension{sales.ByAccount}, Channel: statement.InPerson, OrganizationID: id, From: f.Year*100 + 1, To: f.Year*100 + 12,
	})
	for _, total := range totals {
		f.Offline += total.Net()
		f.Counters = append(f.Counters, AccountFigure{total.AccountID, total.Net()})
	}
	slices.SortStableFunc(f.Counters, func(a, b AccountFigure) int { return int(min(max(b.Fen-a.Fen, -1), 1)) })
	return err
}

// compare takes the months that are over: the statements of the present one are not all in yet.
func (f *Figures) compare(last int, now time.Time) {
	switch {
	case last/100 < f.Year:
		return
	case last/100 > f.Year:
		f.Compared = 12
	case last == now.Year()*100+int(now.Month()):
		f.Compared = last%100 - 1
	default:
		f.Compared = last % 100
	}
	for i := range f.Months {
		for _, fen := range f.Months[i][:f.Compared] {
			f.ByMonths[i] += fen
		}
	}
}

// AccountUse is how much a payment account is used.
type AccountUse struct {
	Lines int // payments and refunds in the year
	Last  int // the last month with lines, yyyymm; 0 for none
}

// accountUses reads the use of every account of an organisation.
func accountUses(ctx context.Context, trade *sales.Room, id int64, year int) (map[int64]AccountUse, error) {
	totals, err := trade.Totals(ctx, sales.Query{By: []sales.Dimension{sales.ByAccount, sales.ByMonth}, OrganizationID: id})
	uses := map[int64]AccountUse{}
	for _, total := range totals {
		use := uses[total.AccountID]
		if total.Month/100 == year {
			use.Lines += total.Payments + total.Refunds
		}
		use.Last = max(use.Last, total.Month)
		uses[total.AccountID] = use
	}
	return uses, err
}

// lastStatement is the last month (yyyymm) a shop's statements reach: by the account of its number or name, or,
// where none is, by the accounts of the platform that sell online; 0 for none.
func lastStatement(shop register.Shop, accounts []register.PaymentAccount, uses map[int64]AccountUse) int {
	last := 0
	for _, account := range accounts {
		if account.Platform != shop.Platform {
			continue
		}
		if shop.Number != "" && account.Number == shop.Number || account.Name == shop.Name || account.Number == shop.Name {
			return uses[account.ID].Last
		}
		if shop.Number == "" && account.ChannelMode != register.InPerson {
			last = max(last, uses[account.ID].Last)
		}
	}
	return last
}
