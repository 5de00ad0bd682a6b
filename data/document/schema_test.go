package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
	"testing"
)

// sequences are the schema's (ECMA-376 part 1, annex A): the children of an element in the order that Word insists
// on. An element that is not listed may hold its children in any order.
var sequences = map[string]string{
	"document":      "background body",
	"body":          "* sectPr",
	"p":             "pPr *",
	"r":             "rPr *",
	"tbl":           "tblPr tblGrid tr",
	"tr":            "tblPrEx trPr tc",
	"tc":            "tcPr *",
	"pPr":           "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
	"rPr":           "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
	"sectPr":        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
	"tblPr":         "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"tcPr":          "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"tblBorders":    "top left bottom right insideH insideV",
	"tcBorders":     "top left bottom right insideH insideV tl2br tr2bl",
	"pBdr":          "top left bottom right between bar",
	"tblCellMar":    "top left bottom right",
	"styles":        "docDefaults latentStyles style",
	"docDefaults":   "rPrDefault pPrDefault",
	"style":         "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
	"settings":      "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping",
	"font":          "altName panose1 charset family notTrueType pitch sig",
	"Relationships": "Relationship",
	"Types":         "Default Override",
}

// disorder says where a part breaks a sequence, "" for nowhere.
func disorder(part []byte) string {
	type open struct {
		name string
		at   int
	}
	decoder := xml.NewDecoder(bytes.NewReader(part))
	var above []open
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return ""
		}
		if err != nil {
			return err.Error()
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(above) > 0 {
				parent := &above[len(above)-1]
				at, known := place(parent.name, token.Name.Local)
				if !known || at < parent.at {
					return fmt.Sprintf("%s in %s", token.Name.Local, parent.name)
				}
				parent.at = at
			}
			above = append(above, open{name: token.Name.Local})
		case xml.EndElement:
			above = above[:len(above)-1]
		}
	}
}

// place is where a child stands in its parent's sequence; * takes what the rest does not name.
func place(parent, child string) (int, bool) {
	sequence, ordered := sequences[parent]
	if !ordered {
		return 0, true
	}
	rest, hasRest := 0, false
	for i, name := range strings.Fields(sequence) {
		if name == child {
			return i, true
		}
		if name == "*" {
			rest, hasRest = i, true
		}
	}
	return rest, hasRest
}

func TestDisorderIsSeen(t *testing.T) {
	for part, want := range map[string]string{
		`<pPr><pStyle/><spacing/><jc/></pPr>`:                   "",
		`<pPr><jc/><spacing/></pPr>`:                            "spacing in pPr",
		`<pPr><unheard/></pPr>`:                                 "unheard in pPr",
		`<p><r/><pPr/></p>`:                                     "pPr in p",
		`<body><sectPr/><p/></body>`:                            "p in body",
		`<p><pPr><rPr><sz/><color/></rPr></pPr></p>`:            "color in rPr",
		`<tbl><tblPr/><tblGrid/><tr/><tr/></tbl>`:               "",
		`<tbl><tblGrid/><tblPr/></tbl>`:                         "tblPr in tbl",
		`<sectPr><footerReference/><footerReference/></sectPr>`: "",
	} {
		if got := disorder([]byte(part)); got != want {
			t.Errorf("%s: %q, want %q", part, got, want)
		}
	}
}

// unpack gives the parts of a docx by name.
func unpack(t *testing.T, docx []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, member := range archive.File {
		opened, err := member.Open()
		if err != nil {
			t.Fatal(err)
		}
		parts[member.Name], err = io.ReadAll(opened)
		if err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// samples are papers of every form with every part.
func samples() map[string]*Paper {
	return map[string]*Paper{
		"file": sampleFile(), "letter": sampleLetter(), "minutes": sampleMinutes(), "report": sampleReport(), "joint": sampleJoint(), "plain": samplePlain(),
	}
}

func TestEveryPartKeepsTheOrderOfTheSchema(t *testing.T) {
	for name, paper := range samples() {
		docx, err := paper.Bytes()
		if err != nil {
			t.Fatal(name, err)
		}
		for part, content := range unpack(t, docx) {
			if path.Ext(part) != ".xml" && path.Ext(part) != ".rels" {
				continue
			}
			if broken := disorder(content); broken != "" {
				t.Errorf("%s, %s: %s", name, part, broken)
			}
		}
	}
}

// TestEveryReferenceIsKept follows each id and each kind to a part that is there.
func TestEveryReferenceIsKept(t *testing.T) {
	for name, paper := range samples() {
		docx, err := paper.Bytes()
		if err != nil {
			t.Fatal(name, err)
		}
		parts := unpack(t, docx)
		var known struct {
			Relationship []struct {
				ID     string `xml:"Id,attr"`
				Target string `xml:",attr"`
			}
		}
		if err := xml.Unmarshal(parts["word/_rels/document.xml.rels"], &known); err != nil {
			t.Fatal(err)
		}
		targets := map[string]bool{}
		for _, relation := range known.Relationship {
			targets[relation.ID] = true
			if parts["word/"+relation.Target] == nil {
				t.Errorf("%s: %s is not there", name, relation.Target)
			}
			if path.Ext(relation.Target) == ".xml" && !bytes.Contains(parts["[Content_Types].xml"], []byte(`"/word/`+relation.Target+`"`)) {
				t.Errorf("%s: %s has no kind", name, relation.Target)
			}
		}
		for _, attribute := range []string{`r:id="`, `r:embed="`} {
			for _, after := range strings.Split(string(parts["word/document.xml"]), attribute)[1:] {
				if id, _, _ := strings.Cut(after, `"`); !targets[id] {
					t.Errorf("%s: %s leads nowhere", name, id)
				}
			}
		}
	}
}
