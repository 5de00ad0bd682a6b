package wml

import "encoding/xml"

// Styles is the part with the styles.
type Styles struct {
	XMLName  xml.Name   `xml:"w:styles"`
	Names    []xml.Attr `xml:",any,attr"`
	Defaults Defaults   `xml:"w:docDefaults"`
	Styles   []Style    `xml:"w:style"`
}

// Defaults hold where no style says otherwise.
type Defaults struct {
	Run       RunDefaults       `xml:"w:rPrDefault"`
	Paragraph ParagraphDefaults `xml:"w:pPrDefault"`
}

// RunDefaults is the look of text without a style.
type RunDefaults struct {
	Properties *RunProperties `xml:"w:rPr"`
}

// ParagraphDefaults is the form of paragraphs without a style.
type ParagraphDefaults struct {
	Properties *ParagraphProperties `xml:"w:pPr"`
}

// Style is a named look, in the order of CT_Style.
type Style struct {
	Type       string               `xml:"w:type,attr"`
	Default    string               `xml:"w:default,attr,omitempty"`
	ID         string               `xml:"w:styleId,attr"`
	Name       *Value               `xml:"w:name"`
	BasedOn    *Value               `xml:"w:basedOn"`
	Next       *Value               `xml:"w:next"`
	Priority   *Number              `xml:"w:uiPriority"`
	QuickStyle *Flag                `xml:"w:qFormat"`
	Paragraph  *ParagraphProperties `xml:"w:pPr"`
	Run        *RunProperties       `xml:"w:rPr"`
}

// Settings is the part with what holds for the whole document, in the order of CT_Settings.
type Settings struct {
	XMLName          xml.Name   `xml:"w:settings"`
	Names            []xml.Attr `xml:",any,attr"`
	Zoom             *Zoom      `xml:"w:zoom"`
	EvenAndOdd       *Flag      `xml:"w:evenAndOddHeaders"`
	CharacterSpacing *Value     `xml:"w:characterSpacingControl"`
	Compatibility    *Compatibility
	ThemeLanguage    *Lang `xml:"w:themeFontLang"`
}

// Zoom is how large the document is shown when it is opened.
type Zoom struct {
	Percent int `xml:"w:percent,attr"`
}

// Compatibility says by the rules of which Word the document is laid out: 15 is Word 2013 and later.
type Compatibility struct {
	XMLName  xml.Name               `xml:"w:compat"`
	Settings []CompatibilitySetting `xml:"w:compatSetting"`
}

// CompatibilitySetting is one of these rules.
type CompatibilitySetting struct {
	Name  string `xml:"w:name,attr"`
	URI   string `xml:"w:uri,attr"`
	Value string `xml:"w:val,attr"`
}

// FontTable is the part that says what stands in for a font that is missing.
type FontTable struct {
	XMLName xml.Name     `xml:"w:fonts"`
	Names   []xml.Attr   `xml:",any,attr"`
	Fonts   []FontRecord `xml:"w:font"`
}

// FontRecord is one font, in the order of CT_Font.
type FontRecord struct {
	Name    string `xml:"w:name,attr"`
	AltName *Value `xml:"w:altName"`
	Charset *Value `xml:"w:charset"`
	Family  *Value `xml:"w:family"`
	Pitch   *Value `xml:"w:pitch"`
}
