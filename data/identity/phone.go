package identity

import (
	"regexp"
	"strings"

	"smartcanal/data/problem"
)

var (
	mobile   = regexp.MustCompile(`^1[3-9]\d{9}$`)
	landline = regexp.MustCompile(`^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$|^400-?\d{3}-?\d{4}$`)
)

// CleanPhone brings a telephone number to its plain form and takes off +86 before a mobile number.
func CleanPhone(text string) string {
	number := Clean(text)
	bare := strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(number, "+"), "86"), "-", "")
	if mobile.MatchString(bare) {
		return bare
	}
	return number
}

// IsMobile tells whether number, in its plain form, is a mobile number of mainland China.
func IsMobile(number string) bool { return mobile.MatchString(number) }

// CheckPhone tells what is wrong with a mobile or landline number in its plain form, nil if nothing is.
//
// Problem: identity.phone, without the number.
func CheckPhone(number string) error {
	if mobile.MatchString(number) || landline.MatchString(number) {
		return nil
	}
	return problem.New("identity.phone")
}
