package shell

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// navigation is the list of areas at the left with what waits in each.
type navigation struct {
	object  fyne.CanvasObject
	list    *fyne.Container
	entries map[string]*navEntry
}

type navEntry struct {
	press *kit.Pressable
	name  *kit.Text
	badge *kit.Badge
}

const navHeight float32 = 36

func newNavigation() *navigation {
	n := &navigation{list: kit.Column(2), entries: map[string]*navEntry{}}
	n.object = kit.Scrolled(kit.Pad(n.list, 10, 8, 8, 8)) // large texts in a small window leave no room for all areas
	return n
}

func (n *navigation) setAreas(areas []kit.Area, open func(link string)) {
	n.list.Objects, n.entries = nil, map[string]*navEntry{}
	lower := false
	for _, area := range areas {
		if area.Lower && !lower && len(n.list.Objects) > 0 {
			n.list.Objects = append(n.list.Objects, kit.Pad(kit.Rule(), 8, 4, 10, 4))
		}
		lower = area.Lower
		link := linkTo(area.Key)
		entry := newNavEntry(wording.Text("shell.area."+area.Key), func() { open(link) })
		n.entries[area.Key] = entry
		n.list.Objects = append(n.list.Objects, entry.press)
	}
	n.list.Refresh()
}

func newNavEntry(name string, open func()) *navEntry {
	e := &navEntry{name: kit.NewText(name).Short(), badge: kit.NewCount("", kit.Grey)}
	e.badge.Hide()
	row := kit.Down(0, []kit.Track{kit.Fixed(navHeight)}, kit.Pad(kit.Row(kit.Gap, e.name, kit.Spring(), e.badge), 0, 12, 0, 12))
	e.press = kit.NewPressable(row, open)
	return e
}

func (n *navigation) mark(area string) {
	for key, e := range n.entries {
		chosen := key == area
		e.press.SetChosen(chosen)
		e.name.Bold, e.name.Colour = chosen, kit.Ink
		if chosen {
			e.name.Colour = kit.Canal
		}
		e.press.Refresh() // lays the row out anew: bold is wider
	}
}

func (n *navigation) setCounts(counts map[string]kit.Count) {
	for key, e := range n.entries {
		c, ok := counts[key]
		if !ok || c.Number == 0 {
			e.badge.Hide()
			continue
		}
		tint := kit.Grey
		if c.Urgent {
			tint = kit.StrongRed
		}
		e.badge.Set(wording.Grouped(c.Number), tint)
		e.badge.Show()
	}
	n.list.Refresh()
}
