package help

import (
	"strings"

	"smartcanal/assets"
)

// licence is a text with the works that stand under it.
type licence struct {
	works []string
	text  string
}

const rule = "================================================================================"

// licences takes THIRD-PARTY.txt apart: a rule, names of works, a rule, their licence.
func licences() []licence {
	parts := strings.Split(assets.Licences, rule)
	var all []licence
	for i := 1; i+1 < len(parts); i += 2 {
		all = append(all, licence{works: strings.Split(strings.TrimSpace(parts[i]), "\n"), text: strings.TrimSpace(parts[i+1])})
	}
	return all
}

// kind is the licence's own name, from its first lines.
func (l licence) kind() string {
	head := l.text
	if len(head) > 600 {
		head = head[:600]
	}
	for _, known := range []struct{ said, name string }{
		{"Apache License", "Apache-2.0"}, {"SIL OPEN FONT LICENSE", "OFL-1.1"}, {"SIL Open Font License", "OFL-1.1"},
		{"Mozilla Public License", "MPL-2.0"}, {"Permission is hereby granted, free of charge", "MIT"},
		{"Permission to use, copy, modify, and", "ISC"}, {"Redistribution and use in source and binary forms", "BSD"}, {"FreeType", "FTL"}, {"Additional IP Rights Grant", "Patents"},
		{"SQLite Is Public Domain", "Public domain"}, {"DO WHAT THE FUCK YOU WANT", "WTFPL"}, {"MIT License", "MIT"},
	} {
		if strings.Contains(head, known.said) {
			return known.name
		}
	}
	return ""
}
