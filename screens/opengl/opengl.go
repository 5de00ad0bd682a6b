// Package opengl decides what draws the window: the OpenGL of the system, or, where that is missing or older
// than the window needs, the software renderer delivered beside the program. Only Windows needs the choice: a
// remote desktop, a virtual machine or an old graphics card offers it OpenGL 1.1 and nothing more.
package opengl

import (
	"fmt"

	"smartcanal/data/problem"
)

// The version the window needs: what Fyne asks for.
const (
	neededMajor = 2
	neededMinor = 1
)

// Software says that the window is drawn by the renderer beside the program.
func Software() bool { return chosen.software }

// Renderer names what draws, as it names itself, for the about page and the log; "" before Choose or
// where the system leaves no choice.
func Renderer() string { return chosen.renderer }

// chosen is set once by Choose, before the window opens.
var chosen struct {
	software bool
	renderer string
}

// found is what a look at an OpenGL gave.
type found struct{ version, renderer string }

// enough says whether a version text such as "4.6.0 NVIDIA 536.23" reaches what the window needs.
func (f found) enough() bool {
	var major, minor int
	if n, _ := fmt.Sscanf(f.version, "%d.%d", &major, &minor); n != 2 {
		return false
	}
	return major > neededMajor || major == neededMajor && minor >= neededMinor
}

// missing is the problem of a machine on which no window can be drawn; who looks after it learns what was found.
func missing(seen found) *problem.Problem {
	version := seen.version
	if version == "" {
		version = "—"
	}
	if seen.renderer != "" {
		version += ", " + seen.renderer
	}
	return problem.New("opengl.missing", "version", version, "needed", fmt.Sprintf("%d.%d", neededMajor, neededMinor))
}
