package wording

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// TestEveryWordingIsUsed reports wordings nothing asks for: a key, or the beginning of one up to a dot or an
// underscore that the code completes, must stand as a literal in some source; for a problem it is its code.
func TestEveryWordingIsUsed(t *testing.T) {
	whole, beginnings := literals(t)
	for key := range load(Chinese) {
		asked := key
		if strings.HasPrefix(key, "problem.") {
			asked = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(key, "problem."), ".what"), ".do")
		}
		if !whole[asked] && !whole[key] && !begun(beginnings, asked) {
			t.Errorf("%s is worded but nothing asks for it", key)
		}
	}
}

func begun(beginnings []string, key string) bool {
	for _, beginning := range beginnings {
		if strings.HasPrefix(key, beginning) {
			return true
		}
	}
	return false
}

// literals gives the strings written in the sources: whole ones, and those a key may begin with.
func literals(t *testing.T) (whole map[string]bool, beginnings []string) {
	t.Helper()
	whole = map[string]bool{}
	eachSource(t, func(path, _ string) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return // the compiler says it better
		}
		ast.Inspect(file, func(node ast.Node) bool {
			literal, ok := node.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, _ := strconv.Unquote(literal.Value)
			whole[text] = true
			if strings.Contains(text, ".") && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, "_")) && text != "problem." {
				beginnings = append(beginnings, text)
			}
			return true
		})
	})
	return whole, beginnings
}
