package register

import (
	"strings"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
)

// draft is what one row, or the rows of one organisation, say.
type draft struct {
	rows     []int
	given    map[string]string // fields of the organisation, in their plain form
	people   []Person
	shops    []Shop
	accounts []PaymentAccount
}

func (d *draft) empty() bool {
	return len(d.given) == 0 && len(d.people)+len(d.shops)+len(d.accounts) == 0
}

// join adds a further row of the same organisation, which must not say otherwise.
func (d *draft) join(row *draft) error {
	for field, value := range row.given {
		if mine, ok := d.given[field]; ok && mine != value {
			return problem.New("register.ledger_contradicts", "first", d.rows[0], "value", mine).At(0, field)
		}
	}
	for field, value := range row.given {
		d.given[field] = value
	}
	d.rows = append(d.rows, row.rows...)
	for _, person := range row.people {
		d.addPerson(person)
	}
	d.shops = append(d.shops, row.shops...)
	d.accounts = append(d.accounts, row.accounts...)
	return nil
}

func (d *draft) addPerson(person Person) {
	for _, one := range d.people {
		if one.Role == person.Role && one.Name == person.Name && one.Phone == person.Phone {
			return
		}
	}
	d.people = append(d.people, person)
}

// rowCells are a row's cells by field while it is read.
type rowCells struct {
	*draft
	met       []*Person // one for each role, in the order of the columns
	shop      string
	number    string // the shop's
	opened    string
	platform  string
	mode      string
	numbers   []ledgerCell // of accounts
	hasMarket bool         // any cell about shops or accounts
}

type ledgerCell struct {
	text   string
	column ledgerColumn
}

// read understands one row. The draft is given with an error, too, as far as it came.
func (h *ledgerHeader) read(number int, cells []string, known *knownRecords) (*draft, error) {
	row := &rowCells{draft: &draft{rows: []int{number}, given: map[string]string{}}}
	var failed error
	for _, column := range h.columns {
		if column.index >= len(cells) {
			continue
		}
		text := filled(cells[column.index])
		if text == "" {
			continue
		}
		if err := row.take(ledgerCell{text, column}, known); err != nil && failed == nil {
			failed = problem.Of(err).At(0, column.field)
		}
	}
	switch {
	case strings.Trim(row.given[FieldName], "合总小计 :：") == "":
		if row.given[FieldName] != "" {
			return &draft{rows: row.rows}, nil // a row of sums
		}
	case failed != nil:
		return row.draft, failed
	}
	if failed == nil {
		failed = row.finish()
	}
	return row.draft, failed
}

// filled takes the signs by which people say "nothing" as nothing.
func filled(cell string) string {
	text := plainText(strings.TrimPrefix(cell, "'"))
	switch text {
	case "-", "--", "—", "——", "/", "\\", "无", "暂无", "空", "N/A", "n/a":
		return ""
	}
	return text
}

func (r *rowCells) take(cell ledgerCell, known *knownRecords) error {
	switch cell.column.field {
	case FieldPerson, FieldPhone:
		return r.takePerson(cell)
	case FieldShop, FieldShopNumber, FieldOpenedOn, FieldPlatform, FieldAccount, FieldChannelMode:
		return r.takeMarket(cell)
	}
	return r.takeField(cell, known)
}

func (r *rowCells) takeField(cell ledgerCell, known *knownRecords) (err error) {
	field, value := cell.column.field, cell.text
	switch field {
	case FieldLegalForm:
		if kind, known := kindWords[bare(value)]; known {
			field, value = FieldKind, string(kind)
		}
	case FieldCreditCode:
		value = identity.Clean(value)
		err = identity.CheckCreditCode(value)
	case FieldFoundedOn:
		value, err = dayOf(value)
	case FieldAboveQuota:
		value = quota(value)
	case FieldStatus:
		var status Status
		status, err = chosen(statusWords, value)
		value = string(status)
	case FieldRegion:
		value, err = known.place(value)
	}
	if err == nil {
		r.given[field] = value
	}
	return err
}

func (r *rowCells) takePerson(cell ledgerCell) error {
	role := cell.column.with
	if role == "" { // a telephone belongs to the person before it
		role = Contact
		if len(r.met) > 0 {
			role = r.met[len(r.met)-1].Role
		}
	}
	person := r.person(role)
	if cell.column.field == FieldPerson {
		person.Name = cell.text
		return nil
	}
	person.Phone = identity.CleanPhone(cell.text)
	return identity.CheckPhone(person.Phone)
}

func (r *rowCells) person(role string) *Person {
	for _, one := range r.met {
		if one.Role == role {
			return one
		}
	}
	one := &Person{Role: role}
	r.met = append(r.met, one)
	return one
}

func (r *rowCells) takeMarket(cell ledgerCell) (err error) {
	r.hasMarket = true
	switch cell.column.field {
	case FieldShop:
		r.shop = cell.text
	case FieldShopNumber:
		r.number = identity.Clean(cell.text)
	case FieldOpenedOn:
		r.opened, err = dayOf(cell.text)
	case FieldPlatform:
		r.platform = platformOf(cell.text)
	case FieldChannelMode:
		r.mode, err = chosen(modeWords, cell.text)
	case FieldAccount:
		r.numbers = append(r.numbers, cell)
	}
	return err
}

// finish makes people, shops and accounts of the cells about them.
func (r *rowCells) finish() error {
	for _, person := range r.met {
		r.addPerson(*person)
	}
	if !r.hasMarket {
		return nil
	}
	if err := r.finishShop(); err != nil {
		return err
	}
	return r.finishAccounts()
}

func (r *rowCells) finishShop() error {
	if r.shop == "" {
		return nil
	}
	platform := r.platform
	if platform == "" {
		if platform = platformOf(r.shop); platform == "other" {
			return problem.New("register.ledger_no_platform").At(0, FieldShop)
		}
	}
	names := strings.FieldsFunc(r.shop, func(c rune) bool { return strings.ContainsRune("、；;\n", c) })
	for _, name := range names {
		shop := Shop{Platform: platform, Name: plainText(name), OpenedOn: r.opened, Status: ShopActive}
		if len(names) == 1 {
			shop.Number = r.number
		}
		r.shops = append(r.shops, shop)
	}
	return nil
}

func (r *rowCells) finishAccounts() error {
	for _, cell := range r.numbers {
		platform := cell.column.with
		if platform == "" {
			platform = r.platform
		}
		if platform == "" && strings.Contains(cell.column.header, "商户") {
			platform = "wechat" // 商户号 alone is WeChat's word
		}
		if platform == "" {
			return problem.New("register.ledger_no_platform").At(0, FieldAccount)
		}
		for _, number := range strings.FieldsFunc(cell.text, func(c rune) bool { return strings.ContainsRune("、，,；;/ ", c) }) {
			r.accounts = append(r.accounts, PaymentAccount{Platform: platform, Number: identity.Clean(number), ChannelMode: r.mode})
		}
	}
	return nil
}
