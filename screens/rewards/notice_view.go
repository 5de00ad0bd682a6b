package rewards

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// NoticeView is the page on which a public notice is made.
type NoticeView struct {
	context kit.Context
	model   *NoticeModel
	states  *kit.States
	loader  kit.Loader[*NoticeModel]
	form    *form.Form
	sum     *kit.Text
	big     *kit.Paragraph
	period  *kit.Paragraph
	saved   *fyne.Container
	publish *kit.Button
	list    *grid.Grid // of the claims, each to be taken in or left out
}

// NewNoticeView makes the page; it loads when it is shown.
func NewNoticeView(c kit.Context, m *NoticeModel) *NoticeView {
	v := &NoticeView{context: c, model: m, states: kit.NewStates(), saved: kit.Column(0)}
	v.publish = kit.NewPrimary(wording.Text("rewards.notice.publish"), v.askPublish)
	v.saved.Hide()
	return v
}

// Object is the page.
func (v *NoticeView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the claims anew; what was typed stays.
func (v *NoticeView) Shown() { v.load() }

// Left stops reading.
func (v *NoticeView) Left() { v.loader.Stop() }

func (v *NoticeView) load() {
	v.loader.Load(v.model.Load, func(loaded *NoticeModel, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.model = loaded
		v.show()
	})
}

func (v *NoticeView) show() {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.notice.title"), Note: wording.Text("rewards.notice.note"),
	}
	if len(v.model.Claims) == 0 {
		v.states.Show(kit.NewPage(header, kit.NewEmpty(wording.Text("rewards.notice.none"), wording.Text("rewards.notice.none_do"),
			kit.NewPrimary(wording.Text("rewards.page.to_list"), func() { v.context.Open(listLink) }))))
		return
	}
	header.Actions = []fyne.CanvasObject{kit.NewPlain(wording.Text("rewards.notice.save"), v.askTarget), v.publish}
	right := kit.Column(kit.Gap, v.saved, kit.NewCard(wording.Text("rewards.notice.terms"), v.terms()))
	v.states.Show(kit.NewPage(header, kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(440)}, v.claims(), right)))
	v.sumUp()
}

func (v *NoticeView) sumUp() {
	ids, sum := v.model.Chosen()
	v.sum.SetText(wording.Text("rewards.notice.sum", "n", len(ids), "amount", sum))
	v.big.SetText(wording.Text("rewards.notice.capitals", "capitals", sum.Capitals()))
	v.publish.SetEnabled(len(ids) > 0)
}

// terms are the fields of the notice, each checked when the keyboard leaves it.
func (v *NoticeView) terms() fyne.CanvasObject {
	m := v.model
	v.period = kit.NewNote("")
	from, days := v.from(), v.days()
	v.form = form.New(
		v.field("heading", &m.Title, true, nil), v.field("number", &m.DocNumber, false, nil), v.field("office", &m.Office, true, nil),
		from, days, &form.Field{Input: v.period}, v.field("place", &m.Place, false, nil),
		v.field("contact", &m.Contact, false, nil), v.field("phone", &m.Phone, false, m.WrongPhone), v.field("address", &m.Address, false, nil))
	v.tellPeriod()
	return v.form.Object()
}

// from is the first day of the notice.
func (v *NoticeView) from() *form.Field {
	field, day := form.Day(wording.Text("rewards.notice.from"), v.model.From)
	day.OnChanged = func(string) {
		v.model.From = day.Value()
		v.tellPeriod()
	}
	field.Required = true
	return field
}

// days is how many working days it stands.
func (v *NoticeView) days() *form.Field {
	field, number := form.Count(wording.Text("rewards.notice.days"), 1, longestNotice, wording.Text("rewards.notice.days_unit"))
	number.SetText(v.model.Days)
	number.OnChanged = func(string) {
		v.model.Days = number.Value()
		v.tellPeriod()
	}
	field.Required = true
	return field
}

func (v *NoticeView) field(key string, into *string, required bool, check func() *problem.Problem) *form.Field {
	entry := kit.NewEntry(wording.Text("rewards.notice." + key + "_hint"))
	entry.SetText(*into)
	entry.OnChanged = func(text string) {
		*into = text
		v.tellPeriod()
	}
	field := &form.Field{Label: wording.Text("rewards.notice." + key), Required: required, Input: entry}
	if check != nil {
		field.Check = func() string {
			return worded(check())
		}
	}
	return field
}

func (v *NoticeView) tellPeriod() {
	text := wording.Text("rewards.notice.period_unknown")
	if first, last, ok := v.model.Period(); ok {
		text = wording.Text("rewards.notice.period", "first", dayOf(first), "last", dayOf(last))
		if unknown := v.model.Unknown(); len(unknown) > 0 {
			text = wording.Text("rewards.notice.period_unsure", "first", dayOf(first), "last", dayOf(last), "year", unknown[0])
		}
	}
	v.period.SetText(text)
}

func (v *NoticeView) askTarget() {
	if !v.form.Valid() {
		v.states.Refresh() // what is wrong takes room
		return
	}
	kit.ChooseTarget(v.context.Window(), wording.Text("rewards.notice.save"), v.model.Title+".xlsx",
		kit.FileKind{Name: wording.Text("rewards.paper.kind"), Extensions: []string{"xlsx"}}, v.saveTo)
}

// askPublish keeps the notice as published by somebody.
func (v *NoticeView) askPublish() {
	if !v.form.Valid() {
		v.states.Refresh() // what is wrong takes room
		return
	}
	asked := *v.model
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(rewards.InNotice))
	person.Required, person.Help = true, wording.Text("rewards.notice.publish_help")
	form.Question{
		Title: wording.Text("rewards.notice.publish_title"), Verb: wording.Text("rewards.notice.publish_verb"), Form: form.New(person), First: signer,
		Work: func(ctx context.Context) error { return asked.Publish(ctx, strings.TrimSpace(signer.Text)) },
		Done: func() {
			v.model.office.signed[rewards.InNotice] = strings.TrimSpace(signer.Text)
			v.load()
			v.context.Changed()
		},
	}.Ask(v.context.Window().Canvas())
}

// saveTo writes the notice and says on the page where it is.
func (v *NoticeView) saveTo(path string) {
	asked := *v.model
	kit.Run(v.context.Window().Canvas(), wording.Text("rewards.notice.save"), func(ctx context.Context, _ kit.Progress) error {
		return asked.Save(ctx, path)
	}, func(p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.tellSaved(path)
	})
}

func (v *NoticeView) tellSaved(path string) {
	row := kit.Row(kit.Gap, kit.Spring(), kit.NewPlain(wording.Text("rewards.paper.folder"), func() { openFolder(v.context, path) }),
		kit.NewPrimary(wording.Text("rewards.paper.open"), func() { openFile(v.context, path) }))
	text := kit.NewParagraph(wording.Text("rewards.notice.saved", "path", path, "stage", stageName(rewards.Approving)))
	v.saved.Objects = []fyne.CanvasObject{kit.NewPanel(kit.GreenSoft, "", kit.Radius, kit.Pad(kit.Column(kit.Gap, text, row), 10, kit.CardPadding, 10, kit.CardPadding))}
	v.saved.Show()
	v.states.Refresh()
}
