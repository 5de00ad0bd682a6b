package chronicle

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/data/document/papers"
	"smartcanal/data/saving"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// exportButton offers the chronicle as it is filtered: a Word document, the open entries alone, a picture, a list.
func (v *View) exportButton() fyne.CanvasObject {
	var button *kit.Button
	button = kit.NewPlain(wording.Text("chronicle.export.open"), func() {
		var list []kit.Choice
		for _, key := range []string{"word", "public", "picture", "table"} {
			list = append(list, kit.Choice{Value: key, Label: wording.Text("chronicle.export." + key)})
		}
		kit.OpenChoices(button, list, v.export)
	})
	return button
}

func (v *View) export(key string) {
	filter := v.model.Filter
	switch key {
	case "word":
		v.saveWord(filter)
	case "public":
		filter.Public, filter.Internal = true, false
		v.saveWord(filter)
	case "picture":
		v.savePicture(filter)
	case "table":
		v.grid.Update(v.model.Rows(v.shown.IDs))
		v.grid.Export()
	}
}

func (v *View) name() string {
	return strings.TrimSpace(wording.Text("chronicle.export.name", "year", v.shown.Year))
}

func (v *View) saveWord(filter chronicle.Filter) {
	kit.SaveFile(v.context, kit.SavedFile{
		Title: wording.Text("chronicle.export.word"), Name: v.name() + ".docx", Kind: kit.FileKind{Name: wording.Text("chronicle.export.kind"), Extensions: []string{"docx", "pdf"}},
		Write: func(ctx context.Context, path string) error {
			paper, err := v.desk.room.Paper(ctx, filter)
			if err != nil {
				return err
			}
			return papers.Save(ctx, paper, v.desk.room.Templates(), path)
		},
	})
}

// pictureWidth is that of a page held upright, in the window's units.
const pictureWidth float32 = 760

func (v *View) savePicture(filter chronicle.Filter) {
	kit.SaveFile(v.context, kit.SavedFile{
		Title: wording.Text("chronicle.export.picture"), Name: v.name() + ".png", Kind: kit.FileKind{Name: wording.Text("chronicle.export.picture"), Extensions: []string{"png", "svg"}},
		Write: func(ctx context.Context, path string) error {
			paper, err := v.desk.room.Paper(ctx, filter) // says where there is nothing
			if err != nil {
				return err
			}
			entries, err := v.desk.room.Export(ctx, filter)
			if err != nil {
				return err
			}
			format := chart.PNG
			if strings.EqualFold(filepath.Ext(path), ".svg") {
				format = chart.SVG
			}
			picture, err := chart.Picture(pictureOf(paper.Title+paper.Subtitle, entries), fyne.NewSize(pictureWidth, 0), format, kit.Light)
			if err != nil {
				return err
			}
			return saving.Whole(path, func(file io.Writer) error { _, err := file.Write(picture); return err })
		},
	})
}

// pictureOf is the chronicle as one timeline.
func pictureOf(title string, entries []chronicle.Exported) chart.Chart {
	c := chart.Chart{Title: title, Kind: chart.Timeline}
	for _, e := range entries {
		text := e.Title
		if e.Text != "" {
			text += "\n" + e.Text
		}
		c.Events = append(c.Events, chart.Event{Kind: kindName(e.Kind), Tone: kindTone(e.Kind), When: e.On + " " + weekday(e.On), Text: text})
	}
	return c
}
