package opengl

import (
	"errors"
	"testing"

	"smartcanal/data/problem"
)

func TestVersionsThatAreEnough(t *testing.T) {
	for version, want := range map[string]bool{
		"2.1.0":                             true,
		"2.1 Mesa 22.3.6":                   true,
		"3.0.0 - Build 20.19.15.5126":       true,
		"4.6.0 NVIDIA 536.23":               true,
		"10.0":                              true,
		"1.1.0":                             false, // Windows' own, over a remote desktop
		"1.4.0 - Build 8.15.10.2697":        false, // integrated graphics of 2009
		"2.0.0":                             false,
		"":                                  false,
		"OpenGL ES 3.2 NVIDIA":              false,
		"2":                                 false,
		"1.9.9 Compatibility Profile 4.6.0": false,
	} {
		if got := (found{version: version}).enough(); got != want {
			t.Errorf("%q is enough: %v", version, got)
		}
	}
}

func TestMissingSaysWhatThereIs(t *testing.T) {
	p := missing(found{version: "1.1.0"})
	if !errors.Is(p, problem.New("opengl.missing")) || p.Args["version"] != "1.1.0" || p.Args["needed"] != "2.1" {
		t.Error(p)
	}
	if p := missing(found{"1.1.0", "GDI Generic"}); p.Args["version"] != "1.1.0, GDI Generic" {
		t.Error(p)
	}
	if p := missing(found{}); p.Args["version"] == "" {
		t.Error("a machine with none at all leaves a hole in the message")
	}
}
