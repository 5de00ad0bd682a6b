//go:build !windows

package kit

import "fyne.io/fyne/v2"

// followCaret does nothing: on X11 the toolkit asks the input method for a window of its own below the
// program's, on macOS it answers for the place itself (fyne-io/fyne #618, #4546).
func followCaret(fyne.Canvas) {}
