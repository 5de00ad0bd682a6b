package rewards

import (
	"context"
	"slices"
	"strconv"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Comparison puts what an enterprise declared beside what its statements prove, month by month. Amounts
// are in fen.
type Comparison struct {
	Platforms []string // those with sales, in a fixed order
	Months    []ComparedMonth
	Declared  money.Fen // of all declared months
	Verified  money.Fen // of the same months
	Tolerance money.BasisPoints
	Deviation Deviation
}

// ComparedMonth is one month (yyyymm). A month the enterprise says nothing of has no deviation.
type ComparedMonth struct {
	Month      int
	IsDeclared bool
	Declared   money.Fen
	ByPlatform []money.Fen // as Comparison.Platforms
	Verified   money.Fen
	Deviation  Deviation
}

// Deviation is how far the verified amount is from the declared one: of nothing declared there is no rate.
type Deviation struct {
	Fen    money.Fen // verified less declared
	Rate   money.BasisPoints
	Known  bool // whether Rate says anything
	Beyond bool // more than the tolerance, either way
}

// compare puts frozen evidence beside declared months.
func compare(declared []DeclaredMonth, e Evidence, tolerance money.BasisPoints) Comparison {
	c := Comparison{Tolerance: tolerance}
	byMonth := map[int]*ComparedMonth{}
	for _, month := range declared {
		byMonth[month.Month] = &ComparedMonth{Month: month.Month, IsDeclared: true, Declared: month.Amount}
	}
	for _, figure := range e.Months {
		if byMonth[figure.Month] == nil {
			byMonth[figure.Month] = &ComparedMonth{Month: figure.Month}
		}
		if !slices.Contains(c.Platforms, figure.Platform) {
			c.Platforms = append(c.Platforms, figure.Platform)
		}
	}
	slices.SortFunc(c.Platforms, func(a, b string) int { return platformPlace(a) - platformPlace(b) })
	for _, month := range byMonth {
		month.fill(c.Platforms, e, tolerance)
		c.Months = append(c.Months, *month)
	}
	slices.SortFunc(c.Months, func(a, b ComparedMonth) int { return a.Month - b.Month })
	return c.summed()
}

func (m *ComparedMonth) fill(platforms []string, e Evidence, tolerance money.BasisPoints) {
	m.ByPlatform = make([]money.Fen, len(platforms))
	for _, figure := range e.Months {
		if figure.Month == m.Month {
			m.ByPlatform[slices.Index(platforms, figure.Platform)] += figure.Fen
			m.Verified += figure.Fen
		}
	}
	if m.IsDeclared {
		m.Deviation = deviationOf(m.Declared, m.Verified, tolerance)
	}
}

// summed adds up the declared months: an enterprise that declares four months is compared over four.
func (c Comparison) summed() Comparison {
	for _, month := range c.Months {
		if month.IsDeclared {
			c.Declared += month.Declared
			c.Verified += month.Verified
		}
	}
	c.Deviation = deviationOf(c.Declared, c.Verified, c.Tolerance)
	return c
}

func deviationOf(declared, verified money.Fen, tolerance money.BasisPoints) Deviation {
	d := Deviation{Fen: verified - declared, Known: declared > 0}
	if d.Known {
		d.Rate = money.BasisPoints(d.Fen.Times(int64(money.WholeInBasisPoints), int64(declared), money.HalfAway))
	}
	d.Beyond = max(d.Fen, -d.Fen) > declared.Part(tolerance, money.Down)
	return d
}

// Lines says which lines are behind a month's sum, or behind one platform's share of it unless platform is "".
func (m ComparedMonth) Lines(organizationID int64, platform string) Lines {
	return Lines{OrganizationID: organizationID, From: m.Month, To: m.Month, Platform: platform}
}

// platformOrder is the order the platforms stand in; others follow.
var platformOrder = []string{"wechat", "alipay", "taobao", "jd", "pinduoduo", "douyin", "meituan"}

func platformPlace(platform string) int {
	if i := slices.Index(platformOrder, platform); i >= 0 {
		return i
	}
	return len(platformOrder)
}

const (
	toleranceSetting = "rewards.tolerance"
	defaultTolerance = money.BasisPoints(500) // 5 %
)

// Tolerance is how far declared and verified sales may differ before it shows; 5 % unless set.
func (r *Room) Tolerance(ctx context.Context) (money.BasisPoints, error) {
	text, err := r.store.Setting(ctx, toleranceSetting)
	if err != nil || text == "" {
		return defaultTolerance, err
	}
	bp, err := strconv.ParseInt(text, 10, 64)
	return money.BasisPoints(bp), err
}

// SetTolerance sets it, from 0 to 100 %. Problem: rewards.tolerance_out_of_range.
func (r *Room) SetTolerance(ctx context.Context, actor store.Actor, tolerance money.BasisPoints) error {
	if tolerance < 0 || tolerance > money.WholeInBasisPoints {
		return problem.New("rewards.tolerance_out_of_range", "rate", tolerance)
	}
	return r.store.Write(ctx, actor, "rewards.set_tolerance", func(tx *store.Tx) error {
		return tx.SetSetting(toleranceSetting, strconv.FormatInt(int64(tolerance), 10))
	})
}
