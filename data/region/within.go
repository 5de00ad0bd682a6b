package region

import (
	"strings"

	"smartcanal/data/pinyin"
)

// Within finds the district itself, its towns and villages by a part of the name, pinyin or the first digits of the code,
// towns before villages, at most limit. Without a text it gives the district and its towns.
func Within(district, text string, limit int) []Place {
	text = strings.ToLower(strings.Join(strings.Fields(text), ""))
	var higher, villages []Place
	for _, place := range District(district) {
		switch {
		case len(place.Code) < VillageDigits && (text == "" || place.answers(text)):
			higher = append(higher, place)
		case len(place.Code) == VillageDigits && text != "" && place.answers(text):
			villages = append(villages, place)
		}
	}
	found := append(higher, villages...)
	return found[:min(limit, len(found))]
}

func (p Place) answers(text string) bool {
	return strings.Contains(p.Name, text) || strings.HasPrefix(p.Code, text) || pinyin.Spell(p.Name).Match(text) >= 0
}

// ShortName names a village or community without the committee that stands for it: 顺河社区, 小王庄村.
func (p Place) ShortName() string {
	if village, is := strings.CutSuffix(p.Name, "村民委员会"); is {
		return village + "村"
	}
	return strings.TrimSuffix(p.Name, "居民委员会")
}

// ShortPath names a place of a district from its town down (市场街道 · 顺河社区), a district or what lies above by its own
// name; an unknown code gives "".
func ShortPath(code string) string {
	var names []string
	place, is := Find(code)
	for ; is && (len(place.Code) > DistrictDigits || names == nil); place, is = Parent(place.Code) {
		names = append([]string{place.ShortName()}, names...)
	}
	return strings.Join(names, " · ")
}
