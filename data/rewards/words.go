package rewards

import (
	"fmt"
	"strings"

	words "smartcanal/data/chinese"
	"smartcanal/data/money"
)

// The languages clauses and steps are worded in.
const (
	chineseLanguage = words.Language
	englishLanguage = words.English
)

// chinese words a key of the catalogue for a paper.
func chinese(key string, args ...any) string { return words.Text(key, args...) }

// text words a key in a language.
func text(language, key string, args ...any) string { return words.In(language, key, args...) }

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

// amountIn is an amount as a clause says it: 500 万元, 3,600 元; in English 5,000,000 yuan.
func amountIn(language string, f money.Fen) string {
	if language == chineseLanguage && f >= money.Yi && f%(money.Yi/100) == 0 {
		return exactWan(f/(money.Yi/money.Wan)) + " 亿元"
	}
	if language == chineseLanguage && f >= money.Wan && f%(money.Wan/100) == 0 {
		return exactWan(f) + " 万元"
	}
	return text(language, "rewards.unit.yuan", "n", wholeYuan(f))
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
