package console

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smartcanal/data/document"
	"smartcanal/data/document/papers"
	"smartcanal/data/document/template"
	"smartcanal/data/problem"
	"smartcanal/data/saving"
	"smartcanal/screens/wording"
)

func (s *session) documentCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "document", Short: wording.Text("console.document")}
	cmd.AddCommand(s.renderCommand(), s.templatesCommand())
	return cmd
}

// renderFlags are the options of the command document render.
type renderFlags struct{ data, out string }

func (s *session) renderCommand() *cobra.Command {
	var flags renderFlags
	cmd := &cobra.Command{
		Use:   "render TEMPLATE",
		Short: wording.Text("console.render"),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.render(cmd.Context(), args[0], flags)
		},
	}
	cmd.Flags().StringVar(&flags.data, "data", "", wording.Text("console.flag.data"))
	cmd.Flags().StringVarP(&flags.out, "out", "o", "", wording.Text("console.flag.out"))
	for _, required := range []string{"data", "out"} {
		if err := cmd.MarkFlagRequired(required); err != nil {
			panic(err) // the flag is defined above
		}
	}
	return s.answersJSON(cmd)
}

// render fills a template in; the name of the file says whether a Word document or a PDF comes out.
func (s *session) render(ctx context.Context, name string, flags renderFlags) error {
	text, err := os.ReadFile(flags.data)
	if err != nil {
		return saving.Trouble(err, filepath.Base(flags.data))
	}
	data, err := template.FromJSON(text)
	if err != nil {
		return problem.Of(err).In(filepath.Base(flags.data))
	}
	filled, known, err := templateNamed(name)
	if err != nil {
		return err
	}
	if err := filled.Check(known.With(data.Gives())); err != nil {
		return err
	}
	docx, err := filled.Fill(data)
	if err != nil {
		return err
	}
	if err := keepDocument(ctx, docx, flags.out); err != nil {
		return err
	}
	return s.rendered(filled, data, flags.out)
}

// templateNamed takes the path of a document, or the name of a kind that comes with the program, and gives the fields
// that are known besides those of the data: a kind's may stay empty.
func templateNamed(name string) (*template.Template, template.Fields, error) {
	extension := filepath.Ext(name)
	isFile := strings.EqualFold(extension, ".docx")
	base := strings.TrimSuffix(filepath.Base(name), extension)
	var own, known *template.Template
	kind, err := papers.KindOf(base)
	if err == nil {
		if known, err = kind.Default(); err != nil {
			return nil, template.Fields{}, err
		}
	}
	switch {
	case isFile:
		own, err = template.Open(name)
	case err != nil:
		err = usageError{problem.Of(err)}
	default:
		own = known
	}
	if err != nil {
		return nil, template.Fields{}, err
	}
	if known == nil {
		return own, template.Fields{}, nil
	}
	return own, known.Uses(), nil
}

func keepDocument(ctx context.Context, docx []byte, path string) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		return document.ConvertToPDF(ctx, docx, path)
	case ".docx":
		return document.SaveDocx(docx, path)
	}
	return wrongOption("out", path)
}

// rendered tells what was written, what stayed empty, and what of the data the template has no field for.
func (s *session) rendered(filled *template.Template, data template.Data, path string) error {
	unused, empty := data.Gives().Without(filled.Uses()), filled.Uses().Without(data.Gives())
	missing := document.MissingFonts()
	if s.json {
		return s.print(map[string]any{"file": path, "template": filled.Name, "unused": nonNil(unused), "empty": nonNil(empty), "missing_fonts": fontNames(missing)})
	}
	fmt.Fprintln(s.out, wording.Text("console.rendered", "file", path, "template", filled.Name))
	if len(empty) > 0 {
		fmt.Fprintln(s.out, "  "+wording.Text("console.empty_fields", "fields", strings.Join(empty, "、")))
	}
	if len(unused) > 0 {
		fmt.Fprintln(s.out, "  "+wording.Text("console.unused_data", "fields", strings.Join(unused, "、")))
	}
	if len(missing) > 0 {
		fmt.Fprintln(s.out, "  "+wording.Text("console.missing_fonts", "fonts", strings.Join(fontNames(missing), "、")))
	}
	return nil
}

func fontNames(missing []document.MissingFont) []string {
	names := make([]string, len(missing))
	for i, font := range missing {
		names[i] = font.Name
	}
	return names
}

func nonNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func (s *session) templatesCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "templates",
		Short: wording.Text("console.templates"),
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return s.templates(folder) },
	}
	cmd.Flags().StringVar(&folder, "save", "", wording.Text("console.flag.save_templates"))
	return s.answersJSON(cmd)
}

// listedTemplate is a template as the command lists it.
type listedTemplate struct {
	ID     string              `json:"id"`
	Name   string              `json:"name"`
	Fields []string            `json:"fields"`
	Lists  map[string][]string `json:"lists"`
	File   string              `json:"file,omitempty"`
}

// templates lists those that come with the program and their fields; with a folder they are written there, to be
// changed in Word or WPS.
func (s *session) templates(folder string) error {
	var listed []listedTemplate
	for _, kind := range papers.Kinds {
		read, err := kind.Default()
		if err != nil {
			return err
		}
		uses := read.Uses()
		one := listedTemplate{ID: kind.ID, Name: kind.Name, Fields: nonNil(uses.Values), Lists: uses.Lists}
		if folder != "" {
			one.File = filepath.Join(folder, kind.Name+".docx")
			docx, err := kind.Docx()
			if err == nil {
				err = document.SaveDocx(docx, one.File)
			}
			if err != nil {
				return problem.Of(err)
			}
		}
		listed = append(listed, one)
	}
	if s.json {
		return s.print(listed)
	}
	for _, one := range listed {
		fmt.Fprintf(s.out, "%s（%s）\n  %s\n", one.Name, one.ID, strings.Join(one.Fields, "、"))
		if one.File != "" {
			fmt.Fprintln(s.out, "  "+one.File)
		}
	}
	return nil
}
