// Package template fills in Word documents that an office lays out itself. {{字段}} stands for a value, {{#名单}} and
// {{/名单}} enclose what is repeated for every item of a list: the rows of a table or the paragraphs they stand in. Word may
// have cut a mark into pieces of different looks; it takes the look of its first character. Everything else of the
// document stays byte for byte as the office made it.
package template

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"smartcanal/data/document/container"
	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// Template is a document with its marks found and proven to be in pairs.
type Template struct {
	Name  string // the file as a person knows it
	docx  []byte
	parts map[string]*story
}

// Fields are the names that a template uses, or that data can give: values by name, lists by name with the fields
// of their items.
type Fields struct {
	Values []string
	Lists  map[string][]string
}

// Open reads a template from a file. Problems: those of Read and of saving.Trouble.
func Open(path string) (*Template, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, saving.Trouble(err, filepath.Base(path))
	}
	return Read(filepath.Base(path), content)
}

// Read takes a Word document for a template. Problems: document.no_template (it is no docx), template_braces (a mark
// without its end), template_unclosed and template_unopened (one half of a pair), template_crossed (pairs that overlap).
func Read(name string, docx []byte) (*Template, error) {
	t := &Template{Name: name, docx: docx, parts: map[string]*story{}}
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, problem.New("document.no_template").In(name).Because(err)
	}
	for _, member := range archive.File {
		if !hasText(member.Name) {
			continue
		}
		content, err := container.Content(member)
		if err != nil {
			return nil, problem.New("document.no_template").In(name).Because(err)
		}
		part, err := parse(content)
		if err != nil {
			return nil, in(name, err)
		}
		t.parts[member.Name] = part
	}
	if t.parts["word/document.xml"] == nil {
		return nil, problem.New("document.no_template").In(name)
	}
	return t, nil
}

// hasText says which members of the archive people write in.
func hasText(name string) bool {
	folder, file := path.Split(name)
	if folder != "word/" || path.Ext(file) != ".xml" {
		return false
	}
	return file == "document.xml" || strings.HasPrefix(file, "header") || strings.HasPrefix(file, "footer") || file == "footnotes.xml"
}

// in names the file in a problem; what is none is a document that cannot be read.
func in(name string, err error) error {
	var p *problem.Problem
	if errors.As(err, &p) {
		return p.In(name)
	}
	return problem.New("document.no_template").In(name).Because(err)
}

// Uses are the names that the template uses, sorted.
func (t *Template) Uses() Fields {
	used := Fields{Lists: map[string][]string{}}
	for _, part := range t.parts {
		part.root.each(nil, func(lists []string, m mark) {
			if m.kind != field {
				if _, known := used.Lists[m.name]; !known {
					used.Lists[m.name] = nil
				}
				return
			}
			if len(lists) == 0 {
				used.Values = append(used.Values, m.name)
				return
			}
			inner := lists[len(lists)-1]
			used.Lists[inner] = append(used.Lists[inner], m.name)
		})
	}
	used.Values = sorted(used.Values)
	for list, fields := range used.Lists {
		used.Lists[list] = sorted(fields)
	}
	return used
}

func sorted(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

// Check compares the template with what can be filled in. Problems: document.template_unknown for the first field
// or list that nobody knows, with where it stands and what there is.
func (t *Template) Check(known Fields) error {
	for _, name := range slices.Sorted(maps.Keys(t.parts)) {
		var wrong *problem.Problem
		t.parts[name].root.each(nil, func(lists []string, m mark) {
			if wrong == nil && m.kind != end && !known.has(lists, m) {
				wrong = problem.New("document.template_unknown", "field", m.name, "near", m.near, "known", known.near(lists)).In(t.Name)
			}
		})
		if wrong != nil {
			return wrong
		}
	}
	return nil
}

// The fields that count a list's items by themselves, in figures and as headings do.
const (
	counter        = "序号"
	chineseCounter = "中文序号"
)

func (f Fields) has(lists []string, m mark) bool {
	if m.kind == begin {
		_, known := f.Lists[m.name]
		return known
	}
	for _, list := range lists {
		if m.name == counter || m.name == chineseCounter || slices.Contains(f.Lists[list], m.name) {
			return true
		}
	}
	return slices.Contains(f.Values, m.name)
}

// near lists what could have been meant.
func (f Fields) near(lists []string) string {
	names := slices.Clone(f.Values)
	for _, list := range lists {
		names = append(names, f.Lists[list]...)
	}
	return strings.Join(sorted(names), "、")
}

// With are the names of both.
func (f Fields) With(others Fields) Fields {
	both := Fields{Values: sorted(append(slices.Clone(f.Values), others.Values...)), Lists: map[string][]string{}}
	for _, lists := range []map[string][]string{f.Lists, others.Lists} {
		for list, fields := range lists {
			both.Lists[list] = sorted(append(both.Lists[list], fields...))
		}
	}
	return both
}

// Without are the names that the others do not have, those of a list's fields behind its name.
func (f Fields) Without(others Fields) []string {
	var missing []string
	used := slices.Clone(others.Values) // a field inside a list may take a value from outside
	for _, fields := range others.Lists {
		used = append(used, fields...)
	}
	for _, name := range f.Values {
		if !slices.Contains(used, name) {
			missing = append(missing, name)
		}
	}
	for _, list := range slices.Sorted(maps.Keys(f.Lists)) {
		fields, known := others.Lists[list]
		if !known {
			missing = append(missing, list)
			continue
		}
		for _, name := range f.Lists[list] {
			if !slices.Contains(fields, name) && !slices.Contains(others.Values, name) && name != counter && name != chineseCounter {
				missing = append(missing, list+"."+name)
			}
		}
	}
	return missing
}
