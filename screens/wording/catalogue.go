package wording

import (
	"encoding/json"
	"io/fs"
	"path"

	"smartcanal/assets"
)

type catalogue map[string]string

// load merges the fragments of a language. They are built in and proven by tests, so a broken one
// is a fault of the build and its keys show themselves.
func load(language string) catalogue {
	merged := catalogue{}
	names, _ := fs.Glob(assets.Lang, path.Join("lang", language, "*.json"))
	for _, name := range names {
		fragment, err := read(name)
		if err != nil {
			continue
		}
		for key, text := range fragment {
			merged[key] = text
		}
	}
	return merged
}

func read(name string) (catalogue, error) {
	content, err := assets.Lang.ReadFile(name)
	if err != nil {
		return nil, err
	}
	fragment := catalogue{}
	return fragment, json.Unmarshal(content, &fragment)
}
