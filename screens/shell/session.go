// Package shell is the window: navigation, search box, status line, opening of pages by link, opening
// of the data file, and the first run. It knows no area; the program's entry hands them over.
package shell

import (
	"context"

	"smartcanal/screens/kit"
)

// Session is an open data file and what can be done with it.
type Session struct {
	Areas []kit.Area
	// Office and Person stand at the right of the top.
	Office, Person string
	// Status gives the status line's texts where a page sets none: file, backup.
	Status func(context.Context) ([]string, error)
	// Memory keeps what the person arranged or left unsaved; nil for one that ends with the program.
	Memory kit.Memory
	// Changed is told each time records changed; nil for nobody.
	Changed func()
	// Close lets go of the file.
	Close func() error
}

// Beginning is what the first run asked for.
type Beginning struct {
	// District is the GB/T 2260 code, Office the bureau's name.
	District, Office string
	// Demo fills the new file with an invented district.
	Demo bool
}

// Host opens data files; the program's entry gives one, tests give their own.
type Host interface {
	// File is the data file to open.
	File() string
	// Exists says whether File is there; where it is not, the first run asks how to begin.
	Exists() bool
	// Open opens the file at path and makes it the one File names.
	Open(ctx context.Context, path string) (*Session, error)
	// Create makes File.
	Create(ctx context.Context, beginning Beginning, progress kit.Progress) (*Session, error)
	// Restore puts a checked backup in the place of File, keeping what was there, and opens it.
	Restore(ctx context.Context, backup string, progress kit.Progress) (*Session, error)
	// Districts finds districts and counties by name or pinyin; keys are GB/T 2260 codes.
	Districts(ctx context.Context, text string, limit int) ([]kit.Found[string], error)
}
