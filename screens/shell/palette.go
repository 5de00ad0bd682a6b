package shell

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/pinyin"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// palette is the search box with its results: what the areas find, and the commands.
type palette struct {
	popup *widget.PopUp
	list  *kit.SearchList[target]
}

// target is what a result does: open a link or run a command.
type target struct {
	link    string
	command *kit.Command
}

const paletteRows = 12

// OpenSearch opens the search box with its results, as Ctrl+K does.
func (s *Shell) OpenSearch() {
	if s.session == nil || s.palette != nil && s.palette.popup.Visible() {
		return
	}
	p := &palette{}
	k := seek{areas: inOrder(s.areas()), commands: s.commands(), memory: s.Memory()}
	p.list = kit.NewSearchList(wording.Text("shell.search.hint"), paletteRows, k.find, s.chosen)
	p.list.Sought = func(text string) string {
		_, sought := k.prefixed(text)
		return sought
	}
	handled := p.list.Entry.OnKey
	p.list.Entry.OnKey = func(event *fyne.KeyEvent) bool {
		if event.Name == fyne.KeyEscape {
			return s.closePalette()
		}
		return handled(event)
	}
	over := s.window.Canvas()
	p.popup = widget.NewPopUp(p.list.Object(), over)
	p.list.OnResults = func(height float32) {
		p.popup.Resize(fyne.NewSize(searchWidth, kit.RowHeight+kit.Gap+height))
	}
	// The box is lower where the menu bar stands in the window.
	p.popup.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(s.frame.search))
	s.palette = p
	over.Focus(p.list.Entry)
	p.list.Search("")
}

// closePalette takes the results away; false when there were none.
func (s *Shell) closePalette() bool {
	if s.palette == nil {
		return false
	}
	shown := s.palette.popup.Visible()
	s.palette.popup.Hide()
	s.palette = nil
	return shown
}

func (s *Shell) chosen(found kit.Found[target]) {
	if found.Key == (target{}) {
		return // a word on the search itself
	}
	s.closePalette()
	if found.Key.command != nil {
		run(*found.Key.command)
		return
	}
	s.remember(recent{Link: found.Key.link, Label: found.Label, Note: found.Note, Kind: found.Kind})
	s.Open(found.Key.link)
}

// seek answers the search box. Nothing typed shows what was opened last; a prefix such as 企业: asks for
// one sort of records alone.
type seek struct {
	areas    []kit.Area
	commands []kit.Command
	memory   kit.Memory
}

// perArea is how many results an area shows beside those of others.
const perArea = 5

func (k seek) find(ctx context.Context, text string, limit int) ([]kit.Found[target], error) {
	if strings.TrimSpace(text) == "" {
		return k.begin(ctx)
	}
	sort, text := k.prefixed(text)
	var found []kit.Found[target]
	if sort == "" || sort == wording.Text("shell.search.command") {
		found = matching(k.commands, text)
	}
	records, err := k.records(ctx, sort, text, limit)
	return append(found, records...), err
}

// records asks the areas side by side, so that a slow one does not add to the time of the others. One that fails
// leaves its records out.
func (k seek) records(ctx context.Context, sort, text string, limit int) ([]kit.Found[target], error) {
	parts, errs := make([][]kit.Found[target], len(k.areas)), make([]error, len(k.areas))
	var asking sync.WaitGroup
	for i, area := range k.areas {
		if area.Find == nil || text == "" || !asks(area, sort) {
			continue
		}
		asking.Go(func() {
			errs[i] = kit.Guarded(func() (err error) {
				parts[i], err = within(ctx, area, sort, text, limit)
				parts[i] = append(parts[i], waiting(ctx, area)...)
				return err
			})
		})
	}
	asking.Wait()
	return slices.Concat(parts...), errors.Join(errs...)
}

// within finds an area's records: of one sort as many as there is room for, else a few beside those of other areas.
func within(ctx context.Context, area kit.Area, sort, text string, limit int) ([]kit.Found[target], error) {
	most := perArea
	if sort != "" {
		most = limit
	}
	results, err := area.Find(ctx, text, most)
	var found []kit.Found[target]
	for _, r := range results {
		if sort != "" && r.Kind != sort && !slices.Contains(wordsOf(area.Prefixes), sort) {
			continue
		}
		found = append(found, kit.Found[target]{Key: target{link: r.Key}, Label: r.Label, Note: r.Note, Kind: r.Kind,
			Group: wording.Text("shell.area." + area.Key)})
	}
	return found, err
}

// waiting says how many of an area's records the index does not know yet.
func waiting(ctx context.Context, area kit.Area) []kit.Found[target] {
	if area.Behind == nil {
		return nil
	}
	n, err := area.Behind(ctx)
	if err != nil || n == 0 {
		return nil
	}
	return []kit.Found[target]{{Label: wording.Text("search.waiting", "n", wording.Grouped(n)), Group: wording.Text("shell.area." + area.Key)}}
}

// begin shows what was opened last, then what can be done.
func (k seek) begin(ctx context.Context) ([]kit.Found[target], error) {
	last, err := recents(ctx, k.memory)
	found := make([]kit.Found[target], len(last))
	for i, r := range last {
		found[i] = kit.Found[target]{Key: target{link: r.Link}, Label: r.Label, Note: r.Note, Kind: r.Kind, Group: wording.Text("shell.search.recent")}
	}
	return append(found, matching(k.commands, "")...), err
}

// prefixed cuts 企业:老号 into the sort asked for and the rest; a text without a known prefix stays whole.
func (k seek) prefixed(text string) (sort, rest string) {
	text = strings.TrimSpace(text)
	before, after, has := strings.Cut(strings.Replace(text, "：", ":", 1), ":")
	if before = strings.TrimSpace(before); has && slices.Contains(k.prefixes(), before) {
		return before, strings.TrimSpace(after)
	}
	return "", text
}

// prefixes are the sorts of records one can ask for alone.
func (k seek) prefixes() []string {
	all := []string{wording.Text("shell.search.command")}
	for _, area := range k.areas {
		all = append(append(all, wordsOf(area.Prefixes)...), wordsOf(area.Kinds)...)
	}
	return all
}

// wordsOf words keys of the catalogue in the language of now.
func wordsOf(keys []string) []string {
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = wording.Text(key)
	}
	return words
}

// asks says whether an area has records of a sort.
func asks(area kit.Area, sort string) bool {
	return sort == "" || slices.Contains(wordsOf(area.Prefixes), sort) || slices.Contains(wordsOf(area.Kinds), sort)
}

// matching finds commands by part of their names or by their pinyin.
func matching(commands []kit.Command, text string) []kit.Found[target] {
	text = strings.ToLower(strings.TrimSpace(text))
	var found []kit.Found[target]
	for _, c := range commands {
		if c.Menu == kit.EditMenu || c.Unlisted {
			continue // what has the keyboard is the search box itself
		}
		if allowed(c) && (text == "" || strings.Contains(strings.ToLower(c.Label), text) || pinyin.Spell(c.Label).Match(text) >= 0) {
			found = append(found, kit.Found[target]{
				Key: target{command: &c}, Label: c.Label, Note: keysOf(c.Shortcut), Kind: wording.Text("shell.search.command"),
				Group: wording.Text("shell.search.commands"),
			})
		}
	}
	return found
}
