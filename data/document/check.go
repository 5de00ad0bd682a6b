package document

import (
	"bytes"
	"image"

	// the kinds of pictures that Word shows
	_ "image/jpeg"
	_ "image/png"

	"smartcanal/data/problem"
)

// Check says what keeps the paper from being written: document.no_issuer (a red head without an office),
// document.wide_row (a row with more cells than its table has columns), document.bad_picture.
func (p *Paper) Check() error {
	if p.Form != Plain && len(p.Issuers) == 0 && p.Mark == "" {
		return problem.New("document.no_issuer")
	}
	if err := checkBlocks(p.Body); err != nil {
		return err
	}
	for _, attachment := range p.Attachments {
		if err := checkBlocks(attachment.Body); err != nil {
			return err
		}
	}
	return nil
}

// columns are how many the boxes take up together.
func (r BoxRow) columns() int {
	columns := 0
	for _, box := range r.Boxes {
		columns += max(box.Span, 1)
	}
	return columns
}

func checkBlocks(blocks []Block) error {
	for _, b := range blocks {
		switch b := b.(type) {
		case Table:
			for i, row := range b.Rows {
				if len(row) > len(b.Columns) {
					return problem.New("document.wide_row", "table", b.Title, "cells", len(row), "columns", len(b.Columns)).At(i+1, "")
				}
			}
		case Boxes:
			for i, row := range b.Rows {
				if columns := row.columns(); columns > len(b.Widths) {
					return problem.New("document.wide_row", "table", row.Boxes[0].Text, "cells", columns, "columns", len(b.Widths)).At(i+1, "")
				}
			}
		case Picture:
			if _, _, err := image.DecodeConfig(bytes.NewReader(b.Content)); err != nil {
				return problem.New("document.bad_picture", "picture", b.Caption).Because(err)
			}
		}
	}
	return nil
}
