package main

import (
	_ "embed"
	"regexp"
)

//go:embed FyneApp.toml
var identity string

// detail reads one quoted value of FyneApp.toml, so that name, id and version stand in one place only.
// A missing one is "": identity_test.go keeps that from being released.
func detail(name string) string {
	found := regexp.MustCompile(`(?m)^` + name + ` = "([^"]*)"$`).FindStringSubmatch(identity)
	if found == nil {
		return ""
	}
	return found[1]
}
