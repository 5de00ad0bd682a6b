package form

import (
	"context"

	"smartcanal/data/region"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// PlacesFunc finds places by a part of the name, pinyin or code, at most limit: those of the office's district.
type PlacesFunc func(ctx context.Context, text string, limit int) ([]region.Place, error)

// Place is a field for a place of the district, found by typing a part of its name or its pinyin; the picker's key is the
// place's code. It may be left empty.
func Place(label, code string, find PlacesFunc) (*Field, *kit.Picker[string]) {
	picker := kit.NewPicker(wording.Text("form.place.pick"), searchPlaces(find), nil).Clearable()
	if code != "" {
		picker.Set(kit.Found[string]{Key: code, Label: region.ShortPath(code)})
	}
	stored := func(value any) string {
		held := kit.NewPicker[string]("", nil, nil)
		if code, is := value.(string); is && code != "" {
			held.Set(kit.Found[string]{Key: code, Label: region.ShortPath(code)})
		}
		return held.Draft()
	}
	return &Field{Label: label, Input: picker, Stored: stored}, picker
}

// searchPlaces shows a village with the town it lies in.
func searchPlaces(find PlacesFunc) kit.SearchFunc[string] {
	return func(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
		places, err := find(ctx, text, limit)
		found := make([]kit.Found[string], len(places))
		for i, place := range places {
			found[i] = kit.Found[string]{Key: place.Code, Label: place.ShortName()}
			if town, is := region.Parent(place.Code); is && len(place.Code) == region.VillageDigits {
				found[i].Note = town.Name
			}
		}
		return found, err
	}
}
