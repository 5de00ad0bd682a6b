//go:build !windows || !cgo

package opengl

// Choose leaves the choice to the system: on Linux the system's Mesa draws in software by itself where
// there is no graphics card, and every Mac has OpenGL.
func Choose() error { return nil }
