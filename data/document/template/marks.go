package template

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"smartcanal/data/problem"
)

// kind is what a mark does.
type kind int

const (
	field kind = iota
	begin      // of what a list repeats
	end
)

// mark is {{…}} in a paragraph: where it lies in the paragraph's text, in bytes, and what stands around it.
type mark struct {
	kind     kind
	name     string
	from, to int
	near     string
}

// opened is a list whose end has not come yet.
type opened struct {
	mark
	paragraph *element
}

// findMarks reads the marks of all paragraphs and joins the beginnings of lists with their ends.
func (s *story) findMarks() error {
	var lists []opened
	var walk func(e *element) error
	walk = func(e *element) error {
		if e.name == "p" {
			if err := s.marksOf(e, &lists); err != nil {
				return err
			}
		}
		for _, child := range e.children {
			if err := walk(child); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(s.root); err != nil {
		return err
	}
	if len(lists) > 0 {
		last := lists[len(lists)-1]
		return problem.New("document.template_unclosed", "list", last.name, "near", last.near)
	}
	return nil
}

func (s *story) marksOf(paragraph *element, lists *[]opened) error {
	text := s.textOf(paragraph)
	marks, err := marksIn(text)
	if err != nil {
		return err
	}
	for _, m := range marks {
		switch m.kind {
		case begin:
			*lists = append(*lists, opened{m, paragraph})
		case end:
			if err := closeList(m, paragraph, lists); err != nil {
				return err
			}
		}
	}
	paragraph.marks = marks
	return nil
}

func closeList(m mark, paragraph *element, lists *[]opened) error {
	open := *lists
	if len(open) == 0 {
		return problem.New("document.template_unopened", "list", m.name, "near", m.near)
	}
	last := open[len(open)-1]
	if last.name != m.name {
		return problem.New("document.template_crossed", "list", m.name, "other", last.name, "near", m.near)
	}
	*lists = open[:len(open)-1]
	if !enclose(last.paragraph, paragraph, m.name) {
		return problem.New("document.template_crossed", "list", m.name, "other", m.name, "near", m.near)
	}
	return nil
}

// textOf is a paragraph's text as one.
func (s *story) textOf(paragraph *element) string {
	var b strings.Builder
	for _, piece := range paragraph.texts() {
		b.WriteString(plain(s.raw[piece.inner:piece.outer]))
	}
	return b.String()
}

// plain is what a piece of text says, its entities resolved.
func plain(raw []byte) string {
	if !bytes.ContainsAny(raw, "&<\r") {
		return string(raw)
	}
	var b strings.Builder
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return b.String()
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

// marksIn finds the marks in a text.
func marksIn(text string) ([]mark, error) {
	var marks []mark
	for at := 0; ; {
		from := strings.Index(text[at:], "{{")
		if from < 0 {
			return marks, nil
		}
		from += at
		length := strings.Index(text[from:], "}}")
		inside := ""
		if length >= 0 {
			inside = text[from+2 : from+length]
		}
		m := named(inside)
		m.near = around(text, from)
		if length < 0 || m.name == "" || strings.Contains(inside, "{{") {
			return nil, problem.New("document.template_braces", "near", m.near)
		}
		m.from, m.to = from, from+length+2
		marks = append(marks, m)
		at = m.to
	}
}

// named tells fields from beginnings and ends; input methods give the sign # in full width as well.
func named(inside string) mark {
	name := strings.TrimSpace(inside)
	for prefix, k := range map[string]kind{"#": begin, "＃": begin, "/": end, "／": end} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			return mark{kind: k, name: strings.TrimSpace(rest)}
		}
	}
	return mark{kind: field, name: name}
}

// around is what stands near a mark, for a person to find it by.
func around(text string, at int) string {
	const before, after = 12, 24
	from, to := at, at
	for range before {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for range after {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	return strings.TrimSpace(text[from:to])
}

// enclose has the smallest whole stretch that holds both paragraphs repeated: the paragraph itself, rows of a table,
// or blocks below each other. It is false where the two lie in places that have no such stretch.
func enclose(first, last *element, list string) bool {
	from, to := first, last
	if first != last {
		from, to = belowCommon(first, last)
		if from == nil {
			return false
		}
		if from.name == "tc" || from.name == "sdt" && from.parent.name == "tr" {
			from, to = from.parent, from.parent // a row is repeated whole
		}
	}
	parent := from.parent
	r := repeat{list: list, first: indexOf(parent, from), last: indexOf(parent, to)}
	for _, other := range parent.repeats {
		if r.first <= other.last && other.first <= r.last && (other.first < r.first || other.last > r.last) {
			return false // it was closed earlier and is not inside
		}
	}
	parent.repeats = append([]repeat{r}, parent.repeats...) // the outer one first
	return true
}

// belowCommon gives the children, of the element that holds both, in which each lies.
func belowCommon(first, last *element) (from, to *element) {
	above := map[*element]*element{} // an element above the first, with its child on the way
	for e := first; e.parent != nil; e = e.parent {
		above[e.parent] = e
	}
	for e := last; e.parent != nil; e = e.parent {
		if child, common := above[e.parent]; common {
			if !repeatable(child) || !repeatable(e) {
				return nil, nil
			}
			return child, e
		}
	}
	return nil, nil
}

func repeatable(e *element) bool {
	switch e.name {
	case "p", "tbl", "tr", "tc", "sdt":
		return true
	}
	return false
}

func indexOf(parent, child *element) int {
	for i, e := range parent.children {
		if e == child {
			return i
		}
	}
	return -1
}
