package grid

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/screens/kit"
)

// painted is what the window shows, in the pixels of its scale.
func (s shown) painted() image.Image { return s.window.Canvas().Capture() }

// text finds what is drawn in a cell.
func (s shown) textIn(row, column int) *canvas.Text {
	s.t.Helper()
	part := s.view.scrolled
	if column < s.view.frozen.last {
		part = s.view.frozen
	}
	at := s.cellAt(row, column)
	for _, text := range part.pens.texts.items[:part.pens.texts.used] {
		x, y := part.body.Position().X+text.Position().X, part.body.Position().Y+text.Position().Y
		if at.X >= x && at.X < x+text.Size().Width && at.Y >= y && at.Y < y+text.Size().Height {
			return text
		}
	}
	s.t.Fatalf("nothing is drawn in row %d column %d", row, column)
	return nil
}

func TestCellsAreAlignedAndNegativesHaveSignAndColour(t *testing.T) {
	for _, mode := range []kit.Mode{kit.Light, kit.Dark} {
		s := show(t, mode, &sales{rows: 50})
		for _, c := range []struct {
			row, column int
			align       fyne.TextAlign
			tone        fyne.ThemeColorName
		}{
			{0, 0, fyne.TextAlignLeading, kit.Ink}, {0, 3, fyne.TextAlignLeading, kit.Ink}, {0, 5, fyne.TextAlignTrailing, kit.Ink},
			{11, 5, fyne.TextAlignTrailing, kit.RedText}, {0, 1, fyne.TextAlignLeading, kit.Canal}, {0, 7, fyne.TextAlignCenter, kit.GreenText}, {6, 7, fyne.TextAlignCenter, kit.AmberText},
		} {
			text := s.textIn(c.row, c.column)
			if text.Alignment != c.align || text.Color != kit.Color(c.tone) {
				t.Errorf("row %d column %d: %q stands %v in %v", c.row, c.column, text.Text, text.Alignment, text.Color)
			}
		}
		if text := s.textIn(11, 5).Text; text[0] != '-' {
			t.Errorf("a negative amount reads %q: its colour alone tells", text)
		}
		s.SetTotals(Word("合计"), Cell{}, Cell{}, Cell{}, Cell{}, Word("-12.00"))
		sum := s.view.scrolled.footPens.texts.items[5]
		if sum.Text != "-12.00" || sum.Color != kit.Color(kit.RedText) || sum.Alignment != fyne.TextAlignTrailing {
			t.Errorf("the total %q stands %v in %v", sum.Text, sum.Alignment, sum.Color)
		}
	}
}

func TestEverySecondRowIsTinted(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 50})
	s.Striped().Refresh()
	tinted := func(row int) bool { return !s.view.scrolled.tints[row-s.Grid.window.top].Hidden }
	if tinted(2) || !tinted(3) {
		t.Error("rows 2 and 3 look the same")
	}
	s.ScrollTo(1)
	if tinted(2) || !tinted(3) {
		t.Error("the tint does not go with its row")
	}
}

// TestTotalsStayAtTheFoot: they do not scroll, and go across with their columns.
func TestTotalsStayAtTheFoot(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	s.SetTotals(Word("合计"), Cell{}, Cell{}, Word("1,000,000 笔"), Cell{}, Word("-1,234.56"))
	s.window.Resize(fyne.NewSize(700, 400))
	s.window.Canvas().Focus(s.Grid)
	for _, name := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome} {
		s.control(name, 0)
		foot := s.view.scrolled.foot
		if bottom := foot.Position().Y + foot.Size().Height; bottom != s.Size().Height-1 || foot.Size().Height != kit.RowHeight {
			t.Errorf("after Ctrl+%s the foot ends at %v of %v", name, bottom, s.Size().Height)
		}
		pens := s.view.scrolled.footPens.texts
		for _, text := range pens.items[:pens.used] {
			if text.Text == "-1,234.56" && text.Position().X != s.across(5)+s.style.pad {
				t.Errorf("after Ctrl+%s the sum stands at %v, its column at %v", name, text.Position().X, s.across(5))
			}
		}
		if last := s.cellAt(s.Grid.window.top+s.Grid.window.fits-1, 0).Y; last > foot.Position().Y {
			t.Errorf("the last row lies under the foot")
		}
	}
}

