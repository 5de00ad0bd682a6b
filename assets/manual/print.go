// Command manual prints the user's manual as PDF, with the pictures the gallery drew, so that it never shows an old
// screen, and puts these pictures where the program takes its help pages' from:
//
//	go run ./assets/manual LANGUAGE FOLDER_OF_PICTURES OUTPUT
package main

import (
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"smartcanal/assets"
)

// embedded is where the program takes the pictures from when it is built.
const embedded = "assets/manual/pictures"

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: manual LANGUAGE FOLDER_OF_PICTURES OUTPUT")
	}
	if err := printManual(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

// chapters are the manual's, in their order.
func chapters(language string) ([][]byte, error) {
	names, err := fs.Glob(assets.Manual, "manual/"+language+"/*.md")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no manual in %q: %w", language, err)
	}
	var all [][]byte
	for _, name := range names {
		source, err := assets.Manual.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, source)
	}
	return all, nil
}

// printManual prints twice: the first time to learn on which pages the chapters begin.
func printManual(language, pictures, output string) error {
	all, err := chapters(language)
	if err != nil {
		return err
	}
	version, err := versionOf("FyneApp.toml")
	if err != nil {
		return err
	}
	var begin []int
	for range 2 {
		p := newPrinter(pictures)
		p.cover(language, version, all, begin)
		begin = nil
		for _, source := range all {
			p.AddPage()
			begin = append(begin, p.PageNo())
			if err := p.chapter(source); err != nil {
				return err
			}
		}
		if err := p.OutputFileAndClose(output); err != nil {
			return err
		}
	}
	for _, source := range all {
		if err := embed(pictures, source); err != nil {
			return err
		}
	}
	return nil
}

// versionOf reads the release from where it is kept.
func versionOf(identity string) (string, error) {
	text, err := os.ReadFile(identity)
	if err != nil {
		return "", err
	}
	found := regexp.MustCompile(`(?m)^Version = "(.*)"$`).FindSubmatch(text)
	if found == nil {
		return "", fmt.Errorf("%s names no version", identity)
	}
	return string(found[1]), nil
}

// embed copies a chapter's pictures to where the program takes them from.
func embed(pictures string, source []byte) error {
	for _, found := range regexp.MustCompile(`!\[[^\]]*\]\(([^)]*)\)`).FindAllSubmatch(source, -1) {
		name := string(found[1])
		content, err := os.ReadFile(filepath.Join(pictures, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(embedded, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func newPrinter(pictures string) *printer {
	p := &printer{Fpdf: fpdf.New("P", "mm", "A4", ""), pictures: pictures}
	p.AddUTF8FontFromBytes("sans", "", assets.FontRegular)
	p.AddUTF8FontFromBytes("sans", "B", assets.FontBold)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(false, margin)
	p.SetCatalogSort(true) // the same manual, the same bytes
	p.SetCreationDate(time.Unix(0, 0))
	p.SetModificationDate(time.Unix(0, 0))
	p.SetFooterFunc(func() {
		if p.PageNo() == 1 {
			return
		}
		p.SetY(-14)
		p.ink(bodySmall, false, secondary)
		p.CellFormat(0, 6, fmt.Sprint(p.PageNo()), "", 0, "C", false, 0, "")
	})
	return p
}

// cover is the first page: what this is, of which version, and the chapters with their pages.
func (p *printer) cover(language, version string, all [][]byte, begin []int) {
	words := map[string][4]string{
		"zh": {"智慧运河", "电商工作台使用手册", "版本 " + version, "目录"},
		"en": {"Smart Canal", "User's manual of the e-commerce workbench", "Version " + version, "Contents"},
	}[language]
	p.AddPage()
	p.SetY(60)
	p.ink(34, true, accent)
	p.CellFormat(0, 16, words[0], "", 1, "L", false, 0, "")
	p.ink(16, false, ink)
	p.CellFormat(0, 10, words[1], "", 1, "L", false, 0, "")
	p.ink(bodySize, false, secondary)
	p.CellFormat(0, 8, words[2], "", 1, "L", false, 0, "")
	p.Ln(24)
	p.ink(headSize, true, ink)
	p.CellFormat(0, 10, words[3], "", 1, "L", false, 0, "")
	p.ink(bodySize, false, ink)
	for i, source := range all {
		title, _, _ := strings.Cut(strings.TrimPrefix(string(source), "# "), "\n")
		page, link := "", p.AddLink()
		if i < len(begin) {
			page = fmt.Sprint(begin[i])
			p.SetLink(link, 0, begin[i])
		}
		p.CellFormat(width-20, 8, title, "", 0, "L", false, link, "")
		p.CellFormat(20, 8, page, "", 1, "R", false, link, "")
	}
}
