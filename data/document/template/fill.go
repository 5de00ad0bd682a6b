package template

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"smartcanal/data/document"
	"smartcanal/data/document/container"
	"smartcanal/data/problem"
)

// Data is what is filled in: a string for a value, []Data for a list.
type Data map[string]any

// Gives are the names that the data has.
func (d Data) Gives() Fields {
	known := Fields{Lists: map[string][]string{}}
	d.gather(&known, "")
	known.Values = sorted(known.Values)
	for list, fields := range known.Lists {
		known.Lists[list] = sorted(fields)
	}
	return known
}

func (d Data) gather(known *Fields, list string) {
	for name, value := range d {
		items, isList := value.([]Data)
		switch {
		case isList:
			known.Lists[name] = slices.Clip(known.Lists[name])
			for _, item := range items {
				item.gather(known, name)
			}
		case list == "":
			known.Values = append(known.Values, name)
		default:
			known.Lists[list] = append(known.Lists[list], name)
		}
	}
}

// Fill gives the document with the data in it. A field that the data does not have is left empty: Check finds it
// before. In a value, a line break is one; a paragraph that holds nothing but a field becomes as many
// paragraphs as its value has lines. Problems: document.template_too_long (the data
// would make it unreasonably large).
func (t *Template) Fill(data Data) ([]byte, error) {
	docx, err := container.Rewrite(t.docx, func(name string) bool { return t.parts[name] != nil },
		func(name string, _ []byte) ([]byte, error) {
			f := filler{raw: t.parts[name].raw}
			f.element(t.parts[name].root, scope{data: data})
			if f.out.Len() > container.Largest {
				return nil, problem.New("document.template_too_long")
			}
			return f.out.Bytes(), nil
		})
	if err != nil {
		return nil, in(t.Name, err)
	}
	return docx, nil
}

// scope is the data that a place sees: its item's own first, then that around it.
type scope struct {
	data   Data
	number int
	around *scope
}

func (s *scope) value(name string) string {
	for at := s; at != nil; at = at.around {
		if text, ok := at.data[name].(string); ok {
			return text
		}
		if at.number > 0 && name == counter {
			return strconv.Itoa(at.number)
		}
		if at.number > 0 && name == chineseCounter {
			return document.Numeral(at.number)
		}
	}
	return ""
}

func (s *scope) list(name string) []Data {
	for at := s; at != nil; at = at.around {
		if items, ok := at.data[name].([]Data); ok {
			return items
		}
	}
	return nil
}

// filler writes a part anew.
type filler struct {
	raw []byte
	out bytes.Buffer
}

// element writes an element: what is between its children as it was, each child or stretch of children by its own.
func (f *filler) element(e *element, s scope) {
	if len(e.marks) > 0 {
		f.paragraphs(e, s)
		return
	}
	at := e.from
	for i := 0; i < len(e.children); {
		f.out.Write(f.raw[at:e.children[i].from])
		next := f.stretch(e, i, 0, s)
		at, i = e.children[next-1].to, next
	}
	f.out.Write(f.raw[at:e.to])
}

// stretch writes the child, or the whole stretch that begins with it, and gives the index of the next. Repeats
// before the given one are being written already.
func (f *filler) stretch(e *element, i, from int, s scope) int {
	if f.out.Len() > container.Largest {
		return i + 1
	}
	for n := from; n < len(e.repeats); n++ {
		r := e.repeats[n]
		if r.first != i {
			continue
		}
		for number, item := range s.list(r.list) {
			inner := scope{data: item, number: number + 1, around: &s}
			for child := r.first; child <= r.last; {
				child = f.stretch(e, child, n+1, inner)
			}
		}
		f.keepOne(e, r, s)
		return r.last + 1
	}
	f.element(e.children[i], s)
	return i + 1
}

// keepOne leaves an empty paragraph where a cell or a box would be left without any, which Word does not open.
func (f *filler) keepOne(e *element, r repeat, s scope) {
	if e.name != "tc" && e.name != "txbxContent" || len(s.list(r.list)) > 0 || e.children[r.last].name != "p" || r.last != len(e.children)-1 {
		return
	}
	open := "<" + qualified(e.prefix, "p") + "/>"
	f.out.WriteString(open)
}

func qualified(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + ":" + name
}

