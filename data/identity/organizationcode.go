package identity

import (
	"strings"

	"smartcanal/data/problem"
)

var organizationWeights = [8]int{3, 7, 9, 10, 5, 8, 4, 2}

// CheckOrganizationCode tells what is wrong with an organisation code (GB 11714-1997) in its plain form,
// with or without the dash before its check character; nil if nothing is.
//
// Problems: identity.organization_code_form, identity.organization_code_check (expected).
func CheckOrganizationCode(code string) error {
	if len(code) == 10 && code[8] == '-' {
		code = code[:8] + code[9:]
	}
	if len(code) != 9 || strings.Trim(code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return problem.New("identity.organization_code_form")
	}
	if expected := OrganizationCheck(code[:8]); code[8] != expected {
		return problem.New("identity.organization_code_check", "expected", string(expected))
	}
	return nil
}

// OrganizationCheck is the check character for the first 8 characters (0-9, A-Z) of an organisation code.
func OrganizationCheck(first8 string) byte {
	sum := 0
	for i, weight := range organizationWeights {
		value := int(first8[i] - '0')
		if first8[i] >= 'A' {
			value = int(first8[i]-'A') + 10
		}
		sum += value * weight
	}
	return "0123456789X0"[11-sum%11]
}
