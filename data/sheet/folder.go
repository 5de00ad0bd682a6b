package sheet

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// extensions are the names under which statements and tables come; inside a folder only these are looked at.
var extensions = []string{".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".zip", ".gz"}

// Find lists the files to open for what a person dropped or chose: files as they are, folders with
// all folders in them, in the order of names. Within folders the lock files Excel leaves beside an open workbook
// (~$…), hidden files and files of other kinds are passed over. Folders that cannot be read are in the problems.
func Find(ctx context.Context, paths ...string) ([]string, []*problem.Problem, error) {
	var found []string
	var problems []*problem.Problem
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			found = append(found, path) // Open says what is wrong with it
			continue
		}
		inside, refused, err := findIn(ctx, path)
		if err != nil {
			return nil, nil, err
		}
		found, problems = append(found, inside...), append(problems, refused...)
	}
	return found, problems, nil
}

func findIn(ctx context.Context, folder string) (found []string, problems []*problem.Problem, err error) {
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			if p, ok := asProblem(saving.Trouble(err, path)); ok {
				problems = append(problems, p)
			}
			return nil
		case path != folder && litter(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.Type().IsRegular() && slices.Contains(extensions, strings.ToLower(filepath.Ext(path))) {
			found = append(found, path)
		}
		return nil
	})
	return found, problems, err
}
