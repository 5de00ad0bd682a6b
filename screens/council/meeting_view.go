package council

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// MeetingView is the page of one meeting: who came, the agenda, the minutes and what was decided.
type MeetingView struct {
	context kit.Context
	desk    *desk
	id      int64
	loader  kit.Loader[*council.MeetingPage]
	states  *kit.States
	page    *council.MeetingPage
	files   *shelves
}

// NewMeetingView makes the page; it loads when it is shown.
func NewMeetingView(c kit.Context, d *desk, id int64) *MeetingView {
	return &MeetingView{context: c, desk: d, id: id, states: kit.NewStates(), files: &shelves{context: c, desk: d}}
}

// Object is the page.
func (v *MeetingView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the meeting anew.
func (v *MeetingView) Shown() { v.load() }

// Left stops reading.
func (v *MeetingView) Left() {
	v.loader.Stop()
	v.files.left()
}

// Drop attaches files dropped on the page.
func (v *MeetingView) Drop(paths []string) { v.files.Drop(paths) }

func (v *MeetingView) load() {
	v.loader.Load(func(ctx context.Context) (*council.MeetingPage, error) { return v.desk.room.Meeting(ctx, v.id) }, func(page *council.MeetingPage, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.meetings.to_list"), func() { v.context.Open(meetingsLink) }))
			return
		}
		v.page = page
		v.show()
	})
}

func (v *MeetingView) show() {
	left := kit.Down(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, v.agenda(), v.decisions())
	right := kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(3), kit.Share(2)}, v.facts(), v.attendance(), v.files.card(council.MeetingFiles(v.id)))
	v.states.Show(kit.NewPage(v.header(), kit.Across(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, left, right)))
	v.context.Status(wording.Text("council.meeting.status", "topics", len(v.page.Topics), "decisions", len(v.page.Decisions)))
}

func (v *MeetingView) held() council.Held {
	return council.Held{ID: v.page.Meeting.ID, Version: v.page.Meeting.Version}
}

func (v *MeetingView) header() kit.Header {
	m := &v.page.Meeting
	h := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }},
			{Label: wording.Text("council.meetings.title"), Open: func() { v.context.Open(meetingsLink) }}},
		Title:  meetingName(m),
		Badges: []fyne.CanvasObject{kit.NewBadge(wording.Text("council.meeting_state."+string(m.State)), meetingTint(m.State))},
		Note:   strings.TrimSpace(m.HeldOn + " " + m.Time),
	}
	switch m.State {
	case council.Planned:
		h.Actions = []fyne.CanvasObject{
			v.papersButton(),
			kit.NewPlain(wording.Text("council.meeting.cancel"), v.askCancel),
			kit.NewPlain(wording.Text("council.meeting.change"), func() { askMeeting(v.context, v.desk, m, func(int64) { v.load() }) }),
			kit.NewPlain(wording.Text("council.topic.bring"), func() { askTopic(v.context, v.desk, &m.ID, v.load) }),
			kit.NewPrimary(wording.Text("council.meeting.hold"), v.askHold)}
	case council.Happened:
		h.Actions = []fyne.CanvasObject{
			v.papersButton(),
			kit.NewPlain(wording.Text("council.meeting.tasks"), func() { v.context.Open(tasksLink) }),
			kit.NewPrimary(wording.Text("council.minutes.open"), v.askMinutes)}
	}
	return h
}

func (v *MeetingView) facts() fyne.CanvasObject {
	m := v.page.Meeting
	return kit.NewCard(wording.Text("council.meeting.facts"), kit.NewPropertyList(76,
		kit.Property{Name: wording.Text("council.meetings.place"), Value: m.Place},
		kit.Property{Name: wording.Text("council.meetings.chair"), Value: m.Chair},
		kit.Property{Name: wording.Text("council.meetings.until"), Value: m.TopicsUntil},
		kit.Property{Name: wording.Text("council.minutes.number"), Value: strings.TrimSpace(m.MinutesNumber + " " + m.MinutesOn)},
	))
}

