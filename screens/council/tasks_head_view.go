package council

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func (v *TasksView) showHeader() {
	var more *kit.Button
	more = kit.NewPlain(wording.Text("council.page.more"), func() { kit.OpenChoices(more, v.moreChoices(), v.doMore) })
	h := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: v.clear}},
		Title:  wording.Text("council.list.title"),
		Note:   v.note(),
		Actions: []fyne.CanvasObject{
			kit.Across(0, []kit.Track{kit.Fixed(150)}, v.search), more,
			kit.NewPlain(wording.Text("council.command.meetings"), func() { v.context.Open(meetingsLink) }),
			kit.NewPlain(wording.Text("council.remind.open"), v.remind),
			kit.NewPrimary(wording.Text("council.file.open"), v.file),
		},
	}
	v.header.Objects = []fyne.CanvasObject{h.Build()}
	v.header.Refresh()
}

// note tells how many tasks are open, what the last meeting brought and when the next one is.
func (v *TasksView) note() string {
	l := v.listing
	if l.Total == 0 {
		return ""
	}
	parts := []string{wording.Text("council.list.open", "n", l.Figures.Open)}
	if l.Last != nil {
		parts = append(parts, wording.Text("council.list.brought", "meeting", meetingName(&l.Last.Meeting), "n", l.Last.Tasks))
	}
	if l.Next != nil {
		parts = append(parts, wording.Text("council.list.next", "on", shortDay(l.Next.HeldOn, l.Today), "meeting", meetingName(&l.Next.Meeting)))
	}
	return strings.Join(parts, " · ")
}

func (v *TasksView) moreChoices() []kit.Choice {
	var list []kit.Choice
	for _, key := range []string{"policies", "members", "ranking", "rules", "ledger", "templates", "export", "approve"} {
		list = append(list, kit.Choice{Value: key, Label: wording.Text("council.more." + key)})
	}
	return list
}

func (v *TasksView) doMore(key string) {
	switch key {
	case "policies":
		v.context.Open(policiesLink)
	case "members":
		v.context.Open(membersLink)
	case "ranking":
		v.context.Open(rankingLink)
	case "templates":
		v.context.Open(templatesLink)
	case "rules":
		v.context.Open(rulesLink)
	case "ledger":
		v.context.Open(ledgerLink)
	case "export":
		v.grid.Export()
	case "approve":
		v.approveSelected()
	}
}

// keyFigures are the lamps as cards; each filters the list to what it counts.
func (v *TasksView) keyFigures() fyne.CanvasObject {
	f := v.listing.Figures
	lamp := func(lamp council.Lamp, note string) fyne.CanvasObject {
		return newLampFigure(lampFigure{
			title: wording.Text("council.lamp_name." + string(lamp)), tone: lampTone(lamp), tint: lampTint(lamp), strong: lamp == council.Overdue,
			n: f.Lamps[lamp], note: note, open: func() { v.setLamp(lamp) },
		})
	}
	late := wording.Text("council.figure.none_late")
	if f.OldestDays > 0 {
		late = wording.Text("council.figure.oldest", "days", f.OldestDays)
	}
	closedNote := wording.Text("council.figure.none_closed")
	if f.Closed > 0 {
		closedNote = wording.Text("council.figure.in_time", "rate", percent(f.ClosedInTime*100/f.Closed))
	}
	objects := []fyne.CanvasObject{
		lamp(council.Green, wording.Text("council.figure.green")), lamp(council.Blue, wording.Text("council.figure.blue")),
		lamp(council.Yellow, wording.Text("council.figure.yellow")), lamp(council.Red, wording.Text("council.figure.red")), lamp(council.Overdue, late),
		newLampFigure(lampFigure{title: wording.Text("council.figure.closed"), tone: kit.Canal, tint: kit.Blue, n: f.Closed, note: closedNote,
			open: func() { v.set(closed) }}),
	}
	tracks := make([]kit.Track, len(objects))
	for i := range tracks {
		tracks[i] = kit.Share(1)
	}
	return kit.Across(10, tracks, objects...)
}

func (v *TasksView) setLamp(lamp council.Lamp) {
	if v.model.Filter.Lamp == lamp {
		lamp = council.NoLamp
	}
	v.model.SetLamp(string(lamp))
	v.load()
}

func (v *TasksView) set(which string) {
	v.model.SetSwitch(which)
	v.load()
}

func (v *TasksView) showChips() {
	m, f := v.model, v.listing.Figures
	any := kit.Choice{Label: wording.Text("council.list.any")}
	lamps, leads := []kit.Choice{any}, []kit.Choice{any}
	lamps = append(lamps, choices("council.lamp_name.", council.Lamps)...)
	for _, d := range v.listing.Departments {
		leads = append(leads, kit.Choice{Value: strconv.FormatInt(d.ID, 10), Label: d.Shown()})
	}
	lead := ""
	if m.Filter.LeadID != 0 {
		lead = strconv.FormatInt(m.Filter.LeadID, 10)
	}
	objects := []fyne.CanvasObject{
		v.views.Chip(),
		kit.NewChoiceChip(wording.Text("council.list.by_lamp"), lamps, string(m.Filter.Lamp), func(value string) { m.SetLamp(value); v.load() }),
		kit.NewChoiceChip(wording.Text("council.list.by_lead"), leads, lead, func(value string) { m.SetLead(value); v.load() }),
	}
	for _, one := range []struct {
		key string
		n   int
	}{{thisMonth, f.DueThisMonth}, {toReview, f.ToReview}, {asked, f.Asked}} {
		chip := kit.NewChip(wording.Text("council.list.switch."+one.key, "n", one.n), func() { v.set(one.key) })
		chip.SetActive(m.Switch() == one.key)
		objects = append(objects, chip)
	}
	v.chips.Objects = append(objects, v.grid.FilterChips()...)
	v.chips.Refresh()
}
