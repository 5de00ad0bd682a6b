package register

import (
	"regexp"
	"strings"
	"unicode"

	"smartcanal/data/region"
)

// What names of organisations, accounts and shops end in without saying whose they are.
var endings = []string{
	"有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "集团", "个体工商户", "农民专业合作社", "专业合作社", "合作社", "家庭农场",
	"官方旗舰店", "旗舰店", "专营店", "专卖店", "官方店", "官方", "小程序", "微商城", "商城", "网店", "店",
}

var elsewhere = regexp.MustCompile(`^\p{Han}{2,3}[省市]`)

// placeNames are the beginnings of names that say only where: 河北省, 河北, 沧州市, 沧州 …
func placeNames(district string) []string {
	var names []string
	for _, name := range strings.Fields(region.Path(district)) {
		names = append(names, name)
		if runes := []rune(name); len(runes) > 2 {
			names = append(names, string(runes[:len(runes)-1]))
		}
	}
	return names
}

// core is what is particular in a name: without marks, places and legal forms. At least two characters stay.
func core(name string, places []string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	for again := true; again; {
		again = false
		for _, ending := range endings {
			shorter := cut(name, ending, strings.CutSuffix)
			again = again || shorter != name
			name = shorter
		}
	}
	for _, place := range places {
		name = cut(name, place, strings.CutPrefix)
	}
	if found := elsewhere.FindString(name); found != "" {
		name = cut(name, found, strings.CutPrefix)
	}
	return name
}

func cut(name, part string, side func(string, string) (string, bool)) string {
	rest, ok := side(name, part)
	if !ok || len([]rune(rest)) < 2 {
		return name
	}
	return rest
}

// pairs are the overlapping pairs of a name's characters.
type pairs map[string]struct{}

func pairsOf(name string) pairs {
	runes := []rune(name)
	set := pairs{}
	for i := 0; i+1 < len(runes); i++ {
		set[string(runes[i:i+2])] = struct{}{}
	}
	return set
}

func (p pairs) shared(other pairs) int {
	n := 0
	for pair := range p {
		if _, ok := other[pair]; ok {
			n++
		}
	}
	return n
}

// likeness is the share of pairs two names have in common, 0 to 1.
func likeness(shared, a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return float64(2*shared) / float64(a+b)
}
