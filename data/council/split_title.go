package council

import (
	"regexp"
	"strings"
)

// What of an item's first sentence says who and when, not what.
var asides = []*regexp.Regexp{
	regexp.MustCompile(`^(?:会议|会上)(?:议定|决定|明确|要求|同意|指出|强调|认为)[，,：:]?`),
	regexp.MustCompile(`[（(][^）)]*(?:单位|部门|时限|前)[^）)]*[）)]`),
	regexp.MustCompile(`^(?:由|请)?` + part + `{2,40}?(?:牵头|负责|主办)(?:[，,]|$)`),
	regexp.MustCompile(`^会同` + part + `+[，,]`),
	regexp.MustCompile(`^` + part + `{2,60}?(?:配合|协助|协同)[，,]`),
	regexp.MustCompile(`^(?:于|在)?[\d一二两三四五六七八九十年月日天周个旬底末今明本当下工作]{1,14}(?:之前|以前|前|之内|以内|内)[，,]?`),
}

const titleLength = 40 // characters, at most

// titleOf gives the matter of an item in short: its first sentence without who and when.
func titleOf(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	if before, _, cut := strings.Cut(first, "。"); cut && before != "" {
		first = before
	}
	title := first
	for range 3 { // what stands before an aside may uncover another
		for _, aside := range asides {
			title = strings.TrimSpace(aside.ReplaceAllString(title, ""))
		}
	}
	if len([]rune(title)) < 2 {
		title = first
	}
	return shortened(title, titleLength)
}

// shortened cuts a text at a mark, or at its length with an ellipsis.
func shortened(text string, most int) string {
	runes := []rune(strings.TrimRight(text, "，,；;：: "))
	if len(runes) <= most {
		return string(runes)
	}
	for i := most; i > most/3; i-- {
		if strings.ContainsRune("，；,;：", runes[i]) {
			return string(runes[:i])
		}
	}
	return string(runes[:most-1]) + "…"
}
