//go:build cgo

package opengl

/*
#cgo LDFLAGS: -lgdi32 -luser32
#include "look_windows.h"
*/
import "C"

import (
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"unsafe"

	"golang.org/x/sys/windows"
)

// wish names the renderer to take without looking at the system's: "software". The program sets it for the
// copy of itself that it starts; a person may set it where the system's driver draws wrongly.
const wish = "SMARTCANAL_OPENGL"

const softwareWish = "software"

func wished() bool { return os.Getenv(wish) == softwareWish }

// Choose looks at the system's OpenGL and, where it is not enough, starts the program anew on the renderer
// beside it: a process that has once loaded the system's opengl32.dll cannot swap it for another. It returns
// in the process that shows the window; in the other one it waits for the window's end and exits with it.
func Choose() error {
	if wished() {
		return chooseSoftware(found{})
	}
	system, err := look(windows.LoadLibraryEx("opengl32.dll", 0, windows.LOAD_LIBRARY_SEARCH_SYSTEM32))
	if err == nil && system.enough() {
		chosen.renderer = system.renderer
		return nil
	}
	slog.Warn("the system's OpenGL is not enough", "version", system.version, "renderer", system.renderer, "cause", err)
	if _, err := os.Stat(besideProgram()); err != nil {
		return missing(system).Because(err)
	}
	return startAnew()
}

// chooseSoftware loads the renderer beside the program before anything else asks for an OpenGL: from then
// on opengl32.dll is that one for the whole process.
func chooseSoftware(system found) error {
	beside, err := look(windows.LoadLibraryEx(besideProgram(), 0, windows.LOAD_WITH_ALTERED_SEARCH_PATH))
	if err != nil || !beside.enough() {
		return missing(system).Because(errors.Join(err, errors.New("the renderer beside the program offers "+beside.version)))
	}
	chosen.software, chosen.renderer = true, beside.renderer
	return nil
}

// besideProgram is the software renderer's place: a folder of its own, because a library of this name next
// to the program would be taken on every machine.
func besideProgram() string {
	program, err := os.Executable()
	if err != nil {
		program = "."
	}
	return filepath.Join(filepath.Dir(program), "opengl", "opengl32.dll")
}

func startAnew() error {
	program, err := os.Executable()
	if err != nil {
		return missing(found{}).Because(err)
	}
	again := exec.Command(program, os.Args[1:]...)
	again.Env = append(os.Environ(), wish+"="+softwareWish)
	again.Stdout, again.Stderr = os.Stdout, os.Stderr
	err = again.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		return missing(found{}).Because(err)
	}
	os.Exit(again.ProcessState.ExitCode())
	return nil
}

// look makes a context in a window that never shows and reads what it is.
func look(library windows.Handle, err error) (found, error) {
	if err != nil {
		return found{}, err
	}
	var version, renderer [128]C.char
	if C.look_at_opengl(unsafe.Pointer(library), &version[0], &renderer[0], 128) == 0 {
		return found{}, errors.New("no OpenGL context can be made")
	}
	return found{C.GoString(&version[0]), C.GoString(&renderer[0])}, nil
}
