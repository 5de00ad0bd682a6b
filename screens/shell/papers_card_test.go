package shell

import (
	"strings"
	"testing"

	"smartcanal/data/document"
	"smartcanal/screens/kit"
)

func TestSettingsTellWhatPapersHaveHere(t *testing.T) {
	before := lookAround
	t.Cleanup(func() { lookAround = before })
	for _, c := range []struct {
		found  equipment
		fonts  string
		pdf    string
		marked bool
	}{
		{equipment{office: "WPS"}, "所需字体齐全", "由 WPS 转换", false},
		{equipment{missing: []document.MissingFont{{Name: "方正小标宋简体", StandIn: "华文中宋"}, {Name: "黑体"}}},
			"缺少方正小标宋简体，由 华文中宋 代替\n缺少黑体，也没有可以代替的字体", "没有找到办公软件", true},
	} {
		lookAround = func() equipment { return c.found }
		f := start(t, nil)
		f.Open("smartcanal://settings")
		p := newPapersCard()
		p.load()
		if p.fonts.Content != c.fonts || !strings.Contains(p.printer.Content, c.pdf) || (p.fonts.Colour == kit.AmberText) != c.marked {
			t.Errorf("%q, %q", p.fonts.Content, p.printer.Content)
		}
	}
}
