package rewards

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/identity"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales/statement"
	"smartcanal/data/sheet"
)

// Form is an application form an enterprise sent back, read cell by cell.
type Form struct {
	File        string
	Name        string // of the enterprise, as typed
	CreditCode  string
	Application Application        // as far as it could be read
	Wrong       []*problem.Problem // with the row and the column of the cell: it becomes no claim
	Doubts      []*problem.Problem // worth a look, no hindrance

	cells formCells
}

// Sound tells whether the form may become a claim.
func (f *Form) Sound() bool { return len(f.Wrong) == 0 }

// ReadForm reads a form sent back. Problems of the file are the error: those of sheet.Open, and rewards.form_not_ours for
// a table without the form's mark. What is wrong in its cells is in Wrong: rewards.form_line_missing (line),
// rewards.form_line_twice, rewards.form_empty, rewards.form_not_promised, rewards.form_total (typed, sum),
// rewards.form_nothing_declared, rewards.form_future (month), rewards.form_account, rewards.form_unknown (name),
// rewards.no_rule, rewards.amount_negative, those of money.Parse and identity.CheckCreditCode. In Doubts:
// rewards.form_other_name (typed, registered), rewards.form_payee (payee, name).
func (r *Room) ReadForm(ctx context.Context, path string) (*Form, error) {
	file, err := sheet.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	for _, table := range file.Tables {
		cells, err := readFormCells(ctx, table)
		if err != nil {
			return nil, err
		}
		if cells.mark != nil {
			form := &Form{File: file.Name, cells: cells}
			return form, r.readForm(ctx, form)
		}
	}
	return nil, problem.New("rewards.form_not_ours").In(file.Name)
}

// readForm reads the cells of a form by its rule; of a rule that is gone nothing can be read.
func (r *Room) readForm(ctx context.Context, f *Form) error {
	db := r.store.Read(ctx)
	f.Application.Year, _ = strconv.Atoi(f.cells.mark[0])
	f.Application.RuleID, _ = strconv.ParseInt(f.cells.mark[1], 10, 64)
	_, rule, err := ruleWithScheme(db, f.Application.RuleID)
	if err != nil {
		gone := problem.Of(err)
		if gone.Code != "rewards.no_rule" {
			return err
		}
		f.Wrong = append(f.Wrong, gone.In(f.File))
		return nil
	}
	f.take(&rule.Says, monthOf(r.store.Now()))
	return f.place(db)
}

// formCells are the lines of a form by their names, where they stand included.
type formCells struct {
	mark  []string // year and rule, nil without the form's mark
	lines map[string]formCell
	twice []formCell
}

type formCell struct {
	line, text string
	row        int
}

var markOf = regexp.MustCompile(`^` + formMark + `\s+年度：(\d{4})\s+条款编号：(\d{1,12})\s*$`)

// mostFormRows is more than any form has: what is longer is something else.
const mostFormRows = 500

func readFormCells(ctx context.Context, table sheet.Table) (formCells, error) {
	cells := formCells{lines: map[string]formCell{}}
	for row, err := range table.Rows(ctx) {
		if err != nil {
			return cells, err
		}
		if row.Number > mostFormRows {
			break
		}
		first := cellText(row.Cells, 0)
		if mark := markOf.FindStringSubmatch(first); mark != nil {
			cells.mark = mark[1:]
			continue
		}
		if first == "" {
			continue
		}
		cell := formCell{first, cellText(row.Cells, 1), row.Number}
		if _, there := cells.lines[first]; there {
			cells.twice = append(cells.twice, cell)
			continue
		}
		cells.lines[first] = cell
	}
	return cells, nil
}

func cellText(cells []string, i int) string {
	if i >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[i])
}

// take reads the cells of a rule's form; thisMonth is yyyymm.
func (f *Form) take(rule *Says, thisMonth int) {
	f.Application.Months = map[int]money.Fen{}
	f.checkTwice(rule)
	f.Name, f.CreditCode = f.text(lineName), identity.Clean(f.text(lineCode))
	if f.CreditCode != "" {
		f.check(lineCode, identity.CheckCreditCode(f.CreditCode))
	}
	f.takeMonths(thisMonth)
	f.takeFigures(rule)
	if rule.AsksEarlier() {
		f.Application.EarlierHighest = f.amount(lineEarlier)
	}
	if len(f.Application.Months) == 0 && f.Application.Base == 0 && len(f.Application.Declared) == 0 && f.Sound() {
		f.wrong(f.cells.lines[lineMonth(1)], problem.New("rewards.form_nothing_declared"))
	}
	f.takePayee()
	if promise := f.cells.lines[linePromise]; promise.row > 0 && promise.text != promiseGiven {
		f.wrong(promise, problem.New("rewards.form_not_promised"))
	}
}

func (f *Form) takeMonths(thisMonth int) {
	var sum money.Fen
	readable := true
	for month := 1; month <= 12; month++ {
		cell, there := f.cells.lines[lineMonth(month)]
		before := len(f.Wrong)
		amount := f.amount(lineMonth(month))
		readable = readable && len(f.Wrong) == before
		if !there || cell.text == "" || len(f.Wrong) > before {
			continue
		}
		key := f.Application.Year*100 + month
		if key > thisMonth {
			f.wrong(cell, problem.New("rewards.form_future", "month", month))
			continue
		}
		f.Application.Months[key] = amount
		sum += amount
	}
	total := f.cells.lines[lineTotal]
	if typed := f.amount(lineTotal); total.text != "" && readable && typed != sum {
		f.wrong(total, problem.New("rewards.form_total", "typed", typed, "sum", sum))
	}
}

