package rewards

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/identity"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
	"smartcanal/data/workdays"
)

// NoticeModel is a public notice being made: which claims go in, and what a person decides about it.
type NoticeModel struct {
	office *office
	Claims []rewards.ClaimRow // those at 公示 that are in no notice yet
	left   map[int64]bool     // those left out

	Title, DocNumber, Office string
	From                     string // 2026-11-16
	Days                     string
	Contact, Phone, Address  string
	Place                    string // where it is published

	calendar workdays.Calendar
}

// NewNoticeModel begins a notice of everything that stands at 公示.
func NewNoticeModel(o *office) *NoticeModel {
	return &NoticeModel{office: o, left: map[int64]bool{}, From: dayOf(o.claims.Now())}
}

// Load reads the claims and proposes title and office. It gives a filled copy, made off the UI goroutine.
func (m *NoticeModel) Load(ctx context.Context) (*NoticeModel, error) {
	loaded := *m
	var err error
	if loaded.calendar, err = m.office.claims.Calendar(ctx); err != nil {
		return nil, err
	}
	if loaded.Claims, err = m.unpublished(ctx); err != nil || len(loaded.Claims) == 0 {
		return &loaded, err
	}
	proposed, err := m.office.claims.Notice(ctx, rewards.NoticeTerms{}, loaded.Claims[0].ID)
	if err != nil {
		return nil, err
	}
	if loaded.Days == "" {
		loaded.Days = strconv.Itoa(proposed.Days)
	}
	if loaded.Title == "" {
		loaded.Title = proposed.Title
	}
	if loaded.Office == "" {
		loaded.Office = proposed.Office
	}
	return &loaded, nil
}

// unpublished are the claims at 公示 that are in no notice yet.
func (m *NoticeModel) unpublished(ctx context.Context) ([]rewards.ClaimRow, error) {
	ids, err := m.office.claims.ClaimIDs(ctx, rewards.ClaimFilter{Stage: rewards.InNotice}, []rewards.ClaimOrder{{Column: rewards.ByNumber}})
	if err != nil {
		return nil, err
	}
	claims, err := m.office.claims.Claims(ctx, ids)
	return slices.DeleteFunc(claims, func(c rewards.ClaimRow) bool { return c.NoticeEnds != "" }), err
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
	first, last = rewards.NoticePeriod(m.calendar, from, days)
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
	terms, ids, err := m.terms()
	if err != nil {
		return nil, err
	}
	return m.office.claims.Notice(ctx, terms, ids...)
}

// Publish keeps the notice as published: from its last day on its claims may go on.
func (m *NoticeModel) Publish(ctx context.Context, person string) error {
	terms, ids, err := m.terms()
	if err != nil {
		return err
	}
	var held []rewards.Held
	for _, claim := range m.Claims {
		if slices.Contains(ids, claim.ID) {
			held = append(held, rewards.Held{ID: claim.ID, Version: claim.Version})
		}
	}
	_, err = m.office.claims.Publish(ctx, store.Actor(person), terms, held...)
	return err
}

// terms are what was typed, and the claims chosen.
func (m *NoticeModel) terms() (rewards.NoticeTerms, []int64, error) {
	ids, _ := m.Chosen()
	if len(ids) == 0 {
		return rewards.NoticeTerms{}, nil, problem.New("rewards.nothing_to_publish")
	}
	from, wrong := m.Begins()
	if wrong != nil {
		return rewards.NoticeTerms{}, nil, wrong
	}
	days, wrong := m.WorkingDays()
	if wrong != nil {
		return rewards.NoticeTerms{}, nil, wrong
	}
	return rewards.NoticeTerms{
		Title: strings.TrimSpace(m.Title), DocNumber: strings.TrimSpace(m.DocNumber), Office: strings.TrimSpace(m.Office), Place: strings.TrimSpace(m.Place),
		From: from, Days: days, Contact: strings.TrimSpace(m.Contact), Phone: strings.TrimSpace(m.Phone), Address: strings.TrimSpace(m.Address),
	}, ids, nil
}

// Unknown are the years of the notice whose holidays are not entered.
func (m *NoticeModel) Unknown() []int {
	first, last, ok := m.Period()
	if !ok {
		return nil
	}
	return m.calendar.Unknown(first, last)
}

// Save makes the notice and writes it as a workbook.
func (m *NoticeModel) Save(ctx context.Context, path string) error {
	notice, err := m.Notice(ctx)
	if err != nil {
		return err
	}
	return notice.Save(path)
}
