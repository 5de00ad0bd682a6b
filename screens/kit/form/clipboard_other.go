//go:build !windows && !darwin

package form

import (
	"context"
	"os"
	"os/exec"
	"strings"
)

// systemClipboard asks wl-paste under Wayland and xclip under X, where they are there.
func systemClipboard(ctx context.Context) (pasted, error) {
	way := clipboardProgram(os.Getenv)
	if way.name == "" {
		return pasted{}, exec.ErrNotFound
	}
	kinds, err := exec.CommandContext(ctx, way.name, way.kinds...).Output()
	if err != nil {
		return pasted{}, err
	}
	has := func(kind string) bool { return strings.Contains("\n"+string(kinds), "\n"+kind+"\n") }
	read := func(kind string) ([]byte, error) {
		return exec.CommandContext(ctx, way.name, append(way.read, kind)...).Output()
	}
	if has("text/uri-list") {
		if list, err := read("text/uri-list"); err == nil {
			if files := filesIn(string(list)); len(files) > 0 {
				return pasted{Files: files}, nil
			}
		}
	}
	if !has("image/png") {
		return pasted{}, nil
	}
	picture, err := read("image/png")
	return pasted{Picture: picture}, err
}

// reader is a program that reads the clipboard: how it is asked for the kinds there are, and for one of them.
type reader struct {
	name        string
	kinds, read []string
}

func clipboardProgram(env func(string) string) reader {
	there := func(name string) bool {
		_, err := exec.LookPath(name)
		return err == nil
	}
	switch {
	case env("WAYLAND_DISPLAY") != "" && there("wl-paste"):
		return reader{"wl-paste", []string{"--list-types"}, []string{"--no-newline", "--type"}}
	case env("DISPLAY") != "" && there("xclip"):
		return reader{"xclip", []string{"-selection", "clipboard", "-o", "-t", "TARGETS"}, []string{"-selection", "clipboard", "-o", "-t"}}
	}
	return reader{}
}
