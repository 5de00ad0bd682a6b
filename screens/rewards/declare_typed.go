package rewards

import (
	"fmt"
	"strconv"
	"strings"

	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// DraftName names the declaration among the drafts.
func (m *DeclareModel) DraftName() string {
	switch {
	case m.claim != 0:
		return fmt.Sprintf("claim/%d/declaration", m.claim)
	case m.organization != 0:
		return fmt.Sprintf("claim/new/%d", m.organization)
	}
	return "claim/new"
}

// Typed is what the person filled in so far, for a draft.
func (m *DeclareModel) Typed() form.Values {
	v := form.Values{"year": strconv.Itoa(m.Year), "rule": strconv.FormatInt(m.RuleID, 10), "base": m.Base, "earlier": m.Earlier, "note": m.Note,
		"part": string(m.Part), "units": m.Units}
	for _, scheme := range m.Schemes {
		for i := range scheme.Rules {
			for _, asked := range scheme.Rules[i].Declares() {
				v[figureKey+asked.Name] = m.figures[asked.Name]
			}
		}
	}
	if m.Organization != nil && m.claim == 0 {
		v["organization"] = fmt.Sprint(m.Organization.ID, " ", m.Organization.Name)
	}
	for i, amount := range m.months {
		v[monthKey(i+1)] = amount
	}
	return v
}

// TakeTyped fills in what Typed gave; what it does not tell stays.
func (m *DeclareModel) TakeTyped(v form.Values) {
	for key, value := range v {
		number, _ := strconv.ParseInt(value, 10, 64)
		switch key {
		case "year":
			m.Year = int(number)
		case "rule":
			m.RuleID = number
		case "base":
			m.Base = value
		case "earlier":
			m.Earlier = value
		case "note":
			m.Note = value
		case "part":
			m.Part = rewards.Part(value)
		case "units":
			m.Units = value
		case "organization":
			m.takeOrganization(value)
		}
		if name, is := strings.CutPrefix(key, figureKey); is {
			m.SetFigure(name, value)
		}
	}
	for month := 1; month <= len(m.months); month++ {
		if amount, is := v[monthKey(month)]; is {
			m.SetMonth(month, amount)
		}
	}
	m.SetYear(m.Year) // a rule of another measure gives way
}

func (m *DeclareModel) takeOrganization(idAndName string) {
	id, name, _ := strings.Cut(idAndName, " ")
	if m.Organization = nil; name != "" {
		m.Organization = &register.Organization{Name: name}
		m.Organization.ID, _ = strconv.ParseInt(id, 10, 64)
	}
}

// figureKey begins the key of a declared figure; its name follows.
const figureKey = "figure/"

func monthKey(month int) string { return fmt.Sprintf("month%02d", month) }

// typedLabel words a key of Typed.
func typedLabel(key string) string {
	var month int
	if _, err := fmt.Sscanf(key, "month%d", &month); err == nil {
		return monthName(month)
	}
	if name, is := strings.CutPrefix(key, figureKey); is {
		return name
	}
	return wording.Text("rewards.typed." + key)
}
