package chronicle

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/data/chronicle"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// timeline is a year by month, an entry a card along a line.
func (v *View) timeline() fyne.CanvasObject {
	s := v.shown
	if len(s.Entries) == 0 {
		return kit.NewPlainCard(kit.NewEmpty(wording.Text("chronicle.none_here"), wording.Text("chronicle.none_here_do"), kit.NewPlain(wording.Text("chronicle.clear"), v.clear)))
	}
	var groups []fyne.CanvasObject
	months := s.Months()
	for i, month := range months {
		groups = append(groups, v.monthGroup(month, i == 0, i == len(months)-1))
	}
	if len(s.IDs) > len(s.Entries) {
		groups = append(groups, kit.Row(0, kit.NewLink(wording.Text("chronicle.more_in_list", "n", len(s.IDs)-len(s.Entries)), func() { v.setLook(AsList) }), kit.Spring()))
	}
	order := kit.NewSmallLink(wording.Text(map[bool]string{false: "chronicle.earliest", true: "chronicle.latest"}[v.model.Latest]), func() {
		v.model.Latest = !v.model.Latest
		v.load()
	})
	return kit.NewCard(wording.Text("chronicle.year", "year", s.Year), kit.ScrolledClear(kit.Column(0, groups...)),
		kit.NewSmall(wording.Text("chronicle.count", "n", len(s.IDs))), order)
}

func (v *View) monthGroup(month Month, first, last bool) fyne.CanvasObject {
	at, _ := time.Parse("2006-01", month.Month)
	head := kit.Pad(kit.Column(0, kit.NewStyled(monthName(at.Month()), kit.Ink, 16, true), kit.NewSmall(wording.Text("chronicle.count", "n", len(month.Entries)))), 10, 0, 0, 0)
	var cards []fyne.CanvasObject
	for i, entry := range month.Entries {
		cards = append(cards, newAlongLine(kindTone(entry.Kind), v.card(entry), first && i == 0, last && i == len(month.Entries)-1))
	}
	return kit.Across(0, []kit.Track{kit.Fixed(92), kit.Share(1)}, kit.Column(0, head), kit.Column(0, cards...))
}

// card is one entry.
func (v *View) card(e chronicle.Row) fyne.CanvasObject {
	head := kit.Row(kit.Gap, kit.NewBold(dayName(e.OnDay)), kit.NewStyled(weekday(e.OnDay), kit.Secondary, kit.DenseTextSize, false), kit.NewBadge(kindName(e.Kind), kindTint(e.Kind)),
		kit.Spring(), kit.NewSmall(publicName(e.Public)), kit.NewBadge(importanceName(e.Importance), importanceTint(e.Importance)))
	title := kit.NewParagraph(e.Title)
	title.Bold = e.Importance == chronicle.Great
	parts := []fyne.CanvasObject{head, title}
	if e.Text != "" {
		text := kit.NewParagraph(e.Text)
		text.Colour, text.Points, text.MaxLines = kit.Secondary, kit.DenseTextSize, 3
		parts = append(parts, text)
	}
	if pictures := v.shown.Pictures[e.ID]; len(pictures) > 0 {
		parts = append(parts, thumbnails(pictures))
	}
	if foot := v.cardFoot(e); foot != nil {
		parts = append(parts, foot)
	}
	stroke := kit.Line
	if e.Importance == chronicle.Great {
		stroke = kit.Canal
	}
	body := kit.NewPressable(kit.Pad(kit.Column(6, parts...), 8, 12, 10, 12), func() { v.context.Open(entryLink(e.ID)) })
	return kit.NewPanel(kit.CardGround, stroke, kit.Radius, body)
}

// thumbnails are the first pictures of an entry, each over its name.
func thumbnails(pictures []Picture) fyne.CanvasObject {
	row := make([]fyne.CanvasObject, len(pictures), len(pictures)+1)
	for i, p := range pictures {
		drawn := canvas.NewImageFromImage(p.Image)
		drawn.FillMode, drawn.CornerRadius = canvas.ImageFillContain, 4
		row[i] = kit.Column(2, kit.Down(0, []kit.Track{kit.Fixed(thumbHeight)}, kit.Across(0, []kit.Track{kit.Fixed(thumbWidth)}, drawn)),
			kit.Across(0, []kit.Track{kit.Fixed(thumbWidth)}, kit.NewSmall(strings.TrimSuffix(p.Name, filepath.Ext(p.Name))).Centered().Short()))
	}
	return kit.Row(kit.Gap, append(row, kit.Spring())...)
}

// cardFoot tells of files and where the entry comes from; nil for neither.
func (v *View) cardFoot(e chronicle.Row) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if e.Files > 0 {
		parts = append(parts, kit.NewSmall(wording.Text("chronicle.files", "n", e.Files)))
	}
	for _, source := range e.Sources {
		if source.Link == "" {
			parts = append(parts, kit.NewSmall(source.Label))
			continue
		}
		parts = append(parts, kit.NewSmallLink(source.Label, func() { v.context.Open(source.Link) }))
	}
	if len(parts) == 0 {
		return nil
	}
	return kit.Row(kit.WideGap, append(parts, kit.Spring())...)
}
