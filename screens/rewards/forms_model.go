package rewards

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// FormsModel is the page on which forms sent back are read, and become claims.
type FormsModel struct {
	office *office
	Forms  []SentBack
	Result *rewards.Entered // of the last time they became claims, nil before
}

// NewFormsModel begins without forms.
func NewFormsModel(o *office) *FormsModel { return &FormsModel{office: o} }

// SentBack is one file: the form in it, or why there is none.
type SentBack struct {
	File    string
	Form    *rewards.Form
	Problem *problem.Problem
}

// Sound tells whether it may become a claim.
func (s SentBack) Sound() bool { return s.Problem == nil && s.Form != nil && s.Form.Sound() }

// Wrong is everything wrong with it.
func (s SentBack) Wrong() []*problem.Problem {
	if s.Problem != nil {
		return []*problem.Problem{s.Problem}
	}
	return s.Form.Wrong
}

// Read reads files cell by cell. Call it off the UI goroutine.
func (m *FormsModel) Read(ctx context.Context, paths []string, progress func(done, total int64, note string)) ([]SentBack, error) {
	forms := make([]SentBack, 0, len(paths))
	for i, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		progress(int64(i), int64(len(paths)), filepath.Base(path))
		form, err := m.office.claims.ReadForm(ctx, path)
		forms = append(forms, SentBack{filepath.Base(path), form, problem.Of(err)})
	}
	return forms, nil
}

// Take shows forms that were read after those already there; one of the same file takes its place.
func (m *FormsModel) Take(forms []SentBack) {
	for _, form := range forms {
		at := -1
		for i := range m.Forms {
			if m.Forms[i].File == form.File {
				at = i
			}
		}
		if at < 0 {
			m.Forms = append(m.Forms, form)
		} else {
			m.Forms[at] = form
		}
	}
	m.Result = nil
}

// Ready counts the forms that may become claims.
func (m *FormsModel) Ready() int {
	n := 0
	for _, form := range m.Forms {
		if form.Sound() {
			n++
		}
	}
	return n
}

// Create accepts every sound form as a claim, each by itself.
func (m *FormsModel) Create(ctx context.Context, person, note string, progress func(done, total int)) (rewards.Entered, error) {
	var applications []rewards.Application
	for _, form := range m.Forms {
		if form.Sound() {
			a := form.Form.Application
			a.Note = note
			applications = append(applications, a)
		}
	}
	return m.office.claims.CreateAll(ctx, store.Actor(person), applications, progress)
}

// Entered takes in what became of the forms: those that are claims now leave the page, those refused say why.
func (m *FormsModel) Entered(result rewards.Entered) {
	m.Result = &result
	refused := map[int]*problem.Problem{}
	for _, r := range result.Refused {
		refused[r.At] = r.Problem
	}
	var left []SentBack
	sound := -1
	for _, form := range m.Forms {
		if form.Sound() {
			if sound++; refused[sound] == nil {
				continue
			}
			form.Problem = refused[sound]
		}
		left = append(left, form)
	}
	m.Forms = left
}

// saveForm writes an empty form of a rule for a year as typed.
func (o *office) saveForm(path string, rule int64, year string) error {
	n, err := strconv.Atoi(strings.TrimSpace(year))
	if err != nil {
		return problem.New("rewards.appropriation_year", "year", year)
	}
	return o.claims.SaveForm(context.Background(), path, rule, n, 0)
}
