package register

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// facts is the card 基本情况 with the people.
func (v *organizationView) facts() fyne.CanvasObject {
	o := v.model.Page.Organization
	status := []fyne.CanvasObject{kit.NewBadge(statusText(o.Status), statusTint(o.Status))}
	if o.Standing != "" {
		status = append(status, kit.NewStyled(o.Standing, kit.Ink, kit.DenseTextSize, false).Short())
	}
	properties := []kit.Property{
		{Name: fieldText(register.FieldLegalForm), Value: o.LegalForm},
		{Name: wording.Text("register.facts.founded"), Value: o.FoundedOn},
		{Name: fieldText(register.FieldIndustry), Value: o.Industry},
		{Name: fieldText(register.FieldAboveQuota), Value: o.AboveQuota},
		{Name: fieldText(register.FieldStatus), Object: kit.Row(6, status...)},
		{Name: fieldText(register.FieldRegion), Value: v.model.Page.Place},
		{Name: fieldText(register.FieldAddress), Value: o.Address},
	}
	if o.Note != "" {
		properties = append(properties, kit.Property{Name: fieldText(register.FieldNote), Value: o.Note})
	}
	var parts []fyne.CanvasObject
	for _, property := range properties {
		parts = append(parts, kit.NewPropertyList(72, property))
	}
	for i := range v.model.Page.People {
		parts = append(parts, v.person(&v.model.Page.People[i]))
	}
	if len(v.model.Page.People) == 0 {
		add := kit.NewSmallLink(wording.Text("register.person.add"), func() { v.editPerson(nil) })
		parts = append(parts, kit.NewPropertyList(72, kit.Property{Name: fieldText(register.FieldPerson), Object: kit.Row(0, add)}))
	}
	return kit.NewCard(wording.Text("register.facts.title"), kit.Column(4, parts...), v.phonesLink(),
		kit.NewLink(wording.Text("register.facts.edit"), func() { v.desk.Open(linkToEdit(v.model.id)) }))
}

// phonesLink shows telephones whole, or masks them again.
func (v *organizationView) phonesLink() fyne.CanvasObject {
	key := "register.phones.show"
	if v.model.Phones {
		key = "register.phones.hide"
	}
	link := kit.NewLink(wording.Text(key), func() {
		v.model.Phones = !v.model.Phones
		v.show()
	})
	if !v.model.Page.HasPhones() {
		link.Hide()
	}
	return link
}

// person is a line of somebody to talk to; a press offers what can be done.
func (v *organizationView) person(p *register.Person) fyne.CanvasObject {
	value := kit.NewStyled(joined(p.Name, v.model.Phone(p.Phone)), kit.Ink, kit.DenseTextSize, false).Short()
	line := kit.Across(0, []kit.Track{kit.Fixed(72), kit.Share(1)}, kit.NewStyled(p.Role, kit.Secondary, kit.DenseTextSize, false).Short(), value)
	return v.pressable(line, []kit.Choice{
		{Value: "edit", Label: wording.Text("register.edit")}, {Value: "remove", Label: wording.Text("register.remove.start")},
	}, func(what string) {
		if what == "edit" {
			v.editPerson(p)
			return
		}
		v.remove(wording.Text("register.remove_person"), joined(p.Role, p.Name), func(ctx context.Context) error { return v.model.RemovePerson(ctx, p.ID) })
	})
}

func joined(parts ...string) string {
	text := ""
	for _, part := range parts {
		if part == "" {
			continue
		}
		if text != "" {
			text += " "
		}
		text += part
	}
	return text
}

// pressable lets a line open a menu of what can be done with it.
func (v *organizationView) pressable(line fyne.CanvasObject, choices []kit.Choice, chosen func(string)) fyne.CanvasObject {
	var press *kit.Pressable
	press = kit.NewPressable(line, func() { kit.OpenChoices(press, choices, chosen) })
	return press
}

// remove asks before one of the organisation's records goes into the bin.
func (v *organizationView) remove(title, name string, work func(context.Context) error) {
	kit.Confirm(v.desk.canvas(), title, wording.Text("register.remove.record", "name", name), wording.Text("register.remove.yes"), func() {
		v.desk.do(title, work, v.load)
	})
}

// closer lets the last of a card's lines, which bring their own room, stand nearer to its foot.
func closer(lines fyne.CanvasObject) fyne.CanvasObject { return kit.Pad(lines, 0, 0, -8, 0) }

