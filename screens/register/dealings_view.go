package register

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// dealingsCard is the card 往来记录: filter chips over a timeline.
type dealingsCard struct {
	view  *organizationView
	card  *kit.Card
	chips *fyne.Container
	list  *fyne.Container
	foot  *fyne.Container
	shown int
}

// A timeline begins with so many entries and grows by as many.
const dealingsStep = 30

func newDealingsCard(v *organizationView) *dealingsCard {
	c := &dealingsCard{view: v, chips: kit.NewWrap(6, 4), list: kit.Down(0, []kit.Track{kit.Share(1)}), foot: kit.Row(0), shown: dealingsStep}
	content := kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, c.chips, c.list, c.foot)
	c.card = kit.NewCard(wording.Text("register.dealings.title"), content, c.yearLink())
	c.fill()
	return c
}

// yearLink chooses whose year's dealings are shown.
func (c *dealingsCard) yearLink() fyne.CanvasObject {
	m := c.view.model
	choices := []kit.Choice{{Label: wording.Text("register.dealings.all_years")}}
	for _, year := range m.Years() {
		choices = append(choices, kit.Choice{Value: strconv.Itoa(year), Label: wording.Text("register.dealings.year", "year", year)})
	}
	var link *kit.Button
	link = kit.NewLink(wording.Text("register.opens", "what", choices[0].Label), func() {
		kit.OpenChoices(link, choices, func(value string) {
			m.Year, _ = strconv.Atoi(value)
			for _, choice := range choices {
				if choice.Value == value {
					link.SetLabel(wording.Text("register.opens", "what", choice.Label))
				}
			}
			c.fill()
		})
	})
	return link
}

func (c *dealingsCard) fill() {
	m := c.view.model
	c.chips.Objects = nil
	for _, kind := range []string{"", DealingImport, DealingChange, DealingMerge} {
		c.addChip(kind)
	}
	c.chips.Refresh()
	shown := m.Shown()
	c.foot.Objects = nil
	if rest := len(shown) - c.shown; rest > 0 {
		shown = shown[:c.shown]
		c.foot.Objects = []fyne.CanvasObject{kit.NewLink(wording.Text("register.dealings.older", "n", rest), func() {
			c.shown += dealingsStep
			c.fill()
		})}
	}
	c.foot.Layout = kit.Row(0, c.foot.Objects...).Layout
	if len(shown) == 0 {
		c.list.Objects = []fyne.CanvasObject{kit.NewEmpty(wording.Text("register.dealings.empty"), wording.Text("register.dealings.empty_do"))}
	} else {
		timeline := chart.NewTimeline(c.events(shown))
		scroll := kit.ScrolledClear(timeline)
		timeline.Follow(scroll)
		c.list.Objects = []fyne.CanvasObject{scroll}
	}
	c.list.Refresh()
	c.card.Refresh()
}

func (c *dealingsCard) addChip(kind string) {
	m := c.view.model
	n := m.Count(kind)
	if n == 0 && kind != "" && kind != m.Kind {
		return
	}
	key := kind
	if key == "" {
		key = "all"
	}
	chip := kit.NewQuietChip(wording.Text("register.dealings.chip."+key, "n", n), func() {
		m.Kind = kind
		c.fill()
	})
	chip.SetActive(m.Kind == kind)
	c.chips.Objects = append(c.chips.Objects, chip)
}

var dealingColours = map[string]fyne.ThemeColorName{DealingImport: kit.Canal, DealingChange: kit.Teal, DealingMerge: kit.Amber}

func (c *dealingsCard) events(dealings []Dealing) []chart.Event {
	events := make([]chart.Event, len(dealings))
	for i, dealing := range dealings {
		form := "01-02 15:04"
		if c.view.model.Year == 0 && dealing.At.Year() != c.view.model.now().Year() {
			form = "2006-01-02 15:04"
		}
		events[i] = chart.Event{
			Kind: wording.Text("register.dealing.kind." + dealing.Kind), Tone: dealingColours[dealing.Kind],
			When: wording.Text("register.dealing.when", "at", dealing.At.Local().Format(form), "by", dealing.Actor),
			Text: dealing.Text, Open: c.open(dealing),
		}
	}
	return events
}

// open gives what a press on a dealing does, nil for nothing.
func (c *dealingsCard) open(dealing Dealing) func() {
	v := c.view
	switch {
	case dealing.Removed != nil:
		return func() {
			kit.Confirm(v.desk.canvas(), wording.Text("register.dealing.restore"), wording.Text("register.dealing.restore_text", "what", dealing.Text), wording.Text("register.bin.restore"), func() {
				v.desk.do(wording.Text("register.dealing.restore"), func(ctx context.Context) error { return v.model.RestoreRemoved(ctx, *dealing.Removed) }, v.load)
			})
		}
	case dealing.Link != "":
		return func() { v.desk.Open(dealing.Link) }
	}
	return nil
}
