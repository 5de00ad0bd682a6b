package council

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/document/papers"
	"smartcanal/data/document/template"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// templatesShown is how each kind of paper stands, and the names its template may use.
type templatesShown struct {
	standings []papers.Standing
	known     []template.Fields
}

// TemplatesView is the page of the office's own templates: which it changed, and what is wrong with them.
type TemplatesView struct {
	context kit.Context
	desk    *desk
	chosen  int // whose fields are shown
	loader  kit.Loader[templatesShown]
	states  *kit.States
	shown   templatesShown
}

// NewTemplatesView makes the page; it loads when it is shown.
func NewTemplatesView(c kit.Context, d *desk) *TemplatesView {
	return &TemplatesView{context: c, desk: d, states: kit.NewStates()}
}

// Object is the page.
func (v *TemplatesView) Object() fyne.CanvasObject { return v.states.Container }

// Shown looks at the folder anew.
func (v *TemplatesView) Shown() { v.load() }

// Left stops reading.
func (v *TemplatesView) Left() { v.loader.Stop() }

func (v *TemplatesView) load() {
	folder := v.desk.room.Templates()
	v.loader.Load(func(context.Context) (templatesShown, error) {
		shown := templatesShown{standings: papers.Standings(folder)}
		for _, s := range shown.standings {
			known, err := s.Kind.Known()
			if err != nil {
				return shown, err
			}
			shown.known = append(shown.known, known)
		}
		return shown, nil
	}, func(shown templatesShown, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.load))
			return
		}
		v.shown = shown
		v.show()
	})
}

func (v *TemplatesView) show() {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:  wording.Text("council.templates.title"),
		Note:   wording.Text("council.templates.note", "n", v.changed()),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("council.templates.again"), v.load),
			kit.NewPlain(wording.Text("council.templates.folder"), v.openFolder), kit.NewPrimary(wording.Text("council.templates.write"), v.write)},
	}
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, v.list(), v.fields())
	v.states.Show(kit.NewPage(header, columns))
	v.context.Status(wording.Text("council.templates.status", "folder", v.desk.room.Templates()))
}

// changed counts the office's own.
func (v *TemplatesView) changed() int {
	n := 0
	for _, s := range v.shown.standings {
		if s.State == papers.Changed || s.State == papers.Faulty {
			n++
		}
	}
	return n
}

func (v *TemplatesView) list() fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(v.shown.standings))
	for i, s := range v.shown.standings {
		lines[i] = v.line(i, s)
	}
	return kit.NewCard(wording.Text("council.templates.list"), kit.ScrolledClear(kit.NewLines(lines...)))
}

// line is a kind of paper; a press shows its fields, and what is wrong with a template stands under its name.
func (v *TemplatesView) line(i int, s papers.Standing) fyne.CanvasObject {
	tint := map[papers.State]kit.Tint{papers.Standard: kit.Grey, papers.Unchanged: kit.Grey, papers.Changed: kit.GreenTint, papers.Faulty: kit.RedTint}[s.State]
	name := kit.NewText(s.Kind.Name)
	if i == v.chosen {
		name = kit.NewBold(s.Kind.Name)
	}
	parts := []fyne.CanvasObject{name, kit.NewNote(wording.Text("council.templates.means." + string(s.State)))}
	if s.Problem != nil {
		wrong := kit.NewNote(worded(s.Problem))
		wrong.Colour = kit.RedText
		parts = append(parts, wrong)
	}
	words := kit.NewPressable(kit.Pad(kit.Column(2, parts...), 4, 6, 4, 6), func() {
		v.chosen = i
		v.show()
	})
	right := []fyne.CanvasObject{kit.NewBadge(wording.Text("council.templates.state."+string(s.State)), tint)}
	if s.State != papers.Standard {
		right = append([]fyne.CanvasObject{kit.NewSmallLink(wording.Text("council.templates.open"), func() { v.context.Problem(kit.OpenFile(s.Path)) })}, right...)
	}
	return kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, words, kit.Pad(kit.Row(kit.Gap, right...), 4, 0, 0, 0))
}

// fields are the names the chosen kind's template may use, those of lists under the list's name.
func (v *TemplatesView) fields() fyne.CanvasObject {
	known := v.shown.known[v.chosen]
	comma := wording.Text("council.page.comma")
	parts := []fyne.CanvasObject{
		kit.NewNote(wording.Text("council.templates.how")), kit.NewBold(wording.Text("council.templates.values")),
		kit.NewParagraph(marked(known.Values, "", comma)),
	}
	for _, list := range slices.Sorted(maps.Keys(known.Lists)) {
		parts = append(parts, kit.NewBold(wording.Text("council.templates.of_list", "list", list)),
			kit.NewParagraph("{{#"+list+"}} "+marked(known.Lists[list], "序号", comma)+" {{/"+list+"}}"))
	}
	return kit.NewCard(wording.Text("council.templates.fields", "kind", v.shown.standings[v.chosen].Kind.Name), kit.ScrolledClear(kit.Column(8, parts...)))
}

// marked are names as a template writes them; counter stands among those of a list.
func marked(names []string, counter, comma string) string {
	if counter != "" && !slices.Contains(names, counter) {
		names = append([]string{counter}, names...)
	}
	marks := make([]string, len(names))
	for i, name := range names {
		marks[i] = "{{" + name + "}}"
	}
	return strings.Join(marks, comma)
}

// write puts the program's templates into the folder, those that are not there, and opens it.
func (v *TemplatesView) write() {
	folder := v.desk.room.Templates()
	var writer kit.Loader[int]
	writer.Load(func(context.Context) (int, error) { return papers.WriteStandards(folder) }, func(n int, p *problem.Problem) {
		v.load()
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.context.Status(wording.Text("council.templates.written", "n", n, "folder", filepath.Base(folder)))
		v.openFolder()
	})
}

func (v *TemplatesView) openFolder() {
	folder := v.desk.room.Templates()
	if v.allStandard() {
		v.context.Problem(problem.New("council.no_templates", "folder", filepath.Base(folder)))
		return
	}
	v.context.Problem(openFolder(folder))
}

func (v *TemplatesView) allStandard() bool {
	return !slices.ContainsFunc(v.shown.standings, func(s papers.Standing) bool { return s.State != papers.Standard })
}

// openFolder shows a folder in the system's own window; tests look at it themselves.
var openFolder = kit.OpenFile
