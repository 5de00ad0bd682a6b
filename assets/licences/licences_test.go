package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryPartHasItsLicenceInTheFile fails when a module came into the build and `make licences` was not run.
func TestEveryPartHasItsLicenceInTheFile(t *testing.T) {
	if testing.Short() {
		t.Skip("lists the modules of three systems' builds")
	}
	parts, err := everyPart(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("THIRD-PARTY.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		texts, err := licencesOf(p)
		if err != nil || len(texts) == 0 {
			t.Errorf("%s comes without a licence (%v)", p.name, err)
		}
		if !strings.Contains(string(kept), "\n"+p.name+"\n") {
			t.Errorf("%s is not in THIRD-PARTY.txt: run make licences", p.name)
		}
	}
}

func TestCollectNamesAllBearersOfOneText(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"LICENSE": "free\r\nfor all\r\n", "license.go": "package x", "README": "hello"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, err := collect([]part{{"one", []string{folder}}, {"two", []string{folder}}})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(text, "free\nfor all") != 1 || !strings.Contains(text, "one\ntwo\n") || strings.Contains(text, "package x") {
		t.Error(text)
	}
	if _, err := collect([]part{{"three", []string{t.TempDir()}}}); err == nil {
		t.Error("a part without a licence must be refused")
	}
}
