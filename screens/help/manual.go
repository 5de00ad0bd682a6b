package help

import (
	"io/fs"
	"path"
	"strings"

	"smartcanal/assets"
	"smartcanal/screens/wording"
)

// chapter is one page of the manual.
type chapter struct {
	key, title string
	source     []byte
}

// chapters are those of the language shown, in their order.
func chapters() []chapter {
	folder := "manual/" + wording.Language()
	entries, err := fs.ReadDir(assets.Manual, folder)
	if err != nil {
		return nil
	}
	var all []chapter
	for _, entry := range entries {
		source, err := assets.Manual.ReadFile(path.Join(folder, entry.Name()))
		if err != nil {
			continue
		}
		_, name, _ := strings.Cut(strings.TrimSuffix(entry.Name(), ".md"), "-")
		title, _, _ := strings.Cut(strings.TrimPrefix(string(source), "# "), "\n")
		all = append(all, chapter{key: name, title: title, source: source})
	}
	return all
}

// find is the place of an area's chapter; an area without one gets the first.
func find(all []chapter, key string) int {
	for i, c := range all {
		if c.key == key {
			return i
		}
	}
	return 0
}
