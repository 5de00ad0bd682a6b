package papers

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"smartcanal/data/document"
	"smartcanal/data/document/template"
)

// Facts are what one paper says: laid out by the program, or filled into the office's own template.
type Facts interface {
	// Kind is the id of the paper's Kind.
	Kind() string
	Paper() *document.Paper
	// Data are the same facts by the names templates call them.
	Data() template.Data
}

// folderName is what the folder of an office's own templates is called, for people to find it.
const folderName = "公文模板"

// Folder is where the office of a file of data keeps its own templates: beside the file, so that they move with it.
func Folder(file string) string { return filepath.Join(filepath.Dir(file), folderName) }

// Save writes a paper as the name of the file says, a PDF or else a Word document: in the office's own template where the
// folder has one, else as the program lays it out. Problems: those of Kind.Own and of document.Paper.SaveAs; a template
// that is wrong is never passed over.
func Save(ctx context.Context, facts Facts, folder, path string) error {
	kind, err := KindOf(facts.Kind())
	if err != nil {
		return err
	}
	own, err := kind.Own(folder)
	if err != nil {
		return err
	}
	if own == nil {
		return facts.Paper().SaveAs(ctx, path)
	}
	docx, err := own.Fill(facts.Data())
	if err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return document.ConvertToPDF(ctx, docx, path)
	}
	return document.SaveDocx(docx, path)
}

// Own is the office's template of a kind from its folder, checked against what can be filled in; nil where there is none,
// or only the one the program wrote there. Problems: those of template.Open and template.Check.
func (k Kind) Own(folder string) (*template.Template, error) {
	standing := k.standing(folder)
	if standing.Problem != nil {
		return nil, standing.Problem
	}
	return standing.own, nil
}

// unchanged tells whether a template is the one that comes with the program.
func (k Kind) unchanged(docx []byte) bool {
	standard, err := k.Docx()
	return err == nil && bytes.Equal(standard, docx)
}

// Known are the names a template of the kind may use.
func (k Kind) Known() (template.Fields, error) {
	standard, err := k.Default()
	if err != nil {
		return template.Fields{}, err
	}
	known := standard.Uses()
	if k.example != nil {
		known = known.With(k.example.Data().Gives())
	}
	return known, nil
}

// data is what all papers of an office fill in.
func (o Office) data(title string) template.Data {
	return template.Data{
		"标题": title, "发文机关": o.Name, "发文字号": o.Number, "成文日期": o.Dated, "抄送": o.CopiesTo, "联系人": o.Contact, "电话": o.Phone,
	}
}

// listed turns texts into the items of a list.
func listed(texts []string) []template.Data {
	list := make([]template.Data, len(texts))
	for i, text := range texts {
		list[i] = template.Data{"内容": text}
	}
	return list
}
