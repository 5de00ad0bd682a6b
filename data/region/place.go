// Package region knows the places of China by their codes: provinces (2 digits), cities (4), districts and
// counties (6, GB/T 2260), streets and towns (9), villages and communities (12). A place's parent is the
// prefix of its code. Everything is embedded, and nothing is unpacked before it is asked for.
package region

import "strings"

// Place is one administrative place.
type Place struct {
	Code string // 2, 4, 6, 9 or 12 digits
	Name string
}

// Lengths of the codes, from province to village.
const (
	ProvinceDigits = 2
	CityDigits     = 4
	DistrictDigits = 6
	TownDigits     = 9
	VillageDigits  = 12
)

// above is the code of the parent, "" above a province and for what is no code.
func above(code string) string {
	switch len(code) {
	case CityDigits:
		return code[:ProvinceDigits]
	case DistrictDigits:
		return code[:CityDigits]
	case TownDigits:
		return code[:DistrictDigits]
	case VillageDigits:
		return code[:TownDigits]
	}
	return ""
}

// Find gives the place with a code.
func Find(code string) (Place, bool) {
	if len(code) == VillageDigits {
		return findIn(villages(code), code)
	}
	return findIn(places(), code)
}

// Parent gives the place above; a province has none.
func Parent(code string) (Place, bool) { return Find(above(code)) }

// Children are the places directly below, in the order of their codes. Children("") are the provinces.
func Children(code string) []Place {
	below := under(places(), code)
	if len(code) == TownDigits {
		below = under(villages(code), code)
	}
	var children []Place
	for _, place := range below {
		if above(place.Code) == code {
			children = append(children, place)
		}
	}
	return children
}

// District gives a district's own row and all its towns and villages, parents before their children.
func District(code string) []Place {
	if len(code) != DistrictDigits {
		return nil
	}
	var rows []Place
	for _, place := range under(places(), code) {
		rows = append(rows, place)
		if len(place.Code) == TownDigits {
			rows = append(rows, under(villages(place.Code), place.Code)...)
		}
	}
	return rows
}

// Path names a place from its province down: 河北省 沧州市 运河区. Levels that only fill the code (市辖区 in
// 北京市, the second 东莞市) are left out; an unknown code gives "".
func Path(code string) string {
	var names []string
	place, ok := Find(code)
	for ; ok; place, ok = Parent(place.Code) {
		if !filler(place) && (len(names) == 0 || names[0] != place.Name) {
			names = append([]string{place.Name}, names...)
		}
	}
	return strings.Join(names, " ")
}

// filler tells whether a city's row stands only for "directly under the province".
func filler(place Place) bool {
	if len(place.Code) != CityDigits {
		return false
	}
	return place.Name == "市辖区" || place.Name == "县" || strings.HasSuffix(place.Name, "直辖县级行政区划")
}
