package rewards

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"smartcanal/assets"
	"smartcanal/data/money"
)

// chinese words a key of the catalogue for a paper, which is Chinese whatever language the
// screen speaks. args are pairs of a placeholder's name and its value.
func chinese(key string, args ...any) string {
	fills := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		fills = append(fills, fmt.Sprintf("{%v}", args[i]), fmt.Sprint(args[i+1]))
	}
	return strings.NewReplacer(fills...).Replace(paperTexts()[key])
}

// paperTexts is the Chinese catalogue; it is built in and tests read it, so it cannot be broken here.
var paperTexts = sync.OnceValue(func() map[string]string {
	texts := map[string]string{}
	names, _ := fs.Glob(assets.Lang, "lang/zh/*.json")
	for _, name := range names {
		if content, err := assets.Lang.ReadFile(name); err == nil {
			_ = json.Unmarshal(content, &texts) // adds to what is there
		}
	}
	return texts
})

// wholeYuan writes yuan without ".00": 50,000.
func wholeYuan(f money.Fen) string { return strings.TrimSuffix(f.String(), ".00") }

// exactWan writes 万元 with as many decimals as it takes: 500, 0.2, 1,234.567891.
func exactWan(f money.Fen) string {
	whole, rest := f/money.Wan, f%money.Wan
	text := wholeYuan(whole * money.Yuan)
	if rest == 0 {
		return text
	}
	return text + "." + strings.TrimRight(fmt.Sprintf("%06d", max(rest, -rest)), "0")
}

// amountInWords is an amount as a clause says it: 500 万元, 3,600 元.
func amountInWords(f money.Fen) string {
	if f >= money.Wan && f%(money.Wan/100) == 0 {
		return exactWan(f) + " 万元"
	}
	return wholeYuan(f) + " 元"
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
