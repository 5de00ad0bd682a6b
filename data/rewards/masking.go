package rewards

import (
	"strings"

	"smartcanal/data/identity"
	"smartcanal/data/register"
)

// individual tells whether an organisation is one person before the law (个人, 个体工商户): in what is published its
// name stands in part.
func individual(o register.Organization) bool {
	return o.Kind == register.Grower || strings.Contains(o.LegalForm, "个体") || strings.Contains(o.LegalForm, "个人") ||
		strings.HasPrefix(o.CreditCode, "92")
}

// publicName is an organisation's name as a notice has it.
func publicName(o register.Organization) string {
	if individual(o) {
		return maskedName(o.Name)
	}
	return o.Name
}

// publicCode is its credit code as a notice has it.
func publicCode(o register.Organization) string {
	if individual(o) {
		return identity.MaskNumber(o.CreditCode)
	}
	return o.CreditCode
}

// maskedName hides the middle third of a name, at least one character: 张*, 张*三, 老王**经营部.
func maskedName(name string) string {
	runes := []rune(name)
	hidden := max(1, len(runes)/3)
	if len(runes) <= 1 {
		return strings.Repeat("*", len(runes))
	}
	first := max(1, (len(runes)-hidden)/2)
	return string(runes[:first]) + strings.Repeat("*", hidden) + string(runes[first+hidden:])
}
