package grid

import (
	"fmt"
	"math/big"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"smartcanal/screens/kit"
)

func TestASelectionIsSummed(t *testing.T) {
	var rows Ready
	for _, amount := range []string{"1,234.50", "-34.50", "", "0.01", "—", "99"} {
		rows = append(rows, Row{Cells: append(Words("2026", "", "", "", "", amount), Cell{})})
	}
	s := show(t, kit.Light, rows)
	var told []Figures
	s.Figuring(func(f Figures) { told = append(told, f) })
	s.window.Canvas().Focus(s.Grid)
	s.GoTo(Place{0, 5})
	s.shifted(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	last := told[len(told)-1]
	if last != (Figures{4, 3, "1,200.01", "400"}) {
		t.Errorf("%+v", last)
	}
	if last.Text() != "选中 4 格，其中 3 个数：合计 1,200.01，平均 400" {
		t.Error(last.Text())
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	if last = told[len(told)-1]; last.Numbers != 4 || last.Sum != "1,299.01" || last.Average != "324.75" {
		t.Errorf("all: %+v", last)
	}
	s.GoTo(Place{0, 0})
	if last = told[len(told)-1]; last.Text() != "" {
		t.Errorf("one cell: %q", last.Text())
	}
}

// TestSumsAreExact: fen in any number add up to the fen.
func TestSumsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fen := rapid.Int64Range(-1e14, 1e14).Draw(t, "fen")
		sign, abs := "", fen
		if fen < 0 {
			sign, abs = "-", -fen
		}
		value, is := tenThousandths(fmt.Sprintf("%s%d.%02d", sign, abs/100, abs%100))
		if !is || value.Cmp(big.NewInt(fen*100)) != 0 {
			t.Fatalf("%d fen became %v", fen, value)
		}
		again, is := tenThousandths(decimal(value))
		if !is || again.Cmp(value) != 0 {
			t.Fatalf("%q became %v", decimal(value), again)
		}
		n := rapid.IntRange(1, 1000).Draw(t, "n")
		difference := new(big.Int).Sub(new(big.Int).Mul(average(value, n), big.NewInt(int64(n))), value)
		if difference.CmpAbs(big.NewInt(int64(50*n))) > 0 {
			t.Fatalf("the average of %v by %d is off by %v", value, n, difference)
		}
	})
}
