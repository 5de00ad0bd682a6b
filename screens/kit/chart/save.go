package chart

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// chooseTarget asks where a file goes; tests answer at once.
var chooseTarget = kit.ChooseTarget

// SavePicture asks where the chart's picture goes and writes it, as PNG or, if the name says so, as SVG.
func (v *View) SavePicture() {
	window := v.window()
	if window == nil {
		return
	}
	name := v.chart.Title
	if name == "" {
		name = wording.Text("chart.picture")
	}
	kind := kit.FileKind{Name: wording.Text("chart.picture"), Extensions: []string{"png", "svg"}}
	chooseTarget(window, wording.Text("chart.save_picture"), fileName(name)+".png", kind, v.saveTo)
}

// fileName is a title without what names of files may not have.
func fileName(title string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, title)
}

func (v *View) saveTo(path string) {
	c, size, over := v.chart, v.pictureSize(), v.canvas()
	kit.Run(over, wording.Text("chart.save_picture"), func(context.Context, kit.Progress) error {
		return save(c, size, path)
	}, func(p *problem.Problem) {
		if p != nil {
			kit.ShowProblem(over, p)
			return
		}
		v.say(wording.Text("chart.saved", "file", filepath.Base(path)))
	})
}

// save writes a picture whole or not at all.
func save(c Chart, size fyne.Size, path string) error {
	format := PNG
	if strings.EqualFold(filepath.Ext(path), ".svg") {
		format = SVG
	}
	content, err := Picture(c, size, format, documents)
	if err != nil {
		return err
	}
	beside := path + ".part"
	if err := os.WriteFile(beside, content, 0o644); err != nil {
		return problem.New("chart.not_saved").In(path).Because(err)
	}
	if err := os.Rename(beside, path); err != nil {
		_ = os.Remove(beside)
		return problem.New("chart.not_saved").In(path).Because(err)
	}
	return nil
}
