package demo

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// sale is one order as it happened; every file is a platform's view of such sales. Amounts in fen.
type sale struct {
	seller    *Enterprise
	merchant  merchant // WeChat only
	at        time.Time
	fen       int64
	discount  int64 // carried by the platform
	refundFen int64
	refundAt  time.Time
	product   string
	number    string // the platform's
	own       string // the merchant's
	buyer     string
}

var china = time.FixedZone("CST", 8*3600)

// seasons is each month's share of a year's trade: quiet at the Spring Festival, loud in November.
var seasons = [12]float64{0.8, 0.6, 0.95, 0.9, 0.95, 1.2, 0.9, 0.95, 1.1, 1.2, 1.5, 1.0}

// market makes up the sales of one platform in one month.
type market struct {
	random *rand.Rand
	all    []Enterprise
	last   time.Time // nothing is sold after this moment
}

// month invents about lines sales in the month that starts at first, among the sellers the platform has.
func (m *market) month(first time.Time, age int, lines int, sells func(*Enterprise) bool) []sale {
	var sellers []*Enterprise
	var weights []float64
	sum := 0.0
	for i := range m.all {
		e := &m.all[i]
		if !sells(e) {
			continue
		}
		weight := e.Volume
		if age < 12 {
			weight /= e.Growth
		}
		sellers, weights, sum = append(sellers, e), append(weights, weight), sum+weight
	}
	count := int(float64(lines) * seasons[first.Month()-1])
	if age < 12 {
		count = count * 3 / 5
	}
	var sales []sale
	for range count {
		seller := sellers[pick(m.random, weights, sum)]
		s := m.sale(seller, first)
		if !s.at.After(m.last) {
			sales = append(sales, s)
		}
	}
	return sales
}

func pick(random *rand.Rand, weights []float64, sum float64) int {
	at := random.Float64() * sum
	for i, weight := range weights {
		if at -= weight; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

func (m *market) sale(seller *Enterprise, first time.Time) sale {
	days := first.AddDate(0, 1, 0).Sub(first).Hours() / 24
	at := first.AddDate(0, 0, m.random.IntN(int(days))).
		Add(time.Duration(7*3600+m.random.IntN(16*3600)) * time.Second)
	s := sale{
		seller: seller, at: at,
		fen:     int64(float64(seller.Ticket*900) * (0.2 + m.random.ExpFloat64())),
		product: seller.Products[m.random.IntN(len(seller.Products))],
		number:  fmt.Sprintf("42000%s%013d", at.Format("20060102"), m.random.Int64N(1e13)),
		own:     fmt.Sprintf("YH%s%06d", at.Format("060102150405"), m.random.IntN(1e6)),
		buyer:   fmt.Sprintf("o%08x%08x", m.random.Uint32(), m.random.Uint32()),
	}
	if s.merchant = seller.WeChat[0]; len(seller.WeChat) > 1 && m.random.IntN(3) > 0 {
		s.merchant = seller.WeChat[1]
	}
	if m.random.IntN(6) == 0 {
		s.discount = s.fen / 20 / 100 * 100
	}
	if m.random.IntN(20) == 0 {
		s.refund(m.random)
	}
	return s
}

// refund sends all or half of a sale back some days later.
func (s *sale) refund(random *rand.Rand) {
	s.refundFen = s.fen
	if random.IntN(2) == 0 {
		s.refundFen = s.fen / 2
	}
	s.refundAt = s.at.Add(time.Duration(6+random.IntN(200)) * time.Hour)
}

// yuan writes fen as the platforms do: 12.50.
func yuan(fen int64) string {
	sign := ""
	if fen < 0 {
		sign, fen = "-", -fen
	}
	return fmt.Sprintf("%s%d.%02d", sign, fen/100, fen%100)
}

const stamp = "2006-01-02 15:04:05"
