package rewards

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/sheet"
)

// Save writes the notice as the workbook an office publishes: the items with their sum in figures, as a
// formula, and in capitals, the period and whom to tell of objections; A4, ready to print. Problems are
// those of sheet.Book.Save.
func (n *Notice) Save(path string) error {
	book := sheet.NewBook()
	table := book.Sheet("公示表").Title(n.Title, n.heading()...).Columns([]sheet.Column{
		{Head: "序号", Width: 6, Kind: sheet.Integer},
		{Head: "申报编号", Width: 12},
		{Head: "企业名称", Width: 36},
		{Head: "统一社会信用代码", Width: 23},
		{Head: "奖励项目", Width: 24},
		{Head: "依据条款", Width: 12},
		{Head: "核定金额（元）", Width: 18, Kind: sheet.Money, Sum: true},
	})
	table.RowHeight(paperRow)
	for i, item := range n.Items {
		table.AddRow(i+1, item.Number, item.Organization, item.CreditCode, item.Title, item.Clause, item.Amount)
	}
	table.Totals("合计").Note(n.closing()...).Signature("", n.Office, dateText(n.First)).PrintSetup(sheet.Landscape)
	return book.Save(path)
}

// heading is what stands between title and table.
func (n *Notice) heading() []string {
	var lines []string
	if n.DocNumber != "" {
		lines = append(lines, n.DocNumber)
	}
	return append(lines, "依据："+strings.Join(n.Measures, "、"))
}

// closing is what stands below the table.
func (n *Notice) closing() []string {
	lines := []string{
		"合计金额人民币（大写）：" + n.Total().Capitals(),
		fmt.Sprintf("公示期：%s至%s（%d 个工作日）", dateText(n.First), dateText(n.Last), n.Days),
		"对公示内容有异议的，请在公示期内以书面形式实名反映，单位反映的须加盖公章；匿名反映不予受理。",
	}
	var contact []string
	for _, part := range [][2]string{{"联系人", n.Contact}, {"联系电话", n.Phone}, {"地址", n.Address}} {
		if part[1] != "" {
			contact = append(contact, part[0]+"："+part[1])
		}
	}
	if len(contact) > 0 {
		lines = append(lines, strings.Join(contact, "    "))
	}
	return lines
}

// paperRow is the height of a row that is signed and published, in points.
const paperRow = 24

func dateText(t time.Time) string { return t.Format("2006年1月2日") }

func yearText(year int) string { return strconv.Itoa(year) + "年" }
