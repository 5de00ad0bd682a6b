package register

import (
	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/region"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func kindText(kind register.Kind) string { return wording.Text("register.kind." + string(kind)) }

func statusText(status register.Status) string {
	return wording.Text("register.status." + string(status))
}

func platformText(platform string) string { return wording.Text("platform." + platform) }

func modeText(mode string) string { return wording.Text("register.mode." + mode) }

func shopStatusText(status register.ShopStatus) string {
	return wording.Text("register.shop_status." + string(status))
}

func fieldText(field string) string { return wording.Text("register.field." + field) }

func kindTint(kind register.Kind) kit.Tint {
	switch kind {
	case register.Cooperative, register.Farm, register.Grower:
		return kit.GreenTint
	case register.Enterprise:
		return kit.Blue
	}
	return kit.TealTint
}

func statusTint(status register.Status) kit.Tint {
	switch status {
	case register.Active:
		return kit.GreenTint
	case register.Suspended:
		return kit.AmberTint
	}
	return kit.Grey
}

func shopTint(status register.ShopStatus) kit.Tint {
	switch status {
	case register.ShopActive:
		return kit.GreenTint
	case register.ShopNew:
		return kit.Blue
	}
	return kit.Grey
}

func modeTint(mode string) kit.Tint {
	switch mode {
	case register.Online:
		return kit.Blue
	case register.Mixed:
		return kit.AmberTint
	}
	return kit.Grey
}

// choicesOf words codes for a select.
func choicesOf[T ~string](codes []T, word func(T) string) []kit.Choice {
	choices := make([]kit.Choice, len(codes))
	for i, code := range codes {
		choices[i] = kit.Choice{Value: string(code), Label: word(code)}
	}
	return choices
}

// withAll puts the choice that does not filter before the others.
func withAll(choices []kit.Choice) []kit.Choice {
	return append([]kit.Choice{{Label: wording.Text("register.all")}}, choices...)
}

// longNumber is the length from which an Alipay number may be a person's own, not a store's.
const longNumber = 11

// accountNumber shows a payment account's number, masked where it may be a person's own.
func accountNumber(platform, number string) string {
	switch {
	case number == "":
		return wording.Text("register.account.no_number")
	case platform == "alipay" && len(number) >= longNumber:
		return identity.MaskNumber(number)
	}
	return number
}

// wrongText words a problem for the line under a field.
func wrongText(p *problem.Problem) string {
	what, todo := wording.Problem(p)
	return wording.Text("register.wrong", "what", what, "do", todo)
}

// valueText words a field's value for comparisons: codes become words, nothing becomes a dash.
func valueText(field, value string) string {
	switch {
	case value == "":
		return "—"
	case field == register.FieldKind:
		return kindText(register.Kind(value))
	case field == register.FieldStatus:
		return statusText(register.Status(value))
	case field == register.FieldRegion:
		if place := region.ShortPath(value); place != "" {
			return place
		}
	case field == register.FieldPlatform:
		return platformText(value)
	case field == register.FieldChannelMode:
		return modeText(value)
	case field == register.FieldPhone:
		return identity.MaskPhone(value)
	}
	return value
}

func outcomeText(outcome register.Outcome) string {
	if outcome == "" {
		return wording.Text("register.all")
	}
	return wording.Text("register.outcome." + string(outcome))
}

func outcomeTint(outcome register.Outcome) kit.Tint {
	switch outcome {
	case register.Added:
		return kit.GreenTint
	case register.Changed:
		return kit.Blue
	case register.Refused:
		return kit.RedTint
	}
	return kit.Grey
}

func signText(sign register.Sign) string { return wording.Text("register.sign." + string(sign)) }

func signTint(sign register.Sign) kit.Tint {
	switch sign {
	case register.SameCode:
		return kit.RedTint
	case register.SameName:
		return kit.AmberTint
	}
	return kit.Grey
}
