package printing

import (
	"testing"

	"smartcanal/assets"
)

func TestTheFontHasABoxForWhatItLacks(t *testing.T) {
	if !coverageOf(assets.FontRegular).has('□') || !coverageOf(assets.FontBold).has('□') {
		t.Error("the font has no box to stand for what it lacks")
	}
}
