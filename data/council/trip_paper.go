package council

import (
	"context"
	"regexp"
	"strings"

	"smartcanal/data/document"
	"smartcanal/data/document/papers"
	"smartcanal/data/problem"
)

// reportPart is a section of a report: its title, its text, and the photographs named in it.
type reportPart struct {
	title  string // "" before the first section
	text   string
	photos []string
}

var partHead = regexp.MustCompile(`^（[一二三四五六七八九十百]+）\s*`)

// partsOf cuts a text of a report at the lines that begin a section. The first sentence of such a line is the title.
func partsOf(text string) []reportPart {
	var parts []reportPart
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		head := partHead.FindString(line)
		if head != "" || len(parts) == 0 {
			parts = append(parts, reportPart{})
		}
		p := &parts[len(parts)-1]
		switch photo := photoMark.FindStringSubmatch(line); {
		case photo != nil:
			p.photos = append(p.photos, photo[1])
		case head != "":
			title, rest, _ := strings.Cut(strings.TrimPrefix(line, head), "。")
			p.title, p.text = title, rest
		default:
			p.text = strings.TrimSpace(p.text + "\n" + line)
		}
	}
	if first := parts[0]; first.title == "" && first.text == "" && len(first.photos) == 0 {
		return parts[1:]
	}
	return parts
}

// ReportPaper is the report of a trip as a paper, with its photographs behind the sections that name them. Problems:
// council.no_trip, council.trip_no_report, council.trip_no_photo (name), council.trip_photo_broken (name).
func (r *Room) ReportPaper(ctx context.Context, tripID int64) (papers.Facts, error) {
	page, err := r.reported(ctx, tripID)
	if err != nil {
		return nil, err
	}
	photos, err := r.tripPhotos(ctx, page)
	if err != nil {
		return nil, err
	}
	report := papers.StudyReport{Title: page.Report.Title, Team: page.Report.Team, Dated: page.Report.Dated, Opening: page.Report.Opening, Overview: page.Report.Overview}
	for _, p := range partsOf(page.Report.Practices) {
		stop := papers.Stop{Name: p.title, Text: p.text}
		for _, name := range p.photos {
			picture, err := r.pictureNamed(ctx, photos, name)
			if err != nil {
				return nil, err
			}
			stop.Pictures = append(stop.Pictures, picture)
		}
		report.Stops = append(report.Stops, stop)
	}
	report.Insights, report.Suggestions = insightsIn(page.Report.Insights), insightsIn(page.Report.Suggestions)
	return report, nil
}

func insightsIn(text string) []papers.Insight {
	var list []papers.Insight
	for _, p := range partsOf(text) {
		list = append(list, papers.Insight{Title: p.title, Text: p.text})
	}
	return list
}

func (r *Room) pictureNamed(ctx context.Context, photos []tripPhoto, name string) (document.Picture, error) {
	for _, photo := range photos {
		if photo.name == name {
			return r.picture(ctx, photo)
		}
	}
	return document.Picture{}, problem.New("council.trip_no_photo", "name", name)
}

// reported reads a trip whose report is written.
func (r *Room) reported(ctx context.Context, tripID int64) (*TripPage, error) {
	page, err := r.Trip(ctx, tripID)
	if err == nil && page.Report == nil {
		err = problem.New("council.trip_no_report")
	}
	return page, err
}
