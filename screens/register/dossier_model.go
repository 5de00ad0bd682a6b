package register

import (
	"smartcanal/data/register"
	"smartcanal/data/sheet"
	"smartcanal/screens/wording"
)

// SaveDossier writes all that the page knows as a workbook set for printing. Telephones are written as the page
// shows them. picture, if any, is the chart of the months as PNG.
//
// Problems: file.busy, file.no_access, file.disk_full.
func (m *OrganizationModel) SaveDossier(path string, picture []byte) error {
	book := sheet.NewBook()
	m.factsSheet(book)
	m.belongingsSheet(book)
	m.monthsSheet(book, picture)
	m.dealingsSheet(book)
	return book.Save(path)
}

// DossierName proposes a name for the file.
func (m *OrganizationModel) DossierName() string {
	return wording.Text("register.dossier.name", "name", m.Page.Organization.Name) + ".xlsx"
}

func (m *OrganizationModel) sheet(book *sheet.Book, title string, columns []sheet.Column) *sheet.Sheet {
	o := m.Page.Organization
	state, _ := m.Page.CodeState()
	written := wording.Text("register.dossier.written", "code", o.CreditCode, "state", state, "at", m.now().Format("2006-01-02"))
	return book.Sheet(title).Title(wording.Text("register.dossier.title", "name", o.Name, "sheet", title), written).Columns(columns).PrintSetup(sheet.Portrait)
}

func (m *OrganizationModel) factsSheet(book *sheet.Book) {
	s := m.sheet(book, wording.Text("register.facts.title"), []sheet.Column{
		{Head: wording.Text("register.compare.field"), Width: 20}, {Head: wording.Text("register.dossier.content"), Width: 60},
	})
	for _, name := range register.FieldNames() {
		s.AddRow(fieldText(name), valueText(name, *m.Page.Organization.Field(name)))
	}
	for _, person := range m.Page.People {
		s.AddRow(person.Role, joined(person.Name, m.Phone(person.Phone)))
	}
}

func (m *OrganizationModel) belongingsSheet(book *sheet.Book) {
	s := m.sheet(book, wording.Text("register.dossier.belongings"), []sheet.Column{
		{Head: wording.Text("register.list.kind"), Width: 12}, {Head: fieldText(register.FieldPlatform), Width: 12},
		{Head: fieldText(register.FieldName), Width: 32}, {Head: wording.Text("register.account.number"), Width: 24}, {Head: fieldText(register.FieldStatus), Width: 12},
	})
	for _, shop := range m.Page.Shops {
		s.AddRow(wording.Text("register.table.shops"), platformText(shop.Platform), shop.Name, shop.Number, shopStatusText(shop.Status))
	}
	for _, account := range m.Page.Accounts {
		s.AddRow(wording.Text("register.table.payment_accounts"), platformText(account.Platform), account.Name, accountNumber(account.Platform, account.Number), modeText(account.ChannelMode))
	}
}

func (m *OrganizationModel) monthsSheet(book *sheet.Book, picture []byte) {
	f := m.Page.Figures
	year := func(i int) sheet.Column {
		return sheet.Column{Head: wording.Text("register.dossier.year", "year", f.Year-1+i), Kind: sheet.Money, Width: 22, Sum: true}
	}
	s := m.sheet(book, wording.Text("register.dossier.months"), []sheet.Column{{Head: wording.Text("register.dossier.month"), Width: 12}, year(0), year(1)})
	for month := range 12 {
		s.AddRow(wording.Text("register.chart.month", "n", month+1), f.Months[0][month], f.Months[1][month])
	}
	s.Totals(wording.Text("register.dossier.sum"))
	s.Note(wording.Text("register.dossier.basis", "wan", f.Offline.Wan()))
	if picture != nil {
		s.Picture(picture, wording.Text("register.chart.title"), pictureWidth)
	}
}

// pictureWidth is how wide the chart of the months stands under them, in points: as wide as their table.
const pictureWidth = 320

func (m *OrganizationModel) dealingsSheet(book *sheet.Book) {
	s := m.sheet(book, wording.Text("register.dealings.title"), []sheet.Column{
		{Head: wording.Text("register.merges.at"), Kind: sheet.Moment}, {Head: wording.Text("register.dossier.by"), Width: 12},
		{Head: wording.Text("register.list.kind"), Width: 8}, {Head: wording.Text("register.dossier.content"), Width: 70},
	})
	for _, dealing := range m.Page.Dealings {
		s.AddRow(dealing.At, dealing.Actor, wording.Text("register.dealing.kind."+dealing.Kind), dealing.Text)
	}
}
