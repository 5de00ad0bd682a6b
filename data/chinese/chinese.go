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
func Text(key string, args ...any) string {
	fills := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		fills = append(fills, fmt.Sprintf("{%v}", args[i]), fmt.Sprint(args[i+1]))
	}
	return strings.NewReplacer(fills...).Replace(texts()[key])
}

// texts is the Chinese catalogue; it is built in and tests read it, so it cannot be broken here.
var texts = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	names, _ := fs.Glob(assets.Lang, "lang/zh/*.json")
	for _, name := range names {
		if content, err := assets.Lang.ReadFile(name); err == nil {
			_ = json.Unmarshal(content, &all) // adds to what is there
		}
	}
	return all
})
