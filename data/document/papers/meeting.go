package papers

import (
	"fmt"

	"smartcanal/data/document"
	"smartcanal/data/document/template"
)

// Topic is what a meeting talks about and who brings it.
type Topic struct {
	Title     string
	Presenter string
}

func (t Topic) text() string {
	if t.Presenter == "" {
		return t.Title
	}
	return t.Title + "（" + t.Presenter + "）"
}

// MeetingNotice is the 会议通知.
type MeetingNotice struct {
	Office
	Title        string
	Addressee    string
	Opening      string // why and by whose decision
	Time         string
	Place        string
	Chair        string
	Topics       []Topic
	Attendees    string
	Requirements []string
}

// Kind is the paper's.
func (MeetingNotice) Kind() string { return "meeting-notice" }

// Data are the facts by the names of the template.
func (n MeetingNotice) Data() template.Data {
	data := n.data(n.Title)
	topics := make([]string, len(n.Topics))
	for i, topic := range n.Topics {
		topics[i] = topic.text()
	}
	data["主送"], data["事由"], data["时间"], data["地点"], data["主持"], data["参会人员"] = n.Addressee, n.Opening, n.Time, n.Place, n.Chair, n.Attendees
	data["议题"], data["要求"] = listed(topics), listed(n.Requirements)
	return data
}

// Paper lays the notice out.
func (n MeetingNotice) Paper() *document.Paper {
	p := n.paper(n.Title)
	p.Addressee = n.Addressee
	p.Body = paragraphs(n.Opening)
	p.Body = append(p.Body, told("会议时间", n.Time)...)
	p.Body = append(p.Body, told("会议地点", n.Place)...)
	p.Body = append(p.Body, told("会议主持", n.Chair)...)
	if len(n.Topics) > 0 {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: "会议议题"})
		for i, topic := range n.Topics {
			p.Body = append(p.Body, document.Text{Text: fmt.Sprintf("%d.%s", i+1, topic.text())})
		}
	}
	p.Body = append(p.Body, section("参会人员", n.Attendees)...)
	if len(n.Requirements) > 0 {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: "有关要求"})
		for i, requirement := range n.Requirements {
			p.Body = append(p.Body, document.Text{Text: fmt.Sprintf("%d.%s", i+1, requirement)})
		}
	}
	return p
}

// Agenda is the 会议议程 that lies on the table.
type Agenda struct {
	Title string
	Time  string
	Place string
	Chair string
	Items []AgendaItem
}

// AgendaItem is a line of an agenda.
type AgendaItem struct {
	Content   string
	Presenter string
}

// Kind is the paper's.
func (Agenda) Kind() string { return "agenda" }

// Data are the facts by the names of the template.
func (a Agenda) Data() template.Data {
	items := make([]template.Data, len(a.Items))
	for i, item := range a.Items {
		items[i] = template.Data{"内容": item.Content, "汇报人": item.Presenter}
	}
	return template.Data{"标题": a.Title, "时间": a.Time, "地点": a.Place, "主持": a.Chair, "议程": items}
}

// Paper lays the agenda out.
func (a Agenda) Paper() *document.Paper {
	p := &document.Paper{Title: a.Title}
	p.Body = append(p.Body, labelled("时间", a.Time)...)
	p.Body = append(p.Body, labelled("地点", a.Place)...)
	p.Body = append(p.Body, labelled("主持", a.Chair)...)
	table := document.Table{Size: 14, Columns: []document.Column{
		{Head: "序号", Width: 0.7, Align: document.Centre}, {Head: "内容", Width: 4.4}, {Head: "汇报人（单位）", Width: 2.6},
	}}
	for i, item := range a.Items {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), item.Content, item.Presenter})
	}
	p.Body = append(p.Body, table)
	return p
}

// Minutes are the 会议纪要.
type Minutes struct {
	Mark      string // 运河区电子商务联席会议纪要
	Issue     string // 第3期
	Office    string // who issues them
	Dated     string
	Title     string
	Opening   string // when, where, who presided
	Decisions []Decision
	Closing   string
	Present   string
	Excused   string
	Absent    string
	SatIn     string
	CopiesTo  string
	Tasks     []Decision // what the decisions became: the program's own minutes do not list them, a template may
}

// Kind is the paper's.
func (Minutes) Kind() string { return "minutes" }

// Data are the facts by the names of the template.
func (m Minutes) Data() template.Data {
	return template.Data{
		"纪要名称": m.Mark, "期号": m.Issue, "印发机关": m.Office, "日期": m.Dated, "标题": m.Title, "会议情况": m.Opening, "结语": m.Closing,
		"出席": m.Present, "请假": m.Excused, "缺席": m.Absent, "列席": m.SatIn, "抄送": m.CopiesTo,
		"议定事项": decisions(m.Decisions), "督办事项": decisions(m.Tasks),
	}
}

func decisions(list []Decision) []template.Data {
	items := make([]template.Data, len(list))
	for i, d := range list {
		items[i] = template.Data{"标题": d.Title, "内容": d.Text, "分工": d.duty(), "牵头单位": d.Lead, "配合单位": d.Support, "完成时限": d.Due}
	}
	return items
}

// Decision is a 议定事项 with who carries it out and until when.
type Decision struct {
	Title   string
	Text    string
	Lead    string
	Support string
	Due     string
}

// duty says who does it: （牵头单位：商务局；配合单位：财政局；完成时限：2026年12月31日）.
func (d Decision) duty() string {
	duty := joined("；", prefixed("牵头单位：", d.Lead), prefixed("配合单位：", d.Support), prefixed("完成时限：", d.Due))
	if duty == "" {
		return ""
	}
	return "（" + duty + "）"
}

// Paper lays the minutes out.
func (m Minutes) Paper() *document.Paper {
	p := &document.Paper{
		Form: document.Minutes, Mark: m.Mark, Number: m.Issue, Title: m.Title,
		Signature: document.Signature{Dated: m.Dated},
		Imprint:   document.Imprint{CopiesTo: m.CopiesTo, Office: m.Office, Dated: m.Dated},
		Body:      paragraphs(m.Opening),
	}
	if m.Office != "" {
		p.Issuers = []string{m.Office}
	}
	for _, decision := range m.Decisions {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: decision.Title})
		p.Body = append(p.Body, paragraphs(decision.Text)...)
		p.Body = append(p.Body, paragraphs(decision.duty())...)
	}
	p.Body = append(p.Body, paragraphs(m.Closing)...)
	for _, who := range []document.Attendance{{Label: "出席", People: m.Present}, {Label: "请假", People: m.Excused}, {Label: "缺席", People: m.Absent}, {Label: "列席", People: m.SatIn}} {
		if who.People != "" {
			p.Attendance = append(p.Attendance, who)
		}
	}
	return p
}
