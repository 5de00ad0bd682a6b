package register

import (
	"fmt"
	"slices"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// editPerson opens the form of a person, nil for a new one.
func (v *organizationView) editPerson(p *register.Person) {
	person, title := register.Person{Role: register.OnlineSalesContact}, wording.Text("register.person.new")
	if p != nil {
		person, title = *p, wording.Text("register.person.edit")
	}
	name, nameEntry := form.Text(wording.Text("register.person.name"), person.Name)
	roles := register.Roles
	if !slices.Contains(roles, person.Role) {
		roles = append(slices.Clone(roles), person.Role)
	}
	role := kit.NewSelect(choicesOf(roles, func(role string) string { return role }), person.Role, nil)
	phone, phoneEntry := form.Text(fieldText(register.FieldPhone), person.Phone)
	phone.Help = wording.Text("register.person.phone_help")
	read := func() *register.Person {
		next := person
		next.Name, next.Role, next.Phone = nameEntry.Text, role.Value(), phoneEntry.Text
		return &next
	}
	name.Check = func() string { return wrongOf(read().Check(), register.FieldPerson) }
	phone.Check = func() string { return wrongOf(read().Check(), register.FieldPhone) }
	name.Key, phone.Key = "name", "phone"
	asked := form.New(&form.Field{Label: fieldText(register.FieldRole), Key: "role", Input: role}, name, phone).
		Locked(func(version int64) { person.Version = version })
	v.showForm(title, v.draftName("person", person.ID), asked, func() *problem.Problem { return v.model.SavePerson(read()) })
}

// draftName names the form of one of the organisation's records among the drafts.
func (v *organizationView) draftName(what string, id int64) string {
	if id == 0 {
		return fmt.Sprintf("organization/%d/new-%s", v.model.id, what)
	}
	return fmt.Sprintf("%s/%d", what, id)
}

// showForm opens a form whose success shows the page anew.
func (v *organizationView) showForm(title, draft string, asked *form.Form, save func() *problem.Problem) {
	form.Show(v.desk.canvas(), title, asked.KeepDraft(v.desk.Memory(), draft), wording.Text("register.save"), func() *problem.Problem {
		p := save()
		if p == nil {
			v.desk.Changed()
			v.load()
		}
		return p
	})
}

// editShop opens the form of a shop, nil for a new one.
func (v *organizationView) editShop(s *register.Shop) {
	shop, title := register.Shop{Platform: register.Platforms[0], Status: register.ShopActive}, wording.Text("register.shop.new")
	if s != nil {
		shop, title = *s, wording.Text("register.shop.edit")
	}
	platform := kit.NewSelect(choicesOf(register.Platforms, platformText), shop.Platform, nil)
	name, nameEntry := form.Text(wording.Text("register.shop.name"), shop.Name)
	number, numberEntry := form.Text(fieldText(register.FieldShopNumber), shop.Number)
	number.Help = wording.Text("register.shop.number_help")
	opened, openedOn := form.Day(fieldText(register.FieldOpenedOn), shop.OpenedOn)
	openedOn.Last = time.Now()
	status := kit.NewSelect(choicesOf(register.ShopStatuses, shopStatusText), string(shop.Status), nil)
	read := func() *register.Shop {
		next := shop
		next.Platform, next.Name, next.Number = platform.Value(), nameEntry.Text, numberEntry.Text
		next.OpenedOn, next.Status = openedOn.Value(), register.ShopStatus(status.Value())
		return &next
	}
	check := func(field string) func() string {
		return func() string { return wrongOf(read().Check(time.Now()), field) }
	}
	name.Required, name.Check, opened.Check = true, check(register.FieldShop), check(register.FieldOpenedOn)
	name.Key, number.Key, opened.Key = "name", "number", "opened_on"
	asked := form.New(&form.Field{Label: fieldText(register.FieldPlatform), Key: "platform", Input: platform}, name, number, opened,
		&form.Field{Label: fieldText(register.FieldStatus), Key: "status", Input: status}).Locked(func(version int64) { shop.Version = version })
	v.showForm(title, v.draftName("shop", shop.ID), asked, func() *problem.Problem { return v.model.SaveShop(read()) })
}

// editAccount opens the form of a payment account, nil for a new one.
func (v *organizationView) editAccount(a *register.PaymentAccount) {
	account, title := register.PaymentAccount{Platform: register.Platforms[0], ChannelMode: register.Mixed}, wording.Text("register.account.new")
	if a != nil {
		account, title = *a, wording.Text("register.account.edit")
	}
	platform := kit.NewSelect(choicesOf(register.Platforms, platformText), account.Platform, nil)
	number, numberEntry := form.Text(wording.Text("register.account.number"), account.Number)
	number.Help = wording.Text("register.account.number_help")
	name, nameEntry := form.Text(wording.Text("register.account.name"), account.Name)
	name.Help = wording.Text("register.account.name_help")
	mode := kit.NewRadio(choicesOf(register.ChannelModes, func(mode string) string { return wording.Text("register.mode_long." + mode) }), account.ChannelMode, nil)
	read := func() *register.PaymentAccount {
		next := account
		next.Platform, next.Number, next.Name, next.ChannelMode = platform.Value(), numberEntry.Text, nameEntry.Text, mode.Value()
		return &next
	}
	number.Required = account.ID == 0
	number.Check = func() string { return wrongOf(read().Check(), register.FieldAccount) }
	number.Key, name.Key = "number", "name"
	asked := form.New(&form.Field{Label: fieldText(register.FieldPlatform), Key: "platform", Input: platform}, number, name,
		&form.Field{Label: fieldText(register.FieldChannelMode), Key: "channel_mode", Input: mode}).Locked(func(version int64) { account.Version = version })
	v.showForm(title, v.draftName("account", account.ID), asked, func() *problem.Problem { return v.model.SaveAccount(read()) })
}
