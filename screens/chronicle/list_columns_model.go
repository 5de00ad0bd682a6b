package chronicle

import (
	"strconv"

	"smartcanal/data/chronicle"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// entryColumns are the list's columns in the order entryRow fills them.
func entryColumns() []grid.Column {
	column := func(id chronicle.Column, width float32, filter grid.Filtering) grid.Column {
		return grid.Column{ID: string(id), Label: wording.Text("chronicle.column." + string(id)), Width: width, Sortable: true, Filter: filter}
	}
	list := []grid.Column{
		column(chronicle.ByDay, 104, grid.ByDay), column(chronicle.ByTitle, 260, grid.ByText), column(chronicle.ByKind, 84, grid.ByValues),
		column(chronicle.ByImportance, 76, grid.ByValues), column(chronicle.ByPublic, 76, grid.ByValues), column(chronicle.ByReader, 90, grid.ByValues),
		{ID: "files", Label: wording.Text("chronicle.column.files"), Width: 56, Kind: grid.Number},
	}
	list[0].Kind, list[1].Grow = grid.Moment, 1
	return list
}

func entryRow(e chronicle.Row) grid.Row {
	files := ""
	if e.Files > 0 {
		files = strconv.Itoa(e.Files)
	}
	return grid.Row{Cells: []grid.Cell{
		grid.Word(e.OnDay), grid.Word(e.Title), grid.State(kindName(e.Kind), kindTint(e.Kind)), grid.State(importanceName(e.Importance), importanceTint(e.Importance)),
		grid.Word(publicName(e.Public)), grid.Word(e.ReadBy), grid.Word(files),
	}}
}

// valueText words a value a column is filtered by.
func valueText(column, key string) string {
	switch chronicle.Column(column) {
	case chronicle.ByKind:
		return kindName(chronicle.Kind(key))
	case chronicle.ByImportance:
		return importanceName(chronicle.Importance(key))
	case chronicle.ByPublic:
		return publicName(key == "public")
	}
	return key
}
