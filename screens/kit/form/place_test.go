package form

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/region"
)

func yunhe(_ context.Context, text string, limit int) ([]region.Place, error) {
	return region.Within("130903", text, limit), nil
}

func TestAPlaceIsFoundByItsInitials(t *testing.T) {
	field, place := Place("地区", "130903100", yunhe)
	over := onWindow(t, 700, 600, New(field).Object())
	if place.Value() != "小王庄镇" {
		t.Errorf("%q", place.Value())
	}
	over.Canvas().Focus(place)
	for _, r := range "shsq" {
		over.Canvas().Focused().TypedRune(r)
	}
	press(over, fyne.KeyReturn)
	found, _ := place.Chosen()
	if found.Label != "顺河社区" || found.Note != "市场街道" || region.ShortPath(found.Key) != "市场街道 · 顺河社区" {
		t.Errorf("%+v", found)
	}
	press(over, fyne.KeyDelete)
	if found, picked := place.Chosen(); picked || found.Key != "" {
		t.Errorf("%+v: a place may be left out", found)
	}
}
