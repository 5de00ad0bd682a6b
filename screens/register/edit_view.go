package register

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// editView is the page on which an organisation is made or changed.
type editView struct {
	desk   desk
	model  *EditModel
	loader kit.Loader[*register.Organization]
	liking kit.Loader[[]register.Similar]
	states *kit.States

	forms  [2]*form.Form
	draft  *form.Draft
	inputs []input
	alike  *fyne.Container
	first  *kit.Entry
}

// input gives what stands in a field's input.
type input struct {
	field string
	text  func() string
}

func newEditView(d desk, id int64) *editView {
	return &editView{desk: d, model: newEditModel(d.rooms, id), states: kit.NewStates()}
}

// Object is the page.
func (v *editView) Object() fyne.CanvasObject { return v.states.Container }

// MayLeave asks where something was typed and not saved.
func (v *editView) MayLeave(leave func()) bool {
	return v.draft == nil || v.draft.MayLeave(v.desk.canvas(), leave)
}

// Left stops reading.
func (v *editView) Left() {
	v.loader.Stop()
	v.liking.Stop()
}

// Shown reads the organisation the first time; coming back keeps what was typed.
func (v *editView) Shown() {
	if len(v.inputs) > 0 {
		return
	}
	v.loader.Load(v.model.Load, func(o *register.Organization, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPrimary(wording.Text("register.to_list"), func() { v.desk.Open(linkList) }))
			return
		}
		v.model.Take(o)
		v.show()
	})
}

func (v *editView) show() {
	v.inputs = nil
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.register"), Open: func() { v.desk.Open(linkList) }}},
		Title:  wording.Text("register.new.title"),
		Note:   wording.Text("register.edit.note"),
		Actions: []fyne.CanvasObject{
			kit.NewPlain(wording.Text("kit.dialog.cancel"), v.desk.Back),
			kit.NewPrimary(wording.Text("register.save"), v.save),
		},
	}
	if !v.model.New() {
		header.Title = v.model.Original.Name
		header.Crumbs = append(header.Crumbs, kit.Crumb{Label: wording.Text("register.edit.title")})
	}
	v.forms[0] = form.New(v.mainFields()...)
	v.forms[1] = form.New(v.otherFields()...)
	v.draft = form.Keep(v.desk.Memory(), v.model.DraftName(), v.forms[:]...)
	v.forms[0].OnReturn(v.save)
	v.forms[1].OnReturn(v.save)
	v.alike = kit.Column(4)
	v.showAlike(nil)
	left := kit.NewCard(wording.Text("register.edit.main"), v.forms[0].Object())
	right := kit.NewCard(wording.Text("register.edit.other"), v.forms[1].Object())
	foot := kit.NewCard(wording.Text("register.alike.title"), v.alike)
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, left, right)
	v.states.Show(kit.NewPage(header, scrolledCards(kit.Column(kit.Gap, v.draft.Bar(), columns, foot))))
	v.desk.canvas().Focus(v.first)
}

func (v *editView) mainFields() []*form.Field {
	name, entry := v.text(register.FieldName, wording.Text("register.edit.name_help"))
	name.Required, v.first = true, entry
	checked := entry.OnLeave
	entry.OnLeave = func(text string) {
		if checked != nil {
			checked(text)
		}
		v.look(text)
	}
	code, _ := v.text(register.FieldCreditCode, wording.Text("register.edit.code_help"))
	code.Label = wording.Text("register.code.label")
	short, _ := v.text(register.FieldShortName, "")
	legal, _ := v.text(register.FieldLegalForm, "")
	industry, _ := v.text(register.FieldIndustry, "")
	return []*form.Field{name, code, v.choice(register.FieldKind, choicesOf(register.Kinds, kindText)), short, legal, v.founded(), industry}
}

