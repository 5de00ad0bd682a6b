package problem

import (
	"errors"
	"fmt"
	"testing"
)

func TestOf(t *testing.T) {
	known := New("file.empty").In("a.csv")
	for name, c := range map[string]struct {
		err  error
		code string
	}{
		"nothing":           {nil, ""},
		"a problem":         {known, "file.empty"},
		"a wrapped problem": {fmt.Errorf("reading: %w", known), "file.empty"},
		"an unknown error":  {errors.New("boom"), "unexpected"},
	} {
		p := Of(c.err)
		if (p == nil) != (c.code == "") || p != nil && p.Code != c.code {
			t.Errorf("%s: %v, want %q", name, p, c.code)
		}
	}
	if cause := errors.New("boom"); !errors.Is(Of(cause), cause) {
		t.Error("the cause is lost")
	}
}

func TestOfAsksThoseWhoKnow(t *testing.T) {
	before := teachers
	defer func() { teachers = before }()
	low := errors.New("low")
	Teach(func(err error) *Problem {
		if errors.Is(err, low) {
			return New("store.io")
		}
		return nil
	})
	if p := Of(fmt.Errorf("query: %w", low)); p.Code != "store.io" || !errors.Is(p, low) {
		t.Errorf("got %v", p)
	}
}

func TestTheNearestReaderNamesTheFile(t *testing.T) {
	p := New("file.empty").In("b.csv").In("a.zip").At(3, "金额")
	if p.Where != (Place{File: "b.csv", Row: 3, Column: "金额"}) {
		t.Errorf("got %+v", p.Where)
	}
	if !errors.Is(fmt.Errorf("x: %w", p), New("file.empty")) || errors.Is(p, New("file.half")) {
		t.Error("problems are told apart by their code")
	}
}