// alike is a list of any length whose rows all show the same.
type alike int

func (m alike) Rows() int { return int(m) }

func (m alike) Page(_ context.Context, _, count int) ([]Row, error) {
	return slices.Repeat([]Row{line(3)}, count), nil
}

// TestTheLastRowsLookLikeTheFirst: no pixel of the cells depends on how far down the list they are.
func TestTheLastRowsLookLikeTheFirst(t *testing.T) {
	s := show(t, kit.Light, alike(1_000_000))
	cells := func() *image.NRGBA {
		whole := s.painted().(*image.NRGBA)
		return whole.SubImage(image.Rect(0, 0, int(s.view.down.X)-1, whole.Bounds().Dy())).(*image.NRGBA)
	}
	first := cells()
	for _, top := range []int{12_345, 999_999 - s.Grid.window.fits} {
		s.ScrollTo(top)
		if !samePixels(first, cells()) {
			t.Errorf("from row %d on the cells look different", top)
		}
	}
}

func samePixels(a, b *image.NRGBA) bool {
	wide := 4 * a.Rect.Dx()
	for y := range a.Rect.Dy() {
		if !bytes.Equal(a.Pix[y*a.Stride:y*a.Stride+wide], b.Pix[y*b.Stride:y*b.Stride+wide]) {
			return false
		}
	}
	return true
}

// TestAnOfficeScreenAtEveryScale: on 1366x768 at 100 to 200 % the last cell is reached, framed where it is, and the
// foot stands under it.
func TestAnOfficeScreenAtEveryScale(t *testing.T) {
	for scale, mode := range map[float32]kit.Mode{1: kit.Light, 1.25: kit.Dark, 1.5: kit.Light, 2: kit.Dark} {
		s := show(t, mode, &sales{rows: 1_000_000})
		s.Numbered().SetTotals(Word("合计"), Cell{}, Cell{}, Cell{}, Cell{}, Word("-1,234.56"))
		s.window.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
		s.window.Resize(fyne.NewSize(1366/scale, 768/scale))
		s.window.Canvas().Focus(s.Grid)
		s.control(fyne.KeyEnd, 0)
		picture := s.painted()
		if size := picture.Bounds().Size(); size.X < 1365 || size.X > 1367 || size.Y < 767 || size.Y > 769 {
			t.Fatalf("at %v the window has %v pixels", scale, size)
		}
		cell, rows := s.cellArea(Place{999_999, 8}), s.view.rows
		if cell.X < rows.X || cell.X+cell.Width > rows.X+rows.Width+0.5 || cell.Y+cell.Height > rows.Y+rows.Height+0.5 {
			t.Errorf("at %v the last cell %v is not within %v", scale, cell, rows)
		}
		if s.view.sums.Y < rows.Y+rows.Height || s.view.sums.Y+s.view.sums.Height > s.Size().Height {
			t.Errorf("at %v the foot stands at %v of %v", scale, s.view.sums, s.Size())
		}
		left := picture.At(int((cell.X+1)*scale), int((cell.Y+cell.Height/2)*scale))
		if !near(left, kit.Color(kit.Canal)) {
			t.Errorf("at %v the frame of the last cell is %v", scale, left)
		}
		words := s.words(3)
		if scale == 1 && words[len(words)-1] != number(999_999) {
			t.Errorf("the last row shows %q", words[len(words)-1])
		}
	}
}

func near(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	far := func(x, y uint32) bool { return max(x, y)-min(x, y) > 0x1800 }
	return !far(ar, br) && !far(ag, bg) && !far(ab, bb)
}

// TestABareListIsPainted: by the painter of pictures, too, which takes no rectangle without a colour.
func TestABareListIsPainted(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 50})
	s.Bare().Refresh()
	if at := s.painted().At(int(s.view.rows.X)+1, 1); !near(at, kit.Color(kit.Wash)) {
		t.Errorf("the head is %v", at)
	}
}
