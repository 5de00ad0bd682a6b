package papers

import (
	"errors"
	"os"
	"path/filepath"

	"smartcanal/data/document"
	"smartcanal/data/document/template"
	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// State is how an office's template stands to the one that comes with the program.
type State string

// The states: none of its own, the program's lies there unchanged, the office changed it, or it cannot be used.
const (
	Standard  State = "standard"
	Unchanged State = "unchanged"
	Changed   State = "changed"
	Faulty    State = "faulty"
)

// Standing is how one kind of paper is written at an office.
type Standing struct {
	Kind    Kind
	Path    string // where its own template is, or would be
	State   State
	Problem *problem.Problem // of a faulty one: what is wrong, and near which words
	own     *template.Template
}

// Standings tells of every kind the program fills in by itself whether the folder has a template of the office's own for it,
// and whether it can be used.
func Standings(folder string) []Standing {
	var all []Standing
	for _, kind := range Kinds {
		if kind.example != nil {
			all = append(all, kind.standing(folder))
		}
	}
	return all
}

func (k Kind) standing(folder string) Standing {
	s := Standing{Kind: k, Path: filepath.Join(folder, k.Name+".docx"), State: Standard}
	if folder == "" {
		return s
	}
	docx, err := os.ReadFile(s.Path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return s
	case err != nil:
		s.State, s.Problem = Faulty, problem.Of(saving.Trouble(err, filepath.Base(s.Path)))
		return s
	case k.unchanged(docx):
		s.State = Unchanged
		return s
	}
	s.State = Changed
	if s.own, err = template.Read(filepath.Base(s.Path), docx); err == nil {
		err = k.check(s.own)
	}
	if err != nil {
		s.State, s.Problem, s.own = Faulty, problem.Of(err), nil
	}
	return s
}

func (k Kind) check(own *template.Template) error {
	known, err := k.Known()
	if err != nil {
		return err
	}
	return own.Check(known)
}

// WriteStandards puts the program's templates into a folder for the office to change, those that are not there; none is
// written over. It gives how many it wrote. Problems: those of saving.
func WriteStandards(folder string) (int, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return 0, saving.Trouble(err, filepath.Base(folder))
	}
	written := 0
	for _, standing := range Standings(folder) {
		if standing.State != Standard {
			continue
		}
		docx, err := standing.Kind.Docx()
		if err == nil {
			err = document.SaveDocx(docx, standing.Path)
		}
		if err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}
