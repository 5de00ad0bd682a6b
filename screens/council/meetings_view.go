package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// meetingsShown is what the page of meetings shows.
type meetingsShown struct {
	meetings []council.MeetingRow
	waiting  []council.TopicRow // topics without a meeting
}

// MeetingsView is the page of meetings, with the topics that wait for one.
type MeetingsView struct {
	context kit.Context
	desk    *desk
	loader  kit.Loader[meetingsShown]
	states  *kit.States
	files   *shelves
}

// NewMeetingsView makes the page; it loads when it is shown.
func NewMeetingsView(c kit.Context, d *desk) *MeetingsView {
	return &MeetingsView{context: c, desk: d, states: kit.NewStates(), files: &shelves{context: c, desk: d}}
}

// Object is the page.
func (v *MeetingsView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the meetings anew.
func (v *MeetingsView) Shown() { v.load() }

// Left stops reading.
func (v *MeetingsView) Left() { v.loader.Stop() }

// Drop attaches files to the topic whose files are shown.
func (v *MeetingsView) Drop(paths []string) { v.files.Drop(paths) }

// Wants leaves files to the window while no topic's are shown.
func (v *MeetingsView) Wants(at fyne.Position, paths []string) bool { return v.files.Wants(at, paths) }

func (v *MeetingsView) load() {
	v.loader.Load(func(ctx context.Context) (shown meetingsShown, err error) {
		if shown.meetings, err = v.desk.room.Meetings(ctx); err == nil {
			shown.waiting, err = v.desk.room.Topics(ctx, 0)
		}
		return shown, err
	}, func(shown meetingsShown, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.load))
			return
		}
		v.show(shown)
	})
}

func (v *MeetingsView) show(shown meetingsShown) {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:  wording.Text("council.meetings.title"),
		Note:   wording.Text("council.meetings.note", "n", len(shown.meetings)),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("council.topic.bring"), v.bring),
			kit.NewPrimary(wording.Text("council.meetings.plan"), v.plan)},
	}
	if len(shown.meetings)+len(shown.waiting) == 0 {
		v.states.Show(kit.NewPage(header, kit.NewEmpty(wording.Text("council.meetings.none"), wording.Text("council.meetings.none_do"),
			kit.NewPlain(wording.Text("council.command.members"), func() { v.context.Open(membersLink) }), kit.NewPrimary(wording.Text("council.meetings.plan"), v.plan))))
		return
	}
	today := v.desk.room.Today()
	rows := make([][]kit.Cell, len(shown.meetings))
	for i, m := range shown.meetings {
		rows[i] = kit.Cells(meetingName(&m.Meeting), m.HeldOn, m.Place, m.Chair, came(m), wording.Grouped(m.Topics), wording.Grouped(m.Decisions), done(m), "")
		rows[i][8].Object = kit.NewBadge(wording.Text("council.meeting_state."+string(m.State)), meetingTint(m.State))
	}
	table := kit.NewTable(meetingHeads(), rows...).Roomy().OnRow(func(row int) { v.context.Open(meetingLink(shown.meetings[row].ID)) })
	list := kit.NewCard(wording.Text("council.meetings.list"), kit.Scrolled(table))
	v.states.Show(kit.NewPage(header, kit.Across(kit.WideGap, []kit.Track{kit.Share(5), kit.Share(2)}, list, v.waiting(shown))))
	v.context.Status(wording.Text("council.meetings.note", "n", len(shown.meetings)), wording.Text("council.list.lamps_of", "on", today))
}

func meetingHeads() []kit.Head {
	heads := make([]kit.Head, 0, 9)
	for _, key := range []string{"name", "on", "place", "chair", "came", "topics", "decisions", "tasks", "state"} {
		heads = append(heads, kit.Head{Title: wording.Text("council.meetings." + key), Grow: key == "place", Right: key == "topics" || key == "decisions"})
	}
	return heads
}

func came(m council.MeetingRow) string {
	if m.State != council.Happened {
		return "—"
	}
	return wording.Text("council.meetings.came_of", "came", m.Came, "invited", m.Invited)
}

func done(m council.MeetingRow) string {
	if m.Tasks == 0 {
		return "—"
	}
	return wording.Text("council.meetings.closed_of", "closed", m.Closed, "tasks", m.Tasks)
}

func meetingTint(state council.MeetingState) kit.Tint {
	return map[council.MeetingState]kit.Tint{council.Planned: kit.AmberTint, council.Happened: kit.GreenTint, council.Cancelled: kit.Grey}[state]
}

