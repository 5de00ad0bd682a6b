// Package papers has the kinds of papers this office writes, each from the facts that go into it: notice, agenda and
// minutes of a meeting, slip and reminder of a supervised task, public notice, request, chronicle, report of a study
// trip. What all kinds have in common stands in Office.
package papers

import (
	"strings"

	"smartcanal/data/document"
)

// Office is who issues a paper, under which number and when. Without a number the paper has no red head, unless it is a
// letter.
type Office struct {
	Name     string
	Number   string // 运商〔2026〕12号
	Dated    string // document.DateText of the day
	Sealed   bool
	CopiesTo string
	Contact  string
	Phone    string
	Letter   bool // a letter (信函) instead of a document with a red head
}

// paper begins a paper of the office.
func (o Office) paper(title string) *document.Paper {
	p := &document.Paper{Title: title, Number: o.Number, Signature: document.Signature{Dated: o.Dated, Sealed: o.Sealed}}
	if o.Name != "" {
		p.Issuers, p.Signature.Offices = []string{o.Name}, []string{o.Name}
	}
	switch {
	case o.Letter:
		p.Form = document.Letter
	case o.Number != "" && o.Name != "":
		p.Form = document.File
		p.Imprint = document.Imprint{CopiesTo: o.CopiesTo, Office: o.Name + "办公室", Dated: o.Dated}
	}
	p.Note = o.contact()
	return p
}

// contact is who answers questions: 联系人：刘海燕，电话：0317-0000000.
func (o Office) contact() string {
	var parts []string
	if o.Contact != "" {
		parts = append(parts, "联系人："+o.Contact)
	}
	if o.Phone != "" {
		parts = append(parts, "电话："+o.Phone)
	}
	return strings.Join(parts, "，")
}

// paragraphs are as many as the text has lines; empty ones are left out.
func paragraphs(text string) []document.Block {
	var blocks []document.Block
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			blocks = append(blocks, document.Text{Text: line})
		}
	}
	return blocks
}

// section is a heading with its paragraphs, nothing where there are none.
func section(heading, text string) []document.Block {
	below := paragraphs(text)
	if len(below) == 0 {
		return nil
	}
	return append([]document.Block{document.Heading{Level: 1, Text: heading}}, below...)
}

// told is a heading with what it tells in the same line, nothing where there is nothing to tell.
func told(heading, text string) []document.Block {
	if text == "" {
		return nil
	}
	return []document.Block{document.Heading{Level: 1, Text: heading + "：", Then: text}}
}

// labelled is a line such as 时间：…, nothing where there is nothing to say.
func labelled(label, text string) []document.Block {
	if text == "" {
		return nil
	}
	return []document.Block{document.Text{Lead: label + "：", Text: text}}
}

// joined puts what is there behind each other.
func joined(separator string, parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, separator)
}

// prefixed is a text behind its label, "" without a text.
func prefixed(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}
