package identity

import (
	"strings"

	"smartcanal/data/problem"
)

// creditAlphabet are the 31 characters of GB 32100-2015; a character's value is its place.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// CreditCodeLength is the number of characters of a unified social credit code.
const CreditCodeLength = 18

// CheckCreditCode tells what is wrong with a unified social credit code (GB 32100-2015) in its plain form
// (see Clean), nil if nothing is.
//
// Problems: identity.credit_code_length (length), identity.credit_code_character (character, position),
// identity.credit_code_check (expected).
func CheckCreditCode(code string) error {
	if n := len([]rune(code)); n != CreditCodeLength {
		return problem.New("identity.credit_code_length", "length", n)
	}
	for i, r := range []rune(code) {
		if !strings.ContainsRune(creditAlphabet, r) || i >= 2 && i < 8 && r > '9' {
			return problem.New("identity.credit_code_character", "character", string(r), "position", i+1)
		}
	}
	if expected := CreditCheck(code[:17]); code[17] != expected {
		return problem.New("identity.credit_code_check", "expected", string(expected))
	}
	return nil
}

// CreditCheck is the check character for the first 17 characters of a credit code, all of its alphabet.
func CreditCheck(first17 string) byte {
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditAlphabet, first17[i]) * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

// EmbeddedOrganizationCode is the older organisation code inside a credit code of full length: its
// characters 9 to 17. A wrong check character there is a reason to look, not to refuse.
func EmbeddedOrganizationCode(creditCode string) string { return creditCode[8:17] }

// RegisteredIn is the code (GB/T 2260, 6 digits) of the district that registered the holder of a credit
// code of full length; it may be one that no longer exists.
func RegisteredIn(creditCode string) string { return creditCode[2:8] }
