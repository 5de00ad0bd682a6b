package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	licenceName = regexp.MustCompile(`(?i)(licen[cs]e|copying|copyright|notice|patents|^OFL)`)
	sourceName  = regexp.MustCompile(`(?i)\.(go|c|h|s|py|json|html)$`)
)

const rule = "================================================================================"

// collect puts the licences of all parts into one text; texts that many parts share stand in it once.
func collect(parts []part) (string, error) {
	var order []string
	bearers := map[string][]string{}
	for _, p := range parts {
		texts, err := licencesOf(p)
		if err != nil {
			return "", err
		}
		if len(texts) == 0 {
			return "", fmt.Errorf("%s comes without a licence", p.name)
		}
		for _, text := range texts {
			if bearers[text] == nil {
				order = append(order, text)
			}
			bearers[text] = append(bearers[text], p.name)
		}
	}
	var b strings.Builder
	b.WriteString("Smart Canal contains the following works. Made by `make licences`; do not edit.\n")
	for _, text := range order {
		fmt.Fprintf(&b, "\n%s\n%s\n%s\n\n%s\n", rule, strings.Join(bearers[text], "\n"), rule, text)
	}
	return b.String(), nil
}

// licencesOf reads the licence files in the part's folders, each text once, with plain line ends.
func licencesOf(p part) ([]string, error) {
	var texts []string
	seen := map[string]bool{}
	for _, folder := range p.folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			if entry.IsDir() || !licenceName.MatchString(entry.Name()) || sourceName.MatchString(entry.Name()) {
				continue
			}
			content, err := os.ReadFile(filepath.Join(folder, entry.Name()))
			if err != nil {
				return nil, err
			}
			text := strings.TrimSpace(strings.ReplaceAll(string(content), "\r\n", "\n"))
			if !seen[text] {
				seen[text] = true
				texts = append(texts, text)
			}
		}
	}
	return texts, nil
}