func (v *MeetingView) agenda() fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for i, topic := range v.page.Topics {
		note := topic.Department
		if topic.Reporter != "" {
			note = wording.Text("council.topic.reported_by", "department", topic.Department, "who", topic.Reporter)
		}
		right := []fyne.CanvasObject{filesLink(topic.Files, func() { v.files.openTopic(topic, v.load) })}
		if v.page.Meeting.State == council.Planned {
			if i > 0 {
				right = append(right, kit.NewSmallLink(wording.Text("council.topic.up"), func() { v.moveUp(i) }))
			}
			right = append(right, kit.NewSmallLink(wording.Text("council.topic.defer"), func() { v.deferTopic(topic) }))
		} else {
			right = append(right, kit.NewBadge(wording.Text("council.topic_state."+string(topic.State)), kit.Grey))
		}
		lines = append(lines, v.topicLine(i, topic, note, right))
	}
	content := fyne.CanvasObject(kit.NewLines(lines...))
	if len(lines) == 0 {
		content = kit.Column(0, kit.NewNote(wording.Text("council.topic.none")))
	}
	return kit.NewCard(wording.Text("council.topic.agenda"), kit.Scrolled(content), kit.NewSecondary(wording.Text("council.page.count", "n", len(lines))))
}

// topicLine is a topic of the agenda; while the meeting is planned a press changes its words.
func (v *MeetingView) topicLine(i int, topic council.TopicRow, note string, right []fyne.CanvasObject) fyne.CanvasObject {
	title := wording.Text("council.topic.line", "n", i+1, "title", topic.Title)
	if v.page.Meeting.State != council.Planned {
		return kit.LineOf(title, note, right...)
	}
	return changeable(title, note, func() { askTopicChange(v.context, v.desk, topic, v.load) }, right...)
}

func (v *MeetingView) moveUp(i int) {
	ids := make([]int64, len(v.page.Topics))
	for j, topic := range v.page.Topics {
		ids[j] = topic.ID
	}
	ids[i-1], ids[i] = ids[i], ids[i-1]
	write(v.context, func(ctx context.Context) error { return v.desk.room.Reorder(ctx, v.desk.person, v.id, ids) }, v.load)
}

func (v *MeetingView) deferTopic(topic council.TopicRow) {
	write(v.context, func(ctx context.Context) error {
		return v.desk.room.Defer(ctx, v.desk.person, council.Held{ID: topic.ID, Version: topic.Version})
	}, v.load)
}

func (v *MeetingView) decisions() fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, d := range v.page.Decisions {
		text := kit.NewParagraph(wording.Text("council.topic.line", "n", d.Position, "title", d.Text))
		badge := kit.NewBadge(wording.Text("council.decision.no_task"), kit.Grey)
		if d.Tasks > 0 {
			badge = kit.NewBadge(wording.Text("council.meetings.closed_of", "closed", d.Closed, "tasks", d.Tasks), kit.Blue)
		}
		lines = append(lines, kit.Pad(kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, text, kit.Column(0, badge)), 3, 0, 3, 0))
	}
	content := fyne.CanvasObject(kit.NewLines(lines...))
	switch {
	case len(lines) > 0:
	case v.page.Meeting.State != council.Happened:
		content = kit.Column(0, kit.NewNote(wording.Text("council.decision.not_yet")))
	default:
		content = kit.Column(8, kit.NewNote(wording.Text("council.decision.none")), kit.Row(0, kit.NewPlain(wording.Text("council.minutes.open"), v.askMinutes), kit.Spring()))
	}
	return kit.NewCard(wording.Text("council.decision.title"), kit.ScrolledClear(content), kit.NewSecondary(wording.Text("council.page.count", "n", len(lines))))
}

