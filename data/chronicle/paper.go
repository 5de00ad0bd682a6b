package chronicle

import (
	"context"
	"strconv"
	"strings"

	"smartcanal/data/chinese"
	"smartcanal/data/document/papers"
	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Exported is one entry as it leaves the program.
type Exported struct {
	On         string     `json:"on"`
	Kind       Kind       `json:"kind"`
	Importance Importance `json:"importance"`
	Public     bool       `json:"public"`
	Title      string     `json:"title"`
	Text       string     `json:"text,omitempty"`
	Sources    []string   `json:"sources,omitempty"`
}

// Export gives the entries a filter lets through, the earliest first: read ones only, whatever the filter says.
func (r *Room) Export(ctx context.Context, filter Filter) ([]Exported, error) {
	filter.State = Kept
	ids, err := r.IDs(ctx, filter, []listing.Order{{Column: string(ByDay)}})
	if err != nil {
		return nil, err
	}
	var all []Exported
	const some = 500
	for first := 0; first < len(ids); first += some {
		rows, err := r.Entries(ctx, ids[first:min(first+some, len(ids))])
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			e := Exported{On: row.OnDay, Kind: row.Kind, Importance: row.Importance, Public: row.Public, Title: row.Title, Text: row.Text}
			for _, source := range row.Sources {
				e.Sources = append(e.Sources, source.Label)
			}
			all = append(all, e)
		}
	}
	return all, nil
}

// Paper is the chronicle in its usual form: by month, a paragraph an entry. Problem: chronicle.nothing_to_export.
func (r *Room) Paper(ctx context.Context, filter Filter) (*papers.Annals, error) {
	entries, err := r.Export(ctx, filter)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return nil, problem.New("chronicle.nothing_to_export")
	}
	office, err := r.store.Setting(ctx, store.Office)
	if err != nil {
		return nil, err
	}
	first, last := entries[0].On[:4], entries[len(entries)-1].On[:4]
	years := first + "年"
	if first != last {
		years = first + "年—" + last + "年"
	}
	return &papers.Annals{Title: chinese.Text("chronicle.paper.title", "office", office), Subtitle: "（" + years + "）", Months: months(entries, first != last)}, nil
}

// months puts entries under their months; the year stands there where there are several.
func months(entries []Exported, years bool) []papers.Month {
	var all []papers.Month
	month := ""
	for _, e := range entries {
		if e.On[:7] != month {
			month = e.On[:7]
			all = append(all, papers.Month{Name: monthHead(month, years)})
		}
		day, _ := strconv.Atoi(e.On[8:])
		text := sentence(e.Title)
		if e.Text != "" {
			text += sentence(strings.ReplaceAll(e.Text, "\n", ""))
		}
		last := &all[len(all)-1]
		last.Events = append(last.Events, papers.Event{Day: strconv.Itoa(day) + "日", Text: text})
	}
	return all
}

func monthHead(month string, year bool) string {
	n, _ := strconv.Atoi(month[5:])
	head := strconv.Itoa(n) + "月"
	if year {
		head = month[:4] + "年" + head
	}
	return head
}

// sentence ends a text with a full stop where it has no end.
func sentence(text string) string {
	if strings.HasSuffix(text, "。") || strings.HasSuffix(text, "！") || strings.HasSuffix(text, "？") {
		return text
	}
	return text + "。"
}
