package rewards

import (
	"encoding/json"

	"smartcanal/data/problem"
)

// fileForm names the form of a scheme's file.
const fileForm = "smartcanal-reward-scheme/1"

// schemeFile is a scheme as a file: its form first, then the scheme.
type schemeFile struct {
	Form string `json:"form"`
	Scheme
}

// ReadScheme reads a scheme's file and checks it. Problems: rewards.scheme_unreadable (line),
// rewards.scheme_field (field),
// rewards.scheme_form, and those of Scheme.Check.
func ReadScheme(text []byte) (Scheme, error) {
	var file schemeFile
	if err := strictly(text, &file); err != nil {
		return Scheme{}, err
	}
	if file.Form != fileForm {
		return Scheme{}, problem.New("rewards.scheme_form", "form", file.Form)
	}
	for i := range file.Rules {
		file.Rules[i].Position = i + 1
	}
	return file.Scheme, file.Scheme.Check()
}

// WriteScheme gives the scheme as a file that ReadScheme reads.
func WriteScheme(scheme Scheme) ([]byte, error) {
	return json.MarshalIndent(schemeFile{fileForm, scheme}, "", "  ")
}
