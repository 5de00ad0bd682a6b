package document

import "math"

// The measures of GB/T 9704-2012. Lengths on the page are twips, twentieths of a point.
const (
	pageWidth  = 11906 // A4
	pageHeight = 16838

	linesOfPage = 22
	charsOfLine = 28

	// linePitch is the highest that 22 lines may be to stand in 225 mm: 22 x 579 = 12738 of 12756. With 580 Word
	// sets 21.
	linePitch = 579

	// charPitch is a character of the body with its spacing, charSpacing what the spacing is. 28 characters of 16
	// points are 448 points and the text is 156 mm = 442.2 wide, so each must give away 0.207 points. Spacing goes by whole
	// twips: -4 leaves the line a fifth of a point too long, and its 28th character goes to the next. With -5 they are 441
	// and justifying spreads the last point over the line. (A grid of characters does worse: one of 16 points is
	// wider than its cell of 15.79, and LibreOffice gives it two.)
	charPitch   = 315
	charSpacing = charPitch - 20*16
)

var (
	marginTop    = mm(37)
	marginBottom = mm(35)
	marginLeft   = mm(28)
	marginRight  = pageWidth - marginLeft - textWidth
	textWidth    = mm(156)
	textHeight   = pageHeight - marginTop - marginBottom
)

// Sizes of type in half points.
const (
	size2 = 44 // 二号
	size3 = 32 // 三号
	size4 = 28 // 四号
)

func mm(v float64) int { return int(math.Round(v * 1440 / 25.4)) }

// chars is the width of so many characters of the grid.
func chars(n float64) int { return int(math.Round(n * charPitch)) }

// widthOf is how wide a text is in characters; figures and Latin letters count half.
func widthOf(text string) float64 {
	var width float64
	for _, r := range text {
		if r < 0x2000 {
			width += 0.5
		} else {
			width++
		}
	}
	return width
}
