package rewards

import (
	"fmt"
	"strconv"

	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
	"smartcanal/data/sheet"
)

// Save writes the claim's application form (申报表): the form to be signed, how the amount came about,
// declared against verified sales, materials and who handled it. Problems are those of sheet.Book.Save.
func (p *Page) Save(path string) error {
	book := sheet.NewBook()
	p.formSheet(book)
	p.traceSheet(book)
	p.comparisonSheet(book)
	p.materialsSheet(book)
	p.actsSheet(book)
	return book.Save(path)
}

const (
	contentWidth = 64 // of a column of sentences, in digits
	opinionWidth = 48
	contentLine  = 18 // height of one line of a sentence, in points
)

// lines guesses how many lines a text takes in a column; a Chinese character is two digits wide and the
// cell keeps three for its margins.
func lines(text string, width int) float64 {
	used := 0
	for _, r := range text {
		used++
		if r >= 0x1100 {
			used++
		}
	}
	return float64(1 + used/(width-3))
}

func (p *Page) formSheet(book *sheet.Book) {
	rule, measure := p.Trace.Rule(), p.Trace.Measure
	form := book.Sheet("申报表").Title(yearText(p.Claim.Year)+"度"+rule.Title+"申报表", "编号："+p.Claim.Number).Columns([]sheet.Column{
		{Head: "项目", Width: 24}, {Head: "内容", Width: contentWidth},
	})
	basis := measure.Name() + rule.Clause
	if measure.DocNumber != "" {
		basis = measure.Name() + "（" + measure.DocNumber + "）" + rule.Clause
	}
	for _, line := range [][2]string{
		{"企业名称", p.Organization.Name},
		{"统一社会信用代码", p.Organization.CreditCode},
		{"类型", p.Organization.LegalForm},
		{"住所", p.Organization.Address},
		{"申报年度", strconv.Itoa(p.Claim.Year)},
		{"申报依据", basis},
		{"条款内容", p.Reading},
		{"申报网络零售额", p.Comparison.Declared.String() + " 元"},
		{"核实网络零售额", p.Trace.Evidence.Verified().String() + " 元"},
		{"核定金额", p.Claim.Amount.String() + " 元"},
		{"核定金额（大写）", "人民币" + p.Claim.Amount.Capitals()},
		{"办理环节", chinese("rewards.stage." + string(p.Claim.Stage))},
	} {
		form.RowHeight(max(paperRow, contentLine*lines(line[1], contentWidth))).AddRow(line[0], line[1])
	}
	form.Note(
		"本单位承诺以上申报内容及所附材料真实、完整，如有虚假，愿退回全部奖励资金并承担相应责任。", "",
		"申报单位（盖章）：                    法定代表人（签字）：                    年    月    日", "",
		"经办：                  复核：                  批准：                  ",
	).PrintSetup(sheet.Portrait)
}

func (p *Page) traceSheet(book *sheet.Book) {
	table := book.Sheet("核算过程").Title("金额核算过程", "编号："+p.Claim.Number+"    核算时间："+p.Claim.ComputedAt.In(statement.China).Format("2006-01-02 15:04")).Columns([]sheet.Column{
		{Head: "序号", Width: 6, Kind: sheet.Integer}, {Head: "步骤", Width: 44}, {Head: "结果", Width: 32},
		{Head: "来源", Width: 16}, {Head: "条款", Width: 10},
	})
	table.RowHeight(paperRow)
	for i, step := range p.Trace.Steps {
		table.AddRow(i+1, step.Title(), step.Outcome(), chinese("rewards.origin."+string(step.Origin)), step.Clause)
	}
	table.PrintSetup(sheet.Portrait)
}

func (p *Page) comparisonSheet(book *sheet.Book) {
	c := p.Comparison
	columns := []sheet.Column{{Head: "月份", Width: 10}, {Head: "企业申报（元）", Kind: sheet.Money, Sum: true}}
	for _, platform := range c.Platforms {
		columns = append(columns, sheet.Column{Head: chinese("platform."+platform) + "（元）", Kind: sheet.Money, Sum: true})
	}
	columns = append(columns, sheet.Column{Head: "核实合计（元）", Kind: sheet.Money, Sum: true},
		sheet.Column{Head: "差异", Kind: sheet.Percent}, sheet.Column{Head: "说明", Width: 14})
	table := book.Sheet("申报与核实").Title("企业申报额与账单核实额对照", fmt.Sprintf("编号：%s    允许差异 %s", p.Claim.Number, c.Tolerance)).Columns(columns)
	table.RowHeight(paperRow)
	for _, month := range c.Months {
		table.AddRow(month.cells()...)
	}
	table.Totals("合计").Note(c.summary())
}

// summary compares the declared months together.
func (c Comparison) summary() string {
	text := fmt.Sprintf("已申报月份：申报 %s 元，核实 %s 元，相差 %s 元", c.Declared, c.Verified, c.Deviation.Fen)
	if c.Deviation.Known {
		text += "（" + c.Deviation.Rate.String() + "）"
	}
	return text + "。"
}

// cells is a month as the sheet shows it: what was not declared stays empty.
func (m ComparedMonth) cells() []any {
	cells := []any{fmt.Sprintf("%d-%02d", m.Month/100, m.Month%100), nil}
	if m.IsDeclared {
		cells[1] = m.Declared
	}
	for _, fen := range m.ByPlatform {
		cells = append(cells, fen)
	}
	cells = append(cells, m.Verified)
	switch {
	case !m.IsDeclared:
		return append(cells, nil, "未申报")
	case m.Deviation.Beyond:
		return append(cells, m.Deviation.cell(), "超出允许差异")
	}
	return append(cells, m.Deviation.cell(), "")
}

func (d Deviation) cell() any {
	if !d.Known {
		return nil
	}
	return float64(d.Rate) / float64(money.WholeInBasisPoints)
}

func (p *Page) materialsSheet(book *sheet.Book) {
	table := book.Sheet("材料核对").Title("申报材料核对表", "编号："+p.Claim.Number).Columns([]sheet.Column{
		{Head: "序号", Width: 6, Kind: sheet.Integer}, {Head: "材料", Width: 56}, {Head: "核对", Width: 12},
	})
	table.RowHeight(paperRow)
	for i, material := range p.Materials {
		table.AddRow(i+1, material.Name, chinese("rewards.material."+string(material.State)))
	}
	table.PrintSetup(sheet.Portrait)
}

func (p *Page) actsSheet(book *sheet.Book) {
	table := book.Sheet("办理记录").Title("办理记录", "编号："+p.Claim.Number).Columns([]sheet.Column{
		{Head: "时间", Kind: sheet.Moment}, {Head: "环节", Width: 10}, {Head: "办理", Width: 12}, {Head: "办理人", Width: 14},
		{Head: "意见", Width: opinionWidth}, {Head: "备注", Width: 24},
	})
	for _, act := range p.Acts {
		table.RowHeight(max(paperRow, contentLine*lines(act.Opinion, opinionWidth))).AddRow(act.At, chinese("rewards.stage."+string(act.Stage)), chinese("rewards.action."+string(act.Action)), act.Actor, act.Opinion, act.remark())
	}
}

// remark words the warning an act was done in spite of.
func (a Act) remark() string {
	if a.Warning == "" {
		return ""
	}
	return chinese("problem."+a.Warning+".what", "actor", a.Actor)
}
