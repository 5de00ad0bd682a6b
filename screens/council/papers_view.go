package council

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/document/papers"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// paper is a Word document to be made: its key words its menu and its file.
type paper struct {
	key, of string // of: the meeting or the task, for the file's name
	make    func(ctx context.Context) (papers.Facts, error)
}

func wordFiles() kit.FileKind {
	return kit.FileKind{Name: wording.Text("council.papers.kind"), Extensions: []string{"docx", "pdf"}}
}

// savePaper asks where a paper goes and writes it.
func savePaper(c kit.Context, d *desk, p paper) {
	kit.SaveFile(c, kit.SavedFile{
		Title: wording.Text("council.papers." + p.key), Name: p.of + ".docx", Kind: wordFiles(),
		Write: func(ctx context.Context, path string) error {
			made, err := p.make(ctx)
			if err != nil {
				return err
			}
			return papers.Save(ctx, made, d.room.Templates(), path)
		},
	})
}

// papersButton offers the papers of a meeting.
func (v *MeetingView) papersButton() fyne.CanvasObject {
	id, name := v.page.Meeting.ID, meetingName(&v.page.Meeting)
	room := v.desk.room
	all := []paper{
		{"notice", wording.Text("council.papers.notice_file", "meeting", name), func(ctx context.Context) (papers.Facts, error) { return room.Notice(ctx, id) }},
		{"agenda", wording.Text("council.papers.agenda_file", "meeting", name), func(ctx context.Context) (papers.Facts, error) { return room.Agenda(ctx, id) }},
		{"minutes", wording.Text("council.papers.minutes_file", "meeting", name), func(ctx context.Context) (papers.Facts, error) { return room.MinutesPaper(ctx, id) }},
	}
	var button *kit.Button
	button = kit.NewPlain(wording.Text("council.papers.open"), func() {
		list := make([]kit.Choice, len(all))
		for i, p := range all {
			list[i] = kit.Choice{Value: p.key, Label: wording.Text("council.papers." + p.key)}
		}
		kit.OpenChoices(button, list, func(key string) {
			for _, p := range all {
				if p.key == key {
					savePaper(v.context, v.desk, p)
				}
			}
		})
	})
	return button
}

// slip writes the 督办单 of the panel's task.
func (p *taskPanel) slip() {
	id := p.task.Task.ID
	savePaper(p.context, p.desk, paper{"slip", wording.Text("council.papers.slip_file", "number", p.task.Task.Number), func(ctx context.Context) (papers.Facts, error) { return p.desk.room.Slip(ctx, id) }})
}

// offerLetters offers the reminders just recorded as letters, one a department, in a folder.
func offerLetters(c kit.Context, d *desk, sent []council.Reminder, planned []council.PlannedReminder) {
	names := map[int64]string{}
	for _, p := range planned {
		names[p.OrganizationID] = p.Department
	}
	kit.Confirm(c.Window().Canvas(), wording.Text("council.papers.reminders_title", "n", len(sent)), wording.Text("council.papers.reminders_text"), wording.Text("council.papers.reminders_verb"), func() {
		kit.ChooseFolder(c.Window(), wording.Text("council.papers.reminders_verb"), wordFiles(), func(folder string) {
			write(c, func(ctx context.Context) error {
				for _, one := range sent {
					letter, err := d.room.ReminderPaper(ctx, one.ID)
					if err != nil {
						return err
					}
					name := wording.Text("council.papers.reminder_file", "number", one.Number, "department", names[one.OrganizationID])
					if err := papers.Save(ctx, letter, d.room.Templates(), filepath.Join(folder, name+".docx")); err != nil {
						return err
					}
				}
				return nil
			}, func() { c.Problem(kit.OpenFile(folder)) })
		})
	})
}
