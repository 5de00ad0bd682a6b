// Package chinese words what is Chinese whatever language the screen speaks: papers, and sentences that are kept.
package chinese

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"smartcanal/assets"
)

// Text words a key of the catalogue. args are pairs of a placeholder's name and its value.
func Text(key string, args ...any) string { return In(Language, key, args...) }

// Language is the one of papers; English is the other one there is a catalogue of.
const (
	Language = "zh"
	English  = "en"
)

// In words a key in a language, for what a paper and a screen both say: a clause is read back in either.
func In(language, key string, args ...any) string {
	fills := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		fills = append(fills, fmt.Sprintf("{%v}", args[i]), fmt.Sprint(args[i+1]))
	}
	texts := chinese
	if language == English {
		texts = english
	}
	return strings.NewReplacer(fills...).Replace(texts()[key])
}

// The catalogues are built in and tests read them, so they cannot be broken here.
var (
	chinese = sync.OnceValue(func() map[string]string { return catalogue(Language) })
	english = sync.OnceValue(func() map[string]string { return catalogue(English) })
)

func catalogue(language string) map[string]string {
	all := map[string]string{}
	names, _ := fs.Glob(assets.Lang, "lang/"+language+"/*.json")
	for _, name := range names {
		if content, err := assets.Lang.ReadFile(name); err == nil {
			_ = json.Unmarshal(content, &all) // adds to what is there
		}
	}
	return all
}
