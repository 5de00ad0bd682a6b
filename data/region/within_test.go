package region

import "testing"

func TestWithin(t *testing.T) {
	if towns := Within("130903", "", 20); len(towns) != 9 || towns[0].Code != "130903" {
		t.Errorf("%d places, the first %v: the district and its towns", len(towns), towns[0])
	}
	for text, want := range map[string]string{"小王庄": "小王庄镇", "xwz": "小王庄镇", "130903100": "小王庄镇", "顺河": "顺河社区居民委员会", " SHUN HE ": "顺河社区居民委员会"} {
		if found := Within("130903", text, 1); len(found) == 0 || found[0].Name != want {
			t.Errorf("%s: %v, want %s", text, found, want)
		}
	}
	if found := Within("130903", "没有", 5); len(found) != 0 {
		t.Error(found)
	}
	if found := Within("", "小王庄", 5); len(found) != 0 {
		t.Errorf("%v without a district", found)
	}
}

func TestShortPath(t *testing.T) {
	for code, want := range map[string]string{
		"130903": "运河区", "13": "河北省", "130903100": "小王庄镇", "": "", "99": "", "110101": "东城区",
	} {
		if got := ShortPath(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	community := Within("130903", "顺河社区", 1)[0]
	town, _ := Parent(community.Code)
	if got := ShortPath(community.Code); got != town.Name+" · 顺河社区" {
		t.Error(got)
	}
}
