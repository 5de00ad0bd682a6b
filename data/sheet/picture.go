package sheet

import (
	"bytes"
	"fmt"
	"image/png"

	"github.com/xuri/excelize/v2"
)

// Picture puts a PNG below what is written so far, so many points of the sheet wide, and leaves the rows under
// it free. alternative says what it shows to those who cannot see it. It is called after Columns.
func (s *Sheet) Picture(content []byte, alternative string, width float64) *Sheet {
	s.try(func() error { return s.picture(content, alternative, width) })
	return s
}

// pixelsOfPoint is how many of a workbook's pixels make a point of paper.
const pixelsOfPoint = 96.0 / 72

func (s *Sheet) picture(content []byte, alternative string, width float64) error {
	size, err := png.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return err
	}
	scale := width * pixelsOfPoint / float64(size.Width)
	anchor := fmt.Sprintf("A%d", s.row+2)
	err = s.book.file.AddPictureFromBytes(s.name, anchor, &excelize.Picture{
		Extension: ".png", File: content,
		Format: &excelize.GraphicOptions{AltText: alternative, ScaleX: scale, ScaleY: scale, Positioning: "oneCell"},
	})
	s.row += 2 + int(float64(size.Height)*scale/pixelsOfPoint/lineHeight)
	return err
}
