package chart

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

var kindNames = map[Kind]string{
	Bars: "bars", Stacked: "stacked", Line: "line", Share: "share", Gauge: "gauge", Funnel: "funnel", Tiles: "tiles", Timeline: "timeline", Spark: "spark",
}

// TestGolden keeps the look of every kind, as shapes one can read. Other processors round differently, so the
// pictures hold on one only. After a wanted change copy testdata/failed over testdata.
func TestGolden(t *testing.T) {
	if runtime.GOARCH != "amd64" || runtime.GOOS != "linux" {
		t.Skip("the pictures were drawn on linux/amd64")
	}
	for kind, name := range kindNames {
		c := sample(kind)
		c.Title = name
		drawn, err := Picture(c, fyne.NewSize(360, 240), SVG, kit.Light)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := os.ReadFile(filepath.Join("testdata", name+".svg"))
		if bytes.Equal(drawn, want) {
			continue
		}
		failed := filepath.Join("testdata", "failed", name+".svg")
		if err := os.MkdirAll(filepath.Dir(failed), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(failed, drawn, 0o600); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s looks different: see %s", name, failed)
	}
	b := newBench(t, sample(Bars))
	b.hover(b.drawn().marks[1].at.middle())
	test.AssertImageMatches(t, "pointed.png", b.window.Canvas().Capture())
	b.window.Canvas().Focus(b.View)
	test.AssertImageMatches(t, "focused.png", b.window.Canvas().Capture())
}
