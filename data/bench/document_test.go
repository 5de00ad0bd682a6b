//go:build bench

package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"smartcanal/data/document"
)

// pythonDocx is the peer: the same chapters, paragraphs and tables by python-docx, which says how long it took
// without starting up. Rows and cells are taken as its handbook does it fast: one look at a row's cells.
const pythonDocx = `
import json, sys, time
import docx
content = json.load(open(sys.argv[1], encoding="utf-8"))
start = time.perf_counter()
paper = docx.Document()
paper.add_heading(content["title"], 0)
for chapter in content["chapters"]:
    paper.add_heading(chapter["heading"], 1)
    for text in chapter["paragraphs"]:
        paper.add_paragraph(text)
    table = paper.add_table(rows=0, cols=len(chapter["rows"][0]))
    table.style = "Table Grid"
    for row in chapter["rows"]:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
paper.save(sys.argv[2])
print(time.perf_counter() - start)
`

type longPaper struct {
	Title    string        `json:"title"`
	Chapters []longChapter `json:"chapters"`
}

type longChapter struct {
	Heading    string     `json:"heading"`
	Paragraphs []string   `json:"paragraphs"`
	Rows       [][]string `json:"rows"`
}

// hundredPages is a report of a hundred pages with 30 tables of 20 rows.
func hundredPages() longPaper {
	const sentence = "坚持政府引导、市场运作，推动全区电子商务健康发展，完善县级公共服务中心、乡镇站、村级点三级体系。"
	paper := longPaper{Title: "运河区电子商务发展情况报告"}
	for i := range 30 {
		chapter := longChapter{Heading: fmt.Sprintf("第%d项工作", i+1), Rows: [][]string{{"序号", "任务", "牵头单位", "资金", "时限"}}}
		for range 11 {
			chapter.Paragraphs = append(chapter.Paragraphs, strings.Repeat(sentence, 2))
		}
		for n := range 20 {
			chapter.Rows = append(chapter.Rows, []string{strconv.Itoa(n + 1), "建设村级服务站", "区商务局", "1,230.50", "2026-12-31"})
		}
		paper.Chapters = append(paper.Chapters, chapter)
	}
	return paper
}

// paper is the same as official papers are made.
func (l longPaper) paper() *document.Paper {
	p := &document.Paper{Title: l.Title}
	for _, chapter := range l.Chapters {
		p.Body = append(p.Body, document.Heading{Level: 1, Text: chapter.Heading})
		for _, text := range chapter.Paragraphs {
			p.Body = append(p.Body, document.Text{Text: text})
		}
		table := document.Table{Rows: chapter.Rows[1:]}
		for _, head := range chapter.Rows[0] {
			table.Columns = append(table.Columns, document.Column{Head: head})
		}
		p.Body = append(p.Body, table)
	}
	return p
}

// paperRow writes the report five times by turns with the peer.
func paperRow(t *testing.T, dir string) Row {
	content := hundredPages()
	given := filepath.Join(dir, "paper.json")
	text, err := json.Marshal(content)
	must(t, err)
	must(t, os.WriteFile(given, text, 0o600))
	var mine, theirs []float64
	for range 5 {
		mine = append(mine, clock(func() { must(t, content.paper().Save(filepath.Join(dir, "ours.docx"))) }))
		said, err := exec.Command("/usr/bin/python3", "-c", pythonDocx, given, filepath.Join(dir, "theirs.docx")).Output()
		must(t, err)
		took, err := strconv.ParseFloat(strings.TrimSpace(string(said)), 64)
		must(t, err)
		theirs = append(theirs, took)
	}
	return AtMost("100-page docx with 30 tables", median(mine), median(theirs), "s", 0.5)
}
