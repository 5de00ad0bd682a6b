package chronicle

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// calendar is one month of the year shown, a day a cell with what happened.
func (v *View) calendar() fyne.CanvasObject {
	month := v.monthShown()
	first, _ := time.Parse("2006-01", month)
	byDay := map[string][]chronicle.Row{}
	n := 0
	for _, e := range v.shown.Entries {
		byDay[e.OnDay] = append(byDay[e.OnDay], e)
		if e.OnDay[:7] == month {
			n++
		}
	}
	rows := []fyne.CanvasObject{v.weekHeads()}
	tracks := []kit.Track{kit.Natural}
	day := first.AddDate(0, 0, -(int(first.Weekday())+6)%7) // the Monday of the first week
	for week := 0; week < 6 && (week == 0 || day.Month() == first.Month()); week++ {
		cells := make([]fyne.CanvasObject, 7)
		for i := range cells {
			cells[i] = v.dayCell(day, day.Month() == first.Month(), byDay[day.Format(time.DateOnly)])
			day = day.AddDate(0, 0, 1)
		}
		rows, tracks = append(rows, kit.Across(4, sevenths, cells...)), append(tracks, kit.Share(1))
	}
	turn := func(by int) func() {
		return func() {
			next := first.AddDate(0, by, 0).Format("2006-01")
			v.month = next
			if next[:4] != month[:4] {
				v.model.Filter.Year = next[:4]
				v.load()
				return
			}
			v.show()
		}
	}
	return kit.NewCard(wording.Text("chronicle.month_of", "year", first.Year(), "month", monthName(first.Month())), kit.Down(4, tracks, rows...),
		kit.NewSmall(wording.Text("chronicle.count", "n", n)), kit.NewSmallButton("‹", turn(-1)), kit.NewSmallButton("›", turn(1)))
}

var sevenths = []kit.Track{kit.Share(1), kit.Share(1), kit.Share(1), kit.Share(1), kit.Share(1), kit.Share(1), kit.Share(1)}

// monthShown is the month turned to, or the last of the year in which something happened.
func (v *View) monthShown() string {
	year := v.shown.Year
	if year == "" {
		year = time.Now().Format("2006")
	}
	if len(v.month) == 7 && v.month[:4] == year {
		return v.month
	}
	last := year + "-01"
	for _, e := range v.shown.Entries {
		last = max(last, e.OnDay[:7])
	}
	return last
}

func (v *View) weekHeads() fyne.CanvasObject {
	heads := make([]fyne.CanvasObject, 7)
	for i := range heads {
		heads[i] = kit.NewSmall(wording.Text("chronicle.weekday." + strconv.Itoa((i+1)%7))).Centered()
	}
	return kit.Across(4, sevenths, heads...)
}

const mostInADay = 3

func (v *View) dayCell(day time.Time, inside bool, entries []chronicle.Row) fyne.CanvasObject {
	number := kit.NewStyled(strconv.Itoa(day.Day()), kit.Secondary, kit.SmallTextSize, len(entries) > 0)
	fill := kit.CardGround
	if !inside {
		fill, entries = kit.Paper, nil
	}
	parts := []fyne.CanvasObject{number}
	lines := 2
	if len(entries) > 2 {
		lines = 1
	}
	for i, e := range entries {
		if i == mostInADay {
			parts = append(parts, kit.NewSmall(wording.Text("chronicle.more", "n", len(entries)-i)))
			break
		}
		title := kit.NewParagraph(e.Title)
		title.Points, title.MaxLines = kit.SmallTextSize, lines
		line := kit.Across(4, []kit.Track{kit.Fixed(3), kit.Share(1)}, kit.NewPanel(kindTone(e.Kind), "", 1, kit.Space(3, 3)), title)
		parts = append(parts, kit.NewPressable(line, func() { v.context.Open(entryLink(e.ID)) }))
	}
	return kit.NewPanel(fill, kit.Line, 4, kit.Pad(kit.Column(3, parts...), 3, 4, 3, 5))
}
