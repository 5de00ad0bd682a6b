package papers

import (
	"fmt"

	"smartcanal/data/document"
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

// Paper lays the notice out.
func (n MeetingNotice) Paper() *document.Paper {
	p := n.paper(n.Title)
	p.Addressee = n.Addressee
	p.Body = paragraphs(n.Opening)
	p.Body = append(p.Body, section("会议时间", n.Time)...)
	p.Body = append(p.Body, section("会议地点", n.Place)...)
	p.Body = append(p.Body, section("会议主持", n.Chair)...)
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
	Time      string
	Content   string
	Presenter string
}

// Paper lays the agenda out.
func (a Agenda) Paper() *document.Paper {
	p := &document.Paper{Title: a.Title}
	p.Body = append(p.Body, labelled("时间", a.Time)...)
	p.Body = append(p.Body, labelled("地点", a.Place)...)
	p.Body = append(p.Body, labelled("主持", a.Chair)...)
	table := document.Table{Size: 14, Columns: []document.Column{
		{Head: "序号", Width: 0.7, Align: document.Centre}, {Head: "时间", Width: 1.4, Align: document.Centre},
		{Head: "内容", Width: 4}, {Head: "汇报人（单位）", Width: 2},
	}}
	for i, item := range a.Items {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), item.Time, item.Content, item.Presenter})
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
	SatIn     string
	CopiesTo  string
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
	for _, who := range []document.Attendance{{Label: "出席", People: m.Present}, {Label: "请假", People: m.Excused}, {Label: "列席", People: m.SatIn}} {
		if who.People != "" {
			p.Attendance = append(p.Attendance, who)
		}
	}
	return p
}
