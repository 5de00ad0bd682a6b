package document

import "smartcanal/data/document/wml"

// section is how the pages being filled are laid.
func (c *composer) section() *wml.Section {
	s := &wml.Section{Columns: wml.Columns{Space: 425}, Grid: &wml.DocGrid{LinePitch: linePitch}}
	if c.landscape {
		c.layLandscape(s)
	} else {
		c.layPortrait(s)
	}
	return s
}

func (c *composer) layPortrait(s *wml.Section) {
	s.Size = wml.PageSize{W: pageWidth, H: pageHeight}
	s.Margins = wml.Margins{Top: marginTop, Right: marginRight, Bottom: marginBottom, Left: marginLeft, Header: mm(15), Footer: footerDistance}
	s.Footers = references(c.footers.odd, c.footers.even)
	if c.paper.Form == Letter {
		s.Margins.Header, s.Margins.Footer = letterTop, letterFoot
	}
	if c.paper.Form == Letter && c.first {
		s.TitlePage = wml.On
		s.Headers = []wml.HeaderReference{{Type: "first", ID: c.letter.header}}
		s.Footers = append(s.Footers, wml.FooterReference{Type: "first", ID: c.letter.footer})
	}
}

// layLandscape turns the paper so that the heads of tables lie at its left on every page, which is the binding
// on odd pages and the free edge on even ones. The page's number stays where it is on the paper, now at the left.
func (c *composer) layLandscape(s *wml.Section) {
	s.Size = wml.PageSize{W: pageHeight, H: pageWidth, Orient: "landscape"}
	s.Margins = wml.Margins{Top: marginLeft, Right: marginTop, Bottom: marginRight, Left: marginBottom, Header: mm(15), Footer: mm(10)}
	s.Footers = references(c.footers.turnedOdd, c.footers.turnedEven)
}

func references(odd, even string) []wml.FooterReference {
	return []wml.FooterReference{{Type: "default", ID: odd}, {Type: "even", ID: even}}
}

func settings() wml.Settings {
	const word = "http://schemas.microsoft.com/office/word"
	return wml.Settings{
		Zoom: &wml.Zoom{Percent: 100}, EvenAndOdd: wml.On, CharacterSpacing: wml.Word("doNotCompress"),
		Compatibility: &wml.Compatibility{Settings: []wml.CompatibilitySetting{{Name: "compatibilityMode", URI: word, Value: "15"}}},
		ThemeLanguage: &wml.Lang{Val: "en-US", EastAsia: "zh-CN"},
	}
}
