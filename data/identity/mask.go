package identity

import "strings"

// MaskPhone hides the middle of a mobile number and the end of any other: 138****6021, 0317-20*****.
func MaskPhone(number string) string {
	if IsMobile(number) {
		return number[:3] + "****" + number[7:]
	}
	return mask(number, len([]rune(number))-5, 0)
}

// MaskResidentID hides all but the province and the last four characters: 11************002X.
func MaskResidentID(id string) string { return mask(id, 2, 4) }

// MaskNumber hides the middle of an account's or a buyer's number, however long: 2088****4417.
func MaskNumber(number string) string {
	runes := []rune(number)
	if len(runes) < 12 {
		return mask(number, 2, 2)
	}
	return string(runes[:4]) + "****" + string(runes[len(runes)-4:])
}

// mask keeps so many characters at both ends. Where that would hide fewer than four, it hides all.
func mask(text string, left, right int) string {
	runes := []rune(text)
	if left < 0 || len(runes) < left+right+4 {
		return strings.Repeat("*", len(runes))
	}
	hidden := len(runes) - left - right
	return string(runes[:left]) + strings.Repeat("*", hidden) + string(runes[len(runes)-right:])
}
