package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
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
	changed, err := rewrite(docx, func(name string, content []byte) ([]byte, error) {
		if !strings.HasSuffix(name, ".xml") {
			return content, nil
		}
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

// rewrite copies an archive and lets every member be changed on the way.
func rewrite(docx []byte, change func(name string, content []byte) ([]byte, error)) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	written := zip.NewWriter(&out)
	for _, member := range archive.File {
		content, err := contentOf(member)
		if err == nil {
			content, err = change(member.Name, content)
		}
		if err != nil {
			return nil, err
		}
		to, err := written.Create(member.Name)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(content); err != nil {
			return nil, err
		}
	}
	if err := written.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// largestPart keeps an archive that unpacks to an unreasonable size from filling the memory.
const largestPart = 64 << 20

func contentOf(member *zip.File) ([]byte, error) {
	if member.UncompressedSize64 > largestPart {
		return nil, zip.ErrFormat
	}
	opened, err := member.Open()
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	return io.ReadAll(io.LimitReader(opened, largestPart))
}