func (v *MeetingView) attendance() fyne.CanvasObject {
	rows := make([][]kit.Cell, len(v.page.Attendances))
	counts := map[council.Presence]int{}
	for i, a := range v.page.Attendances {
		name := a.ShortName
		if name == "" {
			name = a.Name
		}
		counts[a.State]++
		rows[i] = kit.Cells(name, a.Person, "", a.Note)
		rows[i][2].Object = kit.NewBadge(wording.Text("council.presence."+string(a.State)), presenceTint(a.State))
	}
	heads := []kit.Head{{Title: wording.Text("council.attendance.department")}, {Title: wording.Text("council.attendance.person"), Grow: true},
		{Title: wording.Text("council.attendance.state")}, {Title: wording.Text("council.attendance.note")}}
	table := kit.NewTable(heads, rows...).OnRow(func(row int) { v.askAttendance(v.page.Attendances[row]) })
	note := wording.Text("council.attendance.count", "came", counts[council.Present]+counts[council.Deputy], "invited", len(rows))
	if len(rows) == 0 {
		return kit.NewCard(wording.Text("council.attendance.title"), kit.Column(0, kit.NewNote(wording.Text("council.attendance.none"))))
	}
	return kit.NewCard(wording.Text("council.attendance.title"), kit.ScrolledClear(table), kit.NewSmallLink(wording.Text("council.attendance.all"), v.allCame), kit.NewSecondary(note))
}

func presenceTint(p council.Presence) kit.Tint {
	return map[council.Presence]kit.Tint{council.Invited: kit.Grey, council.Present: kit.GreenTint, council.Deputy: kit.Blue, council.OnLeave: kit.AmberTint, council.Absent: kit.RedTint}[p]
}

// allCame marks everybody present who is only invited so far.
func (v *MeetingView) allCame() {
	write(v.context, func(ctx context.Context) error {
		var changed []*council.Attendance
		for i := range v.page.Attendances {
			if a := v.page.Attendances[i].Attendance; a.State == council.Invited {
				a.State = council.Present
				changed = append(changed, &a)
			}
		}
		return v.desk.room.SetAttendance(ctx, v.desk.person, changed...)
	}, v.load)
}

func (v *MeetingView) askAttendance(row council.AttendanceRow) {
	stateField, state := form.Choice(wording.Text("council.attendance.state"), choices("council.presence.", council.Presences), string(row.State))
	personField, person := form.Text(wording.Text("council.attendance.person"), row.Person)
	noteField, note := form.Text(wording.Text("council.attendance.note"), row.Note)
	stateField.Key, personField.Key, noteField.Key = "state", "person", "note"
	held := council.Held{ID: row.ID, Version: row.Version}
	form.Question{
		Title: wording.Text("council.attendance.change", "name", row.Name), Verb: wording.Text("council.revise.verb"), First: person,
		Form: columns{}.locked(form.New(stateField, personField, noteField), &held),
		Work: func(ctx context.Context) error {
			changed := row.Attendance
			changed.Version = held.Version
			changed.State, changed.Person, changed.Note = council.Presence(state.Value()), person.Text, note.Text
			return v.desk.room.SetAttendance(ctx, v.desk.person, &changed)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

func (v *MeetingView) askHold() {
	kit.Confirm(v.context.Window().Canvas(), wording.Text("council.meeting.hold_title", "meeting", meetingName(&v.page.Meeting)), wording.Text("council.meeting.hold_text"),
		wording.Text("council.meeting.hold_verb"), func() {
			write(v.context, func(ctx context.Context) error { return v.desk.room.Hold(ctx, v.desk.person, v.held()) }, v.load)
		})
}

func (v *MeetingView) askCancel() {
	kit.Confirm(v.context.Window().Canvas(), wording.Text("council.meeting.cancel_title", "meeting", meetingName(&v.page.Meeting)), wording.Text("council.meeting.cancel_text"),
		wording.Text("council.meeting.cancel_verb"), func() {
			write(v.context, func(ctx context.Context) error { return v.desk.room.CancelMeeting(ctx, v.desk.person, v.held()) }, v.load)
		})
}
