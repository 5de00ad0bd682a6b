package document

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// readBack is the text of a PDF, page by page.
func readBack(t *testing.T, p *Paper) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("skipped: no pdftotext here to read the PDF with (make papers brings it)")
	}
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if _, err := p.SaveOwnPDF(path); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, page := range pages {
		pages[i] = strings.Join(strings.Fields(page), "")
	}
	return pages
}

func TestOwnPDFHasAllOfTheTable(t *testing.T) {
	table := Table{Title: "清单", Columns: []Column{{Head: "序号"}, {Head: "名称", Width: 4}}}
	for i := range 80 {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("第%d家企业", i+1)})
	}
	long := strings.Repeat("一行很长的情况说明，", 200) + "到此为止"
	pages := readBack(t, &Paper{Title: "公示", Body: []Block{table, Boxes{Widths: []float64{1, 3}, Rows: []BoxRow{{Boxes: []Box{{Text: "情况", Label: true}, {Text: long}}}}}}})
	all := strings.Join(pages, "")
	for i := range 80 {
		if !strings.Contains(all, fmt.Sprintf("第%d家企业", i+1)) {
			t.Errorf("row %d is not there", i+1)
		}
	}
	heads := 0
	for _, page := range pages {
		if strings.Contains(page, "序号名称") {
			heads++
		}
	}
	if heads < 3 {
		t.Errorf("the heads are on %d of %d pages", heads, len(pages))
	}
	if commas := strings.Count(all, "，"); !strings.Contains(all, "到此为止") || commas != 200 {
		t.Errorf("of a box higher than a page %d of 200 sentences are there", commas)
	}
}

func TestOwnPDFKeepsSignsWhereTheyMayStand(t *testing.T) {
	text := strings.Repeat("商", 55) + "。" + strings.Repeat("务", 26) + "《" + "办法》" // the full stop would begin line 3, the bracket end line 3
	pages := readBack(t, &Paper{Body: []Block{Text{Text: text, Flush: true}}})
	if len(pages) != 1 || !strings.Contains(pages[0], strings.Repeat("商", 27)+"。") {
		t.Errorf("%q", pages)
	}
}

func TestOwnPDFTellsWhatItCannotShow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "paper.pdf")
	printed, err := (&Paper{Title: "通知", Body: []Block{Text{Text: "生僻字𠀀与𠀁、𠀀"}}}).SaveOwnPDF(path)
	if err != nil || printed.Missing != "𠀀𠀁" || printed.Office != "" {
		t.Errorf("%+v, %v", printed, err)
	}
}

func TestTheNameSaysWhatIsSaved(t *testing.T) {
	paper := &Paper{Title: "通知", Body: []Block{Text{Text: "正文"}}}
	for name, begins := range map[string]string{"通知.docx": "PK", "通知": "PK", "通知.PDF": "%PDF"} {
		path := filepath.Join(t.TempDir(), name)
		if err := paper.SaveAs(t.Context(), path); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), begins) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAnyTextIsPrinted has the setter come to an end whatever stands in a paper.
func TestAnyTextIsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[商务（）《》，。 a-z0-9\t\n—“”]{0,300}`).Draw(t, "text")
		size := rapid.Float64Range(0, 900).Draw(t, "size")
		p := &Paper{
			Form: Form(rapid.IntRange(0, 3).Draw(t, "form")), Issuers: []string{text}, Mark: "局", Title: text, Addressee: text, Body: []Block{
				Text{Text: text}, Table{Landscape: rapid.Bool().Draw(t, "landscape"), Size: size, Columns: []Column{{Head: text}, {Head: "a"}}, Rows: [][]string{{text, text}, {text}}},
				Boxes{Widths: []float64{1, 0.01}, Rows: []BoxRow{{Height: size, Boxes: []Box{{Text: text}, {Text: text}}}}},
			},
			Signature: Signature{Offices: []string{text, "局"}, Dated: text, Sealed: rapid.Bool().Draw(t, "sealed")},
			Imprint:   Imprint{CopiesTo: text},
		}
		content, _, err := p.ownPDF()
		if err != nil || !bytes.HasPrefix(content, []byte("%PDF")) {
			t.Fatal(err)
		}
	})
}
