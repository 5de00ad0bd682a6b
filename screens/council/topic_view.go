package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

func (v *MeetingsView) bring() { askTopic(v.context, v.desk, nil, v.load) }

// askTopic takes a topic in, for a meeting where one is given.
func askTopic(c kit.Context, d *desk, meetingID *int64, done func()) {
	titleField, title := form.Text(wording.Text("council.topic.title"), "")
	titleField.Required = true
	who := kit.NewPicker(wording.Text("council.field.lead_pick"), d.departments, nil)
	reporterField, reporter := form.Text(wording.Text("council.topic.reporter"), "")
	contentField, content := form.Lines(wording.Text("council.topic.content"), "", 4)
	form.Question{
		Title: wording.Text("council.topic.bring_title"), Verb: wording.Text("council.topic.verb"), First: title,
		Form: form.New(titleField, &form.Field{Label: wording.Text("council.topic.by"), Required: true, Input: who, Check: func() string {
			if _, is := who.Chosen(); !is {
				return wording.Text("kit.form.required", "field", wording.Text("council.topic.by"))
			}
			return ""
		}}, reporterField, contentField),
		Work: func(ctx context.Context) error {
			by, _ := who.Chosen()
			return d.room.Bring(ctx, d.person, &council.Topic{MeetingID: meetingID, OrganizationID: by.Key, Title: title.Text, Reporter: reporter.Text, Content: content.Text})
		},
		Done: done,
	}.Ask(c.Window().Canvas())
}

// changeable is a line whose words can be changed by a press on them.
func changeable(text, note string, change func(), right ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewPressable(kit.LineOf(text, note), change), kit.Row(kit.Gap, right...))
}

// askTopicChange changes the words of a topic.
func askTopicChange(c kit.Context, d *desk, topic council.TopicRow, done func()) {
	titleField, title := form.Text(wording.Text("council.topic.title"), topic.Title)
	titleField.Required = true
	reporterField, reporter := form.Text(wording.Text("council.topic.reporter"), topic.Reporter)
	contentField, content := form.Lines(wording.Text("council.topic.content"), topic.Content, 4)
	titleField.Key, reporterField.Key, contentField.Key = "title", "reporter", "content"
	held := council.Held{ID: topic.ID, Version: topic.Version}
	form.Question{
		Title: wording.Text("council.topic.change"), Verb: wording.Text("council.revise.verb"), First: title,
		Form: topicColumns().locked(form.New(titleField, reporterField, contentField), &held),
		Work: func(ctx context.Context) error {
			changed := topic.Topic
			changed.Version, changed.Title, changed.Reporter, changed.Content = held.Version, title.Text, reporter.Text, content.Text
			return d.room.UpdateTopic(ctx, d.person, &changed)
		},
		Done: done,
	}.Ask(c.Window().Canvas())
}
