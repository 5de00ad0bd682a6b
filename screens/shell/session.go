// Package shell is the window: navigation, search box, status line, opening of pages by link, opening
// of the data file, and the first run. It knows no area; the program's entry hands them over.
package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/people"
	"smartcanal/data/settings"
	"smartcanal/screens/kit"
)

// Session is an open data file and what can be done with it.
type Session struct {
	Areas []kit.Area
	// Office and Person stand at the right of the top.
	Office, Person string
	// Status gives the status line's texts where a page sets none: file, backup.
	Status func(context.Context) ([]string, error)
	// Standing gives what the right of the status line tells of the file; nil for nothing.
	Standing func(context.Context) (Standing, error)
	// Backups are the copies of the file; nil where it cannot be copied.
	Backups *settings.Backups
	// Staff are the people of the office; nil where the file knows none.
	Staff *people.Room
	// Memory keeps what the person arranged or left unsaved; nil for one that ends with the program.
	Memory kit.Memory
	// As gives the areas and the memory of another person at work.
	As func(person string) ([]kit.Area, kit.Memory)
	// Changed is told each time records changed; nil for nobody.
	Changed func()
	// Close lets go of the file.
	Close func() error

	stands  func()     // has the windows tell how the file stands
	office  kit.Memory // what is kept for nobody in particular: Memory as it was handed over
	staffed bool       // the office has entered its people
}

// Stands tells that the file stands otherwise than it did: it was copied. It may be called from any goroutine.
func (s *Session) Stands() {
	fyne.Do(func() {
		if s.stands != nil {
			s.stands()
		}
	})
}

// Standing is how the file stands.
type Standing struct {
	// Saved tells when something was written last, Backup when the file was copied last.
	Saved, Backup string
	// Late says that the backup is older than it should be.
	Late bool
	// Notices are what a person should know whichever page is shown.
	Notices []Notice
}

// Notice is a few words and the link of the page that says more.
type Notice struct{ Text, Link string }

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
