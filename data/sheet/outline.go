package sheet

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"strings"
)

// outline is what a workbook says of itself before any sheet is read.
type outline struct {
	Since1904 bool // Macs of long ago counted days from 1904: every date would be four years off
	sheets    []sheetOutline
}

type sheetOutline struct {
	Name  string
	State string // "", visible, hidden or veryHidden
	path  string // of the part
}

type workbookXML struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string     `xml:"name,attr"`
		State string     `xml:"state,attr"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"sheets>sheet"`
}

type relationsXML struct {
	Relations []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// outlineOf reads the list of sheets; charts on sheets of their own are left out.
func outlineOf(archive *zip.Reader) (outline, error) {
	var book workbookXML
	var relations relationsXML
	if err := decodePart(archive, "xl/workbook.xml", &book); err != nil {
		return outline{}, err
	}
	if err := decodePart(archive, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return outline{}, err
	}
	parts := map[string]string{}
	for _, relation := range relations.Relations {
		if strings.HasSuffix(relation.Type, "/worksheet") {
			parts[relation.ID] = partPath(relation.Target)
		}
	}
	o := outline{Since1904: book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"}
	for _, sheet := range book.Sheets {
		if path, ok := parts[relationOf(sheet.Attrs)]; ok {
			o.sheets = append(o.sheets, sheetOutline{Name: sheet.Name, State: sheet.State, path: path})
		}
	}
	return o, nil
}

// relationOf finds r:id, whose namespace differs between the kinds of the format.
func relationOf(attrs []xml.Attr) string {
	for _, attr := range attrs {
		if attr.Name.Local == "id" && attr.Name.Space != "" {
			return attr.Value
		}
	}
	return ""
}

func partPath(target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(target, "/")
	}
	return path.Join("xl", target)
}

func decodePart(archive *zip.Reader, name string, into any) error {
	entry := part(archive, name)
	if entry == nil {
		return zip.ErrFormat
	}
	opened, err := entry.Open()
	if err != nil {
		return err
	}
	defer opened.Close()
	return xml.NewDecoder(opened).Decode(into)
}
