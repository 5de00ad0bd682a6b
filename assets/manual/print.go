// Command manual prints the user's manual as PDF, with the pictures the gallery drew, so that it never shows an old
// screen:
//
//	go run ./assets/manual LANGUAGE FOLDER_OF_PICTURES OUTPUT
package main

import (
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"smartcanal/assets"
)

// Measures in millimetres and points.
const (
	margin    = 20
	width     = 210 - 2*margin
	bodySize  = 10.5
	titleSize = 20
	headSize  = 13
	lineHigh  = 6
	indent    = 7
)

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: manual LANGUAGE FOLDER_OF_PICTURES OUTPUT")
	}
	if err := printManual(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

// printer writes markdown onto pages.
type printer struct {
	*fpdf.Fpdf
	pictures string
	source   []byte
}

func printManual(language, pictures, output string) error {
	p := &printer{Fpdf: fpdf.New("P", "mm", "A4", ""), pictures: pictures}
	p.AddUTF8FontFromBytes("sans", "", assets.FontRegular)
	p.AddUTF8FontFromBytes("sans", "B", assets.FontBold)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(true, margin)
	p.SetCreationDate(time.Unix(0, 0)) // the same manual, the same bytes
	p.SetModificationDate(time.Unix(0, 0))
	p.SetFooterFunc(func() {
		p.SetY(-14)
		p.SetFont("sans", "", 9)
		p.CellFormat(0, 6, fmt.Sprint(p.PageNo()), "", 0, "C", false, 0, "")
	})
	chapters, err := fs.Glob(assets.Manual, "manual/"+language+"/*.md")
	if err != nil || len(chapters) == 0 {
		return fmt.Errorf("no manual in %q: %w", language, err)
	}
	for _, chapter := range chapters {
		if p.source, err = assets.Manual.ReadFile(chapter); err != nil {
			return err
		}
		p.AddPage()
		if err := p.chapter(); err != nil {
			return fmt.Errorf("%s: %w", chapter, err)
		}
	}
	return p.OutputFileAndClose(output)
}

func (p *printer) chapter() error {
	for node := goldmark.DefaultParser().Parse(text.NewReader(p.source)).FirstChild(); node != nil; node = node.NextSibling() {
		if err := p.node(node); err != nil {
			return err
		}
	}
	return p.Error()
}

func (p *printer) node(node ast.Node) error {
	switch n := node.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.List:
		p.list(n)
	case *ast.FencedCodeBlock:
		p.SetFont("sans", "", 9)
		p.SetFillColor(243, 246, 248)
		p.MultiCell(width, lineHigh-1, strings.TrimRight(string(n.Lines().Value(p.source)), "\n"), "", "L", true)
		p.Ln(2)
	default:
		if picture := pictureIn(node); picture != "" {
			return p.picture(picture)
		}
		p.SetFont("sans", "", bodySize)
		p.MultiCell(width, lineHigh, p.words(node), "", "L", false)
		p.Ln(2)
	}
	return nil
}

func (p *printer) heading(n *ast.Heading) {
	size := float64(headSize)
	if n.Level == 1 {
		size = titleSize
		p.Bookmark(p.words(n), 0, -1)
	}
	p.Ln(2)
	p.SetFont("sans", "B", size)
	p.MultiCell(width, size*0.6, p.words(n), "", "L", false)
	p.Ln(2)
}

func (p *printer) list(n *ast.List) {
	p.SetFont("sans", "", bodySize)
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "•"
		if n.IsOrdered() {
			mark = fmt.Sprintf("%d.", number)
			number++
		}
		p.CellFormat(indent, lineHigh, mark, "", 0, "L", false, 0, "")
		p.SetLeftMargin(margin + indent)
		p.MultiCell(width-indent, lineHigh, p.words(item), "", "L", false)
		p.SetLeftMargin(margin)
		p.SetX(margin)
	}
	p.Ln(2)
}

// picture puts a screen over the whole width, on the next page where this one has no room for it.
func (p *printer) picture(name string) error {
	path := filepath.Join(p.pictures, name)
	info := p.RegisterImage(path, "PNG")
	if info == nil || p.Err() {
		return fmt.Errorf("picture %s: %w; make gallery draws it", name, p.Error())
	}
	high := width * info.Height() / info.Width()
	_, page := p.GetPageSize()
	if p.GetY()+high > page-margin {
		p.AddPage()
	}
	p.Rect(margin, p.GetY(), width, high, "D")
	p.ImageOptions(path, margin, p.GetY(), width, high, true, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
	p.Ln(4)
	return nil
}

// pictureIn is the picture a paragraph consists of, "" for words.
func pictureIn(node ast.Node) string {
	if image, is := node.FirstChild().(*ast.Image); is {
		return string(image.Destination)
	}
	return ""
}

func (p *printer) words(node ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if piece, is := n.(*ast.Text); is && entering {
			b.Write(piece.Segment.Value(p.source))
			if piece.SoftLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
