package year

import (
	"archive/zip"
	"io"
	"path/filepath"
	"regexp"
	"strings"

	"smartcanal/data/sheet"
)

// rows are those of a workbook in the person's folder, their cells beside each other.
func (o *office) rows(name string) []string {
	o.Helper()
	file, err := sheet.Open(o.Context(), filepath.Join(o.home, name))
	if err != nil {
		o.Fatal(err)
	}
	defer file.Close()
	var rows []string
	for _, table := range file.Tables {
		for row, err := range table.Rows(o.Context()) {
			if err != nil {
				o.Fatal(err)
			}
			rows = append(rows, strings.Trim(strings.Join(row.Cells, "|"), "|"))
		}
	}
	return rows
}

func (o *office) has(rows []string, texts ...string) {
	o.Helper()
	all := strings.Join(rows, "\n")
	for _, text := range texts {
		if !strings.Contains(all, text) {
			o.Errorf("%q is not in\n%s", text, all)
		}
	}
}

var markup = regexp.MustCompile(`<[^>]+>`)

// says looks for texts in a document in the person's folder.
func (o *office) says(name string, texts ...string) {
	o.Helper()
	archive, err := zip.OpenReader(filepath.Join(o.home, name))
	if err != nil {
		o.Fatal(err)
	}
	defer archive.Close()
	part, err := archive.Open("word/document.xml")
	if err != nil {
		o.Fatal(err)
	}
	defer part.Close()
	content, err := io.ReadAll(part)
	if err != nil {
		o.Fatal(err)
	}
	o.has([]string{markup.ReplaceAllString(string(content), "")}, texts...)
}
