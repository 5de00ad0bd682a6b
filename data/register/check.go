package register

import (
	"slices"
	"strings"
	"time"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/region"
)

// The names of the fields a problem can be about (problem.Where.Column), worded as register.field.<name>.
const (
	FieldName        = "name"
	FieldShortName   = "short_name"
	FieldKind        = "kind"
	FieldCreditCode  = "credit_code"
	FieldLegalForm   = "legal_form"
	FieldFoundedOn   = "founded_on"
	FieldIndustry    = "industry"
	FieldAboveQuota  = "above_quota"
	FieldStatus      = "status"
	FieldStanding    = "standing"
	FieldRegion      = "region"
	FieldAddress     = "address"
	FieldNote        = "note"
	FieldPerson      = "person"
	FieldRole        = "role"
	FieldPhone       = "phone"
	FieldShop        = "shop"
	FieldShopNumber  = "shop_number"
	FieldOpenedOn    = "opened_on"
	FieldPlatform    = "platform"
	FieldAccount     = "account"
	FieldChannelMode = "channel_mode"
)

// longest is the number of characters a name may have; whole tables pasted into a name are more.
const longest = 200

// Check brings the organisation's fields to their plain form and tells what is wrong with them, each problem
// at its field. A form calls it while a person types. now is today, for dates.
func (o *Organization) Check(now time.Time) []*problem.Problem {
	o.Name, o.ShortName = plainText(o.Name), plainText(o.ShortName)
	o.CreditCode = identity.Clean(o.CreditCode)
	o.FoundedOn = strings.TrimSpace(o.FoundedOn)
	var c checks
	c.at(FieldName, checkName(o.Name))
	c.at(FieldKind, oneOf(o.Kind, Kinds))
	c.at(FieldStatus, oneOf(o.Status, Statuses))
	if o.CreditCode != "" {
		c.at(FieldCreditCode, identity.CheckCreditCode(o.CreditCode))
	}
	c.at(FieldFoundedOn, checkDay(o.FoundedOn, now))
	c.at(FieldRegion, checkRegion(o.RegionCode))
	return c.found
}

// Check is like Organization.Check.
func (p *Person) Check() []*problem.Problem {
	p.Name, p.Role = plainText(p.Name), plainText(p.Role)
	p.Phone = identity.CleanPhone(p.Phone)
	var c checks
	if p.Name == "" && p.Phone == "" {
		c.at(FieldPerson, problem.New("register.name_missing"))
	}
	if p.Role == "" {
		c.at(FieldRole, problem.New("register.role_missing"))
	}
	if p.Phone != "" {
		c.at(FieldPhone, identity.CheckPhone(p.Phone))
	}
	return c.found
}

// Check is like Organization.Check.
func (s *Shop) Check(now time.Time) []*problem.Problem {
	s.Name, s.Number = plainText(s.Name), identity.Clean(s.Number)
	var c checks
	c.at(FieldShop, checkName(s.Name))
	c.at(FieldPlatform, oneOf(s.Platform, Platforms))
	c.at(FieldStatus, oneOf(s.Status, ShopStatuses))
	c.at(FieldOpenedOn, checkDay(s.OpenedOn, now))
	return c.found
}

// Check is like Organization.Check. The number stays as the platform writes it, but for blanks.
func (a *PaymentAccount) Check() []*problem.Problem {
	a.Number, a.Name = strings.TrimSpace(a.Number), plainText(a.Name)
	var c checks
	if a.Number == "" && a.ID == 0 {
		c.at(FieldAccount, problem.New("register.account_number_missing"))
	}
	c.at(FieldPlatform, oneOf(a.Platform, Platforms))
	c.at(FieldChannelMode, oneOf(a.ChannelMode, ChannelModes))
	return c.found
}

// checks collects problems at their fields.
type checks struct{ found []*problem.Problem }

func (c *checks) at(field string, err error) {
	if err != nil {
		c.found = append(c.found, problem.Of(err).At(0, field))
	}
}

// first is the first problem as an error, nil if there is none.
func first(found []*problem.Problem) error {
	if len(found) == 0 {
		return nil
	}
	return found[0]
}

func plainText(text string) string { return strings.Join(strings.Fields(text), " ") }

func checkName(name string) error {
	switch n := len([]rune(name)); {
	case n == 0:
		return problem.New("register.name_missing")
	case n > longest:
		return problem.New("register.name_too_long", "limit", longest)
	}
	return nil
}

func oneOf[T ~string](value T, all []T) error {
	if slices.Contains(all, value) {
		return nil
	}
	return problem.New("register.not_a_choice", "value", value)
}

func checkDay(day string, now time.Time) error {
	if day == "" {
		return nil
	}
	at, err := time.ParseInLocation(time.DateOnly, day, now.Location())
	if err != nil {
		return problem.New("register.not_a_date", "value", day)
	}
	if at.After(now) {
		return problem.New("register.date_ahead", "value", day)
	}
	return nil
}

func checkRegion(code string) error {
	if code == "" {
		return nil
	}
	if _, ok := region.Find(code); !ok || len(code) < region.DistrictDigits {
		return problem.New("register.unknown_place", "value", code)
	}
	return nil
}
