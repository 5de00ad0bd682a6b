package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestIdentityIsComplete(t *testing.T) {
	for name, form := range map[string]string{
		"ID":      `^cn\.smartcanal\.workbench$`,
		"Name":    `\p{Han}`,
		"Version": `^\d+\.\d+\.\d+$`,
		"Icon":    `\.png$`,
	} {
		if !regexp.MustCompile(form).MatchString(detail(name)) {
			t.Errorf("FyneApp.toml: %s is %q", name, detail(name))
		}
	}
	if _, err := os.Stat(detail("Icon")); err != nil {
		t.Error(err)
	}
	if detail("Version ") != "" {
		t.Error("a name that is not there must give nothing")
	}
}

func TestChangelogKnowsTheVersion(t *testing.T) {
	changes, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(changes), "## ["+detail("Version")+"]") {
		t.Errorf("CHANGELOG.md has no section of version %s", detail("Version"))
	}
}
