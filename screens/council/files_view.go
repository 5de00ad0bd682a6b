package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/attachments"
	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// shelves are the files a page shows: those of its record in a card, and those of one of its lines over the window.
type shelves struct {
	context kit.Context
	desk    *desk
	own     *form.Files
	line    *form.Files // nil while no line's are shown
}

// card is the card 附件 of the page's record. The files read themselves anew with the page.
func (s *shelves) card(owner attachments.Owner) fyne.CanvasObject {
	if s.own == nil {
		s.own = form.NewFiles(s.context.Window(), s.desk.room.Shelf(s.desk.person, owner))
	} else {
		s.own.Reload()
	}
	return kit.NewCard(wording.Text("council.files.title"), kit.ScrolledClear(s.own.Object()))
}

// open shows the files of a line; closed is called once they are put away.
func (s *shelves) open(title string, owner attachments.Owner, closed func()) {
	s.line = form.NewFiles(s.context.Window(), s.desk.room.Shelf(s.desk.person, owner))
	var d *kit.Dialog
	done := kit.NewPrimary(wording.Text("council.files.done"), func() { d.Close() })
	d = kit.NewDialog(s.context.Window().Canvas(), 560, title, s.line.Object(), done)
	d.OnClosed(func() {
		s.line.Left()
		s.line = nil
		closed()
	})
	d.Show(done)
}

// Drop attaches files dropped on the window: to the line whose files are shown, else to the page's record.
func (s *shelves) Drop(paths []string) {
	switch {
	case s.line != nil:
		s.line.Drop(paths)
	case s.own != nil:
		s.own.Drop(paths)
	}
}

// Wants takes all files while some are shown.
func (s *shelves) Wants(fyne.Position, []string) bool { return s.line != nil || s.own != nil }

func (s *shelves) left() {
	if s.own != nil {
		s.own.Left()
	}
}

// openAct shows the files a line of a task's record was written with.
func (s *shelves) openAct(act council.Act, closed func()) {
	title := wording.Text("council.files.of_act", "action", wording.Text("council.action."+string(act.Action)), "on", act.At.In(china).Format("2006-01-02"))
	s.open(title, council.ActFiles(act.ID), closed)
}

// openLatest shows the files of what was done last with a task: of the report just written.
func (s *shelves) openLatest(taskID int64, closed func()) {
	var loader kit.Loader[[]council.Act]
	loader.Load(func(ctx context.Context) ([]council.Act, error) { return s.desk.room.Acts(ctx, taskID) }, func(acts []council.Act, p *problem.Problem) {
		if p != nil {
			s.context.Problem(p)
			return
		}
		s.openAct(acts[0], closed)
	})
}

// openTopic shows what is laid before the meeting with a topic.
func (s *shelves) openTopic(topic council.TopicRow, closed func()) {
	s.open(wording.Text("council.files.of_topic", "title", topic.Title), council.TopicFiles(topic.ID), closed)
}

// filesLink leads to the files of a topic, with how many there are.
func filesLink(files int, open func()) fyne.CanvasObject {
	if files == 0 {
		return kit.NewSmallLink(wording.Text("council.files.none"), open)
	}
	return kit.NewSmallLink(wording.Text("council.files.count", "n", files), open)
}
