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

// Paper lays the report out: where the team was, what it learnt, what it proposes.
func (r StudyReport) Paper() *document.Paper {
	p := &document.Paper{Title: r.Title, Signature: document.Signature{Dated: r.Dated}, Body: paragraphs(r.Opening), Attachments: r.Attachments}
	if r.Team != "" {
		p.Signature.Offices = []string{r.Team}
	}
	if len(r.Stops) > 0 {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: "考察情况"})
		for _, stop := range r.Stops {
			name := stop.Name
			if stop.When != "" {
				name += "（" + stop.When + "）"
			}
			p.Body = append(p.Body, document.Heading{Level: 2, Text: name})
			p.Body = append(p.Body, paragraphs(stop.Text)...)
			for _, picture := range stop.Pictures {
				p.Body = append(p.Body, picture)
			}
		}
	}
	p.Body = append(p.Body, insights("主要启示", r.Insights)...)
	p.Body = append(p.Body, insights("工作建议", r.Suggestions)...)
	return p
}

func insights(heading string, list []Insight) []document.Block {
	if len(list) == 0 {
		return nil
	}
	blocks := []document.Block{document.Heading{Level: 1, Text: heading}}
	for _, insight := range list {
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
