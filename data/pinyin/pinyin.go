// Package pinyin spells Chinese text in Latin letters, so that a person finds 运河区 by yunhequ, yhq or yunhq.
package pinyin

import (
	"strings"
	"sync"
	"unicode"

	gopinyin "github.com/mozillazg/go-pinyin"
)

// Characters with more readings than these in common names would make too many spellings.
const maxSpellings = 8

var (
	spelling = gopinyin.Args{Style: gopinyin.Normal, Heteronym: true, Fallback: letter}
	known    sync.Map // rune -> []string, because the library looks each one up anew
)

// letter lets what is Latin already spell itself.
func letter(r rune, _ gopinyin.Args) []string {
	if r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return []string{strings.ToLower(string(r))}
	}
	return nil
}

// readings are the distinct spellings of one character, the usual one first, ü as v.
func readings(r rune) []string {
	if found, ok := known.Load(r); ok {
		return found.([]string)
	}
	var distinct []string
	for _, one := range gopinyin.SinglePinyin(r, spelling) {
		if one != "" && !contains(distinct, one) {
			distinct = append(distinct, one)
		}
	}
	known.Store(r, distinct)
	return distinct
}

func contains(list []string, text string) bool {
	for _, one := range list {
		if one == text {
			return true
		}
	}
	return false
}

// Initials are the first letters of the usual readings: yhq for 运河区. Other signs are left out.
func Initials(text string) string {
	return joined(text, func(spelt []string) string { return spelt[0][:1] })
}

// Full is the usual reading without tones and blanks: yunhequ for 运河区.
func Full(text string) string {
	return joined(text, func(spelt []string) string { return spelt[0] })
}

func joined(text string, part func([]string) string) string {
	var b strings.Builder
	for _, r := range text {
		if spelt := readings(r); len(spelt) > 0 {
			b.WriteString(part(spelt))
		}
	}
	return b.String()
}

// Keys are all that text may be looked for by, with a blank between: its initials, also by other readings of
// its characters (长 c and z), then its full reading. A database column holds them.
func Keys(text string) string {
	keys := []string{""}
	for _, r := range text {
		keys = extended(keys, initials(r))
	}
	if keys[0] == "" {
		return ""
	}
	if full := Full(text); !contains(keys, full) {
		keys = append(keys, full)
	}
	return strings.Join(keys, " ")
}

func initials(r rune) []string {
	var letters []string
	for _, one := range readings(r) {
		if !contains(letters, one[:1]) {
			letters = append(letters, one[:1])
		}
	}
	return letters
}

// extended puts each of the letters behind each key, or only the usual one once there are too many keys.
func extended(keys, letters []string) []string {
	if len(letters) == 0 {
		return keys
	}
	if len(keys)*len(letters) > maxSpellings {
		letters = letters[:1]
	}
	longer := make([]string, 0, len(keys)*len(letters))
	for _, one := range letters {
		for _, key := range keys {
			longer = append(longer, key+one)
		}
	}
	return longer
}
