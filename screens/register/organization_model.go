package register

import (
	"context"
	"time"

	"smartcanal/data/identity"
	"smartcanal/data/region"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/screens/wording"
)

// OrganizationModel is the page of one organisation.
type OrganizationModel struct {
	rooms rooms
	now   func() time.Time
	id    int64

	Page   *Dossier
	Phones bool   // telephones are shown whole
	Kind   string // the dealings shown, "" for all
	Year   int    // the dealings of this year, 0 for all
}

// newOrganizationModel is the page of the organisation with an id.
func newOrganizationModel(r rooms, id int64) *OrganizationModel {
	return &OrganizationModel{rooms: r, now: time.Now, id: id}
}

// Dossier is all that is known about one, ready to show.
type Dossier struct {
	*register.Card
	Place    string
	Kept     *register.Organization // into which it was merged, nil if it was not
	Figures  *Figures
	Uses     map[int64]AccountUse
	Imports  []sales.OrganizationImport
	Dealings []Dealing
	Entries  int // of the journal
	Claims   *Claims
}

// Load reads the page.
func (m *OrganizationModel) Load(ctx context.Context) (*Dossier, error) {
	card, err := m.rooms.room.Card(ctx, m.id)
	if err != nil {
		return nil, err
	}
	page := &Dossier{Card: card, Place: region.ShortPath(card.Organization.RegionCode)}
	if kept := card.Organization.MergedInto; kept != nil {
		page.Kept, err = m.rooms.room.Find(ctx, *kept)
		return page, err
	}
	if page.Figures, err = loadFigures(ctx, m.rooms.trade, m.id, m.now()); err != nil {
		return nil, err
	}
	if page.Uses, err = accountUses(ctx, m.rooms.trade, m.id, page.Figures.Year); err != nil {
		return nil, err
	}
	if err := m.loadDealings(ctx, page); err != nil {
		return nil, err
	}
	if m.rooms.claims != nil {
		claims, err := m.rooms.claims(ctx, m.id)
		page.Claims = &claims
		return page, err
	}
	return page, nil
}

func (m *OrganizationModel) loadDealings(ctx context.Context, page *Dossier) error {
	imports, err := m.rooms.trade.ImportsOf(ctx, m.id)
	if err != nil {
		return err
	}
	events, entries, err := m.rooms.room.History(ctx, m.id)
	if err != nil {
		return err
	}
	page.Imports, page.Entries = imports, entries
	page.Dealings = dealings(imports, events)
	page.Figures.until(imports, m.now())
	return nil
}

// until finds the day the last month's lines reach, where that month is not over.
func (f *Figures) until(imports []sales.OrganizationImport, now time.Time) {
	var last int64
	for _, one := range imports {
		last = max(last, one.LastAt)
	}
	day := time.Unix(last, 0)
	if last > 0 && day.Year() == now.Year() && day.Month() == now.Month() {
		f.Until = day
	}
}

// Shown are the dealings the filter lets through.
func (m *OrganizationModel) Shown() []Dealing {
	var shown []Dealing
	for _, dealing := range m.Page.Dealings {
		if (m.Kind == "" || m.Kind == dealing.Kind) && (m.Year == 0 || m.Year == dealing.At.Year()) {
			shown = append(shown, dealing)
		}
	}
	return shown
}

// Count is how many dealings of a kind ("" for all) the chosen year has.
func (m *OrganizationModel) Count(kind string) int {
	n := 0
	for _, dealing := range m.Page.Dealings {
		if (kind == "" || kind == dealing.Kind) && (m.Year == 0 || m.Year == dealing.At.Year()) {
			n++
		}
	}
	return n
}

// Years are those with dealings, the latest first.
func (m *OrganizationModel) Years() []int {
	var years []int
	for _, dealing := range m.Page.Dealings {
		if n := len(years); n == 0 || years[n-1] != dealing.At.Year() {
			years = append(years, dealing.At.Year())
		}
	}
	return years
}

// Phone is a telephone as it may be shown now.
func (m *OrganizationModel) Phone(number string) string {
	if m.Phones {
		return number
	}
	return identity.MaskPhone(number)
}

// HasPhones tells whether there is a telephone to show.
func (o *Dossier) HasPhones() bool {
	for _, person := range o.People {
		if person.Phone != "" {
			return true
		}
	}
	return false
}

// LastChange is the latest change, nil where there was none.
func (o *Dossier) LastChange() *Dealing {
	for i := range o.Dealings {
		if o.Dealings[i].Kind != DealingImport {
			return &o.Dealings[i]
		}
	}
	return nil
}

// CodeState words whether the credit code checks.
func (o *Dossier) CodeState() (text string, good bool) {
	code := o.Organization.CreditCode
	switch {
	case code == "":
		return wording.Text("register.code.none"), false
	case identity.CheckCreditCode(code) != nil:
		return wording.Text("register.code.wrong"), false
	}
	return wording.Text("register.code.good"), true
}

// AccountName is what an account is known by: its shop's name, else platform and number.
func (o *Dossier) AccountName(id int64) string {
	for _, account := range o.Accounts {
		if account.ID == id {
			if account.Name != "" {
				return account.Name
			}
			return platformText(account.Platform) + " " + accountNumber(account.Platform, account.Number)
		}
	}
	return ""
}

// Remove puts the organisation into the bin.
func (m *OrganizationModel) Remove(ctx context.Context) error {
	return m.rooms.room.Remove(ctx, m.rooms.actor, m.id)
}

// RestoreItself takes the organisation out of the bin.
func (m *OrganizationModel) RestoreItself(ctx context.Context) error {
	return m.rooms.room.Restore(ctx, m.rooms.actor, m.id)
}

// RestoreRemoved takes one of its people or shops out of the bin.
func (m *OrganizationModel) RestoreRemoved(ctx context.Context, removed Removed) error {
	if removed.Table == "people" {
		return m.rooms.room.RestorePerson(ctx, m.rooms.actor, removed.ID)
	}
	return m.rooms.room.RestoreShop(ctx, m.rooms.actor, removed.ID)
}

// RemovePerson puts one of its people into the bin.
func (m *OrganizationModel) RemovePerson(ctx context.Context, id int64) error {
	return m.rooms.room.RemovePerson(ctx, m.rooms.actor, id)
}

// RemoveShop puts one of its shops into the bin.
func (m *OrganizationModel) RemoveShop(ctx context.Context, id int64) error {
	return m.rooms.room.RemoveShop(ctx, m.rooms.actor, id)
}

// ReleaseAccount takes an account away; it goes back among those nobody has matched, because its lines stay.
func (m *OrganizationModel) ReleaseAccount(ctx context.Context, id int64) error {
	return m.rooms.room.AssignAccounts(ctx, m.rooms.actor, []int64{id}, 0)
}
