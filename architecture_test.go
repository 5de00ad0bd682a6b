package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module  = "smartcanal/"
	toolkit = "fyne.io/fyne/v2"
	fyneApp = toolkit + "/app"
)

// ranks is rule 2: a room of data/ imports rooms of a lower step only, never a neighbour.
var ranks = [][]string{
	{"problem", "pinyin", "grams", "chinese"},
	{"money", "region", "identity", "date"},
	{"listing", "saving"},
	{"journal", "sheet", "document"},
	{"store"}, // above the journal, because the store makes its entries
	{"search", "people", "workdays"},
	{"attachments"}, // found by the search
	{"register"},
	{"sales"},
	{"rewards", "council", "outreach", "rural", "storefronts", "forms"},
	{"chronicle", "reports", "settings"},
	{"today"}, // gathers from all of them
	{"demo"},
	{"bench"},
}

const highestValue = 2 // the step up to which rooms are values, which every screen may show

// alsoShown are rooms above an area's subject that its pages show all the same: an organisation's page is
// where a person looks for everything that ever happened with it, its sales first. And the kit's lists write what they show into
// workbooks, its forms take in files.
var alsoShown = map[string][]string{"register": {"sales"}, "kit": {"sheet", "attachments"}}

// shownByModels is rule 3: what of Fyne a view-model may know.
var shownByModels = []string{toolkit, toolkit + "/data/binding", toolkit + "/storage"}

// speaksSQL is the other half of rule 3: what no screen imports.
var speaksSQL = []string{"gorm.io/", "database/sql", "modernc.org/sqlite", "github.com/glebarez/"}

// everySource gives the paths of Go files by their place in the repository; what lies in a testdata folder
// is no part of the program.
func everySource(t *testing.T) []string {
	t.Helper()
	var sources []string
	for _, root := range []string{"data", "screens", "assets"} {
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			if entry != nil && entry.IsDir() && entry.Name() == "testdata" {
				return filepath.SkipDir
			}
			if err == nil && !entry.IsDir() && strings.HasSuffix(name, ".go") {
				sources = append(sources, filepath.ToSlash(name))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	top, _ := filepath.Glob("*.go")
	return append(sources, top...)
}

// TestArchitecture is rule 5: it reads the imports and says which rule they break.
func TestArchitecture(t *testing.T) {
	for _, source := range everySource(t) {
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.ImportsOnly)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if broken := breach(source, imported); broken != "" {
				t.Errorf("%s imports %s: %s", source, imported, broken)
			}
		}
	}
}

// breach says which rule of the architecture the import breaks, "" for none. Tests may reach further than
// the code they prove (a screen's test fills itself with the demo), but not to a window.
func breach(source, imported string) string {
	if imported == fyneApp && source != "main.go" && !drivesWindow(source) {
		return "rule 4: only main.go imports Fyne's app"
	}
	half, _, _ := strings.Cut(source, "/")
	switch {
	case half == "data":
		return breachOfData(source, imported)
	case half == "screens" && !strings.HasSuffix(source, "_test.go"):
		return breachOfScreens(source, imported)
	}
	return ""
}

// drivesWindow is the one exception to rule 4: the end-to-end test opens the real window as main.go does.
// It is built by make e2e alone, under a tag of its own, so that everything else still needs no display.
func drivesWindow(source string) bool {
	return strings.HasPrefix(source, "screens/e2e/") && strings.HasSuffix(source, "_test.go")
}

func breachOfData(source, imported string) string {
	if within(imported, toolkit) || strings.HasPrefix(imported, module+"screens") {
		return "rule 1: data/ knows neither Fyne nor screens/"
	}
	room, other := roomOf(source), roomOf(strings.TrimPrefix(imported, module))
	if !strings.HasPrefix(imported, module+"data/") || room == other || strings.HasSuffix(source, "_test.go") {
		return ""
	}
	return downwards("data/"+room, rankOf(room), other)
}

func breachOfScreens(source, imported string) string {
	if broken := breachOfForm(source, imported); broken != "" {
		return broken
	}
	area := roomOf(source)
	inside, ours := strings.CutPrefix(imported, module)
	other := roomOf(inside)
	switch {
	case !ours || other == area && strings.HasPrefix(inside, "screens/"):
		return ""
	case strings.HasPrefix(inside, "screens/"):
		return breachBetweenScreens(area, other)
	case strings.HasPrefix(inside, "data/"):
		return breachOfSubject(area, other)
	}
	return ""
}

// breachOfForm is rule 3 and what follows from "screens shows and knows no SQL".
func breachOfForm(source, imported string) string {
	for _, library := range speaksSQL {
		if strings.HasPrefix(imported, library) {
			return "rule 3: screens know no SQL"
		}
	}
	if strings.HasSuffix(source, "_model.go") && within(imported, toolkit) && !slices.Contains(shownByModels, imported) {
		return "rule 3: a *_model.go has state, commands and data/binding, no widgets and no layout"
	}
	return ""
}

