package rewards

import (
	"context"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/identity"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
)

// NoticeModel is a public notice being made: which claims go in, and what a person decides about it.
type NoticeModel struct {
	office *office
	Claims []rewards.ClaimRow // those at 公示
	left   map[int64]bool     // those left out

	Title, DocNumber, Office string
	From                     string // 2026-11-16
	Days                     string
	Contact, Phone, Address  string
}

// NewNoticeModel begins a notice of everything that stands at 公示.
func NewNoticeModel(o *office) *NoticeModel {
	return &NoticeModel{office: o, left: map[int64]bool{}, From: dayOf(time.Now()), Days: "5"}
}

// Load reads the claims and proposes title and office. It gives a filled copy, made off the UI goroutine.
func (m *NoticeModel) Load(ctx context.Context) (*NoticeModel, error) {
	loaded := *m
	ids, err := m.office.claims.ClaimIDs(ctx, rewards.ClaimFilter{Stage: rewards.InNotice}, []rewards.ClaimOrder{{Column: rewards.ByNumber}})
	if err != nil {
		return nil, err
	}
	if loaded.Claims, err = m.office.claims.Claims(ctx, ids); err != nil || len(loaded.Claims) == 0 {
		return &loaded, err
	}
	proposed, err := m.office.claims.Notice(ctx, rewards.NoticeTerms{})
	if err != nil {
		return nil, err
	}
	if loaded.Title == "" {
		loaded.Title = proposed.Title
	}
	if loaded.Office == "" {
		loaded.Office = proposed.Office
	}
	return &loaded, nil
}

// Included tells whether a claim goes into the notice.
func (m *NoticeModel) Included(id int64) bool { return !m.left[id] }

// Include takes a claim in or leaves it out.
func (m *NoticeModel) Include(id int64, in bool) { m.left[id] = !in }

// Chosen are the claims that go in, and their sum.
func (m *NoticeModel) Chosen() (ids []int64, sum money.Fen) {
	for _, claim := range m.Claims {
		if m.Included(claim.ID) {
			ids = append(ids, claim.ID)
			sum += claim.Amount
		}
	}
	return ids, sum
}

// dateForm is how a date is typed.
const dateForm = "2006-01-02"

// Begins is the first day as typed.
func (m *NoticeModel) Begins() (time.Time, *problem.Problem) {
	day, err := time.ParseInLocation(dateForm, strings.TrimSpace(m.From), statement.China)
	if err != nil {
		return day, problem.New("rewards.date_unreadable", "text", m.From).Because(err)
	}
	return day, nil
}

// longestNotice is how many working days a notice may stand: more is a mistyped number.
const longestNotice = 60

// WorkingDays is the length as typed.
func (m *NoticeModel) WorkingDays() (int, *problem.Problem) {
	days, err := strconv.Atoi(strings.TrimSpace(m.Days))
	if err != nil || days < 1 || days > longestNotice {
		return 0, problem.New("rewards.days_out_of_range", "text", m.Days, "most", longestNotice)
	}
	return days, nil
}

// Period is the first and the last day the notice stands, false while they are not typed right.
func (m *NoticeModel) Period() (first, last time.Time, ok bool) {
	from, wrong := m.Begins()
	days, many := m.WorkingDays()
	if wrong != nil || many != nil {
		return first, last, false
	}
	first, last = rewards.NoticePeriod(from, days)
	return first, last, true
}

// WrongPhone is what is wrong with the telephone number; none may be given.
func (m *NoticeModel) WrongPhone() *problem.Problem {
	if strings.TrimSpace(m.Phone) == "" {
		return nil
	}
	return problem.Of(identity.CheckPhone(m.Phone))
}

// Notice makes the notice of the claims chosen.
func (m *NoticeModel) Notice(ctx context.Context) (*rewards.Notice, error) {
	ids, _ := m.Chosen()
	if len(ids) == 0 {
		return nil, problem.New("rewards.nothing_to_publish")
	}
	from, wrong := m.Begins()
	if wrong != nil {
		return nil, wrong
	}
	days, wrong := m.WorkingDays()
	if wrong != nil {
		return nil, wrong
	}
	return m.office.claims.Notice(ctx, rewards.NoticeTerms{
		Title: strings.TrimSpace(m.Title), DocNumber: strings.TrimSpace(m.DocNumber), Office: strings.TrimSpace(m.Office),
		From: from, Days: days, Contact: strings.TrimSpace(m.Contact), Phone: strings.TrimSpace(m.Phone), Address: strings.TrimSpace(m.Address),
	}, ids...)
}

// Save makes the notice and writes it as a workbook.
func (m *NoticeModel) Save(ctx context.Context, path string) error {
	notice, err := m.Notice(ctx)
	if err != nil {
		return err
	}
	return notice.Save(path)
}
