package papers

import (
	"strings"

	"smartcanal/data/document"
	"smartcanal/data/document/template"
)

// Annals are the 大事记: by month, one paragraph for each event.
type Annals struct {
	Title    string
	Subtitle string // （2026年1月—11月）
	Months   []Month
	Office   string
	Dated    string
}

// Month is a month of annals with its events in their order.
type Month struct {
	Name   string // 2026年11月
	Events []Event
}

// Event is one paragraph: 16日　…
type Event struct {
	Day      string
	Text     string
	Pictures []document.Picture
}

// Kind is the paper's.
func (Annals) Kind() string { return "annals" }

// Data are the facts by the names of the template, without pictures.
func (a Annals) Data() template.Data {
	months := make([]template.Data, len(a.Months))
	for i, month := range a.Months {
		events := make([]template.Data, len(month.Events))
		for j, event := range month.Events {
			events[j] = template.Data{"日": event.Day, "内容": event.Text}
		}
		months[i] = template.Data{"月份": month.Name, "条目": events}
	}
	return template.Data{"标题": a.Title, "起止": a.Subtitle, "单位": a.Office, "日期": a.Dated, "月份": months}
}

// Paper lays the annals out.
func (a Annals) Paper() *document.Paper {
	p := &document.Paper{Title: a.Title, Subtitle: a.Subtitle, Signature: document.Signature{Dated: a.Dated}}
	if a.Office != "" {
		p.Signature.Offices = []string{a.Office}
	}
	for _, month := range a.Months {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: month.Name, Bare: true})
		for _, event := range month.Events {
			p.Body = append(p.Body, document.Text{Lead: event.Day, Text: "　" + event.Text})
			for _, picture := range event.Pictures {
				p.Body = append(p.Body, picture)
			}
		}
	}
	return p
}

// StudyReport is the 考察报告 of a trip.
type StudyReport struct {
	Title       string
	Team        string // who wrote it: 区电子商务考察组
	Dated       string
	Opening     string
	Overview    string // who went where and when
	Stops       []Stop
	Insights    []Insight
	Suggestions []Insight
	Attachments []document.Attachment
}

// Stop is a place that was visited.
type Stop struct {
	Name     string // 义乌
	When     string
	Text     string
	Pictures []document.Picture
}

// Insight is something learnt, or something to be done.
type Insight struct {
	Title string
	Text  string
}

// Kind is the paper's.
func (StudyReport) Kind() string { return "study-report" }

// Data are the facts by the names of the template; photographs stand in the program's own layout alone.
func (r StudyReport) Data() template.Data {
	stops := make([]template.Data, len(r.Stops))
	for i, stop := range r.Stops {
		when := stop.When
		if when != "" {
			when = "（" + when + "）"
		}
		stops[i] = template.Data{"名称": stop.Name, "时间": when, "内容": stop.Text}
	}
	learnt := func(list []Insight) []template.Data {
		items := make([]template.Data, len(list))
		for i, insight := range list {
			items[i] = template.Data{"标题": insight.Title, "内容": insight.Text}
		}
		return items
	}
	return template.Data{
		"标题": r.Title, "考察组": r.Team, "日期": r.Dated, "引言": r.Opening, "基本情况": r.Overview,
		"站点": stops, "启示": learnt(r.Insights), "建议": learnt(r.Suggestions),
	}
}

// Paper lays the report out: where the team was, what it saw there, what it learnt, what it proposes.
func (r StudyReport) Paper() *document.Paper {
	p := &document.Paper{Title: r.Title, Signature: document.Signature{Dated: r.Dated}, Body: paragraphs(r.Opening), Attachments: r.Attachments}
	if r.Team != "" {
		p.Signature.Offices = []string{r.Team}
	}
	p.Body = append(p.Body, section("基本情况", r.Overview)...)
	if len(r.Stops) > 0 {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: "主要做法"})
		for _, stop := range r.Stops {
			p.Body = append(p.Body, stop.blocks()...)
		}
	}
	p.Body = append(p.Body, insights("主要启示", r.Insights)...)
	p.Body = append(p.Body, insights("工作建议", r.Suggestions)...)
	return p
}

// blocks are the stop's heading, unless it has no name, its text and its pictures.
func (s Stop) blocks() []document.Block {
	name := s.Name
	if s.When != "" {
		name += "（" + s.When + "）"
	}
	var blocks []document.Block
	if name != "" {
		blocks = append(blocks, document.Heading{Level: 2, Text: name})
	}
	blocks = append(blocks, paragraphs(s.Text)...)
	for _, picture := range s.Pictures {
		blocks = append(blocks, picture)
	}
	return blocks
}

func insights(heading string, list []Insight) []document.Block {
	if len(list) == 0 {
		return nil
	}
	blocks := []document.Block{document.Heading{Level: 1, Text: heading}}
	for _, insight := range list {
		if insight.Title == "" {
			blocks = append(blocks, paragraphs(insight.Text)...)
			continue
		}
		first, rest, _ := strings.Cut(insight.Text, "\n")
		blocks = append(blocks, document.Heading{Level: 2, Text: stopped(insight.Title), Then: first})
		blocks = append(blocks, paragraphs(rest)...)
	}
	return blocks
}

// stopped ends a heading that goes on in the same paragraph.
func stopped(title string) string {
	if title == "" {
		return ""
	}
	return strings.TrimRight(title, "。；") + "。"
}