func (v *editView) otherFields() []*form.Field {
	quota, _ := v.text(register.FieldAboveQuota, wording.Text("register.edit.quota_help"))
	standing, _ := v.text(register.FieldStanding, wording.Text("register.edit.standing_help"))
	address, _ := v.text(register.FieldAddress, "")
	note, noteEntry := form.Lines(fieldText(register.FieldNote), v.model.Draft.Note, 3)
	note.Key = register.FieldNote
	v.inputs = append(v.inputs, input{register.FieldNote, noteEntry.Value})
	return []*form.Field{
		v.choice(register.FieldStatus, choicesOf(register.Statuses, statusText)), quota, standing, v.place(), address,
		note,
	}
}

// text is a field with an entry, checked when the keyboard leaves it.
func (v *editView) text(name, help string) (*form.Field, *kit.Entry) {
	field, entry := form.Text(fieldText(name), *v.model.Draft.Field(name))
	field.Key, field.Help = name, help
	field.Check = v.check(name)
	v.inputs = append(v.inputs, input{name, func() string { return strings.TrimSpace(entry.Text) }})
	return field, entry
}

func (v *editView) choice(name string, choices []kit.Choice) *form.Field {
	field, choice := form.Choice(fieldText(name), choices, *v.model.Draft.Field(name))
	field.Key, field.Check = name, v.check(name)
	v.inputs = append(v.inputs, input{name, choice.Value})
	return field
}

// place is the region: found by typing a part of the name or its pinyin.
func (v *editView) place() *form.Field {
	field, picker := form.Place(fieldText(register.FieldRegion), v.model.Draft.RegionCode, v.desk.room.SearchPlaces)
	field.Key, field.Check = register.FieldRegion, v.check(register.FieldRegion)
	v.inputs = append(v.inputs, input{register.FieldRegion, func() string {
		found, _ := picker.Chosen()
		return found.Key
	}})
	return field
}

// founded is the day it was founded on, today at the latest.
func (v *editView) founded() *form.Field {
	field, day := form.Day(fieldText(register.FieldFoundedOn), v.model.Draft.FoundedOn)
	day.Last = v.model.now()
	field.Key, field.Check = register.FieldFoundedOn, v.check(register.FieldFoundedOn)
	v.inputs = append(v.inputs, input{register.FieldFoundedOn, day.Value})
	return field
}

func (v *editView) check(name string) func() string {
	return func() string {
		v.read()
		return v.model.Wrong(name)
	}
}

// read takes what stands in the inputs into the draft.
func (v *editView) read() {
	for _, in := range v.inputs {
		*v.model.Draft.Field(in.field) = in.text()
	}
}

func (v *editView) save() {
	v.read()
	if first, second := v.forms[0].Valid(), v.forms[1].Valid(); !first || !second {
		return
	}
	var id int64
	kit.Run(v.desk.canvas(), wording.Text("register.update"), func(ctx context.Context, _ kit.Progress) (err error) {
		id, err = v.model.Save(ctx)
		return err
	}, func(p *problem.Problem) {
		switch {
		case p == nil:
			v.draft.Saved()
			v.desk.Changed()
			v.desk.Open(linkTo(id))
		case IsConflict(p):
			v.askConflict(p)
		case v.model.Wrong(p.Where.Column) != "":
			v.forms[0].Valid()
			v.forms[1].Valid()
		default:
			v.forms[0].ShowProblem(p)
		}
	})
}

// look finds organisations with a name like the one typed.
func (v *editView) look(name string) {
	v.liking.Load(func(ctx context.Context) ([]register.Similar, error) {
		return v.model.Alike(ctx, name)
	}, func(found []register.Similar, _ *problem.Problem) { v.showAlike(found) })
}

func (v *editView) showAlike(found []register.Similar) {
	v.alike.Objects = nil
	for _, one := range found {
		link := kit.NewLink(one.Name, func() { v.desk.Open(linkTo(one.ID)) })
		v.alike.Objects = append(v.alike.Objects, kit.Row(kit.WideGap, link, kit.NewSmall(one.CreditCode)))
	}
	if len(found) == 0 {
		v.alike.Objects = []fyne.CanvasObject{kit.NewNote(wording.Text("register.alike.none"))}
	}
	v.alike.Refresh()
	v.states.Refresh()
}
