package document

import (
	"fmt"

	"smartcanal/data/document/wml"
)

// The styles by their ids. Those that Word knows keep its names, so that its outline and its lists find them.
const (
	styleBody       = "Normal"
	styleHeading    = "Heading" // with the level behind it
	styleMark       = "IssuerMark"
	styleNumber     = "DocumentNumber"
	styleTitle      = "Title"
	styleLabel      = "BlackLabel"
	styleCell       = "TableCell"
	styleImprint    = "Imprint"
	stylePageNumber = "PageNumberLine"
)

const red = "FF0000"

// look is type of one font and size, without the body's spacing.
func look(font string, size int) *wml.RunProperties {
	return &wml.RunProperties{Fonts: wml.Font(font), Spacing: wml.Count(0), Size: wml.Count(size), SizeCS: wml.Count(size)}
}

func styles() wml.Styles {
	sheet := wml.Styles{
		Defaults: wml.Defaults{
			Run:       wml.RunDefaults{Properties: &wml.RunProperties{Fonts: wml.Font(fangSong), Lang: &wml.Lang{Val: "en-US", EastAsia: "zh-CN"}}},
			Paragraph: wml.ParagraphDefaults{},
		},
		Styles: []wml.Style{bodyStyle()},
	}
	for level, font := range []string{heiTi, kaiTi, fangSong, fangSong} {
		sheet.Styles = append(sheet.Styles, heading(level, font))
	}
	return wml.Styles{Defaults: sheet.Defaults, Styles: append(sheet.Styles, smallParts()...)}
}

// bodyStyle is the text's. Its lines have one height whatever font stands in, or 22 of them would not stand on a page.
func bodyStyle() wml.Style {
	return wml.Style{
		Type: "paragraph", Default: "1", ID: styleBody, Name: wml.Word("Normal"), QuickStyle: wml.On,
		Paragraph: &wml.ParagraphProperties{
			WidowControl: wml.Off, AutoSpaceDE: wml.Off, AutoSpaceDN: wml.Off,
			Spacing: wml.Exactly(linePitch), Align: wml.Word("both"),
		},
		Run: &wml.RunProperties{Fonts: wml.Font(fangSong), Spacing: wml.Count(charSpacing), Kern: wml.Count(0), Size: wml.Count(size3), SizeCS: wml.Count(size3)},
	}
}

func heading(level int, font string) wml.Style {
	return wml.Style{
		Type: "paragraph", ID: fmt.Sprint(styleHeading, level+1), Name: wml.Word(fmt.Sprint("heading ", level+1)),
		BasedOn: wml.Word(styleBody), Next: wml.Word(styleBody), Priority: wml.Count(9), QuickStyle: wml.On,
		Paragraph: &wml.ParagraphProperties{KeepNext: wml.On, Indent: twoIn, OutlineLevel: wml.Count(level)},
		Run:       &wml.RunProperties{Fonts: wml.Font(font)},
	}
}

// twoIn is the indent of paragraphs of the body.
var twoIn = &wml.Indent{FirstLine: chars(2), FirstLineChars: 200}

func smallParts() []wml.Style {
	centred := wml.Word("center")
	return []wml.Style{
		special(styleMark, "发文机关标志", &wml.ParagraphProperties{Align: centred}, &wml.RunProperties{Fonts: wml.Font(biaoSong), Color: wml.Word(red), Spacing: wml.Count(0)}),
		special(styleNumber, "发文字号", &wml.ParagraphProperties{Align: centred}, look(fangSong, size3)),
		special(styleTitle, "Title", &wml.ParagraphProperties{KeepNext: wml.On, Spacing: wml.Exactly(titleLine), Align: centred}, look(biaoSong, size2)),
		special(styleLabel, "黑体标注", &wml.ParagraphProperties{Align: wml.Word("left")}, look(heiTi, size3)),
		special(styleCell, "表格文字", &wml.ParagraphProperties{Spacing: &wml.Spacing{Line: 240, Rule: "auto"}, Align: wml.Word("left")}, look(fangSong, cellSize)),
		special(styleImprint, "版记", &wml.ParagraphProperties{Spacing: wml.Exactly(imprintHeight)}, look(fangSong, size4)),
		special(stylePageNumber, "页码", &wml.ParagraphProperties{Spacing: wml.Exactly(footerLine)}, look(songTi, size4)),
	}
}

func special(id, name string, paragraph *wml.ParagraphProperties, run *wml.RunProperties) wml.Style {
	return wml.Style{
		Type: "paragraph", ID: id, Name: wml.Word(name), BasedOn: wml.Word(styleBody), QuickStyle: wml.On, Paragraph: paragraph, Run: run,
	}
}

// Heights of lines that are not the body's.
const (
	titleLine     = 700 // 35 points for type of 22
	imprintHeight = 480
	footerLine    = 320
	cellSize      = 24 // half points
)
