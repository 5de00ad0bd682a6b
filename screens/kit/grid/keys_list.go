package grid

import "smartcanal/screens/kit"

// Keys are those a list takes, for the list of all keys; a test presses each of them.
func Keys() []kit.Key {
	return []kit.Key{
		{Keys: "↑ ↓ ← →", What: "grid.keys.move"}, {Keys: "PgUp / PgDn", What: "grid.keys.page"}, {Keys: "Home / End", What: "grid.keys.row_ends"},
		{Keys: "Ctrl+Home / End", What: "grid.keys.ends"}, {Keys: "Ctrl+↑ ↓ ← →", What: "grid.keys.edges"},
		{Keys: "Shift+↑ ↓ ← →", What: "grid.keys.select"}, {Keys: "Shift+Space", What: "grid.keys.rows"}, {Keys: "Ctrl+Space", What: "grid.keys.columns"},
		{Keys: "Enter", What: "grid.keys.open"}, {Keys: "Space", What: "grid.keys.act"},
		{Keys: "F2", What: "grid.keys.edit"}, {Keys: "Delete", What: "grid.keys.clear"}, {Keys: "Ctrl+D", What: "grid.keys.fill"},
		{Keys: "Ctrl+Shift+C", What: "grid.keys.copy_text"}, {Keys: "Ctrl+Shift+E", What: "grid.keys.export"},
		{Keys: "Alt+↓", What: "grid.keys.filter"}, {Keys: "Shift+F10", What: "grid.keys.menu"},
	}
}
