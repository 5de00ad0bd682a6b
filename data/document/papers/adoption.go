package papers

import (
	"fmt"

	"smartcanal/data/document"
	"smartcanal/data/document/template"
)

// Adoption is the 采纳情况表: what departments said of a draft and what became of it.
type Adoption struct {
	Title    string
	Comments []Comment
}

// Comment is a line of it.
type Comment struct {
	Department string
	Text       string
	Result     string // 采纳, 部分采纳, 未采纳
	Reply      string
}

// Kind is the paper's.
func (Adoption) Kind() string { return "adoption" }

// Paper lays the table out across the page.
func (a Adoption) Paper() *document.Paper {
	table := document.Table{Landscape: true, Columns: []document.Column{
		{Head: "序号", Width: 0.8, Align: document.Centre}, {Head: "单位", Width: 1.6}, {Head: "意见", Width: 4.8},
		{Head: "采纳情况", Width: 1.3, Align: document.Centre}, {Head: "说明", Width: 4},
	}}
	for i, c := range a.Comments {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), c.Department, c.Text, c.Result, c.Reply})
	}
	return &document.Paper{Title: a.Title, Body: []document.Block{table}}
}

// numbered has another text for the number of the first line: in a template its mark.
func (a Adoption) numbered(first string) *document.Paper {
	p := a.Paper()
	p.Body[0].(document.Table).Rows[0][0] = first
	return p
}

// Data are the facts by the names of the template.
func (a Adoption) Data() template.Data {
	list := make([]template.Data, len(a.Comments))
	for i, c := range a.Comments {
		list[i] = template.Data{"单位": c.Department, "意见": c.Text, "采纳情况": c.Result, "说明": c.Reply}
	}
	return template.Data{"标题": a.Title, "意见表": list}
}
