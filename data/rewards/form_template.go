package rewards

import (
	"context"
	"fmt"
	"strconv"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sheet"
)

// The columns and the mark of an application form that an enterprise fills in and sends back.
const (
	formSheetName = "申报表"
	formHead      = "项目"
	formContent   = "填写内容"
	formHelp      = "填写说明"
	formMark      = "表号：SC-SB1"
)

// The lines of the form besides the months. They are read by their names, whatever was moved or inserted.
const (
	lineName     = "企业名称"
	lineCode     = "统一社会信用代码"
	lineTotal    = "全年合计（元）"
	lineEarlier  = "以往最高年销售额（元）"
	linePayee    = "收款户名"
	lineBank     = "开户行"
	lineAccount  = "收款账号"
	linePromise  = "承诺以上内容真实"
	promiseGiven = "是"
)

// lineMonth is the line of a month, 3月销售额（元）.
func lineMonth(month int) string { return strconv.Itoa(month) + "月销售额（元）" }

// SaveForm writes the application form of a rule and a year for an enterprise to fill in; with an organisation what
// the register knows stands in it. Problems: rewards.no_rule, rewards.no_organization, those of sheet.Book.Save.
func (r *Room) SaveForm(ctx context.Context, path string, ruleID int64, year int, organizationID int64) error {
	db := r.store.Read(ctx)
	scheme, rule, err := ruleWithScheme(db, ruleID)
	if err != nil {
		return err
	}
	var organization register.Organization
	if organizationID != 0 {
		if err := db.Limit(1).Find(&organization, organizationID).Error; err != nil {
			return err
		}
		if organization.ID == 0 {
			return problem.New("rewards.no_organization")
		}
	}
	book := sheet.NewBook()
	form := book.Sheet(formSheetName).Title(yearText(year)+"度"+rule.Title+"申报表",
		fmt.Sprintf("%s    年度：%d    条款编号：%d", formMark, year, rule.ID), "依据："+scheme.Name()+rule.Clause).Columns([]sheet.Column{
		{Head: formHead, Width: 26}, {Head: formContent, Width: 40}, {Head: formHelp, Width: 52},
	})
	form.RowHeight(paperRow)
	for _, line := range formLines(organization, &rule.Says) {
		form.AddRow(line[0], line[1], line[2])
	}
	form.Note("只填“填写内容”一列，不要改动“项目”一列；金额以元为单位，可保留两位小数。填好后保存为 xlsx 发回，由程序逐格核对。", "",
		"申报单位（盖章）：                    法定代表人（签字）：                    年    月    日").PrintSetup(sheet.Portrait)
	return book.Save(path)
}

// lineFigure is the line of a figure a rule asks for: 代运营服务费（元）.
func lineFigure(m Measure) string {
	switch unit := m.CounterIn(chineseLanguage); {
	case m.Asked() == Yuan:
		return m.Name + "（元）"
	case m.Asked() == YesNo:
		return m.Name + "（是、否）"
	case unit == "":
		return m.Name
	default:
		return m.Name + "（" + unit + "）"
	}
}

// formLines are the lines of a rule's form: their names, what stands in them already, and how to fill them in.
func formLines(o register.Organization, rule *Says) [][3]string {
	lines := [][3]string{{lineName, o.Name, "与营业执照一致"}, {lineCode, o.CreditCode, "18 位"}}
	for month := 1; month <= 12; month++ {
		lines = append(lines, [3]string{lineMonth(month), "", "网络零售额，含税；没有销售填 0，不申报的月份留空"})
	}
	lines = append(lines, [3]string{lineTotal, "", "各月之和，供核对"})
	for _, m := range rule.Declares() {
		lines = append(lines, [3]string{lineFigure(m), "", "凭合同、发票、付款回单等证明材料"})
	}
	if rule.AsksEarlier() {
		lines = append(lines, [3]string{lineEarlier, "", "账单导入以前各年中最高的年销售额；没有可不填"})
	}
	return append(lines, [][3]string{
		{linePayee, o.Name, "与企业名称一致"},
		{lineBank, "", "写到支行"},
		{lineAccount, "", "对公账户，只填数字"},
		{linePromise, "", "同意填“是”；如有虚假，退回全部奖励资金并承担相应责任"},
	}...)
}
