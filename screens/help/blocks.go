package help

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// block is a piece of a chapter as it is shown: a heading with its level, a paragraph, an item of a list
// with its mark, words for a terminal, a picture with what it shows.
type block struct {
	level int    // of a heading, from 1
	mark  string // before an item
	code  bool
	image string // the file of a picture
	text  string
}

// blocks cuts a chapter's markdown into pieces.
func blocks(source []byte) []block {
	var all []block
	for node := goldmark.DefaultParser().Parse(text.NewReader(source)).FirstChild(); node != nil; node = node.NextSibling() {
		all = append(all, blocksOf(node, source)...)
	}
	return all
}

func blocksOf(node ast.Node, source []byte) []block {
	switch n := node.(type) {
	case *ast.Heading:
		return []block{{level: n.Level, text: words(n, source)}}
	case *ast.List:
		return items(n, source)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return []block{{code: true, text: strings.TrimRight(string(node.Lines().Value(source)), "\n")}}
	}
	if image, is := node.FirstChild().(*ast.Image); is {
		return []block{{image: string(image.Destination), text: words(image, source)}}
	}
	if said := words(node, source); said != "" {
		return []block{{text: said}}
	}
	return nil
}

func items(list *ast.List, source []byte) []block {
	var all []block
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "•"
		if list.IsOrdered() {
			mark = fmt.Sprintf("%d.", number)
			number++
		}
		all = append(all, block{mark: mark, text: words(item, source)})
	}
	return all
}

// words is the text below a node, without its form. A line break in Chinese is no blank.
func words(node ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n, is := n.(*ast.Text); is && entering {
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() && b.String()[b.Len()-1] < 0x80 {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}
