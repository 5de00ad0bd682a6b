package shell

import (
	"context"
	"encoding/json"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// The keys under which the window keeps how a person has it.
const (
	appearanceKey = "appearance"
	placeKey      = "window"
)

// appearance is the language and the look a person chose.
type appearance struct {
	Language string   `json:"language,omitempty"`
	Mode     kit.Mode `json:"mode"`
	Zoom     int      `json:"zoom,omitempty"` // per cent
}

// place is how the window stood when it was closed: its size, in Fyne's units, and the page shown.
type place struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	Link   string  `json:"link"`
}

// patience is how long remembering the look may take.
const patience = time.Second

// settled is what the window begins with.
type settled struct {
	appearance appearance
	place      place
	found      bool // there was an appearance
}

// recallSettled reads it; what another program kept and nobody can read counts as nothing.
func recallSettled(ctx context.Context, memory kit.Memory) (settled, error) {
	var s settled
	text, err := memory.Recall(ctx, appearanceKey)
	if err != nil {
		return s, err
	}
	s.found = text != "" && json.Unmarshal([]byte(text), &s.appearance) == nil
	if text, err = memory.Recall(ctx, placeKey); err == nil && text != "" && json.Unmarshal([]byte(text), &s.place) != nil {
		s.place = place{}
	}
	return s, err
}

// settle gives the window the look, the size and the page of last time, once the file is open.
func (s *Shell) settle() {
	memory := s.Memory()
	s.settling.Load(func(ctx context.Context) (settled, error) { return recallSettled(ctx, memory) }, func(last settled, p *problem.Problem) {
		if p != nil {
			s.Problem(p)
		}
		if last.found {
			s.apply(last.appearance)
		}
		if last.place.Width > 0 && last.place.Height > 0 {
			s.window.Resize(fyne.NewSize(last.place.Width, last.place.Height))
		}
		s.begin(last.place.Link)
	})
}

// begin opens a page, or the first one where nobody answers the link any more.
func (s *Shell) begin(link string) {
	if _, ok := s.visitOf(link); ok {
		s.Open(link)
		return
	}
	if areas := inOrder(s.areas()); len(areas) > 0 {
		s.Open(linkTo(areas[0].Key))
	}
}

// apply shows an appearance; the language and the size of the texts only where they are others.
func (s *Shell) apply(a appearance) {
	s.mode = a.Mode
	if a.Zoom != 0 {
		s.applyZoom(a.Zoom)
	}
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(a.Mode))
	if a.Language != "" {
		s.SetLanguage(a.Language)
	}
}

// SetMode switches between the light and the dark look, or follows the system's.
func (s *Shell) SetMode(mode kit.Mode) {
	s.apply(appearance{Mode: mode})
	s.keepAppearance()
	s.tellWindows()
}

// chooseLanguage switches the language and remembers it.
func (s *Shell) chooseLanguage(language string) {
	s.SetLanguage(language)
	s.keepAppearance()
}

func (s *Shell) keepAppearance() {
	s.keep(appearanceKey, appearance{Language: wording.Language(), Mode: s.mode, Zoom: s.zoom})
}

func (s *Shell) keep(key string, value any) {
	text, err := json.Marshal(value)
	if err == nil {
		err = keepIn(s.Memory(), key, string(text))
	}
	if err != nil {
		slog.Warn("the window's look is not remembered", "cause", err)
	}
}

// keepIn keeps a value without much patience: a long import has the file, and neither closing the window nor a
// switch waits for it.
func keepIn(memory kit.Memory, key, text string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return memory.Keep(ctx, key, text)
}

// keepPlace remembers how the window stands, before the file is closed.
func (s *Shell) keepPlace() {
	size := s.window.Canvas().Size()
	s.keep(placeKey, place{Width: size.Width, Height: size.Height, Link: s.current.link})
}