// checkTwice refuses a line of the form that stands twice: which one is meant?
func (f *Form) checkTwice(rule *Says) {
	lines := map[string]bool{}
	for _, line := range formLines(register.Organization{}, rule) {
		lines[line[0]] = true
	}
	for _, cell := range f.cells.twice {
		if lines[cell.line] {
			f.wrong(cell, problem.New("rewards.form_line_twice", "line", cell.line))
		}
	}
}

// takeFigures reads what else the rule asks for; what is empty is not declared.
func (f *Form) takeFigures(rule *Says) {
	for _, m := range rule.Declares() {
		line := lineFigure(m)
		if m.Name == rule.DeclaredBase() {
			f.Application.Base = f.amount(line)
			continue
		}
		cell, there := f.cells.lines[line]
		if !there {
			f.wrong(formCell{line: line}, problem.New("rewards.form_line_missing", "line", line))
		}
		if cell.text == "" {
			continue
		}
		value, err := figureOf(m, cell.text)
		if f.check(line, err); err != nil {
			continue
		}
		if f.Application.Declared == nil {
			f.Application.Declared = map[string]Quantity{}
		}
		f.Application.Declared[m.Name] = value
	}
}

// figureOf reads a figure of any unit. Problems: rewards.quantity, rewards.form_yes_no, rewards.amount_negative.
func figureOf(m Measure, text string) (Quantity, error) {
	if m.Asked() == YesNo {
		switch text {
		case promiseGiven:
			return One, nil
		case "否":
			return 0, nil
		}
		return 0, problem.New("rewards.form_yes_no", "text", text)
	}
	value, err := ParseQuantity(text)
	if err == nil && value < 0 {
		err = problem.New("rewards.amount_negative")
	}
	return value, err
}

func (f *Form) takePayee() {
	payee := Payee{Name: f.text(linePayee), Bank: f.text(lineBank), Account: identity.Clean(f.text(lineAccount))}.trimmed()
	if payee.Account != "" && !accountNumber.MatchString(payee.Account) {
		f.wrong(f.cells.lines[lineAccount], problem.New("rewards.form_account"))
	}
	if payee.Name != "" && f.Name != "" && payee.Name != f.Name {
		f.doubt(f.cells.lines[linePayee], problem.New("rewards.form_payee", "payee", payee.Name, "name", f.Name))
	}
	f.Application.Payee = payee
}

// accountNumber is what banks number accounts with. A number Excel made a figure of (6.22208E+18) is none.
var accountNumber = regexp.MustCompile(`^\d{8,30}$`)

// text is a line that must be filled in.
func (f *Form) text(line string) string {
	cell, there := f.cells.lines[line]
	switch {
	case !there:
		f.wrong(formCell{line: line}, problem.New("rewards.form_line_missing", "line", line))
	case cell.text == "":
		f.wrong(cell, problem.New("rewards.form_empty", "line", line))
	}
	return cell.text
}

// amount is a line that may stay empty.
func (f *Form) amount(line string) money.Fen {
	cell, there := f.cells.lines[line]
	if !there {
		f.wrong(formCell{line: line}, problem.New("rewards.form_line_missing", "line", line))
	}
	if cell.text == "" {
		return 0
	}
	amount, err := money.Parse(cell.text)
	if err == nil && amount < 0 {
		err = problem.New("rewards.amount_negative")
	}
	f.check(line, err)
	return amount
}

func (f *Form) check(line string, err error) {
	if err != nil {
		f.wrong(f.cells.lines[line], problem.Of(err))
	}
}

func (f *Form) wrong(cell formCell, p *problem.Problem) {
	f.Wrong = append(f.Wrong, p.In(f.File).At(cell.row, cell.line))
}

func (f *Form) doubt(cell formCell, p *problem.Problem) {
	f.Doubts = append(f.Doubts, p.In(f.File).At(cell.row, cell.line))
}

// place finds the enterprise the form is of.
func (f *Form) place(db *gorm.DB) error {
	if identity.CheckCreditCode(f.CreditCode) != nil {
		return nil // told already
	}
	var organization register.Organization
	if err := db.Where("credit_code = ?", f.CreditCode).Limit(1).Find(&organization).Error; err != nil {
		return err
	}
	if organization.ID == 0 {
		f.wrong(f.cells.lines[lineCode], problem.New("rewards.form_unknown", "name", f.Name))
		return nil
	}
	f.Application.OrganizationID = organization.ID
	if organization.Name != f.Name && f.Name != "" {
		f.doubt(f.cells.lines[lineName], problem.New("rewards.form_other_name", "typed", f.Name, "registered", organization.Name))
	}
	return nil
}

// monthOf is a moment's month in China, yyyymm.
func monthOf(moment time.Time) int {
	day := moment.In(statement.China)
	return day.Year()*100 + int(day.Month())
}
