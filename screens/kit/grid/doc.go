// Package grid is the list every area shows its records in: a virtual table over a model of any length.
//
// It draws the visible cells only and counts rows in int, because Fyne's own table keeps positions in
// float32 and cannot reach the last rows of a million. Cells are canvas texts made once and given other
// words as one scrolls; one refresh of one object then has the window painted. Rows come from the model
// a page at a time, away from the UI goroutine; a row that is not there yet shows "…".
//
// The parts: place.go, selection.go, scroll.go and widths.go reckon and know no window; pages.go fetches;
// grid.go is what pages use; keys.go, mouse.go, wheel.go take events; view*.go draw.
package grid
