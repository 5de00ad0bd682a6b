package document

import (
	"bytes"
	"image"

	"smartcanal/data/document/wml"
)

// picture stands in a line of its own that is as high as it is, with its caption below.
func (c *composer) picture(p Picture) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(p.Content))
	if err != nil || config.Width == 0 {
		return // Check has refused it
	}
	width := textWidth
	if w := mm(p.Width); w > 0 && w < width {
		width = w
	}
	height := width * config.Height / config.Width
	if most := textHeight - 2*linePitch; height > most {
		width, height = width*most/height, most
	}
	drawing := c.file.AddPicture(p.Content, kind, p.Caption, width, height)
	properties := &wml.ParagraphProperties{Align: wml.Word("center"), SnapToGrid: wml.Off, Spacing: &wml.Spacing{Before: 120, Line: 240, Rule: "auto"}}
	if p.Caption != "" {
		properties.KeepNext = wml.On
	}
	c.put(wml.Paragraph{Properties: properties, Content: []any{wml.Run{Content: []any{drawing}}}})
	if p.Caption != "" {
		caption := line(styleCell, p.Caption)
		caption.Properties.Align = wml.Word("center")
		c.put(caption)
	}
}