// waiting are the topics without a meeting.
func (v *MeetingsView) waiting(shown meetingsShown) fyne.CanvasObject {
	var next *council.MeetingRow
	for i := range shown.meetings {
		if shown.meetings[i].State == council.Planned {
			next = &shown.meetings[i]
		}
	}
	var lines []fyne.CanvasObject
	for _, topic := range shown.waiting {
		right := []fyne.CanvasObject{filesLink(topic.Files, func() { v.files.openTopic(topic, v.load) })}
		if next != nil {
			right = append(right, kit.NewSmallLink(wording.Text("council.topic.schedule", "meeting", meetingName(&next.Meeting)), func() { v.schedule(topic, next.ID) }))
		}
		note := topic.Department + " · " + wording.Text("council.topic_state."+string(topic.State))
		lines = append(lines, changeable(topic.Title, note, func() { askTopicChange(v.context, v.desk, topic, v.load) }, right...))
	}
	content := kit.NewLines(lines...)
	if len(lines) == 0 {
		note := kit.NewNote(wording.Text("council.topic.none_wait"))
		content = kit.Column(0, note)
	}
	return kit.NewCard(wording.Text("council.topic.waiting"), kit.Scrolled(content), kit.NewSecondary(wording.Text("council.page.count", "n", len(shown.waiting))))
}

func (v *MeetingsView) schedule(topic council.TopicRow, meetingID int64) {
	write(v.context, func(ctx context.Context) error {
		return v.desk.room.Schedule(ctx, v.desk.person, council.Held{ID: topic.ID, Version: topic.Version}, meetingID)
	}, v.load)
}

// write does something off the UI goroutine and then; what goes wrong is said over the window.
func write(c kit.Context, work func(ctx context.Context) error, then func()) {
	var writer kit.Loader[struct{}]
	writer.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, p *problem.Problem) {
		if p != nil {
			c.Problem(p)
		}
		then()
		c.Changed()
	})
}

func (v *MeetingsView) plan() {
	askMeeting(v.context, v.desk, &council.Meeting{Kind: council.Regular}, func(id int64) { v.context.Open(meetingLink(id)) })
}

// askMeeting plans a meeting or changes one.
func askMeeting(c kit.Context, d *desk, m *council.Meeting, done func(id int64)) {
	kindField, kind := form.Choice(wording.Text("council.meetings.kind"), choices("council.meeting_kind.", council.MeetingKinds), string(m.Kind))
	dayField, day := form.Day(wording.Text("council.meetings.on"), m.HeldOn)
	dayField.Required = true
	timeField, at := form.Text(wording.Text("council.meetings.time"), m.Time)
	placeField, place := form.Text(wording.Text("council.meetings.place"), m.Place)
	chairField, chair := form.Text(wording.Text("council.meetings.chair"), m.Chair)
	untilField, until := form.Day(wording.Text("council.meetings.until"), m.TopicsUntil)
	untilField.Help = wording.Text("council.meetings.until_help")
	for column, field := range map[string]*form.Field{"kind": kindField, "held_on": dayField, "time": timeField, "place": placeField, "chair": chairField, "topics_until": untilField} {
		field.Key = column
	}
	verb, title := wording.Text("council.meetings.plan_verb"), wording.Text("council.meetings.plan_title")
	if m.ID != 0 {
		verb, title = wording.Text("council.revise.verb"), meetingName(m)
	}
	held := council.Held{ID: m.ID, Version: m.Version}
	asked := form.New(kindField, dayField, timeField, placeField, chairField, untilField)
	form.Question{
		Title: title, Verb: verb, Form: meetingColumns().locked(asked, &held), First: day,
		Work: func(ctx context.Context) error {
			changed := *m
			changed.Version = held.Version
			changed.Kind, changed.HeldOn, changed.Time, changed.Place, changed.Chair, changed.TopicsUntil =
				council.MeetingKind(kind.Value()), day.Value(), at.Text, place.Text, chair.Text, until.Value()
			if m.ID != 0 {
				return d.room.UpdateMeeting(ctx, d.person, &changed)
			}
			err := d.room.CreateMeeting(ctx, d.person, &changed)
			m.ID = changed.ID
			return err
		},
		Done: func() {
			c.Changed()
			done(m.ID)
		},
	}.Ask(c.Window().Canvas())
}
