package council

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"smartcanal/data/chinese"
	"smartcanal/data/document/papers"
	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// letterhead is who sends papers: the office of the conference, or the bureau where there is none.
type letterhead struct {
	conference string // 运河区电子商务工作联席会议
	sender     string // …办公室
	bureau     string
}

func (r *Room) letterhead(ctx context.Context) (letterhead, error) {
	c, err := r.Conference(ctx)
	if err != nil {
		return letterhead{}, err
	}
	bureau, err := r.store.Setting(ctx, store.Office)
	h := letterhead{conference: c.Name, sender: c.Name + chinese.Text("council.paper.office"), bureau: bureau}
	if c.Name == "" {
		h.conference, h.sender = chinese.Text("council.paper.conference"), bureau
	}
	return h, err
}

// Notice is the notice of a meeting (会议通知), a letter to the departments invited. Problem: council.no_meeting.
func (r *Room) Notice(ctx context.Context, meetingID int64) (*papers.MeetingNotice, error) {
	page, head, err := r.meetingAndHead(ctx, meetingID)
	if err != nil {
		return nil, err
	}
	m := page.Meeting
	names := make([]string, len(page.Attendances))
	for i, a := range page.Attendances {
		names[i] = shownName(a.Name, a.ShortName)
	}
	n := &papers.MeetingNotice{
		Office: papers.Office{Name: head.sender, Dated: longDay(r.Today()), Letter: true},
		Title:  chinese.Text("council.paper.notice_title", "conference", head.conference, "meeting", m.nth()), Addressee: chinese.Text("council.paper.members"),
		Opening: chinese.Text("council.paper.notice_opening", "conference", head.conference, "meeting", m.nth()),
		Time:    longDay(m.HeldOn) + m.Time, Place: orDash(m.Place), Chair: orDash(m.Chair), Attendees: orDash(strings.Join(names, "、")),
	}
	for _, t := range page.Topics {
		n.Topics = append(n.Topics, papers.Topic{Title: t.Title, Presenter: t.presenter()})
	}
	return n, nil
}

// Agenda is the agenda of a meeting (议程). Problem: council.no_meeting.
func (r *Room) Agenda(ctx context.Context, meetingID int64) (*papers.Agenda, error) {
	page, head, err := r.meetingAndHead(ctx, meetingID)
	if err != nil {
		return nil, err
	}
	m := page.Meeting
	a := &papers.Agenda{
		Title: head.conference + "\n" + m.nth() + chinese.Text("council.paper.agenda"), Time: longDay(m.HeldOn) + m.Time, Place: orDash(m.Place), Chair: orDash(m.Chair),
	}
	for _, t := range page.Topics {
		a.Items = append(a.Items, papers.AgendaItem{Content: t.Title, Presenter: t.presenter()})
	}
	return a, nil
}

// nth is the meeting behind the name of the conference: 第4次会议.
func (m *Meeting) nth() string {
	return chinese.Text("council.paper.nth."+string(m.Kind), "number", m.Number)
}

// presenter is who reports on a topic: 商务局，张三汇报.
func (t *TopicRow) presenter() string {
	if t.Reporter == "" {
		return t.Department
	}
	return chinese.Text("council.paper.reports", "department", t.Department, "who", t.Reporter)
}

// MinutesPaper are the minutes of a meeting in the form of 纪要, as they were written, with who came. Problems:
// council.no_meeting, council.no_minutes (meeting).
func (r *Room) MinutesPaper(ctx context.Context, meetingID int64) (*papers.Minutes, error) {
	page, head, err := r.meetingAndHead(ctx, meetingID)
	if err != nil {
		return nil, err
	}
	m := page.Meeting
	if blank(m.Minutes) {
		return nil, problem.New("council.no_minutes", "meeting", m.Name())
	}
	var text []string
	for _, line := range paragraphs(m.Minutes) {
		if closing.MatchString(line) {
			break // who came follows from the list
		}
		text = append(text, line)
	}
	minutes := &papers.Minutes{
		Mark: head.conference + chinese.Text("council.paper.minutes"), Issue: orName(m.MinutesNumber, fmt.Sprintf("第%d期", m.Number)),
		Office: head.sender, Title: head.conference + m.nth() + chinese.Text("council.paper.minutes"), Opening: strings.Join(text, "\n"),
		Present: came(page.Attendances, Present, Deputy), Excused: came(page.Attendances, OnLeave), Absent: came(page.Attendances, Absent),
		CopiesTo: chinese.Text("council.paper.all_members"),
	}
	if m.MinutesOn != "" {
		minutes.Dated = longDay(m.MinutesOn)
	}
	minutes.Tasks, err = r.decidedTasks(ctx, meetingID)
	return minutes, err
}

// decidedTasks are the tasks a meeting's decisions became, in the order of their numbers.
func (r *Room) decidedTasks(ctx context.Context, meetingID int64) ([]papers.Decision, error) {
	ids, err := r.TaskIDs(ctx, TaskFilter{Meeting: meetingID}, []listing.Order{{Column: string(ByNumber)}})
	if err != nil {
		return nil, err
	}
	rows, err := r.Tasks(ctx, ids)
	tasks := make([]papers.Decision, len(rows))
	for i, row := range rows {
		tasks[i] = papers.Decision{Title: row.Number, Text: row.Title, Lead: row.Lead, Support: strings.Join(row.Supports, "、"), Due: longDay(row.DueOn)}
	}
	return tasks, err
}

// came are the people of some states: 张三（商务局）、….
func came(rows []AttendanceRow, states ...Presence) string {
	var people []string
	for _, row := range rows {
		if slices.Contains(states, row.State) {
			people = append(people, personOf(row))
		}
	}
	return strings.Join(people, "、")
}

func personOf(row AttendanceRow) string {
	department := shownName(row.Name, row.ShortName)
	if row.Person == "" {
		return department
	}
	return row.Person + "（" + department + "）"
}

func (r *Room) meetingAndHead(ctx context.Context, id int64) (*MeetingPage, letterhead, error) {
	page, err := r.Meeting(ctx, id)
	if err != nil {
		return nil, letterhead{}, err
	}
	head, err := r.letterhead(ctx)
	return page, head, err
}

func shownName(name, short string) string { return Department{Name: name, ShortName: short}.Shown() }

func orDash(text string) string { return orName(text, "—") }

func orName(text, otherwise string) string {
	if blank(text) {
		return otherwise
	}
	return text
}

// longDay is a day as papers write it: 2026年11月16日.
func longDay(day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return fmt.Sprintf("%d年%d月%d日", at.Year(), at.Month(), at.Day())
}
