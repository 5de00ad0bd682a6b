package wording

import (
	"errors"
	"testing"

	"smartcanal/data/problem"
)

func TestTextFillsPlaceholdersAndShowsMissingKeys(t *testing.T) {
	defer SetLanguage(Chinese)
	for _, c := range []struct{ language, key, want string }{
		{Chinese, "kit.where.row", "第 12 行"},
		{English, "kit.where.row", "row 12"},
		{English, "no.such.key", "no.such.key"},
	} {
		SetLanguage(c.language)
		if got := Text(c.key, "row", 12); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.language, c.key, got, c.want)
		}
	}
	SetLanguage("fr")
	if Language() != English {
		t.Error("an unknown language must leave the wording as it is")
	}
}

func TestFillNeverFillsAValue(t *testing.T) {
	got := fill("{a} and {b} {", map[string]string{"a": "{b}", "b": "2"})
	if got != "{b} and 2 {" {
		t.Error(got)
	}
}

func TestProblemIsWordedWithItsPlace(t *testing.T) {
	p := problem.Of(errors.New("boom")).In("a.csv").At(7, "金额")
	what, do := Problem(p)
	if what == "" || do == "" || what == "problem.unexpected.what" {
		t.Errorf("%q %q", what, do)
	}
	if got := Where(p); got != "文件 a.csv，第 7 行，“金额”列" {
		t.Error(got)
	}
}

func TestArgumentsThatAreKeysAreWorded(t *testing.T) {
	what, _ := Problem(problem.New("people.may_not", "name", "李经办", "role", "people.role.approver"))
	if want := "“李经办”没有“批准”角色，不能办理这一步。"; what != want {
		t.Errorf("%s, want %s", what, want)
	}
}
