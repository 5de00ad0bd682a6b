package grid

import (
	"context"
	"math/big"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Figures are what the marked cells come to. Sum and Average are exact to four decimals, the average rounded to
// two; both are "" where no cell of a Number column is a number, or where more than FiguresLimit rows are marked.
type Figures struct {
	Cells, Numbers int
	Sum, Average   string
}

// FiguresLimit is how many rows are read to be summed; pages with longer lists sum in their room.
const FiguresLimit = 100_000

// Text is the figures as the status line says them, "" for a single cell.
func (f Figures) Text() string {
	switch {
	case f.Cells < 2:
		return ""
	case f.Numbers == 0:
		return wording.Text("grid.figures.cells", "cells", wording.Grouped(f.Cells))
	}
	return wording.Text("grid.figures", "cells", wording.Grouped(f.Cells), "numbers", wording.Grouped(f.Numbers), "sum", f.Sum, "average", f.Average)
}

type figuring struct {
	loader kit.Loader[Figures]
	tell   func(Figures)
}

// Figuring tells what the selection comes to, each time it changes and in the background.
func (g *Grid) Figuring(tell func(Figures)) { g.figuring = &figuring{tell: tell} }

func (g *Grid) figure() {
	f := g.figuring
	if f == nil || g.pages == nil {
		return
	}
	f.loader.Stop()
	c := copying{model: g.pages.model, columns: append([]Column(nil), g.columns...), ranges: append([]Range(nil), g.marks.ranges...)}
	f.loader.Load(c.figures, func(figures Figures, fault *problem.Problem) {
		if fault == nil {
			f.tell(figures)
		}
	})
}

// figures adds up the marked cells of Number columns.
func (c copying) figures(ctx context.Context) (Figures, error) {
	var f Figures
	columns, spans := c.picked()
	for _, r := range c.ranges {
		f.Cells += (r.Bottom - r.Top + 1) * (r.Right - r.Left + 1) // blocks that overlap count twice, as in a spreadsheet
	}
	if (Selection{Ranges: c.ranges}).Rows() > FiguresLimit || f.Cells < 2 {
		return f, nil
	}
	sum := new(big.Int)
	for _, span := range spans {
		for first := span.First; first <= span.Last; first += copyChunk {
			rows, err := c.model.Page(ctx, first, min(copyChunk, span.Last-first+1))
			if err != nil {
				return f, err
			}
			for i, row := range rows {
				for _, column := range columns {
					if c.columns[column].Kind != Number || !(Selection{Ranges: c.ranges}).Holds(Place{first + i, column}) {
						continue
					}
					if value, is := tenThousandths(row.cell(c.columns[column]).plain()); is {
						f.Numbers++
						sum.Add(sum, value)
					}
				}
			}
		}
	}
	if f.Numbers > 0 {
		f.Sum, f.Average = decimal(sum), decimal(average(sum, f.Numbers))
	}
	return f, nil
}

const decimals = 4

// tenThousandths reads a number as it is shown; false for what is none.
func tenThousandths(text string) (*big.Int, bool) {
	text = withoutSeparators(text)
	if !figure.MatchString(text) || strings.HasSuffix(text, "%") {
		return nil, false
	}
	whole, part, _ := strings.Cut(text, ".")
	if len(part) > decimals {
		part = part[:decimals]
	}
	value, is := new(big.Int).SetString(whole+part+strings.Repeat("0", decimals-len(part)), 10)
	return value, is
}

// average is rounded to two decimals, halves away from zero.
func average(sum *big.Int, numbers int) *big.Int {
	step := big.NewInt(100)
	n := new(big.Int).Mul(big.NewInt(int64(numbers)), step)
	half := new(big.Int).Quo(n, big.NewInt(2))
	if sum.Sign() < 0 {
		half.Neg(half)
	}
	rounded := new(big.Int).Quo(new(big.Int).Add(sum, half), n)
	return rounded.Mul(rounded, step)
}

// decimal writes a value with separators and as many decimals as it needs, two where it has any.
func decimal(value *big.Int) string {
	digits := new(big.Int).Abs(value).String()
	digits = strings.Repeat("0", max(0, decimals+1-len(digits))) + digits
	whole, part := digits[:len(digits)-decimals], strings.TrimRight(digits[len(digits)-decimals:], "0")
	var b strings.Builder
	if value.Sign() < 0 {
		b.WriteByte('-')
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if part != "" {
		b.WriteString("." + part + strings.Repeat("0", max(0, 2-len(part))))
	}
	return b.String()
}
