package rewards

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/register"
)

// Fact is what the register knows of an organisation.
type Fact string

// The facts.
const (
	Located      Fact = "located"         // its place lies within the measure's place
	InDistrict   Fact = "in_district"     // within the office's district
	Age          Fact = "age"             // full months since it was founded, on the day of the claim
	InBusiness   Fact = "in_business"     // neither suspended nor closed
	Clean        Fact = "clean"           // no penalty or blacklist is noted
	AboveQuota   Fact = "above_quota"     // 限上
	NewlyCounted Fact = "newly_counted"   // 限上 since the claim's year
	Shops        Fact = "shops"           // how many shops of it sell
	NewShops     Fact = "new_shops"       // of them opened in the claim's year
	LegalPerson  Fact = "legal_person"    // an enterprise or a co-operative, not a grower or a body of another kind
	CreditCoded  Fact = "credit_coded"    // has a credit code
	Provider     Fact = "serves_commerce" // is a service provider
)

// Facts are all facts, in the order a form offers them.
var Facts = []Fact{InDistrict, Located, InBusiness, Clean, Age, LegalPerson, CreditCoded, AboveQuota, NewlyCounted, Shops, NewShops, Provider}

func (f Fact) unit() Unit {
	switch f {
	case Age:
		return Months
	case Shops, NewShops:
		return Count
	}
	return YesNo
}

func (f Fact) check(place string) error {
	switch {
	case !slices.Contains(Facts, f):
		return problem.New("rewards.measure_unknown", "part", "fact", "value", f)
	case (f == Located) == (place == ""):
		return problem.New("rewards.measure_parts", "of", f)
	}
	return nil
}

// subject is an organisation as facts are read from it.
type subject struct {
	organization register.Organization
	shops        []register.Shop
	district     string
}

// factKey is how evidence keeps a fact of a measure.
func (m Measure) factKey() string {
	if m.Place != "" {
		return string(m.Fact) + " " + m.Place
	}
	return string(m.Fact)
}

// fact reads a fact of a year as it stands on a day; false where the register does not tell.
func (s subject) fact(m Measure, year int, on string) (Quantity, bool) {
	o := &s.organization
	switch m.Fact {
	case Located:
		return yes(strings.HasPrefix(o.RegionCode, m.Place)), o.RegionCode != ""
	case InDistrict:
		return yes(strings.HasPrefix(o.RegionCode, s.district)), o.RegionCode != "" && s.district != ""
	case Age:
		return monthsSince(o.FoundedOn, on)
	case InBusiness:
		return yes(o.Status == register.Active), true
	case Clean:
		return yes(blank(o.Standing)), true
	case AboveQuota:
		return yes(!blank(o.AboveQuota)), true
	case NewlyCounted:
		return countedSince(o.AboveQuota, year)
	case Shops, NewShops:
		return s.selling(m.Fact, year), true
	case LegalPerson:
		return yes(o.Kind == register.Enterprise || o.Kind == register.Cooperative || o.Kind == register.ServiceProvider), true
	case CreditCoded:
		return yes(o.CreditCode != ""), true
	case Provider:
		return yes(o.Kind == register.ServiceProvider), true
	}
	return 0, false
}

func (s subject) selling(fact Fact, year int) Quantity {
	var n Quantity
	for _, shop := range s.shops {
		if shop.Status != register.ShopClosed && (fact == Shops || strings.HasPrefix(shop.OpenedOn, strconv.Itoa(year)+"-")) {
			n += One
		}
	}
	return n
}

func yes(is bool) Quantity {
	if is {
		return One
	}
	return 0
}

// monthsSince counts full months between two days, yyyy-mm-dd.
func monthsSince(from, to string) (Quantity, bool) {
	first, err := time.Parse(time.DateOnly, from)
	last, also := time.Parse(time.DateOnly, to)
	if err != nil || also != nil {
		return 0, false
	}
	months := (last.Year()-first.Year())*12 + int(last.Month()) - int(first.Month())
	if last.Day() < first.Day() && last.AddDate(0, 0, 1).Day() != 1 {
		months--
	}
	return Quantity(max(0, months)) * One, true
}

var yearNamed = regexp.MustCompile(`(?:^|\D)(20\d\d)(?:\D|$)`)

// countedSince reads since which year an organisation is above the quota; the register keeps it as the clerk wrote it.
func countedSince(aboveQuota string, year int) (Quantity, bool) {
	if blank(aboveQuota) {
		return 0, true
	}
	named := yearNamed.FindStringSubmatch(aboveQuota)
	if named == nil {
		return 0, false
	}
	return yes(named[1] == strconv.Itoa(year)), true
}
