package demo

import (
	"strings"

	"smartcanal/data/council"
)

// task lets one task go as far as it says.
func (f *councilFiller) task(s supervised) error {
	filing := &council.Filing{Task: council.SupervisedTask{
		Title: s.title, OrganizationID: f.members[s.lead], Responsible: s.lead + "分管负责人", FiledOn: f.day(s.filed), DueOn: f.day(s.due),
		Priority: s.priority, Expected: s.title + "完成",
	}}
	if s.extended != 0 {
		filing.Task.DueOn = f.day(s.extended)
	}
	for _, name := range strings.Fields(s.supports) {
		filing.Supports = append(filing.Supports, f.members[name])
	}
	if err := f.on(s.filed, func() error { return f.file(s, filing) }); err != nil || s.progress == 0 {
		return err
	}
	id := filing.Task.ID
	err := f.on(s.filed+1, func() error {
		if err := f.room.Assign(f.ctx, clerk, f.heldTask(id), "请明确专人，按时限办理。"); err != nil {
			return err
		}
		return f.room.Undertake(f.ctx, clerk, f.heldTask(id), "", "已明确责任人。")
	})
	if err != nil {
		return err
	}
	return f.goOn(s, id)
}

// file files a task, under a decision of its meeting where there is one.
func (f *councilFiller) file(s supervised, filing *council.Filing) error {
	if s.meeting == 0 {
		return f.room.File(f.ctx, clerk, filing)
	}
	adopted := &council.Adopted{Decision: council.Decision{Text: decisionText(s)}, Task: *filing}
	err := f.room.Adopt(f.ctx, clerk, f.held[s.meeting-1], []*council.Adopted{adopted})
	*filing = adopted.Task
	return err
}

func (f *councilFiller) heldTask(id int64) council.Held {
	page, err := f.room.Page(f.ctx, id)
	if err != nil {
		return council.Held{ID: id} // the step that follows says what is wrong
	}
	return council.Held{ID: id, Version: page.Task.Version}
}

// goOn reports, asks for more time, hands in and closes.
func (f *councilFiller) goOn(s supervised, id int64) error {
	if s.extended != 0 {
		if err := f.extend(s, id); err != nil {
			return err
		}
	}
	if s.closed != 0 {
		return f.on(s.closed, func() error { return f.close(s, id) })
	}
	return f.on(s.reported, func() error {
		return f.room.Report(f.ctx, clerk, f.heldTask(id), council.Report{Progress: s.progress, Text: s.text, Submit: s.progress == 100})
	})
}

func (f *councilFiller) close(s supervised, id int64) error {
	if err := f.room.Report(f.ctx, clerk, f.heldTask(id), council.Report{Progress: 100, Text: s.text, Submit: true}); err != nil {
		return err
	}
	if err := f.room.Approve(f.ctx, head, f.heldTask(id), "同意办结。"); err != nil {
		return err
	}
	return f.room.Close(f.ctx, clerk, f.heldTask(id), "")
}

func (f *councilFiller) extend(s supervised, id int64) error {
	err := f.on(-10, func() error {
		_, err := f.room.Remind(f.ctx, clerk, []council.SentReminder{{OrganizationID: f.members[s.lead], Level: council.ToLiaison,
			Text: "请于 3 日内反馈“" + s.title + "”进展。", TaskIDs: []int64{id}}})
		return err
	})
	if err != nil {
		return err
	}
	err = f.on(-6, func() error {
		return f.room.Extend(f.ctx, clerk, f.heldTask(id), f.day(s.due), "平台审核排期延后，已完成 40%。")
	})
	if err != nil {
		return err
	}
	return f.on(-5, func() error {
		return f.room.Grant(f.ctx, head, f.heldTask(id), f.day(s.due), "同意延期，须每周反馈。")
	})
}

// after leaves something to decide: one task asks for more time.
func (f *councilFiller) after() error {
	ids, err := f.room.TaskIDs(f.ctx, council.TaskFilter{Text: "网店亮照公示"}, nil)
	if err != nil || len(ids) == 0 {
		return err
	}
	id := int64(ids[0])
	return f.on(-1, func() error {
		return f.room.Extend(f.ctx, clerk, f.heldTask(id), f.day(30), "余下 130 户分布较散，申请延期。")
	})
}
