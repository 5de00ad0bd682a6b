package today

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/data/problem"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

func (v *View) showHappened(rows []chronicle.Row, p *problem.Problem) {
	title := wording.Text("shell.area.chronicle")
	switch {
	case p != nil:
		v.happened.show(v.failed(p))
		return
	case len(rows) == 0:
		v.happened.show(kit.NewCard(title, kit.NewEmpty(wording.Text("today.happened_none"), wording.Text("today.happened_none_do"))))
		return
	}
	events := make([]chart.Event, len(rows))
	for i, row := range rows {
		events[i] = chart.Event{When: row.OnDay, Text: row.Title, Open: v.open("smartcanal://entry/" + number(row.ID))}
	}
	v.happened.show(kit.NewCard(title, kit.ScrolledClear(chart.NewTimeline(events)), kit.NewLink(wording.Text("today.open_all"), v.open(chronicleLink))))
}

func (v *View) showChanges(c Changes, p *problem.Problem) {
	title := wording.Text("today.changes")
	switch {
	case p != nil:
		v.changes.show(v.failed(p))
		return
	case len(c.All) == 0:
		v.changes.show(kit.NewCard(title, kit.NewEmpty(wording.Text("today.changes_none"), wording.Text("today.changes_none_do"))))
		return
	}
	now, person := v.model.room.Now(), string(v.model.person)
	rows := make([]fyne.CanvasObject, len(c.All))
	for i, change := range c.All {
		rows[i] = v.changeRow(change, c.IsNew(change, person), now)
	}
	var right []fyne.CanvasObject
	if n := c.News(person); n > 0 {
		right = append(right, kit.NewBadge(wording.Text("today.changes_new", "n", n, "since", wording.Moment(c.Seen.At, now)), kit.Blue))
	}
	v.changes.show(kit.NewCard(title, kit.ScrolledClear(kit.NewLines(rows...)), right...))
}

func (v *View) changeRow(change today.Change, isNew bool, now time.Time) fyne.CanvasObject {
	text := did(change)
	if change.Title != "" {
		text += wording.Text("today.colon") + change.Title
	}
	var right []fyne.CanvasObject
	if isNew {
		right = append(right, kit.NewBadge(wording.Text("today.new"), kit.Blue))
	}
	line := kit.LineOf(text, dotted(actorName(change.Actor), wording.Moment(change.At, now)), right...)
	if change.Link == "" {
		return line
	}
	return kit.NewPressable(line, v.open(change.Link))
}

// actorName words who did something; what the program does by itself is its own.
func actorName(actor string) string {
	if actor == "program" {
		return wording.Text("today.program")
	}
	return actor
}

// did words a write: what was done in which area, to how many records where it were several.
func did(change today.Change) string {
	text := wording.Text("today.did." + strings.ReplaceAll(change.Reason, ".", "_"))
	if text == "today.did."+strings.ReplaceAll(change.Reason, ".", "_") {
		text = wording.Text("today.did.other", "area", areaName(change.Area()))
	}
	return text
}

func areaName(area string) string {
	key := map[string]string{"people": "settings", "workdays": "settings", "workbench": "settings", "attachments": "register"}[area]
	if key == "" {
		key = area
	}
	return wording.Text("shell.area." + key)
}

// showData is how complete the data is: what is to be matched, to be imported, and how old the backup is.
func (v *View) showData(d today.Data, p *problem.Problem) {
	if p != nil {
		v.data.show(v.failed(p))
		return
	}
	line := func(label, value string, tint kit.Tint, open func()) fyne.CanvasObject {
		return kit.NewPressable(kit.Down(0, []kit.Track{kit.Fixed(24)}, kit.Row(kit.Gap, kit.NewText(label).Short(), kit.Spring(), kit.NewBadge(value, tint))), open)
	}
	unmatched, wanted, backup := kit.GreenTint, kit.GreenTint, kit.GreenTint
	if d.Unmatched > 0 {
		unmatched = kit.AmberTint
	}
	if len(d.Wanted) > 0 {
		wanted = kit.AmberTint
	}
	kept := wording.Text("today.backup_none")
	if !d.Backup.IsZero() {
		kept = wording.Moment(d.Backup, v.model.room.Now())
	}
	if d.Late {
		backup = kit.RedTint
	}
	v.data.show(kit.NewCard(wording.Text("today.data"), kit.Column(2,
		line(wording.Text("today.unmatched"), wording.Text("today.unmatched_value", "n", d.Unmatched, "lines", wording.Grouped(d.UnmatchedLines)), unmatched, v.open(unmatchedLink)),
		line(wording.Text("today.wanted", "month", monthLabel(d.Month%100)), wording.Text("today.wanted_value", "n", len(d.Wanted)), wanted, v.open(wantedLink)),
		line(wording.Text("today.backup"), kept, backup, v.open("smartcanal://settings")))))
}
