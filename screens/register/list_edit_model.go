package register

import (
	"context"
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/register"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

// Change writes what a person changed in the list's cells, or only tries it.
func (m *ListModel) Change(ctx context.Context, changes []grid.Change, try bool) ([]*problem.Problem, grid.Back, error) {
	cells := make([]register.CellChange, len(changes))
	for i, c := range changes {
		column := register.Column(c.Column)
		cells[i] = register.CellChange{ID: int64(c.Record), Field: fieldOf(column), From: keyOf(column, c.From), To: keyOf(column, c.To)}
	}
	wrong, entries, err := m.room.Change(ctx, m.actor, cells, try)
	return wrong, m.back(entries), err
}

// back takes a change back; what it gives makes it again.
func (m *ListModel) back(done store.Entries) grid.Back {
	return func(ctx context.Context) (grid.Back, error) {
		again, err := m.room.TakeBack(ctx, m.actor, done)
		return m.back(again), err
	}
}

// fieldOf is the field a column shows.
func fieldOf(column register.Column) string {
	return map[register.Column]string{
		register.ByName: register.FieldName, register.ByKind: register.FieldKind, register.ByCreditCode: register.FieldCreditCode,
		register.ByRegion: register.FieldRegion, register.ByStatus: register.FieldStatus, register.ByAboveQuota: register.FieldAboveQuota,
	}[column]
}

// keyOf is the value behind a word of a list; a word nobody knows stays as it is, for the register to refuse.
func keyOf(column register.Column, word string) string {
	switch column {
	case register.ByKind:
		if i := slices.Index(kindTexts(), word); i >= 0 {
			return string(register.Kinds[i])
		}
	case register.ByStatus:
		if i := slices.Index(statusTexts(), word); i >= 0 {
			return string(register.Statuses[i])
		}
	}
	return word
}

func kindTexts() []string {
	texts := make([]string, len(register.Kinds))
	for i, kind := range register.Kinds {
		texts[i] = kindText(kind)
	}
	return texts
}

func statusTexts() []string {
	texts := make([]string, len(register.Statuses))
	for i, status := range register.Statuses {
		texts[i] = statusText(status)
	}
	return texts
}

// findPlace searches the district's towns for a cell.
func findPlace(room *register.Room) kit.SearchFunc[string] {
	return func(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
		places, err := room.SearchPlaces(ctx, text, limit)
		var found []kit.Found[string]
		for _, place := range places {
			if len(place.Code) <= region.TownDigits {
				found = append(found, kit.Found[string]{Key: place.Code, Label: place.Name})
			}
		}
		return found, err
	}
}
