package chart

import "smartcanal/screens/kit"

// Keys are those a chart takes, for the list of all keys.
func Keys() []kit.Key {
	return []kit.Key{
		{Keys: "← / →", What: "chart.keys.labels"}, {Keys: "↑ / ↓", What: "chart.keys.series"}, {Keys: "Home / End", What: "chart.keys.ends"},
		{Keys: "Enter", What: "chart.keys.open"}, {Keys: "Ctrl+C", What: "chart.keys.copy"}, {Keys: "Shift+F10", What: "chart.keys.menu"},
	}
}
