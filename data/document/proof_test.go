package document

import (
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// printout is a paper as an office program lays it out: what stands where is measured on its pages.
type printout struct {
	t    *testing.T
	path string
}

// eachWay lays a paper out in an office program and in the program's own font. A way that cannot be gone here is
// skipped: `make papers` brings what both need.
func eachWay(t *testing.T, p *Paper, measure func(t *testing.T, out *printout)) {
	t.Helper()
	for name, print := range map[string]func(t *testing.T, path string) error{
		"own": func(_ *testing.T, path string) error {
			_, err := p.SaveOwnPDF(path)
			return err
		},
		"office": func(t *testing.T, path string) error {
			if OfficeName() == "" {
				t.Skip("skipped: no LibreOffice here to lay the paper out (make papers brings it)")
			}
			docx, err := p.Bytes()
			if err != nil {
				return err
			}
			return ConvertToPDF(t.Context(), docx, path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, tool := range []string{"pdftotext", "pdftoppm"} {
				if _, err := exec.LookPath(tool); err != nil {
					t.Skipf("skipped: no %s here to measure the page with (make papers brings it)", tool)
				}
			}
			path := filepath.Join(t.TempDir(), "paper.pdf")
			if err := print(t, path); err != nil {
				t.Fatal(err)
			}
			measure(t, &printout{t, path})
		})
	}
}

// textPage has the words of a page with their places in points.
type textPage struct {
	Words []struct {
		Left  float64 `xml:"xMin,attr"`
		Right float64 `xml:"xMax,attr"`
		Top   float64 `xml:"yMin,attr"`
		Text  string  `xml:",chardata"`
	} `xml:"word"`
}

func (p *printout) texts() []textPage {
	p.t.Helper()
	out, err := exec.Command("pdftotext", "-bbox", p.path, "-").Output()
	if err != nil {
		p.t.Fatal(err)
	}
	var read struct {
		Pages []textPage `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(out, &read); err != nil {
		p.t.Fatal(err)
	}
	return read.Pages
}

const resolution = 200 // dots an inch: a dot is 0.13 mm

// picture is a page as dots.
func (p *printout) picture(page int) *image.RGBA {
	p.t.Helper()
	target := filepath.Join(p.t.TempDir(), "page")
	number := fmt.Sprint(page)
	if out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(resolution), "-f", number, "-l", number, "-singlefile", "-png", p.path, target).CombinedOutput(); err != nil {
		p.t.Fatalf("%v: %s", err, out)
	}
	file, err := os.Open(target + ".png")
	if err != nil {
		p.t.Fatal(err)
	}
	defer file.Close()
	decoded, err := png.Decode(file)
	if err != nil {
		p.t.Fatal(err)
	}
	flat := image.NewRGBA(decoded.Bounds())
	draw.Draw(flat, flat.Bounds(), decoded, image.Point{}, draw.Src)
	return flat
}

// area is a part of a page in millimetres.
type area struct{ left, top, right, bottom float64 }

func isRed(c color.RGBA) bool { return c.R > 0x90 && c.G < 0x80 && c.B < 0x80 }

func isBlack(c color.RGBA) bool { return c.R < 0x80 && c.G < 0x80 && c.B < 0x80 }

// ink is the smallest area round all dots of a colour within another one.
func ink(page *image.RGBA, within area, of func(color.RGBA) bool) area {
	dots := func(mm float64) int { return int(math.Round(mm * resolution / 25.4)) }
	found := area{math.Inf(1), math.Inf(1), 0, 0}
	for y := dots(within.top); y < dots(within.bottom); y++ {
		for x := dots(within.left); x < dots(within.right); x++ {
			if of(page.RGBAAt(x, y)) {
				found.left, found.right = min(found.left, float64(x)), max(found.right, float64(x+1))
				found.top, found.bottom = min(found.top, float64(y)), max(found.bottom, float64(y+1))
			}
		}
	}
	const mm = 25.4 / resolution
	return area{found.left * mm, found.top * mm, found.right * mm, found.bottom * mm}
}

// near checks a place to half a millimetre.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	t.Logf("%s: %.2f mm, %.2f wanted", what, got, want)
	if math.Abs(got-want) > 0.5 {
		t.Errorf("%s: %.2f mm, want %.2f", what, got, want)
	}
}

// fullPages is nothing but full lines of the body.
func fullPages(pages int) *Paper {
	p := &Paper{}
	for range pages {
		p.Body = append(p.Body, Text{Text: filler(linesOfPage * charsOfLine), Flush: true})
	}
	return p
}

// TestAPageHas22LinesOf28Characters is the standard's 每面排22行，每行排28个字, filling 156 mm.
func TestAPageHas22LinesOf28Characters(t *testing.T) { eachWay(t, fullPages(3), measureFullPages) }

func measureFullPages(t *testing.T, out *printout) {
	pages := out.texts()
	if len(pages) != 3 {
		t.Fatalf("%d pages, want 3", len(pages))
	}
	for number, page := range pages {
		lines := 0
		for _, word := range page.Words {
			if strings.ContainsAny(word.Text, "—123") {
				continue
			}
			lines++
			if got := utf8.RuneCountInString(word.Text); got != charsOfLine {
				t.Errorf("page %d, line %d has %d characters: %s", number+1, lines, got, word.Text)
			}
			if left, right := word.Left/72*25.4, word.Right/72*25.4; math.Abs(left-28) > 0.5 || math.Abs(right-184) > 0.5 {
				t.Errorf("page %d, line %d from %.2f to %.2f mm", number+1, lines, left, right)
			}
		}
		if lines != linesOfPage {
			t.Errorf("page %d has %d lines", number+1, lines)
		}
	}
	oneIn := 14 * 25.4 / 72 // one character of 四号
	odd := ink(out.picture(1), area{100, 264, 200, 290}, isBlack)
	near(t, "end of an odd page's number", odd.right, 184-oneIn)
	second := out.picture(2)
	even := ink(second, area{20, 264, 100, 290}, isBlack)
	near(t, "beginning of an even page's number", even.left, 28+oneIn)
	dash := ink(second, area{20, 264, 28 + oneIn + 2, 290}, isBlack)
	near(t, "top of the dash", dash.top, 262+7)
}

func TestTheHeadOfAFile(t *testing.T) { eachWay(t, sampleFile(), measureFile) }

func measureFile(t *testing.T, out *printout) {
	page := out.picture(1)
	line := ink(page, area{0, 105, 210, 150}, isRed)
	near(t, "beginning of the red line", line.left, 28)
	near(t, "end of the red line", line.right, 184)
	number := ink(page, area{0, line.top - 12, 210, line.top - 1}, isBlack)
	near(t, "red line below the number", line.top-number.bottom, 4)
	mark := ink(page, area{0, 60, 210, line.top - 15}, isRed)
	near(t, "top of the head", mark.top, 37+35)
	near(t, "middle of the head", (mark.left+mark.right)/2, 28+78)

	pages := out.texts()
	if len(pages) != 5 {
		t.Errorf("%d pages, want 5: two of text, two of attachments, one with the imprint alone behind the landscape table", len(pages))
	}
	last := out.picture(len(pages))
	rules := ink(last, area{0, 230, 210, 264}, isBlack)
	near(t, "last line of the imprint", rules.bottom, 262)
	near(t, "beginning of the imprint's lines", rules.left, 28)
	near(t, "end of the imprint's lines", rules.right, 184)

	across := out.picture(4) // an even page: its number stands at the upper left of the landscape page
	turnedNumber := ink(across, area{20, 20, 34, 100}, isBlack)
	near(t, "dash of the landscape page", (turnedNumber.left+turnedNumber.right)/2, 28)
	near(t, "beginning of the landscape page's number", turnedNumber.top, 28+14*25.4/72)
}

func TestTheHeadOfALetter(t *testing.T) { eachWay(t, sampleLetter(), measureLetter) }

func measureLetter(t *testing.T, out *printout) {
	page := out.picture(1)
	mark := ink(page, area{28, 20, 184, 46}, isRed)
	near(t, "top of the head", mark.top, 30)
	all := ink(page, area{0, 20, 210, 60}, isRed)
	near(t, "beginning of the double line", all.left, 20)
	near(t, "end of the double line", all.right, 190)
	line := ink(page, area{19, 20, 24, 60}, isRed)
	mark = ink(page, area{28, 20, 184, line.top - 0.5}, isRed)
	near(t, "double line below the head", line.top-mark.bottom, 4)
	number := ink(page, area{100, line.bottom, 200, line.bottom + 14}, isBlack)
	near(t, "number below the double line", number.top-line.bottom, 14*25.4/72)
	lower := ink(page, area{0, 200, 210, 297}, isRed)
	near(t, "lower double line", lower.bottom, 297-20)
	near(t, "width of the lower double line", lower.right-lower.left, 170)
	if below := ink(page, area{0, 278, 210, 297}, isBlack); below.bottom != 0 {
		t.Error("the first page of a letter has a number")
	}
}

func TestTheHeadOfMinutes(t *testing.T) { eachWay(t, sampleMinutes(), measureMinutes) }

func measureMinutes(t *testing.T, out *printout) {
	page := out.picture(1)
	mark := ink(page, area{0, 60, 210, 100}, isRed)
	near(t, "top of the head", mark.top, 37+35)
	line := ink(page, area{0, 100, 210, 150}, isRed)
	near(t, "width of the red line", line.right-line.left, 156)
}
