package wml

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
)

// File is a docx being put together.
type File struct {
	Body     Body
	Styles   Styles
	Settings Settings
	Fonts    FontTable
	Title    string
	parts    []part
}

// Body is the text.
type Body struct {
	XMLName xml.Name `xml:"w:body"`
	Content []any    // Paragraph, Table
	Section *Section // how the last pages are laid
}

// part is a header, a footer or a picture, known to the document by its id.
type part struct {
	id, kind, name, contentType string
	content                     any // bytes as they are, anything else as XML
}

const relationKind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

func (f *File) add(kind, name, contentType string, content any) string {
	id := fmt.Sprintf("rId%d", len(f.parts)+firstPart)
	f.parts = append(f.parts, part{id, kind, name, contentType, content})
	return id
}

type story struct {
	XMLName xml.Name
	Names   []xml.Attr `xml:",any,attr"`
	Content []any
}

// AddHeader adds a header and gives its id for HeaderReference.
func (f *File) AddHeader(content ...any) string { return f.addStory("header", "w:hdr", content) }

// AddFooter adds a footer and gives its id for FooterReference.
func (f *File) AddFooter(content ...any) string { return f.addStory("footer", "w:ftr", content) }

func (f *File) addStory(kind, element string, content []any) string {
	name := fmt.Sprintf("%s%d.xml", kind, len(f.parts)+1)
	return f.add(kind, name, "application/vnd.openxmlformats-officedocument.wordprocessingml."+kind+"+xml",
		story{XMLName: xml.Name{Local: element}, Names: names, Content: content})
}

// Story is what a header or a footer holds.
func (f *File) Story(id string) []any {
	for _, p := range f.parts {
		if s, ok := p.content.(story); ok && p.id == id {
			return s.Content
		}
	}
	return nil
}

// Write writes the file. The same content gives the same bytes.
func (f *File) Write(to io.Writer) error {
	f.Styles.Names, f.Settings.Names, f.Fonts.Names = names, names, names
	archive := zip.NewWriter(to)
	for _, entry := range f.entries() {
		if err := write(archive, entry.name, entry.content); err != nil {
			return err
		}
	}
	return archive.Close()
}

type document struct {
	XMLName xml.Name   `xml:"w:document"`
	Names   []xml.Attr `xml:",any,attr"`
	Body    *Body
}

// entries are the members of the archive; programs want the list of kinds first.
func (f *File) entries() []part {
	entries := []part{
		{name: "[Content_Types].xml", content: f.contentTypes()},
		{name: "_rels/.rels", content: rootRelations()},
		{name: "docProps/core.xml", content: f.core()},
		{name: "word/document.xml", content: document{Names: names, Body: &f.Body}},
		{name: "word/_rels/document.xml.rels", content: f.relations()},
		{name: "word/styles.xml", content: f.Styles},
		{name: "word/settings.xml", content: f.Settings},
		{name: "word/fontTable.xml", content: f.Fonts},
	}
	for _, p := range f.parts {
		entries = append(entries, part{name: "word/" + p.name, content: p.content})
	}
	return entries
}

func write(archive *zip.Writer, name string, content any) error {
	member, err := archive.Create(name)
	if err != nil {
		return err
	}
	if raw, ok := content.([]byte); ok {
		_, err = member.Write(raw)
		return err
	}
	buffered := bufio.NewWriterSize(member, 64<<10)
	if _, err := buffered.WriteString(xml.Header); err != nil {
		return err
	}
	if err := xml.NewEncoder(buffered).Encode(content); err != nil {
		return err
	}
	return buffered.Flush()
}
