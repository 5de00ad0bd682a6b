package form

import "smartcanal/screens/kit"

// Keys are those of forms, dialogs, choices and search boxes, for the list of all keys.
func Keys() []kit.Key {
	return []kit.Key{
		{Keys: "Tab / Shift+Tab", What: "form.keys.tab"}, {Keys: "Enter", What: "form.keys.press"}, {Keys: "Space", What: "form.keys.tick"},
		{Keys: "↓", What: "form.keys.choices"}, {Keys: "Alt+↓ / F4", What: "form.keys.calendar"},
		{Keys: "↑ / ↓", What: "form.keys.results"}, {Keys: "PgUp / PgDn", What: "form.keys.page"},
	}
}
