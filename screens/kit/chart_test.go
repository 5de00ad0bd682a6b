package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestABarOpensWhatIsBehindIt(t *testing.T) {
	var series, label = -1, -1
	chart := NewBarChart("万元", []string{"1月", "2月"}, []Series{{"2025", []float64{1, 2}}, {"2026", []float64{3, 4}}},
		func(s, l int) { series, label = s, l })
	onWindow(t, chartLeft+200, 200, chart)
	test.TapAt(chart, fyne.NewPos(chartLeft+30, 150))
	if series != 0 || label != 0 {
		t.Errorf("series %d label %d", series, label)
	}
	test.TapAt(chart, fyne.NewPos(chartLeft+190, 150))
	if series != 1 || label != 1 {
		t.Errorf("series %d label %d", series, label)
	}
	series = -1
	test.TapAt(chart, fyne.NewPos(10, 150))
	if series != -1 {
		t.Error("the axis opens nothing")
	}
	chart.FocusGained()
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn} {
		chart.TypedKey(keyed(key))
	}
	if series != 0 || label != 0 {
		t.Errorf("by keyboard: series %d label %d", series, label)
	}
}

func TestTheAxisEndsAboveTheHighestBar(t *testing.T) {
	for highest, want := range map[float64]float64{0: 1, 128.57: 150, 90: 100, 95: 150, 5: 6, 1900: 3000, 0.2: 0.3} {
		if got := niceTop(highest); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("niceTop(%v) = %v, want %v", highest, got, want)
		}
	}
}

func TestShares(t *testing.T) {
	if percent(1, 3) != "33.3%" || percent(1, 0) != "0.0%" || percent(-2, 3) != "0.0%" {
		t.Error("shares of a whole")
	}
}