// shops is the card 平台网店.
func (v *organizationView) shops() fyne.CanvasObject {
	page := v.model.Page
	add := kit.NewLink(wording.Text("register.add"), func() { v.editShop(nil) })
	if len(page.Shops) == 0 {
		return kit.NewCard(wording.Text("register.shops.title"), kit.NewNote(wording.Text("register.shops.empty")), add)
	}
	lines := make([]fyne.CanvasObject, len(page.Shops))
	for i := range page.Shops {
		lines[i] = v.shop(&page.Shops[i])
	}
	count := kit.NewStyled(wording.Text("register.shops.count", "n", len(page.Shops)), kit.Secondary, kit.DenseTextSize, false)
	return kit.NewCard(wording.Text("register.shops.title"), closer(kit.NewLines(lines...)), count, add)
}

func (v *organizationView) shop(s *register.Shop) fyne.CanvasObject {
	note := wording.Text("register.shops.no_statement")
	if s.OpenedOn != "" {
		note = wording.Text("register.shops.opened", "day", s.OpenedOn)
	}
	if last := lastStatement(*s, v.model.Page.Accounts, v.model.Page.Uses); last != 0 {
		note = wording.Text("register.shops.last", "month", monthText(last))
	}
	line := kit.LineOf(wording.Text("register.shops.line", "platform", platformText(s.Platform), "name", s.Name), note, kit.NewBadge(shopStatusText(s.Status), shopTint(s.Status)))
	return v.pressable(line, []kit.Choice{
		{Value: "edit", Label: wording.Text("register.edit")}, {Value: "remove", Label: wording.Text("register.remove.start")},
	}, func(what string) {
		if what == "edit" {
			v.editShop(s)
			return
		}
		v.remove(wording.Text("register.remove_shop"), s.Name, func(ctx context.Context) error { return v.model.RemoveShop(ctx, s.ID) })
	})
}

// accounts is the card 收款账户.
func (v *organizationView) accounts() fyne.CanvasObject {
	page := v.model.Page
	add := kit.NewLink(wording.Text("register.add"), func() { v.editAccount(nil) })
	if len(page.Accounts) == 0 {
		return kit.NewCard(wording.Text("register.accounts.title"), kit.NewNote(wording.Text("register.accounts.empty")), add)
	}
	lines := make([]fyne.CanvasObject, len(page.Accounts))
	for i := range page.Accounts {
		lines[i] = v.account(&page.Accounts[i])
	}
	return kit.NewCard(wording.Text("register.accounts.title"), closer(kit.NewLines(lines...)), add)
}

func (v *organizationView) account(a *register.PaymentAccount) fyne.CanvasObject {
	page := v.model.Page
	use := page.Uses[a.ID]
	note := wording.Text("register.accounts.unused")
	if use.Last != 0 {
		note = wording.Text("register.accounts.used", "year", page.Figures.Year, "n", wording.Grouped(use.Lines))
	}
	if a.Name != "" && a.Name != a.Number {
		note = wording.Text("register.accounts.note", "name", a.Name, "use", note)
	}
	line := kit.LineOf(wording.Text("register.accounts.line", "platform", platformText(a.Platform), "number", accountNumber(a.Platform, a.Number)), note,
		kit.NewBadge(modeText(a.ChannelMode), modeTint(a.ChannelMode)))
	return v.pressable(line, []kit.Choice{
		{Value: "edit", Label: wording.Text("register.edit")}, {Value: "lines", Label: wording.Text("register.accounts.lines")},
		{Value: "release", Label: wording.Text("register.accounts.release")},
	}, func(what string) { v.chooseAccount(what, a) })
}

func (v *organizationView) chooseAccount(what string, a *register.PaymentAccount) {
	switch what {
	case "edit":
		v.editAccount(a)
	case "lines":
		year := v.model.Page.Figures.Year
		v.desk.Open(linkToLines(v.model.id, year*100+1, year*100+12, "", a.ID))
	case "release":
		title := wording.Text("register.accounts.release_title", "number", accountNumber(a.Platform, a.Number))
		kit.Confirm(v.desk.canvas(), title, wording.Text("register.accounts.release_text"), wording.Text("register.accounts.release_yes"), func() {
			v.desk.do(title, func(ctx context.Context) error { return v.model.ReleaseAccount(ctx, a.ID) }, v.load)
		})
	}
}
