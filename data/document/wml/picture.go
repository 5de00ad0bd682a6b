package wml

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Drawing is a picture in a line of text.
type Drawing struct {
	XMLName xml.Name `xml:"w:drawing"`
	Inner   string   `xml:",innerxml"`
	Picture Picture  `xml:"-"`
}

// Picture is what a Drawing shows, so many twips wide and high.
type Picture struct {
	Kind          string // jpg or png
	Content       []byte
	Width, Height int
}

const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[2]d" cy="%[3]d"/><wp:docPr id="%[1]d" name="picture%[1]d" descr="%[4]s"/>` +
	`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>` +
	`<pic:nvPicPr><pic:cNvPr id="%[1]d" name="picture%[1]d"/><pic:cNvPicPr/></pic:nvPicPr>` +
	`<pic:blipFill><a:blip r:embed="%[5]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
	`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[2]d" cy="%[3]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
	`</pic:pic></a:graphicData></a:graphic></wp:inline>`

const emuPerTwip = 635 // English Metric Units, in which drawings are measured

// AddPicture adds a png or jpeg and gives what shows it, so many twips wide and high.
func (f *File) AddPicture(content []byte, kind, description string, width, height int) Drawing {
	if kind == "jpeg" {
		kind = "jpg"
	}
	number := len(f.parts) + 1
	id := f.add("image", fmt.Sprintf("media/picture%d.%s", number, kind), "", content)
	var safe strings.Builder
	_ = xml.EscapeText(&safe, []byte(strings.Map(printable, description))) // a Builder takes everything
	return Drawing{
		Inner:   fmt.Sprintf(inline, number, width*emuPerTwip, height*emuPerTwip, safe.String(), id),
		Picture: Picture{Kind: kind, Content: content, Width: width, Height: height},
	}
}
