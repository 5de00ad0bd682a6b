package council

import (
	"context"
	"strings"

	"smartcanal/data/chinese"
	"smartcanal/data/document"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TripReport is the report of a trip (考察报告) as it is written, part by part. In Practices, Insights and Suggestions a
// line that begins with （一） begins a section; a line 【照片：name】 is where a photograph of a stop stands.
type TripReport struct {
	store.Record
	TripID      int64
	Title       string
	Team        string // who signs
	Dated       string // 2026年11月30日
	Opening     string // 引言
	Overview    string // 基本情况
	Practices   string // 主要做法
	Insights    string // 启示
	Suggestions string // 建议
}

// TableName is the table of migration 0022.
func (TripReport) TableName() string { return "trip_reports" }

func (p *TripReport) record() *store.Record { return &p.Record }
func (p *TripReport) trip() int64           { return p.TripID }

// ready: council.trip_report_untitled, council.trip_report_empty, council.trip_report_there: another one was begun meanwhile.
func (p *TripReport) ready(tx *store.Tx, t *StudyTrip) error {
	for _, text := range []*string{&p.Title, &p.Team, &p.Dated, &p.Opening, &p.Overview, &p.Practices, &p.Insights, &p.Suggestions} {
		*text = strings.TrimSpace(*text)
	}
	if p.Title == "" {
		return problem.New("council.trip_report_untitled").At(0, "title")
	}
	if p.Opening+p.Overview+p.Practices+p.Insights+p.Suggestions == "" {
		return problem.New("council.trip_report_empty").At(0, "overview")
	}
	var there int64
	err := tx.Model(&TripReport{}).Where("trip_id = ? AND id <> ?", t.ID, p.ID).Count(&there).Error
	if err == nil && there > 0 {
		err = problem.New("council.trip_report_there")
	}
	return err
}

// DraftReport writes a report of all that is known of a trip, for somebody to go over; it is not kept. Problem: council.no_trip.
func (r *Room) DraftReport(ctx context.Context, tripID int64) (*TripReport, error) {
	page, err := r.Trip(ctx, tripID)
	if err != nil {
		return nil, err
	}
	photos, err := r.tripPhotos(ctx, page)
	if err != nil {
		return nil, err
	}
	bureau, err := r.store.Setting(ctx, store.Office)
	if err != nil {
		return nil, err
	}
	t := &page.Trip
	return &TripReport{
		TripID: t.ID, Title: chinese.Text("council.trip.report_title", "places", t.Places), Team: bureau + chinese.Text("council.trip.team"),
		Dated: longDay(r.Today()), Opening: tripOpening(page), Overview: overview(page), Practices: practices(page, photos), Insights: insightsText(page), Suggestions: suggestionsText(page),
	}, nil
}

// tripOpening says why, when, led by whom and where to.
func tripOpening(page *TripPage) string {
	t := &page.Trip
	purpose := strings.TrimRight(t.Purpose, "。；，")
	if !strings.HasPrefix(purpose, "为") {
		purpose = "为" + purpose
	}
	lead := ""
	if len(page.Team) > 0 && page.Team[0].Role == TripLeader {
		lead = chinese.Text("council.trip.led_by", "who", page.Team[0].Department+page.Team[0].Post+page.Team[0].Name)
	}
	return chinese.Text("council.trip.opening", "purpose", purpose, "from", longDay(t.FromOn), "until", longDay(t.UntilOn), "lead", lead,
		"departments", strings.Join(departmentsOf(page), "、"), "n", len(page.Team), "places", t.Places)
}

func departmentsOf(page *TripPage) []string {
	var names []string
	for _, m := range page.Team {
		names = append(names, m.Department)
	}
	return listed(strings.Join(names, "、"))
}

// overview tells how many units were visited, then each day in a line.
func overview(page *TripPage) string {
	lines := []string{chinese.Text("council.trip.overview", "days", len(page.Trip.Days()), "places", page.Trip.Places, "n", len(page.Stops))}
	for i := 0; i < len(page.Stops); {
		day, place := page.Stops[i].OnDay, page.Stops[i].Place
		var hosts, themes []string
		for ; i < len(page.Stops) && page.Stops[i].OnDay == day && page.Stops[i].Place == place; i++ {
			hosts = append(hosts, page.Stops[i].Host)
			if page.Stops[i].Theme != "" {
				themes = append(themes, page.Stops[i].Theme)
			}
		}
		line := chinese.Text("council.trip.day", "day", shortDate(day), "place", place, "hosts", strings.Join(hosts, "、"))
		if len(themes) > 0 {
			line += chinese.Text("council.trip.themes", "themes", strings.Join(themes, "、"))
		}
		lines = append(lines, line+"。")
	}
	return strings.Join(lines, "\n")
}

// shortDate is a day without its year: 9月21日.
func shortDate(day string) string {
	_, rest, _ := strings.Cut(longDay(day), "年")
	return rest
}

// practices are the notes of each stop under its name, with its photographs behind them.
func practices(page *TripPage, photos []tripPhoto) string {
	var lines []string
	n := 0
	for _, s := range page.Stops {
		if s.Notes == "" {
			continue
		}
		n++
		lines = append(lines, numbered(n, s.Host), s.Notes)
		for _, photo := range photos {
			if photo.stop == s.ID {
				lines = append(lines, photo.mark())
			}
		}
	}
	return strings.Join(lines, "\n")
}

func insightsText(page *TripPage) string {
	var lines []string
	for i, insight := range page.Insights {
		lines = append(lines, numbered(i+1, sentenceEnd(insight.Title)+insight.Text))
	}
	return strings.Join(lines, "\n")
}

func suggestionsText(page *TripPage) string {
	var lines []string
	for _, insight := range page.Insights {
		if insight.Suggestion != "" {
			lines = append(lines, numbered(len(lines)+1, sentenceEnd(insight.Suggestion)))
		}
	}
	return strings.Join(lines, "\n")
}

// numbered is a heading of the second level: （一）…
func numbered(n int, text string) string { return "（" + document.Numeral(n) + "）" + text }

func sentenceEnd(text string) string { return strings.TrimRight(text, "。；") + "。" }
