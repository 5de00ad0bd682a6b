package rewards

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// facts are what holds for the whole measure, and how the office handles claims.
func (v *SchemesView) facts(scheme rewards.Scheme) fyne.CanvasObject {
	limit := wording.Text("rewards.schemes.no_cap")
	if scheme.YearlyCap > 0 {
		limit = yuan(scheme.YearlyCap)
	}
	measure := kit.NewCard(wording.Text("rewards.schemes.measure"), kit.NewPropertyList(88,
		kit.Property{Name: wording.Text("rewards.schemes.title"), Value: scheme.Name()},
		kit.Property{Name: wording.Text("rewards.schemes.number"), Value: scheme.DocNumber},
		kit.Property{Name: wording.Text("rewards.schemes.years"), Value: yearsOf(scheme)},
		kit.Property{Name: wording.Text("rewards.schemes.edition"), Value: editionName(scheme) + " " + wording.Text("rewards.edit.state."+string(scheme.State))},
		kit.Property{Name: wording.Text("rewards.schemes.cap"), Value: limit}))
	single := kit.NewCheck(wording.Text("rewards.schemes.single"), v.shown.Single, func(on bool) {
		v.write(func(ctx context.Context) error { return v.model.SetSingle(ctx, on) })
	})
	tolerance := kit.Row(kit.Gap, kit.NewSecondary(wording.Text("rewards.schemes.tolerance")).Short(), kit.NewText(v.shown.Tolerance.String()),
		kit.Spring(), kit.NewLink(wording.Text("rewards.schemes.change"), v.askTolerance))
	handling := kit.NewCard(wording.Text("rewards.schemes.handling"), kit.Column(kit.Gap, tolerance,
		kit.NewNote(wording.Text("rewards.schemes.tolerance_help")), kit.Rule(), single, kit.NewNote(wording.Text("rewards.schemes.single_help"))))
	if general := scheme.GeneralIn(wording.Language()); len(general) > 0 {
		return kit.Column(kit.Gap, measure, kit.NewCard(wording.Text("rewards.schemes.general"), kit.NewParagraph(strings.Join(general, "\n"))), handling)
	}
	return kit.Column(kit.Gap, measure, handling)
}

func (v *SchemesView) askTolerance() {
	field, entry := form.Text(wording.Text("rewards.schemes.tolerance"), v.shown.Tolerance.String())
	field.Required, field.Help = true, wording.Text("rewards.schemes.tolerance_help")
	form.Question{
		Title: wording.Text("rewards.schemes.tolerance_title"), Verb: wording.Text("rewards.schemes.keep"), Form: form.New(field), First: entry,
		Work: func(ctx context.Context) error { return v.model.SetTolerance(ctx, entry.Text) }, Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

func (v *SchemesView) importFile() {
	kit.ChooseFiles(v.context.Window(), wording.Text("rewards.schemes.import"), schemeFiles(), v.Drop)
}

// Drop takes in the file of a measure, the first of those dropped on the window.
func (v *SchemesView) Drop(paths []string) {
	v.write(func(ctx context.Context) error { return v.model.Import(ctx, paths[0]) })
}

func (v *SchemesView) exportFile(scheme rewards.Scheme) { exportScheme(v.context, scheme) }

// exportScheme writes a version as a file that can be imported elsewhere.
func exportScheme(c kit.Context, scheme rewards.Scheme) {
	kit.ChooseTarget(c.Window(), wording.Text("rewards.schemes.export"), scheme.Title+".json", schemeFiles(), func(path string) {
		if err := saveScheme(scheme, path); err != nil {
			c.Problem(problem.Of(err))
			return
		}
		showPaper(c, path)
	})
}

func schemeFiles() kit.FileKind {
	return kit.FileKind{Name: wording.Text("rewards.command.schemes"), Extensions: []string{"json"}}
}
