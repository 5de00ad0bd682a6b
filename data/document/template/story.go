package template

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// story is one part of the document: its bytes and the elements in them.
type story struct {
	raw  []byte
	root *element
}

// element is an element by where it lies in the bytes: [from, inner) is its opening tag, [inner, outer) what is in
// it, [outer, to) its closing tag.
type element struct {
	prefix, name           string
	from, inner, outer, to int
	children               []*element
	parent                 *element
	repeats                []repeat // of children
	marks                  []mark   // of a paragraph
}

// repeat is a stretch of children that is written once for every item of a list.
type repeat struct {
	list        string
	first, last int
}

// deepest is how far elements may lie in each other; Word itself writes some thirty.
const deepest = 2000

var errTooDeep = errors.New("elements lie too deep in each other")

// parse finds elements and marks.
func parse(raw []byte) (*story, error) {
	root, err := elements(raw)
	if err != nil {
		return nil, err
	}
	part := &story{raw: raw, root: root}
	if err := part.findMarks(); err != nil {
		return nil, err
	}
	return part, nil
}

func elements(raw []byte) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	root := &element{to: len(raw), outer: len(raw)}
	at, depth := root, 0
	for {
		from := int(decoder.InputOffset())
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		to := int(decoder.InputOffset())
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return nil, errTooDeep
			}
			child := &element{prefix: token.Name.Space, name: token.Name.Local, from: from, inner: to, parent: at}
			at.children = append(at.children, child)
			at = child
		case xml.EndElement:
			if at == root || at.prefix != token.Name.Space || at.name != token.Name.Local {
				return nil, io.ErrUnexpectedEOF
			}
			at.outer, at.to = from, to
			at = at.parent
			depth--
		}
	}
	if at != root {
		return nil, io.ErrUnexpectedEOF
	}
	return root, nil
}

// texts are the pieces of text of a paragraph, not those of paragraphs in boxes that hang on it.
func (e *element) texts() []*element {
	var found []*element
	for _, child := range e.children {
		switch child.name {
		case "p", "txbxContent":
		case "t":
			found = append(found, child)
		default:
			found = append(found, child.texts()...)
		}
	}
	return found
}

// each goes through the marks in their order, with the lists that enclose each.
func (e *element) each(lists []string, visit func(lists []string, m mark)) {
	for _, m := range e.marks {
		visit(lists, m)
	}
	for i, child := range e.children {
		inside := lists
		for _, r := range e.repeats {
			if i >= r.first && i <= r.last {
				inside = append(inside[:len(inside):len(inside)], r.list)
			}
		}
		child.each(inside, visit)
	}
}
