package papers

import (
	"fmt"

	"smartcanal/data/document"
	"smartcanal/data/document/template"
)

// Slip is the 督办单 of one matter. The boxes for what is done, reviewed and decided stay empty for the pen where there
// is nothing yet.
type Slip struct {
	Title    string // 运河区电子商务联席会议督办单
	Number   string
	Issued   string // date of 立项
	Due      string
	Priority string
	Matter   string
	Basis    string // decision, document or instruction it comes from
	Lead     string
	Support  string
	Person   string
	Expected string
	Progress string
	Review   string
	Approval string
	Contact  string
}

// Kind is the paper's.
func (Slip) Kind() string { return "supervision-slip" }

// Data are the facts by the names of the template.
func (s Slip) Data() template.Data {
	return template.Data{
		"标题": s.Title, "编号": s.Number, "立项日期": s.Issued, "办理时限": s.Due, "紧急程度": s.Priority, "督办事项": s.Matter, "立项依据": s.Basis,
		"牵头单位": s.Lead, "配合单位": s.Support, "责任人": s.Person, "预期成果": s.Expected, "办理情况": s.Progress, "审核意见": s.Review,
		"领导批示": s.Approval, "联系方式": s.Contact,
	}
}

// Paper lays the slip out on one page.
func (s Slip) Paper() *document.Paper {
	label := func(text string) document.Box { return document.Box{Text: text, Label: true} }
	pair := func(left, leftText, right, rightText string) document.BoxRow {
		return document.BoxRow{Height: 12, Boxes: []document.Box{label(left), {Text: leftText}, label(right), {Text: rightText}}}
	}
	wide := func(name, text string, height float64) document.BoxRow {
		return document.BoxRow{Height: height, Boxes: []document.Box{label(name), {Text: text, Span: 3}}}
	}
	return &document.Paper{
		Title: s.Title,
		Body: []document.Block{document.Boxes{Widths: []float64{1, 2.2, 1, 2.2}, Rows: []document.BoxRow{
			pair("编号", s.Number, "立项日期", s.Issued),
			pair("紧急程度", s.Priority, "办理时限", s.Due),
			wide("督办事项", s.Matter, 20),
			wide("立项依据", s.Basis, 14),
			pair("牵头单位", s.Lead, "责任人", s.Person),
			wide("配合单位", s.Support, 12),
			wide("预期成果", s.Expected, 14),
			wide("办理情况", s.Progress, 36),
			wide("审核意见", s.Review, 20),
			wide("领导批示", s.Approval, 20),
			wide("联系方式", s.Contact, 10),
		}}},
	}
}

// Reminder is the 催办通知 to one department for all of its matters.
type Reminder struct {
	Office
	Title     string // 关于催办联席会议议定事项的通知
	Addressee string
	ReplyBy   string
	Items     []ReminderItem
}

// ReminderItem is a matter that is due soon, behind or overdue.
type ReminderItem struct {
	Number   string
	Matter   string
	Due      string
	State    string // 逾期 12 天, 落后序时进度 20 个百分点
	Progress string
}

// Kind is the paper's.
func (Reminder) Kind() string { return "reminder" }

// Data are the facts by the names of the template.
func (r Reminder) Data() template.Data {
	items := make([]template.Data, len(r.Items))
	for i, item := range r.Items {
		items[i] = template.Data{"编号": item.Number, "督办事项": item.Matter, "办理时限": item.Due, "状态": item.State, "进展": item.Progress}
	}
	data := r.data(r.Title)
	data["主送"], data["正文"], data["事项"] = r.Addressee, r.opening(), items
	return data
}

// Paper lays the notice out.
func (r Reminder) Paper() *document.Paper {
	p := r.paper(r.Title)
	p.Addressee = r.Addressee
	p.Body = []document.Block{document.Text{Text: r.opening()}}
	table := document.Table{Size: 10.5, Columns: []document.Column{
		{Head: "序号", Width: 11, Align: document.Centre}, {Head: "编号", Width: 22}, {Head: "督办事项", Width: 46},
		{Head: "办理时限", Width: 27, Align: document.Centre}, {Head: "状态", Width: 31}, {Head: "目前进展", Width: 19},
	}}
	for i, item := range r.Items {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), item.Number, item.Matter, item.Due, item.State, item.Progress})
	}
	p.Body = append(p.Body, table, document.Text{Text: closingOfReminder})
	return p
}

const closingOfReminder = "确有困难不能按期完成的，请在到期前书面说明原因、目前进展和拟完成的日期，按程序申请延期。"

func (r Reminder) opening() string {
	by := ""
	if r.ReplyBy != "" {
		by = "于" + r.ReplyBy + "前"
	}
	return fmt.Sprintf("经梳理，你单位牵头办理的下列 %d 项议定事项已临近时限、落后序时进度或者逾期。请抓紧办理，%s书面反馈办理情况。", len(r.Items), by)
}
