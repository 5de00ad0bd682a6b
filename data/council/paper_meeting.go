package council

import (
	"context"
	"fmt"
	"strings"
	"time"

	"smartcanal/data/chinese"
	"smartcanal/data/document"
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
func (r *Room) Notice(ctx context.Context, meetingID int64) (*document.Paper, error) {
	page, head, err := r.meetingAndHead(ctx, meetingID)
	if err != nil {
		return nil, err
	}
	m := page.Meeting
	names := make([]string, len(page.Attendances))
	for i, a := range page.Attendances {
		names[i] = shownName(a.Name, a.ShortName)
	}
	body := []document.Block{
		document.Text{Text: chinese.Text("council.paper.notice_opening", "conference", head.conference, "meeting", m.nth())},
		document.Heading{Level: 1, Text: chinese.Text("council.paper.when")}, document.Text{Text: longDay(m.HeldOn) + m.Time},
		document.Heading{Level: 1, Text: chinese.Text("council.paper.where")}, document.Text{Text: orDash(m.Place)},
		document.Heading{Level: 1, Text: chinese.Text("council.paper.chair")}, document.Text{Text: orDash(m.Chair)},
		document.Heading{Level: 1, Text: chinese.Text("council.paper.who")}, document.Text{Text: orDash(strings.Join(names, "、"))},
		document.Heading{Level: 1, Text: chinese.Text("council.paper.topics")},
	}
	body = append(body, agendaLines(page.Topics)...)
	return &document.Paper{
		Form: document.Letter, Issuers: []string{head.sender}, Title: chinese.Text("council.paper.notice_title", "conference", head.conference, "meeting", m.nth()),
		Addressee: chinese.Text("council.paper.members"), Body: body,
		Signature: document.Signature{Offices: []string{head.sender}, Date: parsed(r.Today())},
	}, nil
}

// Agenda is the agenda of a meeting (议程). Problem: council.no_meeting.
func (r *Room) Agenda(ctx context.Context, meetingID int64) (*document.Paper, error) {
	page, head, err := r.meetingAndHead(ctx, meetingID)
	if err != nil {
		return nil, err
	}
	m := page.Meeting
	body := []document.Block{
		document.Text{Text: chinese.Text("council.paper.agenda_when", "day", longDay(m.HeldOn), "time", m.Time), Flush: true},
		document.Text{Text: chinese.Text("council.paper.agenda_where", "place", orDash(m.Place)), Flush: true},
		document.Text{Text: chinese.Text("council.paper.agenda_chair", "chair", orDash(m.Chair)), Flush: true},
	}
	return &document.Paper{Form: document.Plain, Title: head.conference + "\n" + m.nth() + chinese.Text("council.paper.agenda"), Body: append(body, agendaLines(page.Topics)...)}, nil
}

// nth is the meeting behind the name of the conference: 第4次会议.
func (m *Meeting) nth() string {
	return chinese.Text("council.paper.nth."+string(m.Kind), "number", m.Number)
}

func agendaLines(topics []TopicRow) []document.Block {
	if len(topics) == 0 {
		return []document.Block{document.Text{Text: "—"}}
	}
	lines := make([]document.Block, len(topics))
	for i, t := range topics {
		who := t.Department
		if t.Reporter != "" {
			who = chinese.Text("council.paper.reports", "department", t.Department, "who", t.Reporter)
		}
		lines[i] = document.Text{Text: fmt.Sprintf("%d.%s（%s）", i+1, t.Title, who)}
	}
	return lines
}

// MinutesPaper are the minutes of a meeting in the form of 纪要, as they were written, with who came. Problems:
// council.no_meeting, council.no_minutes (meeting).
func (r *Room) MinutesPaper(ctx context.Context, meetingID int64) (*document.Paper, error) {
	page, head, err := r.meetingAndHead(ctx, meetingID)
	if err != nil {
		return nil, err
	}
	m := page.Meeting
	if blank(m.Minutes) {
		return nil, problem.New("council.no_minutes", "meeting", m.Name())
	}
	var body []document.Block
	for _, line := range paragraphs(m.Minutes) {
		if closing.MatchString(line) {
			break // who came follows from the list
		}
		body = append(body, document.Text{Text: line})
	}
	paper := &document.Paper{
		Form: document.Minutes, Mark: head.conference + chinese.Text("council.paper.minutes"), Number: orName(m.MinutesNumber, fmt.Sprintf("第%d期", m.Number)),
		Issuers: []string{head.sender}, Title: head.conference + m.nth() + chinese.Text("council.paper.minutes"), Body: body, Attendance: attendanceLists(page.Attendances),
		Imprint: document.Imprint{CopiesTo: chinese.Text("council.paper.all_members"), Office: head.sender},
	}
	if m.MinutesOn != "" {
		paper.Signature.Date, paper.Imprint.Date = parsed(m.MinutesOn), parsed(m.MinutesOn)
	}
	return paper, nil
}

// attendanceLists puts those who came, were on leave or stayed away together.
func attendanceLists(rows []AttendanceRow) []document.Attendance {
	lists := []document.Attendance{}
	for _, one := range []struct {
		label  string
		states []Presence
	}{{"present", []Presence{Present, Deputy}}, {"leave", []Presence{OnLeave}}, {"absent", []Presence{Absent}}} {
		var people []string
		for _, row := range rows {
			for _, state := range one.states {
				if row.State == state {
					people = append(people, personOf(row))
				}
			}
		}
		if len(people) > 0 {
			lists = append(lists, document.Attendance{Label: chinese.Text("council.presence." + one.label), People: strings.Join(people, "、")})
		}
	}
	return lists
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
