package main

import (
	"strings"
	"testing"
)

func TestWhatOpensTheWindow(t *testing.T) {
	for arguments, want := range map[string]string{
		"":                               "",
		`D:\办公 室\运河区.smartcanal`:         `D:\办公 室\运河区.smartcanal`,
		"/home/张三/智慧运河.SmartCanal":       "/home/张三/智慧运河.SmartCanal",
		"office.db":                      "office.db",
		"--db|office.smartcanal":         "office.smartcanal",
		"--db=other.file":                "other.file",
		"version":                        "no",
		"bill.csv":                       "no",
		"import|bill.csv|--db|office.db": "no",
	} {
		var given []string
		if arguments != "" {
			given = strings.Split(arguments, "|")
		}
		path, is := windowFile(given)
		if !is {
			path = "no"
		}
		if path != want {
			t.Errorf("%q opens %q, want %q", arguments, path, want)
		}
	}
}
