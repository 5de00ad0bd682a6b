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

// askMinutes takes the minutes in, typed or pasted, and then offers what they decided.
func (v *MeetingView) askMinutes() {
	m := v.page.Meeting
	numberField, number := form.Text(wording.Text("council.minutes.number"), m.MinutesNumber)
	dayField, day := form.Day(wording.Text("council.minutes.on"), m.MinutesOn)
	textField, text := form.Lines(wording.Text("council.minutes.text"), m.Minutes, 14)
	textField.Required, textField.Help = true, wording.Text("council.minutes.help")
	numberField.Key, dayField.Key, textField.Key = "minutes_number", "minutes_on", "minutes"
	held := v.held()
	form.Question{
		Title: wording.Text("council.minutes.title", "meeting", meetingName(&m)), Verb: wording.Text("council.minutes.verb"), Width: 760,
		Form: meetingColumns().locked(form.New(numberField, dayField, textField), &held), First: text,
		Work: func(ctx context.Context) error {
			return v.desk.room.SetMinutes(ctx, v.desk.person, held, text.Text, number.Text, day.Value())
		},
		Done: func() {
			v.load()
			v.split(text.Text, m.HeldOn)
		},
	}.Ask(v.context.Window().Canvas())
}

// split offers the matters the minutes decided, unless they are taken in already.
func (v *MeetingView) split(text, heldOn string) {
	if len(v.page.Decisions) > 0 {
		return
	}
	var loader kit.Loader[[]council.Proposal]
	loader.Load(func(ctx context.Context) ([]council.Proposal, error) { return v.desk.room.Propose(ctx, text, heldOn) }, func(proposals []council.Proposal, p *problem.Problem) {
		if p == nil && len(proposals) == 0 {
			p = problem.New("council.nothing_decided")
		}
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.showProposals(proposals)
	})
}

// proposalLine is one matter as it can be looked over: whether it becomes a decision, its title, lead and day.
type proposalLine struct {
	proposal council.Proposal
	take     *kit.Check
	title    *kit.Entry
	lead     *kit.Picker[int64]
	due      *form.Date
}

func (v *MeetingView) showProposals(proposals []council.Proposal) {
	lines := make([]*proposalLine, len(proposals))
	parts := make([]fyne.CanvasObject, len(proposals))
	for i, p := range proposals {
		lines[i] = v.proposalLine(i, p)
		parts[i] = lines[i].object()
	}
	var dialog *kit.Dialog
	var writer kit.Loader[struct{}]
	var adopt *kit.Button
	adopt = kit.NewPrimary(wording.Text("council.split.verb"), func() {
		if adopt.Disabled() {
			return
		}
		adopt.Disable()
		writer.Load(func(ctx context.Context) (struct{}, error) {
			return struct{}{}, v.desk.room.Adopt(ctx, v.desk.person, v.id, adopted(lines))
		}, func(_ struct{}, p *problem.Problem) {
			adopt.Enable()
			if p != nil {
				v.context.Problem(p)
				return
			}
			dialog.Close()
			v.load()
			v.context.Changed()
		})
	})
	later := kit.NewPlain(wording.Text("council.split.later"), func() { dialog.Close() })
	note := kit.NewNote(wording.Text("council.split.note", "n", len(lines)))
	content := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Fixed(420)}, note, kit.Scrolled(kit.NewLines(parts...)))
	dialog = kit.NewDialog(v.context.Window().Canvas(), 860, wording.Text("council.split.title"), content, later, adopt)
	dialog.Show(lines[0].title)
}

func (v *MeetingView) proposalLine(i int, p council.Proposal) *proposalLine {
	l := &proposalLine{proposal: p, title: kit.NewEntry(""), due: form.NewDate(p.DueOn)}
	l.take = kit.NewCheck(wording.Text("council.split.item", "n", i+1), true, nil)
	l.title.SetText(p.Title)
	l.lead = kit.NewPicker(wording.Text("council.split.no_lead"), v.desk.departments, nil)
	if p.LeadID != 0 {
		l.lead.Set(kit.Found[int64]{Key: p.LeadID, Label: p.Lead})
	}
	return l
}

func (l *proposalLine) object() fyne.CanvasObject {
	row := kit.Across(kit.Gap, []kit.Track{kit.Fixed(64), kit.Share(1), kit.Fixed(140), kit.Fixed(140)}, l.take, l.title, l.lead, l.due)
	text := kit.NewNote(l.proposal.Text)
	parts := []fyne.CanvasObject{row, kit.Pad(text, 0, 0, 0, 72)}
	for _, p := range l.proposal.Problems {
		parts = append(parts, kit.Pad(doubtNote(p), 0, 0, 0, 72))
	}
	return kit.Pad(kit.Column(4, parts...), 6, 12, 6, 0)
}

// adopted are the matters taken, each with its task; those without a lead stay decisions alone.
func adopted(lines []*proposalLine) []*council.Adopted {
	var list []*council.Adopted
	for _, l := range lines {
		if !l.take.Checked() {
			continue
		}
		one := &council.Adopted{Decision: council.Decision{Text: l.proposal.Text}}
		if lead, is := l.lead.Chosen(); is {
			one.Task = council.Filing{Task: council.SupervisedTask{Title: l.title.Text, OrganizationID: lead.Key, DueOn: l.due.Value()}, Supports: l.proposal.SupportIDs}
		}
		list = append(list, one)
	}
	return list
}
