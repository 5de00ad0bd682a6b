package region

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPath(t *testing.T) {
	for code, want := range map[string]string{
		"13": "河北省", "1309": "河北省 沧州市", "130903": "河北省 沧州市 运河区", "130903001": "河北省 沧州市 运河区 水月寺街街道",
		"110101": "北京市 东城区", "441900": "广东省 东莞市", "500101": "重庆市 万州区", "419001": "河南省 济源市",
		"": "", "99": "", "130999": "", "1309x": "", "130903001999": "", "990000000000": "",
	} {
		if got := Path(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func TestDistrict(t *testing.T) {
	rows := District("130903")
	towns, villages := 0, 0
	for _, row := range rows {
		switch len(row.Code) {
		case TownDigits:
			towns++
		case VillageDigits:
			villages++
		}
	}
	if rows[0].Name != "运河区" || towns != 8 || villages != 142 {
		t.Errorf("%v: %d towns, %d villages", rows[0], towns, villages)
	}
	if District("13") != nil {
		t.Error("a province is no district")
	}
	if len(Children("")) != 31 || len(Children("130903")) != 8 || len(Children("130903001")) == 0 {
		t.Error("children are missing")
	}
}

func TestAllPlacesAreThere(t *testing.T) {
	count := 0
	for _, province := range Children("") {
		count += len(villages(province.Code))
	}
	if len(places()) != 44703 || count != 620573 {
		t.Errorf("%d places, %d villages", len(places()), count)
	}
}

func TestEveryPlaceHasItsParent(t *testing.T) {
	all := places()
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.SampledFrom(all).Draw(t, "place")
		if parent, ok := Parent(place.Code); ok != (len(place.Code) > ProvinceDigits) || !strings.HasPrefix(place.Code, parent.Code) {
			t.Fatalf("%v has the parent %v", place, parent)
		}
	})
}

func TestSearch(t *testing.T) {
	for _, text := range []string{"运河", "运河区", "yunhe", "YunHeQu", "yhq", "yunhq", "130903", "沧州运河", "河北 沧州 运河区", "czyh", "cangzhou yunhe", " yhq "} {
		found := Search(text, 10)
		at := -1
		for i, one := range found {
			if one.Code == "130903" {
				at = i
			}
		}
		if at < 0 || found[at].Within != "河北省沧州市" {
			t.Errorf("%s: %v", text, found)
		}
	}
	for text, first := range map[string]string{"运河": "130903", "yunhequ": "130903", "changshaxian": "430121", "长沙": "430121", "东莞": "441900", "chaoyangqu": "110105"} {
		if found := Search(text, 3); len(found) == 0 || found[0].Code != first {
			t.Errorf("%s: %v", text, found)
		}
	}
	for _, text := range []string{"", " ", "没有这个地方", "qqqqqq", "999999", "运河x"} {
		if found := Search(text, 10); len(found) > 0 {
			t.Errorf("%q: %v", text, found)
		}
	}
	if found := Search("沧州", 100); len(found) < 15 {
		t.Errorf("the districts of a city: %v", found)
	}
}

func BenchmarkSearch(b *testing.B) {
	index()
	for _, text := range []string{"y", "yhq", "yunhe", "运河", "沧州运河"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				Search(text, 20)
			}
		})
	}
}

func BenchmarkFirstUse(b *testing.B) {
	for b.Loop() {
		member("places.csv")
		unpackVillages(member("13.txt"))
	}
}
