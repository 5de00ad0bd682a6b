package wml

import (
	"encoding/xml"
	"path"
)

// contentTypes says of what kind each member of the archive is.
type contentTypes struct {
	XMLName   xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []typeOfSuffix `xml:"Default"`
	Overrides []typeOfPart   `xml:"Override"`
}

type typeOfSuffix struct {
	Extension   string `xml:",attr"`
	ContentType string `xml:",attr"`
}

type typeOfPart struct {
	PartName    string `xml:",attr"`
	ContentType string `xml:",attr"`
}

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

func (f *File) contentTypes() contentTypes {
	types := contentTypes{
		Defaults: []typeOfSuffix{
			{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
			{"xml", "application/xml"},
			{"png", "image/png"}, {"jpg", "image/jpeg"},
		},
		Overrides: []typeOfPart{
			{"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
			{"/word/document.xml", word + "document.main+xml"},
			{"/word/styles.xml", word + "styles+xml"},
			{"/word/settings.xml", word + "settings+xml"},
			{"/word/fontTable.xml", word + "fontTable+xml"},
		},
	}
	for _, p := range f.parts {
		if p.contentType != "" {
			types.Overrides = append(types.Overrides, typeOfPart{"/word/" + p.name, p.contentType})
		}
	}
	return types
}

// relations tells which part a member of the archive calls by which id.
type relations struct {
	XMLName  xml.Name   `xml:"http://schemas.openxmlformats.org/package/2006/relationships Relationships"`
	Relation []relation `xml:"Relationship"`
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:",attr"`
	Target string `xml:",attr"`
}

func rootRelations() relations {
	return relations{Relation: []relation{
		{"rId1", relationKind + "officeDocument", "word/document.xml"},
		{"rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"},
	}}
}

const firstPart = 4 // the ids below are those of the parts that every document has

func (f *File) relations() relations {
	all := relations{Relation: []relation{
		{"rId1", relationKind + "styles", "styles.xml"},
		{"rId2", relationKind + "settings", "settings.xml"},
		{"rId3", relationKind + "fontTable", "fontTable.xml"},
	}}
	for _, p := range f.parts {
		all.Relation = append(all.Relation, relation{p.id, relationKind + p.kind, path.Clean(p.name)})
	}
	return all
}

type core struct {
	XMLName xml.Name   `xml:"cp:coreProperties"`
	Names   []xml.Attr `xml:",any,attr"`
	Title   string     `xml:"dc:title"`
}

func (f *File) core() core {
	return core{Title: f.Title, Names: []xml.Attr{
		name("cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
		name("dc", "http://purl.org/dc/elements/1.1/"),
	}}
}
