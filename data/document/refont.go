package document

import (
	"encoding/xml"
	"strings"

	"smartcanal/data/document/container"
)

// refont names in every part of a document the fonts that stand in where one is missing. Only what is converted on
// this machine is changed so: a paper that goes out names the standard's fonts. A file that is no
// archive is given back for the program to refuse.
func refont(docx []byte, missing []MissingFont) []byte {
	var pairs []string
	for _, m := range missing {
		if m.StandIn != "" {
			pairs = append(pairs, `"`+m.Name+`"`, `"`+escape(m.StandIn)+`"`)
		}
	}
	if len(pairs) == 0 {
		return docx
	}
	changed, err := container.Rewrite(docx, func(name string) bool { return strings.HasSuffix(name, ".xml") },
		func(_ string, content []byte) ([]byte, error) {
			return []byte(strings.NewReplacer(pairs...).Replace(string(content))), nil
		})
	if err != nil {
		return docx
	}
	return changed
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
