package register

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// organizationView is the page of one organisation.
type organizationView struct {
	desk     desk
	model    *OrganizationModel
	loader   kit.Loader[*Dossier]
	states   *kit.States
	dealings *dealingsCard
	files    *form.Files
}

func newOrganizationView(d desk, id int64) *organizationView {
	return &organizationView{desk: d, model: newOrganizationModel(d.rooms, id), states: kit.NewStates()}
}

// Object is the page.
func (v *organizationView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the page anew.
func (v *organizationView) Shown() { v.load() }

// Left stops reading.
func (v *organizationView) Left() {
	v.loader.Stop()
	if v.files != nil {
		v.files.Left()
	}
}

// statements are the endings a platform's files have. They are meant for the import unless they are dropped on the files.
var statements = []string{".csv", ".xlsx", ".xls", ".zip", ".gz", ".txt"}

// Wants leaves statements to the import.
func (v *organizationView) Wants(at fyne.Position, paths []string) bool {
	isStatement := func(path string) bool { return slices.Contains(statements, strings.ToLower(filepath.Ext(path))) }
	return v.files != nil && (v.files.Holds(at) || !slices.ContainsFunc(paths, isStatement))
}

// Drop attaches files dropped on the page.
func (v *organizationView) Drop(paths []string) {
	if v.files != nil {
		v.files.Drop(paths)
	}
}

func (v *organizationView) load() {
	v.loader.Load(v.model.Load, func(page *Dossier, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPrimary(wording.Text("register.to_list"), func() { v.desk.Open(linkList) }),
				kit.NewPlain(wording.Text("register.list.bin"), func() { v.desk.Open(linkBin) }))
			return
		}
		v.model.Page = page
		v.show()
	})
}

func (v *organizationView) show() {
	page := v.model.Page
	switch {
	case page.Kept != nil:
		v.states.Show(kit.NewPage(v.header(), kit.NewEmpty(wording.Text("register.merged.title", "name", page.Kept.Name), wording.Text("register.merged.do"),
			kit.NewPrimary(wording.Text("register.merged.open"), func() { v.desk.Open(linkTo(page.Kept.ID)) }),
			kit.NewPlain(wording.Text("register.merged.list"), func() { v.desk.Open(linkDuplicates) }))))
	case page.Organization.DeletedAt.Valid:
		v.states.Show(kit.NewPage(v.header(), kit.NewEmpty(wording.Text("register.binned.title"), wording.Text("register.binned.do"),
			kit.NewPrimary(wording.Text("register.bin.restore"), v.restore))))
	default:
		v.dealings = newDealingsCard(v)
		v.states.Show(kit.NewPage(v.header(), v.body()))
		v.tellStatus()
	}
}

// body is the three columns of the page; on a wide window the right two share what is more.
func (v *organizationView) body() fyne.CanvasObject {
	left := scrolledCards(kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Natural, kit.Natural, kit.Share(1)}, v.facts(), v.shops(), v.accounts(), v.attached()))
	middle := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, v.figures(), v.chart(), v.platforms())
	return kit.Across(kit.WideGap, []kit.Track{kit.Fixed(300), kit.Share(470), kit.Share(332)}, left, middle, v.dealings.card)
}

// scrolledCards lets cards scroll; the room around them is for their lines, which a scroll would cut, and for
// the bar, which then stands between the columns.
func scrolledCards(cards fyne.CanvasObject) fyne.CanvasObject {
	const line, bar = 2, 8
	return kit.Pad(kit.Scrolled(kit.Pad(cards, line, bar, line, line)), -line, -bar, -line, -line)
}

func (v *organizationView) header() kit.Header {
	o := v.model.Page.Organization
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.register"), Open: func() { v.desk.Open(linkList) }}},
		Title:  o.Name,
		Badges: []fyne.CanvasObject{kit.NewBadge(kindText(o.Kind), kindTint(o.Kind))},
	}
	if o.AboveQuota != "" {
		header.Badges = append(header.Badges, kit.NewBadge(fieldText(register.FieldAboveQuota), kit.TealTint))
	}
	if o.Status != register.Active {
		header.Badges = append(header.Badges, kit.NewBadge(statusText(o.Status), statusTint(o.Status)))
	}
	state, good := v.model.Page.CodeState()
	if o.CreditCode != "" {
		header.Note = wording.Text("register.code.note", "code", o.CreditCode)
	}
	if !good {
		header.Badges = append(header.Badges, kit.NewBadge(state, kit.AmberTint))
	}
	if !o.DeletedAt.Valid {
		header.Actions = v.actions()
	}
	return header
}

func (v *organizationView) actions() []fyne.CanvasObject {
	var more *kit.Button
	more = kit.NewPlain(wording.Text("register.more"), func() {
		kit.OpenChoices(more, []kit.Choice{
			{Value: "person", Label: wording.Text("register.person.add")}, {Value: "file", Label: wording.Text("register.files.add")}, {Value: "copy", Label: wording.Text("register.copy_code")},
			{Value: "remove", Label: wording.Text("register.remove.start")},
		}, v.choose)
	})
	return []fyne.CanvasObject{
		more,
		kit.NewPlain(wording.Text("register.dossier.start"), v.print),
		kit.NewPlain(wording.Text("register.merge.start"), v.merge),
		kit.NewPrimary(wording.Text("register.claim.start"), func() { v.desk.Open(linkToClaim(v.model.id)) }),
	}
}

func (v *organizationView) choose(what string) {
	switch what {
	case "person":
		v.editPerson(nil)
	case "file":
		v.files.Choose()
	case "copy":
		fyne.CurrentApp().Clipboard().SetContent(v.model.Page.Organization.CreditCode)
	case "remove":
		v.askRemove()
	}
}

func (v *organizationView) askRemove() {
	name := v.model.Page.Organization.Name
	kit.Confirm(v.desk.canvas(), wording.Text("register.remove.title", "name", name), wording.Text("register.remove.text"), wording.Text("register.remove.yes"), func() {
		v.desk.do(wording.Text("register.remove"), v.model.Remove, func() { v.desk.Open(linkList) })
	})
}

func (v *organizationView) restore() {
	v.desk.do(wording.Text("register.restore"), v.model.RestoreItself, v.load)
}

// merge asks for the other one and compares the two.
func (v *organizationView) merge() {
	kit.OpenPicker(v.desk.canvas(), wording.Text("register.merge.pick"), searchOrganizations(v.desk.room), func(found kit.Found[int64]) {
		v.desk.Open(linkToCompare(v.model.id, found.Key))
	}, kit.NewPlain(wording.Text("register.list.duplicates"), func() {
		kit.CloseTop()
		v.desk.Open(linkDuplicates)
	}))
}

func (v *organizationView) tellStatus() {
	page := v.model.Page
	state, _ := page.CodeState()
	texts := []string{state}
	if last := page.LastChange(); last != nil {
		texts = append(texts, wording.Text("register.status.changed", "at", last.At.Local().Format("2006-01-02 15:04"), "by", last.Actor))
	}
	v.desk.Status(append(texts, wording.Text("register.status.entries", "n", wording.Grouped(page.Entries)))...)
}
