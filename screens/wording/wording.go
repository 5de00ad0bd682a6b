// Package wording gives every text of the interface in the language the person chose.
package wording

import (
	"fmt"
	"strings"
	"sync/atomic"

	"smartcanal/data/problem"
)

// Chinese and English are the languages there are catalogues for; Chinese is what one starts with.
const (
	Chinese = "zh"
	English = "en"
)

type spoken struct {
	language string
	texts    catalogue
}

var current atomic.Pointer[spoken]

// Text words a key; args are pairs of a placeholder's name and its value. A key without a wording
// shows itself, so that it is noticed.
func Text(key string, args ...any) string {
	text, ok := chosen().texts[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	return fill(text, pairs(args))
}

// Problem words what happened and what to do about it. An argument that is itself a key, such as
// people.role.approver, is worded too. The place is worded by Where.
func Problem(p *problem.Problem) (what, do string) {
	if p == nil {
		return "", ""
	}
	args := map[string]string{"file": p.Where.File, "row": fmt.Sprint(p.Where.Row), "column": p.Where.Column}
	texts := chosen().texts
	for name, value := range p.Args {
		args[name] = value
		if text, is := texts[value]; is {
			args[name] = text
		}
	}
	return word(texts, "problem."+p.Code+".what", args), word(texts, "problem."+p.Code+".do", args)
}

// Where words the place of a problem: file, row and column as far as they are known, else "".
func Where(p *problem.Problem) string {
	var parts []string
	if p.Where.File != "" {
		parts = append(parts, Text("kit.where.file", "file", p.Where.File))
	}
	if p.Where.Row > 0 {
		parts = append(parts, Text("kit.where.row", "row", p.Where.Row))
	}
	if p.Where.Column != "" {
		parts = append(parts, Text("kit.where.column", "column", p.Where.Column))
	}
	return strings.Join(parts, Text("kit.where.comma"))
}

// SetLanguage switches the wording; an unknown language leaves it as it is. Views word their texts
// when they are built or refreshed.
func SetLanguage(language string) {
	if language == Chinese || language == English {
		current.Store(&spoken{language, load(language)})
	}
}

// Language is the language of the wording now.
func Language() string { return chosen().language }

func chosen() *spoken {
	if now := current.Load(); now != nil {
		return now
	}
	SetLanguage(Chinese)
	return current.Load()
}

func word(texts catalogue, key string, args map[string]string) string {
	if text, ok := texts[key]; ok {
		return fill(text, args)
	}
	return key
}

func pairs(args []any) map[string]string {
	named := make(map[string]string, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		named[fmt.Sprint(args[i])] = fmt.Sprint(args[i+1])
	}
	return named
}

// fill puts the values in one pass, so that a value holding braces is never filled itself.
func fill(text string, args map[string]string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		size := strings.IndexByte(text[open:], '}')
		if size < 0 {
			break
		}
		b.WriteString(text[:open])
		placeholder := text[open : open+size+1]
		if value, ok := args[placeholder[1:size]]; ok {
			b.WriteString(value)
		} else {
			b.WriteString(placeholder)
		}
		text = text[open+size+1:]
	}
	b.WriteString(text)
	return b.String()
}