// paragraphs writes a paragraph with marks: none if it holds nothing but the beginning or the end of a list of
// blocks, several if it is one field of several lines. A title's lines stay in one.
func (f *filler) paragraphs(p *element, s scope) {
	pieces := p.texts()
	texts := make([]string, len(pieces))
	whole := ""
	for i, piece := range pieces {
		texts[i] = plain(f.raw[piece.inner:piece.outer])
		whole += texts[i]
	}
	only := len(p.marks) == 1 && strings.TrimSpace(whole) == whole[p.marks[0].from:p.marks[0].to]
	if only && p.marks[0].kind != field && ownsParagraph(p) {
		return
	}
	if only && p.marks[0].kind == field && f.styleOf(p) == titleStyle {
		title := strings.Join(document.TitleLines(s.value(p.marks[0].name)), "\n")
		f.paragraph(p, pieces, replace(texts, p.marks, func(mark) string { return title }), s)
		return
	}
	if only && p.marks[0].kind == field {
		for line := range strings.SplitSeq(s.value(p.marks[0].name), "\n") {
			f.paragraph(p, pieces, replace(texts, p.marks, func(mark) string { return line }), s)
		}
		return
	}
	f.paragraph(p, pieces, replace(texts, p.marks, func(m mark) string {
		if m.kind != field {
			return ""
		}
		return s.value(m.name)
	}), s)
}

// titleStyle is the id that Word gives its style for titles.
const titleStyle = "Title"

// styleOf is the id of a paragraph's style.
func (f *filler) styleOf(p *element) string {
	for _, properties := range p.children {
		for _, style := range properties.children {
			if properties.name == "pPr" && style.name == "pStyle" {
				_, value, _ := strings.Cut(string(f.raw[style.from:style.inner]), `val="`)
				id, _, _ := strings.Cut(value, `"`)
				return id
			}
		}
	}
	return ""
}

// ownsParagraph says whether a paragraph may be left out: not one that ends a section, and not the last of a cell.
func ownsParagraph(p *element) bool {
	for _, child := range p.children {
		if child.name == "pPr" && slices.ContainsFunc(child.children, func(e *element) bool { return e.name == "sectPr" }) {
			return false
		}
	}
	return p.parent.name != "tc" && p.parent.name != "txbxContent"
}

// replace puts values for marks. A mark that lies over several pieces gives its value to the first of them.
func replace(texts []string, marks []mark, value func(mark) string) []string {
	changed := make([]string, len(texts))
	from := 0
	for i, text := range texts {
		to, at := from+len(text), from
		var b strings.Builder
		for _, m := range marks {
			if m.to <= from || m.from >= to {
				continue
			}
			if m.from >= from {
				b.WriteString(text[at-from : m.from-from])
				b.WriteString(value(m))
			}
			at = min(m.to, to)
		}
		b.WriteString(text[at-from:])
		changed[i], from = b.String(), to
	}
	return changed
}

// paragraph writes a paragraph with other texts in its pieces.
func (f *filler) paragraph(p *element, pieces []*element, texts []string, s scope) {
	other := make(map[*element]string, len(pieces))
	for i, piece := range pieces {
		other[piece] = texts[i]
	}
	f.within(p, other, s)
}

// within writes an element of a paragraph. Paragraphs in boxes that hang on it are filled in by themselves.
func (f *filler) within(e *element, texts map[*element]string, s scope) {
	at := e.from
	for _, child := range e.children {
		f.out.Write(f.raw[at:child.from])
		text, isPiece := texts[child]
		switch {
		case isPiece:
			f.text(child, text)
		case child.name == "txbxContent":
			f.element(child, s)
		default:
			f.within(child, texts, s)
		}
		at = child.to
	}
	f.out.Write(f.raw[at:e.to])
}

// text writes a piece of text; its line breaks are elements of their own beside it.
func (f *filler) text(piece *element, text string) {
	name := qualified(piece.prefix, "t")
	for n, line := range strings.Split(text, "\n") {
		if n > 0 {
			f.out.WriteString("<" + qualified(piece.prefix, "br") + "/>")
		}
		f.out.WriteString("<" + name + ` xml:space="preserve">`)
		_ = xml.EscapeText(&f.out, []byte(strings.Map(printable, line))) // a Buffer takes everything
		f.out.WriteString("</" + name + ">")
	}
}

// printable leaves out what XML forbids.
func printable(r rune) rune {
	if r < ' ' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}
