package kit

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// Found is one result of a search: what it is, what it is called, and what tells it from others of
// that name.
type Found[K any] struct {
	Key         K
	Label, Note string
	// Kind is a word at the right: 企业, 命令.
	Kind string
	// Group is the head under which results of the same stand together; "" for none.
	Group string
}

// SearchFunc finds what matches a text, the best first, at most limit. It runs off the UI goroutine.
type SearchFunc[K any] func(ctx context.Context, text string, limit int) ([]Found[K], error)

// SearchList is an entry with the results under it: type, arrows up and down, Return.
type SearchList[K any] struct {
	Entry    *Entry
	OnChosen func(Found[K])
	// Sought is what of the text is to be marked in the results; nil for all of it.
	Sought func(text string) string
	// OnResults is called when other results are shown, with the height they take.
	OnResults func(height float32)

	search  SearchFunc[K]
	limit   int
	loader  Loader[[]Found[K]]
	found   []Found[K]
	rows    []*Pressable
	current int
	list    *fyne.Container
	// waiting is set while the results shown are of an older text, asked once Return was pressed meanwhile.
	waiting, asked bool
}

// NewSearchList makes the list; it shows up to limit results.
func NewSearchList[K any](placeholder string, limit int, search SearchFunc[K], onChosen func(Found[K])) *SearchList[K] {
	s := &SearchList[K]{Entry: NewEntry(placeholder), search: search, limit: limit, OnChosen: onChosen}
	s.list = Column(0)
	s.Entry.OnChanged = s.Search
	s.Entry.OnKey = s.key
	s.Entry.OnSubmitted = func(string) { s.submit() }
	return s
}

// Object is the entry and, under it, the results and nothing below them.
func (s *SearchList[K]) Object() fyne.CanvasObject {
	return Column(Gap, Down(0, []Track{Fixed(RowHeight)}, s.Entry), s.list)
}

// Roomy is the entry with the room all results take kept free under it, so that what follows stays
// in its place while one types.
func (s *SearchList[K]) Roomy() fyne.CanvasObject {
	room := Space(120, float32(s.limit)*RowHeight)
	return Down(Gap, []Track{Fixed(RowHeight), Natural}, s.Entry, container.New(&stackTop{}, room, s.list))
}

// Results are those shown now.
func (s *SearchList[K]) Results() []Found[K] { return s.found }

// Search looks for a text; results of an older text are dropped.
func (s *SearchList[K]) Search(text string) {
	s.waiting, s.asked = true, false
	s.loader.Load(func(ctx context.Context) ([]Found[K], error) {
		return s.search(ctx, text, s.limit)
	}, s.show)
}

func (s *SearchList[K]) show(found []Found[K], p *problem.Problem) {
	s.found, s.rows, s.list.Objects, s.waiting = found, nil, nil, false
	switch {
	case p != nil:
		what, _ := wording.Problem(p)
		s.list.Objects = []fyne.CanvasObject{messageRow(what, RedText)}
	case len(found) == 0 && s.Entry.Text != "":
		s.list.Objects = []fyne.CanvasObject{messageRow(wording.Text("kit.search.nothing"), Secondary)}
	}
	sought := s.Entry.Text
	if s.Sought != nil {
		sought = s.Sought(sought)
	}
	group := ""
	for i := range found[:min(len(found), s.limit)] {
		if found[i].Group != group {
			group = found[i].Group
			s.list.Objects = append(s.list.Objects, groupRow(group))
		}
		row := NewPressable(resultRow(marked(found[i].Label, sought), found[i].Note, found[i].Kind), func() { s.choose(i) })
		s.rows = append(s.rows, row)
		s.list.Objects = append(s.list.Objects, row)
	}
	s.list.Refresh()
	s.mark(0)
	if s.OnResults != nil {
		height := float32(0)
		for _, o := range s.list.Objects {
			height += o.MinSize().Height
		}
		s.OnResults(height)
	}
	if s.asked {
		s.choose(s.current)
	}
}

func messageRow(text string, colour fyne.ThemeColorName) fyne.CanvasObject {
	return Down(0, []Track{Fixed(RowHeight)}, Pad(NewStyled(text, colour, TextSize, false).Short(), 0, 8, 0, 8))
}

// groupHeight is the height of the head of a group.
const groupHeight float32 = 24

func groupRow(name string) fyne.CanvasObject {
	return Down(0, []Track{Fixed(groupHeight)}, Pad(NewStyled(name, Secondary, SmallTextSize, true).Short(), 4, 8, 0, 8))
}

func resultRow(label fyne.CanvasObject, note, kind string) fyne.CanvasObject {
	row := Row(Gap, label, NewSmall(note).Short(), Spring(), NewSmall(kind))
	return Down(0, []Track{Fixed(RowHeight)}, Pad(row, 0, 8, 0, 8))
}

// pageOfResults is how far PageDown goes.
const pageOfResults = 6

func (s *SearchList[K]) key(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyDown:
		s.mark(s.current + 1)
	case fyne.KeyUp:
		s.mark(s.current - 1)
	case fyne.KeyPageDown:
		s.mark(s.current + pageOfResults)
	case fyne.KeyPageUp:
		s.mark(s.current - pageOfResults)
	default:
		return false
	}
	return true
}

func (s *SearchList[K]) mark(row int) {
	s.current = min(max(row, 0), max(0, len(s.rows)-1))
	for i, r := range s.rows {
		r.SetChosen(i == s.current)
	}
}

// submit chooses the marked result. Who types faster than the search finds means the first result of what
// he typed, not one of an older text.
func (s *SearchList[K]) submit() {
	if s.waiting {
		s.asked = true
		return
	}
	s.choose(s.current)
}

func (s *SearchList[K]) choose(row int) {
	if row >= len(s.found) {
		return
	}
	s.mark(row)
	if s.OnChosen != nil {
		s.OnChosen(s.found[row])
	}
}

// stackTop lays the list at the top of its room.
type stackTop struct{}

// Layout is Fyne's.
func (*stackTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, min(size.Height, max(o.MinSize().Height, 0)))
	}
}

// MinSize is Fyne's.
func (*stackTop) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
