package identity

import "strings"

// MaskPhone hides the middle of a telephone number: 138****6021, 0317****567.
func MaskPhone(number string) string {
	if IsMobile(number) {
		return mask(number, 3, 4)
	}
	return mask(number, 4, 3)
}

// MaskResidentID hides all but the province and the last four characters: 13************402X.
func MaskResidentID(id string) string { return mask(id, 2, 4) }

// MaskNumber hides the middle of an account's or a buyer's number: 62****90.
func MaskNumber(number string) string { return mask(number, 2, 2) }

// mask keeps so many characters at both ends. Where that would hide fewer than four, it hides all.
func mask(text string, left, right int) string {
	runes := []rune(text)
	if len(runes) < left+right+4 {
		return strings.Repeat("*", len(runes))
	}
	hidden := len(runes) - left - right
	return string(runes[:left]) + strings.Repeat("*", hidden) + string(runes[len(runes)-right:])
}