func breachBetweenScreens(area, other string) string {
	switch {
	case area == "shell" || area == "workbench" || area == "gallery" || area == "e2e" || other == "wording":
		return ""
	case area == "wording":
		return "rule 1: the wording stands below all screens"
	case other == "kit" && area != "console":
		return ""
	case area == "console":
		return "rule 1: the console works without a window"
	}
	return "rule 1: an area opens another one's page by a link, not by import"
}

// breachOfSubject lets an area know its own room and what that rests on; shell and console open everything, and
// workbench puts the areas together.
func breachOfSubject(area, room string) string {
	if slices.Contains(alsoShown[area], room) {
		return ""
	}
	switch area {
	case "shell", "workbench", "console", "gallery", "e2e":
		return ""
	case "kit", "wording", "opengl", "help":
		if rank := rankOf(room); rank >= 0 && rank <= highestValue {
			return ""
		}
		return "rule 1: " + area + " serves every area and knows values only"
	case room:
		return ""
	}
	return downwards("screens/"+area, rankOf(area), room)
}

func downwards(who string, rank int, room string) string {
	below := rankOf(room)
	switch {
	case rank < 0:
		return fmt.Sprintf("rule 2: %s has no step; give it one in the table of this test", who)
	case below < 0:
		return fmt.Sprintf("rule 2: data/%s has no step; give it one in the table of this test", room)
	case below >= rank:
		return fmt.Sprintf("rule 2: %s (step %d) does not know data/%s (step %d)", who, rank, room, below)
	}
	return ""
}

func rankOf(room string) int {
	return slices.IndexFunc(ranks, func(step []string) bool { return slices.Contains(step, room) })
}

// roomOf is the second part of a path: data/sales/statement/line.go belongs to sales.
func roomOf(source string) string {
	_, inside, _ := strings.Cut(source, "/")
	room, _, _ := strings.Cut(inside, "/")
	return room
}

func within(imported, library string) bool {
	return imported == library || strings.HasPrefix(imported, library+"/")
}

func TestArchitectureSeesEveryBreach(t *testing.T) {
	for _, c := range []struct{ source, imported, rule string }{
		{"data/sales/import.go", "smartcanal/screens/kit", "rule 1"},
		{"data/sales/import.go", toolkit, "rule 1"},
		{"data/sales/import_test.go", toolkit + "/test", "rule 1"},
		{"screens/sales/page_view.go", "smartcanal/screens/rewards", "rule 1"},
		{"screens/sales/page_view.go", "smartcanal/screens/shell", "rule 1"},
		{"screens/kit/grid.go", "smartcanal/data/store", "rule 1"},
		{"screens/console/import.go", "smartcanal/screens/kit", "rule 1"},
		{"data/register/match.go", "smartcanal/data/sales", "rule 2"},
		{"data/money/fen.go", "smartcanal/data/region", "rule 2"},
		{"data/journal/entry.go", "smartcanal/data/store", "rule 2"},
		{"data/newroom/a.go", "smartcanal/data/store", "rule 2"},
		{"screens/sales/page_model.go", "smartcanal/data/rewards", "rule 2"},
		{"screens/sales/page_model.go", toolkit + "/widget", "rule 3"},
		{"screens/sales/page_model.go", toolkit + "/canvas", "rule 3"},
		{"screens/sales/page_view.go", "gorm.io/gorm", "rule 3"},
		{"screens/sales/page_view.go", "database/sql", "rule 3"},
		{"screens/shell/window.go", fyneApp, "rule 4"},
		{"identity.go", fyneApp, "rule 4"},
		{"screens/kit/kit_test.go", fyneApp, "rule 4"},
		{"screens/e2e/window.go", fyneApp, "rule 4"},
		{"screens/e2e/window_test.go", fyneApp, ""},
		{"main.go", fyneApp, ""},
		{"main.go", "smartcanal/screens/shell", ""},
		{"data/store/write.go", "smartcanal/data/journal", ""},
		{"data/sales/import.go", "smartcanal/data/sales/statement", ""},
		{"screens/sales/page_model.go", toolkit + "/data/binding", ""},
		{"screens/sales/page_model.go", "smartcanal/data/register", ""},
		{"screens/sales/page_view.go", "smartcanal/screens/kit", ""},
		{"screens/sales/page_test.go", "smartcanal/data/demo", ""},
		{"screens/shell/areas.go", "smartcanal/screens/sales", ""},
		{"screens/console/demo.go", "smartcanal/data/demo", ""},
	} {
		got := breach(c.source, c.imported)
		if head, _, _ := strings.Cut(got, ":"); head != c.rule {
			t.Errorf("%s importing %s: %q, want %q", path.Base(c.source), c.imported, got, c.rule)
		}
	}
}
